/* The practice page: a question, then its answer. */
#include "page/makers.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "page/practice.h"
#include "page/practice_kinds.h"
#include "page/wording.h"
#include "record/guide.h"
#include "record/topic.h"

enum { QUESTIONS_MAX = 100 };

/* A link to the question with this index. */
static void
link_question(struct doc *doc, const char *label,
    const struct address *address, size_t index, const char *text)
{
	const struct address next = practice_ask_at(doc, address, index);

	block_link(doc_row(doc, label), address_print(doc, &next), text);
}

static void
put_so_far(struct doc *doc, const struct practice_session *session)
{
	if (session->asked > 0)
		doc_field(doc, "So far", mem_format(doc, "%ld of %ld match the "
		    "record; %zu of %zu questions answered", session->agreed,
		    session->asked, session->answered,
		    session->questions.count));
}

static void
put_questions(struct doc *doc, struct library *library,
    const struct address *address, const struct practice_session *session)
{
	const struct practice_question *question;
	struct address answered = *address;
	size_t all = session->questions.count, i;
	long most = 1;

	if (address->most != NULL)
		(void)number_natural(address->most, QUESTIONS_MAX, &most);
	for (i = session->first; i < all && i < session->first + (size_t)most;
	    i++) {
		question = list_at(&session->questions, i);
		doc_gap(doc);
		practice_put(doc, library, question, i + 1, all);
		answered.about = practice_about(doc, question);
		block_link(doc_row(doc, "Recorded"), address_print(doc,
		    &answered), "show the answer");
	}
	doc_gap(doc);
	put_so_far(doc, session);
	if (all > (size_t)most)
		link_question(doc, "Skip", address, i % all,
		    "the next question");
}

/* The reader's answer, the recorded one, and links to continue. */
static void
put_answered(struct doc *doc, struct library *library,
    const struct address *address, const struct practice_session *session)
{
	static const char *const judged[] = {
		[PRACTICE_AGREES] = "as recorded",
		[PRACTICE_DIFFERS] = "different from the record",
		[PRACTICE_NOT_CLEAR] = "not a possible answer"
	};
	size_t all = session->questions.count;

	doc_gap(doc);
	practice_put(doc, library, session->question, session->first + 1,
	    session->first < all ? all : 0);
	(void)doc_heading(doc, "Recorded answer");
	if (address->answer != NULL)
		doc_field(doc, "Your answer", mem_format(doc, "%s: %s",
		    address->answer, judged[practice_judge(library,
		    session->question, address->answer)]));
	practice_put_answer(doc, library, session->question);
	put_so_far(doc, session);
	doc_gap(doc);
	link_question(doc, "Next", address, session->next,
	    "another question");
}

/* The subject of the questions: a query, or the name of a record. */
static const char *
practice_subject(struct doc *doc, struct library *library, const char *query)
{
	struct address to;
	const void *record = strchr(query, '/') == NULL || !library_resolve(
	    library, doc, query, &to) || to.page != PAGE_RECORD ? NULL :
	    library_record(library, doc, to.kind, to.id);

	if (record != NULL && to.kind == RECTYPE_WORK)
		return wording_short(doc, record);
	if (record != NULL && to.kind == RECTYPE_TOPIC)
		return ((const struct topic *)record)->question;
	if (record != NULL && to.kind == RECTYPE_LIST)
		return ((const struct reading_list *)record)->title;
	return mem_text(doc, query);
}

static void
put_nothing_asked(struct doc *doc, const struct address *address)
{
	const struct practice_kind *kind = address->plot == NULL ? NULL :
	    practice_kind_find(address->plot);

	doc_para(doc, "No questions: no answers are recorded for these.");
	if (kind != NULL)
		block_format(doc_paragraph(doc, 0), ROLE_TEXT, "A question of "
		    "the kind '%s' needs %s.", kind->name, kind->needs);
}

struct doc *
page_practice(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, address_print(ctx, address));
	struct practice_session session;

	practice_session_read(doc, library, address, &session);
	doc->name = practice_subject(doc, library, address->query);
	(void)doc_title(doc, *doc->name == '\0' ? "Practice" : mem_format(
	    doc, "Practice: %s", doc->name));
	doc_para(doc, session.remark);
	if (session.question == NULL)
		put_nothing_asked(doc, address);
	else if (address->about != NULL)
		put_answered(doc, library, address, &session);
	else {
		doc_para(doc, "Type ':answer' and a word or a number.  The "
		    "recorded answer is then shown, and your score updated.");
		put_questions(doc, library, address, &session);
	}
	return doc;
}
