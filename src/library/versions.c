/* Versions of a part: merges the changes of two versions, member by member. */
#include "library/versions.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "library/entries.h"
#include "record/notes.h"

enum { TIMES_MAX = 1000000000 };	/* maximum answers counted for a
					   question */

/* The versions of a part, none of them NULL, and the result. */
struct merged {
	const void	*base;
	const void	*mine;
	const void	*theirs;
	void		*one;		/* theirs in a conflict */
	void		*other;		/* mine in a conflict */
	bool		 conflict;
};

static bool
is_same_member(const struct member *member, const void *a, const void *b)
{
	return member->many ? list_same(record_list(a, member),
	    record_list(b, member)) : text_same(record_value(a, member),
	    record_value(b, member));
}

static void
copy_member(const struct member *member, void *to, const void *from)
{
	const struct list *texts = member->many ? record_list(from, member) :
	    NULL;
	const char *text = texts != NULL ? NULL : record_value(from, member);
	size_t i;

	record_clear(to, member);
	for (i = 0; texts != NULL && i < texts->count; i++)
		record_store(to, member, mem_text(to, list_at(texts, i)));
	if (text != NULL)
		record_store(to, member, mem_text(to, text));
}

void
version_remove_texts(void *to, const struct member *member,
    const struct list *base, const struct list *mine)
{
	struct list now = *record_list(to, member);
	size_t i;

	record_clear(to, member);
	for (i = 0; i < now.count; i++)
		if (list_holds(mine, list_at(&now, i)) || !list_holds(base,
		    list_at(&now, i)))
			record_store(to, member, list_at(&now, i));
}

void
version_add_texts(void *to, const struct member *member,
    const struct list *base, const struct list *mine, const char *mark)
{
	const struct list *now = record_list(to, member);
	size_t i;

	for (i = 0; i < mine->count; i++)
		if (!list_holds(now, list_at(mine, i)) && (base == NULL ||
		    !list_holds(base, list_at(mine, i))))
			record_store(to, member, mem_format(to, "%s%s",
			    (const char *)list_at(mine, i), mark));
}

/*
 * Merges tags as sets: adds the tags that either version added, and drops those
 * that either removed.
 */
static void
merge_set(struct merged *merged, const struct member *member)
{
	const struct list *base = record_list(merged->base, member);
	const struct list *mine = record_list(merged->mine, member);

	version_remove_texts(merged->one, member, base, mine);
	version_add_texts(merged->one, member, base, mine, "");
	copy_member(member, merged->other, merged->one);
}

/* Keeps the earlier ("added") or the later of two dates. */
static void
merge_date(struct merged *merged, const struct member *member)
{
	const char *mine = record_value(merged->mine, member);
	const char *theirs = record_value(merged->theirs, member);
	bool is_mine = theirs == NULL || (mine != NULL && (strcmp(mine,
	    theirs) > 0) == text_same(member->key, "changed"));

	copy_member(member, merged->one, is_mine ? merged->mine :
	    merged->theirs);
	copy_member(member, merged->other, merged->one);
}

static void
merge_member(struct merged *merged, const struct member *member)
{
	if (member->type == VALUE_RECORD)
		return;
	if (text_same(member->key, "tags")) {
		merge_set(merged, member);
	} else if (member->type == VALUE_DATE) {
		merge_date(merged, member);
	} else if (is_same_member(member, merged->base, merged->mine)) {
		copy_member(member, merged->other, merged->theirs);
	} else if (is_same_member(member, merged->base, merged->theirs)) {
		copy_member(member, merged->one, merged->mine);
	} else if (!is_same_member(member, merged->mine, merged->theirs)) {
		merged->conflict = true;
	}
}

void
version_mark(const struct schema *schema, void *version)
{
	const struct member *member = schema_member(schema, "conflict",
	    FORM_ATTRIBUTE);

	if (member != NULL)
		record_store(version, member, mem_text(version, "yes"));
}

static bool
is_empty_note(const struct page_note *note)
{
	return note->paragraphs.count + note->tags.count == 0 && note->state ==
	    NULL;
}

/*
 * Only `base` may be NULL. A missing value differs from every text and equals
 * another missing value.
 */
