/* The page of questions whose answers are one link away. */
#include "page/makers.h"
#include "page/practice.h"
#include "library/notebook.h"

/* Always the same order, so that a page that is drawn anew stays as it is. */
enum { QUESTIONS_SHOWN = 10, SEED = 1 };

struct doc *
page_practice(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, address_print(ctx, address));
	struct notebook *notebook = library_notebook(library);
	const struct practice_question *question;
	struct list pages, questions;
	const char *remark, *page;
	size_t i, count;

	pages = practice_pages(doc, library, address->query, &remark);
	questions = practice_questions(doc, library, &pages, NULL, notebook ==
	    NULL ? NULL : notebook_notes(notebook));
	practice_shuffle(&questions, SEED);
	(void)doc_title(doc, *address->query == '\0' ? "Practice" : mem_format(
	    doc, "Practice: %s", address->query));
	doc_para(doc, remark);
	doc_para(doc, questions.count == 0 ? "Nothing is recorded that could "
	    "be asked." : "Answer, then open what is recorded.  'strigil "
	    "practice' asks one by one and counts your answers.");
	count = questions.count < QUESTIONS_SHOWN ? questions.count :
	    QUESTIONS_SHOWN;
	for (i = 0; i < count; i++) {
		question = list_at(&questions, i);
		page = address_of(doc, question->type, question->id);
		doc_gap(doc);
		practice_put(doc, library, question, i + 1, count);
		block_link(doc_row(doc, "Recorded"), page, page);
	}
	return doc;
}
