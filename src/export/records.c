/* Export: records in formats for other programs. */
#include "export/records.h"

#include "base/text.h"

static const enum rectype exported[] = { RECTYPE_WORK, RECTYPE_CLAIM,
    RECTYPE_PROPOSITION, RECTYPE_TERM, RECTYPE_ARTICLE, RECTYPE_TRIAL_LIST, RECTYPE_ABOUT,
    RECTYPE_ENTRY, RECTYPE_TOUR };

json_t *
export_json(void)
{
	json_t *answer = json_object();
	size_t i;

	(void)json_object_set_new(answer, "format-version",
	    json_integer(EXPORT_FORMAT_VERSION));
	for (i = 0; i < sizeof(exported) / sizeof(exported[0]); i++)
		(void)json_object_set_new(answer, rectype_plural(exported[i]),
		    json_array());
	return answer;
}

void
export_json_add(json_t *answer, enum rectype kind, const void *record)
{
	json_t *list = json_object_get(answer, rectype_plural(kind));

	if (list != NULL)
		(void)json_array_append_new(list, record_json(
		    rectype_schema(kind), record, true));
}

static const char *
or_blank(const char *text)
{
	return text == NULL ? "" : text;
}

char *
export_tsv_work(const void *ctx, const struct work *work)
{
	struct buf authors = { .data = NULL };
	const struct author *author;
	size_t i;

	for (i = 0; i < work->authors.count; i++) {
		author = work->authors.at[i];
		buf_format(ctx, &authors, "%s%s%s%s", i > 0 ? "; " : "",
		    author->family, author->given == NULL ? "" : ", ",
		    or_blank(author->given));
	}
	return mem_format(ctx, "%s\t%s\t%s\t%s\t%s\t%s\t%s", work->id,
	    or_blank(work->level_adjusted != NULL ? work->level_adjusted :
	    work->level), work->design, work->participants == NULL ? "" :
	    or_blank(work->participants->n), or_blank(work->year),
	    buf_string(&authors), work->title);
}

char *
export_tsv_claim(const void *ctx, struct library *library,
    const struct claim *claim)
{
	const struct proposition *proposition = claim->group == NULL ? NULL :
	    library_record(library, ctx, RECTYPE_PROPOSITION, claim->group);

	return mem_format(ctx, "%s\t%s\t%s\t%s\t%s\t%s", claim->id,
	    proposition == NULL ? "" : proposition->verdict, claim->kind,
	    claim->hedge, claim->article, claim->statement);
}