static struct versions
merge_members(const void *ctx, const struct schema *schema, const void *base,
    const void *mine, const void *theirs)
{
	struct merged merged = {
		.base = base == NULL ? record_new(ctx, schema) : base,
		.mine = mine,
		.theirs = theirs,
		.one = record_copy(ctx, schema, theirs),
		.other = record_copy(ctx, schema, mine),
	};
	size_t i;

	for (i = 0; i < schema->count; i++)
		merge_member(&merged, &schema->members[i]);
	return (struct versions){ merged.one, merged.conflict ? merged.other :
	    NULL, merged.conflict };
}

/*
 * A note without text, tags and state counts as deleted; its page never
 * differs.
 */
static struct versions
merge_note(const void *ctx, const struct page_note *base,
    const struct page_note *mine, const struct page_note *theirs)
{
	const struct page_note *any = theirs != NULL ? theirs : mine;
	struct page_note none = { .page = any->page, .bibliography =
	    any->bibliography };
	struct versions versions = merge_members(ctx, &page_note_schema,
	    base == NULL ? &none : base, mine == NULL ? &none : mine,
	    theirs == NULL ? &none : theirs);

	if (versions.other != NULL && is_empty_note(versions.other))
		versions.other = NULL;
	if (is_empty_note(versions.one)) {
		versions.one = versions.other;
		versions.other = NULL;
	}
	return versions;
}

/*
 * The number of `base` plus what both versions added to it; if one version
 * lowered it, the number of the other.
 */
static char *
add_up(const void *ctx, const char *base, const char *mine,
    const char *theirs)
{
	long before = 0, one = 0, other = 0;

	if (base != NULL)
		(void)number_natural(base, TIMES_MAX, &before);
	(void)number_natural(mine, TIMES_MAX, &one);
	(void)number_natural(theirs, TIMES_MAX, &other);
	return mem_format(ctx, "%ld", one < before ? other : other < before ?
	    one : one + other - before);
}

static struct versions
merge_progress(const void *ctx, const struct practice_progress *base,
    const struct practice_progress *mine,
    const struct practice_progress *theirs)
{
	struct versions versions = merge_members(ctx,
	    &practice_progress_schema, base, mine, theirs);
	struct practice_progress *progress = versions.one;

	progress->asked = add_up(progress, base == NULL ? NULL : base->asked,
	    mine->asked, theirs->asked);
	progress->agreed = add_up(progress, base == NULL ? NULL :
	    base->agreed, mine->agreed, theirs->agreed);
	return (struct versions){ .one = progress };
}

static void *
version_copy(const void *ctx, const struct schema *schema, const void *version)
{
	return version == NULL ? NULL : record_copy(ctx, schema, version);
}

/* Merges a part that both versions changed since `base`. */
static struct versions
merge_changed(const void *ctx, const struct schema *schema, const void *base,
    const void *mine, const void *theirs)
{
	struct versions versions;

	if (schema == &page_note_schema)
		versions = merge_note(ctx, base, mine, theirs);
	else if (mine == NULL || theirs == NULL)
		versions = (struct versions){ .one = version_copy(ctx, schema,
		    mine == NULL ? theirs : mine), .conflict = true };
	else if (schema == &practice_progress_schema)
		versions = merge_progress(ctx, base, mine, theirs);
	else
		versions = merge_members(ctx, schema, base, mine, theirs);
	if (versions.conflict && versions.one != NULL)
		version_mark(schema, versions.one);
	if (versions.conflict && versions.other != NULL)
		version_mark(schema, versions.other);
	return versions;
}

struct versions
versions_merge(const void *ctx, const struct schema *schema, const void *base,
    const void *mine, const void *theirs)
{
	if (entries_are_same(schema, base, mine))
		return (struct versions){ .one = version_copy(ctx, schema, theirs) };
	if (entries_are_same(schema, base, theirs))
		return (struct versions){ .one = version_copy(ctx, schema, mine) };
	if (schema != &practice_progress_schema && entries_are_same(schema,
	    mine, theirs))
		return (struct versions){ .one = version_copy(ctx, schema, theirs) };
	return mine == NULL && theirs == NULL ? (struct versions){ NULL, NULL,
	    false } : merge_changed(ctx, schema, base, mine, theirs);
}
