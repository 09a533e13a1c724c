/* The status of a work, as a note that other programs keep. */
#include "export/status.h"

#include "base/text.h"
#include "record/notice.h"

/*
 * For each kind: words without a reference, words before one, and the tag in
 * MEDLINE text.
 */
static const struct {
	const char	*kind;
	const char	*alone;
	const char	*with;
	const char	*tag;
} kinds[] = {
	{ "retraction", "RETRACTED", "Retraction in", "RIN" },
	{ "withdrawal", "WITHDRAWN", "WITHDRAWN", NULL },
	{ "partial-retraction", "Partially retracted",
	  "Partial retraction in", "PRIN" },
	{ "retraction-and-republication", "Retracted and republished in",
	  "Retracted and republished in", "RRI" },
	{ "expression-of-concern", "Expression of concern in",
	  "Expression of concern in", "ECI" },
	{ "erratum", "Erratum in", "Erratum in", "EIN" },
	{ "superseded", "Update in", "Update in", "UIN" },
	{ "preprint", "Preprint", "Preprint", NULL },
	{ "retraction-of", "Retraction of", "Retraction of", "ROF" },
	{ "concern-about", "Expression of concern for",
	  "Expression of concern for", "ECF" },
	{ "erratum-for", "Erratum for", "Erratum for", "EFR" },
	{ "republished-from", "Republished from", "Republished from", "RPF" },
	{ "republished-in", "Republished in", "Republished in", "RPI" },
	{ "update-of", "Update of", "Update of", "UOF" },
	{ "comment", "Comment in", "Comment in", "CIN" },
	{ "comment-on", "Comment on", "Comment on", "CON" },
	{ "published-version", "Published as", "Published as", NULL },
	{ "preprint-version", "Preprint of this", "Preprint of this", NULL },
};

static size_t
status_row_of(const char *kind)
{
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		if (text_same(kinds[i].kind, kind))
			break;
	return i;
}

static void
status_add(const void *ctx, struct buf *out, const char *label,
    const char *text)
{
	if (text != NULL)
		buf_format(ctx, out, "%s%s%s.", out->len > 0 ? " " : "", label,
		    text);
}

static void
status_add_text(const void *ctx, struct buf *out, const char *label,
    const char *text)
{
	status_add(ctx, out, label, text == NULL ? NULL : notice_quote(ctx,
	    text));
}

char *
status_details(const void *ctx, const struct notice *notice)
{
	struct buf out = { .data = NULL };

	status_add_text(ctx, &out, "", notice->reference);
	status_add(ctx, &out, "doi: ", notice->doi);
	status_add(ctx, &out, "PMID: ", notice->pmid);
	status_add(ctx, &out, "Date: ", notice->date);
	status_add(ctx, &out, "URL: ", notice->url);
	status_add_text(ctx, &out, "Source: ", notice->source);
	status_add_text(ctx, &out, "Reason: ", notice->reason);
	return out.data;
}

char *
status_note(const void *ctx, const struct notice *notice)
{
	size_t row = status_row_of(notice->kind);

	if (row == COUNT(kinds))
		return mem_text(ctx, notice->kind);
	if (status_details(ctx, notice) == NULL)
		return mem_text(ctx, kinds[row].alone);
	return mem_format(ctx, "%s: %s", kinds[row].with, status_details(ctx,
	    notice));
}

const char *
status_tag(const char *kind)
{
	size_t row = status_row_of(kind);

	return row == COUNT(kinds) ? NULL : kinds[row].tag;
}
