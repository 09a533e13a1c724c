/* Functions shared by the kinds of practice questions. */
#include "page/practice_part.h"

#include "base/number.h"
#include "base/text.h"

void
practice_put_answers(struct doc *doc, const struct codelist *list)
{
	struct block *line = doc_row(doc, "Answers");
	size_t i;

	for (i = 0; i < list->count; i++)
		block_format(line, ROLE_TEXT, "%s%zu %s", i == 0 ? "" : ", ",
		    i + 1, list->at[i].label);
}

void
practice_put_source(struct doc *doc, const struct work *work, const char *id)
{
	const struct source *source = id == NULL ? NULL : work_source(work,
	    id);

	doc_field(doc, "Source", source == NULL ? NULL : source->url);
}

static bool
is_code(const struct code *code, const char *folded, bool whole)
{
	const char *const names[] = { code->id, code->label, code->sign };
	char *name;
	bool is = false;
	size_t i;

	for (i = 0; !is && i < COUNT(names); i++) {
		name = text_fold(NULL, names[i]);
		is = whole ? text_same(name, folded) : text_begins(name,
		    folded);
		mem_free(name);
	}
	return is;
}

/*
 * The only row with this name, or else the only one with this prefix; NULL if
 * there is none.
 */
static const struct code *
code_said(const struct codelist *list, const char *answer)
{
	char *folded = text_fold(NULL, answer);
	const struct code *found = NULL;
	size_t matches = 0, i;
	int whole;
	long number;

	if (number_natural(folded, 1000, &number) && number >= 1 &&
	    (size_t)number <= list->count) {
		found = &list->at[number - 1];
		matches = 1;
	}
	for (whole = 1; whole >= 0 && matches == 0 && *folded != '\0'; whole--)
		for (i = 0; i < list->count; i++)
			if (is_code(&list->at[i], folded, whole == 1)) {
				found = &list->at[i];
				matches++;
			}
	mem_free(folded);
	return matches == 1 ? found : NULL;
}

enum practice_judgement
practice_judge_code(const struct codelist *list, const char *right,
    const char *answer)
{
	const struct code *said = code_said(list, answer);

	if (said == NULL)
		return PRACTICE_NOT_CLEAR;
	return text_same(said->id, right) ? PRACTICE_AGREES :
	    PRACTICE_DIFFERS;
}
