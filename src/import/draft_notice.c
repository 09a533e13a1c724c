/* Notices of a draft: statuses, and the parts of their wording. */
#include "import/draft.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "record/notice.h"

/*
 * A notice may list hundreds of works; each is compared with all others.
 * Beyond the limit only the first notice of each kind is kept, as it may be a
 * retraction.
 */
enum { NOTICES_MAX = 2000 };

/* Whether two texts are known and differ. */
static bool
texts_conflict(const char *one, const char *other)
{
	return one != NULL && other != NULL && !text_same(one, other);
}

/* Whether two dates differ; "2021" is a part of "2021-03". */
static bool
dates_conflict(const char *one, const char *other)
{
	return texts_conflict(one, other) && !text_begins(one, other) &&
	    !text_begins(other, one);
}

/* Whether nothing is known of a notice but its kind and perhaps its date. */
static bool
is_bare(const struct notice *notice)
{
	return notice->reference == NULL && notice->pmid == NULL &&
	    notice->doi == NULL && notice->url == NULL && notice->source ==
	    NULL && notice->reason == NULL;
}

/* Whether two notices of a kind may be the same notice. */
static bool
is_same_notice(const struct notice *one, const struct notice *other)
{
	if (!text_same(one->kind, other->kind) ||
	    texts_conflict(one->pmid, other->pmid) ||
	    texts_conflict(one->doi, other->doi) ||
	    texts_conflict(one->reference, other->reference) ||
	    dates_conflict(one->date, other->date))
		return false;
	return is_bare(one) || is_bare(other) ||
	    (one->reference != NULL && other->reference != NULL) ||
	    (one->pmid != NULL && other->pmid != NULL) ||
	    (one->doi != NULL && other->doi != NULL);
}

/* Sets a text of a notice, unless the notice already has one. */
static void
set_part(struct notice *notice, const char **part, const char *text)
{
	if (*part == NULL && text != NULL && *text != '\0')
		*part = mem_text(notice, text);
}

/* The first notice that may be the same as `found`, or NULL. */
static struct notice *
same_notice(const struct list *notices, const struct notice *found)
{
	size_t i;

	for (i = 0; i < notices->count; i++)
		if (is_same_notice(list_at(notices, i), found))
			return list_at(notices, i);
	return NULL;
}

/*
 * Whether a work already has the maximum number of notices, and one of this
 * kind.
 */
static bool
draft_leaves_out(struct draft *draft, unsigned kind)
{
	if (draft->work->notices.count < NOTICES_MAX)
		return false;
	if (!draft->full)
		draft_warn(draft, "a work with more than %d notices; beyond "
		    "that, only the first notice of each kind is kept", NOTICES_MAX);
	draft->full = true;
	return (draft->kinds & kind) != 0;
}

struct notice *
draft_add_notice(struct draft *draft, const struct notice *found)
{
	const struct code *row = code_find(&notice_kinds, found->kind);
	struct notice *notice;
	struct list *notices;
	unsigned kind;

	assert(draft->work != NULL && row != NULL);
	notices = &draft->work->notices;
	kind = 1U << (row - notice_kinds.at);
	notice = draft->full ? NULL : same_notice(notices, found);
	if (notice == NULL && draft_leaves_out(draft, kind)) {
		draft->spare = (struct notice){ .kind = found->kind };
		return &draft->spare;
	}
	if (notice == NULL) {
		notice = mem_new(draft->work, struct notice);
		notice->at = draft->place;
		notice->kind = found->kind;
		list_add(draft->work, notices, notice);
		draft->kinds |= kind;
	}
	set_part(notice, &notice->reference, found->reference);
	set_part(notice, &notice->pmid, found->pmid);
	set_part(notice, &notice->doi, found->doi);
	set_part(notice, &notice->date, found->date);
	set_part(notice, &notice->url, found->url);
	set_part(notice, &notice->source, found->source);
	set_part(notice, &notice->reason, found->reason);
	return notice;
}

struct notice *
draft_notice(struct draft *draft, const char *kind, const char *reference,
    const char *pmid)
{
	struct notice found = { .kind = kind, .reference = reference };

	if (pmid != NULL && draft_is_valid("pmid", pmid))
		found.pmid = pmid;
	return draft_add_notice(draft, &found);
}

/*
 * Cuts a label and the text after it off a text.  Returns the text after the
 * label, without its full stop; NULL if there is no label.
 */
static char *
cut_text(char *text, const char *label)
{
	char *at = strstr(text, label);
	size_t n;

	/* A label counts only at the start of a sentence. */
	while (at != NULL && at != text && (at < text + 2 ||
	    !text_begins(at - 2, ". ")))
		at = strstr(at + 1, label);
	if (at == NULL)
		return NULL;
	*at = '\0';
	at += strlen(label);
	for (n = strlen(at); n > 0 && at[n - 1] == ' '; n--)
		at[n - 1] = '\0';
	if (n > 0 && at[n - 1] == '.')
		at[n - 1] = '\0';
	return at;
}

/*
 * The parts of a notice that are one word each; they may end the wording in any
 * order.
 */
enum { PART_DOI, PART_PMID, PART_DATE, PART_URL, PARTS };

static bool
is_notice_part(int part, const char *value)
{
	static const char *const keys[PARTS] = { "doi", "pmid", "published",
	    "link" };

	return draft_is_valid(keys[part], value);
}

/*
 * Cuts off the last word if it is a part: "PMID: 90000096".  A word without a
 * label, or with a label that was found already, belongs to the reference.
 */
static bool
cut_part(const void *ctx, char *text, const char *parts[PARTS])
{
	static const char *const labels[PARTS] = { "doi: ", "PMID: ",
	    "Date: ", "URL: " };
	size_t n = strlen(text), word, m;
	char *value;
	int i;

	while (n > 0 && strchr("; ", text[n - 1]) != NULL)
		n--;
	for (word = n; word > 0 && text[word - 1] != ' '; )
		word--;
	while (n > word && strchr(".,;", text[n - 1]) != NULL)
		n--;
	value = mem_text_n(ctx, text + word, n - word);
	for (i = 0; i < PARTS; i++) {
		m = strlen(labels[i]);
		if (word < m || memcmp(text + word - m, labels[i], m) != 0 ||
		    (word > m && text[word - m - 1] != ' ') ||
		    parts[i] != NULL || !is_notice_part(i, value))
			continue;
		text[word - m] = '\0';
		parts[i] = value;
		return true;
	}
	return false;
}

/* The last DOI within a reference, or NULL. */
static char *
doi_within(const void *ctx, const char *reference)
{
	const char *at = NULL, *next = reference;
	size_t n;
	char *doi;

	while ((next = strstr(next, "doi: 10.")) != NULL)
		at = next += strlen("doi: ");
	if (at == NULL)
		return NULL;
	n = strcspn(at, " ");
	while (strchr(".,;", at[n - 1]) != NULL)
		n--;
	doi = mem_text_n(ctx, at, n);
	return draft_is_valid("doi", doi) ? doi : NULL;
}

/*
 * The parts are in the order used by status_details() in export/: free texts
 * come last, since they may contain anything.
 */
void
draft_relation(struct draft *draft, const char *kind, const char *text)
{
	void *scratch = mem_context(NULL);
	char *copy = text_clean(scratch, text, strlen(text)), *reason, *source,
	    *end;
	const char *parts[PARTS] = { NULL };
	struct notice found = { .kind = kind };

	assert(draft->work != NULL);
	reason = cut_text(copy, "Reason: ");
	source = cut_text(copy, "Source: ");
	while (cut_part(scratch, copy, parts))
		continue;
	end = copy + strlen(copy);
	while (end > copy && strchr("; ", end[-1]) != NULL)
		end--;
	end -= end > copy && end[-1] == '.';
	*end = '\0';
	if (parts[PART_DOI] == NULL)
		parts[PART_DOI] = doi_within(scratch, copy);
	found.reference = *copy == '\0' ? NULL : notice_unquote(scratch, copy);
	found.source = source == NULL ? NULL : notice_unquote(scratch, source);
	found.reason = reason == NULL ? NULL : notice_unquote(scratch, reason);
	found.doi = parts[PART_DOI];
	found.pmid = parts[PART_PMID];
	found.date = parts[PART_DATE];
	found.url = parts[PART_URL];
	(void)draft_add_notice(draft, &found);
	mem_free(scratch);
}
