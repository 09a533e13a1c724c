/*
 * Merges two versions of a list or of notes, part by part, from what each has
 * changed since their common base, including moves.
 */
#include "library/entries.h"

#include <assert.h>

#include "base/text.h"
#include "library/versions.h"

/* A part in one version of the record. */
struct version_part {
	const char		*key;	/* its key, with a number if repeated */
	const char		*section;	/* key of the section's
						   heading; "": none */
	struct entry_part	*part;
};

struct merge {
	void		*ctx;
	struct list	 base;		/* struct version_part */
	struct list	 mine;
	struct list	 theirs;
	struct list	 by_me;		/* the parts moved in each version */
	struct list	 by_them;
	struct list	 done;		/* struct version_part */
	size_t		 conflicts;
};

static struct version_part *
merge_find(const struct list *parts, const char *key)
{
	struct version_part *part;
	size_t i;

	for (i = 0; i < parts->count; i++) {
		part = list_at(parts, i);
		if (text_same(part->key, key))
			return part;
	}
	return NULL;
}

/* The parts of a version, with repeated keys numbered. */
static struct list
merge_parts(const void *ctx, const struct schema *schema, const void *record)
{
	struct list entries = { .at = NULL }, parts = { .at = NULL };
	const char *key, *section = "";
	struct version_part *one;
	size_t i, n;

	if (record != NULL)
		entries = entries_of(ctx, schema, record);
	for (i = 0; i < entries.count; i++) {
		one = mem_new(ctx, struct version_part);
		one->part = list_at(&entries, i);
		key = entry_key(one, one->part);
		one->key = key;
		for (n = 2; merge_find(&parts, one->key) != NULL; n++)
			one->key = mem_format(one, "%s #%zu", key, n);
		one->section = section;
		if (one->part->schema == &reading_section_schema)
			section = one->key;
		list_add(ctx, &parts, one);
	}
	return parts;
}

/* Order: which parts a version has moved. */

enum { HEAD_WEIGHT = 100000 };	/* outweighs all items, so that items count
				   as moved rather than headings */

static size_t
position_of(const struct list *parts, const char *key)
{
	size_t i;

	for (i = 0; i < parts->count; i++)
		if (text_same(((struct version_part *)list_at(parts, i))->key,
		    key))
			break;
	return i;
}

/*
 * The parts (struct version_part) of a version that were moved since the base:
 * all but the heaviest sequence with the same order in both.
 */
static struct list
moved_parts(const void *ctx, const struct list *base,
    const struct list *version)
{
	size_t n = version->count, i, k, best = n;
	size_t *at = mem_array(ctx, size_t, n + 1);
	size_t *sum = mem_array(ctx, size_t, n + 1);
	size_t *before = mem_array(ctx, size_t, n + 1);
	struct list moved = { .at = NULL };
	struct version_part *part;

	for (i = 0; i < n; i++) {
		part = list_at(version, i);
		at[i] = position_of(base, part->key);
		if (at[i] == base->count)
			continue;
		before[i] = n;
		for (k = 0; k < i; k++)
			if (at[k] < at[i] && sum[k] > sum[i]) {
				sum[i] = sum[k];
				before[i] = k;
			}
		sum[i] += part->part->schema == &reading_section_schema ?
		    HEAD_WEIGHT : 1;
		if (best == n || sum[i] > sum[best])
			best = i;
	}
	for (i = n; i-- > 0;)
		if (i == best)
			best = before[i];
		else if (at[i] < base->count)
			list_add(ctx, &moved, list_at(version, i));
	return moved;
}

/* Which version decides the place of a part. */
enum place_of { PLACE_OF_THEIRS, PLACE_OF_MINE, PLACE_OF_EACH };

/*
 * Decides the place of a part.  If both moved it, a move to another section
 * outweighs a move within one; if they moved it to different sections, it is
 * kept in both.
 */
static enum place_of
place_of_part(const struct version_part *base,
    const struct version_part *mine, const struct version_part *theirs,
    bool moved_by_me, bool moved_by_them)
{
	if (!moved_by_me)
		return PLACE_OF_THEIRS;
	if (!moved_by_them || text_same(theirs->section, base->section))
		return PLACE_OF_MINE;
	if (text_same(mine->section, base->section) || text_same(
	    mine->section, theirs->section))
		return PLACE_OF_THEIRS;
	return PLACE_OF_EACH;
}

/* The position for the parts after the i-th part of my version. */
static size_t
place_after(const struct merge *merge, size_t i)
{
	const struct version_part *before;
	size_t k;

	while (i-- > 0) {
		before = list_at(&merge->mine, i);
		for (k = merge->done.count; k-- > 0;)
			if (text_same(((struct version_part *)list_at(
			    &merge->done, k))->key, before->key))
				return k + 1;
	}
	return 0;
}

/*
 * The position for the i-th part of my version: after the parts that others
 * inserted before it.
 */
static size_t
place_of_mine(const struct merge *merge, size_t i)
{
	size_t at = place_after(merge, i);
	const struct version_part *next;

	for (; at < merge->done.count; at++) {
		next = list_at(&merge->done, at);
		if (merge_find(&merge->by_them, next->key) == NULL &&
		    (merge_find(&merge->base, next->key) != NULL ||
		    merge_find(&merge->mine, next->key) != NULL))
			break;
	}
	return at;
}

static const void *
merge_record(const struct version_part *part)
{
	return part == NULL ? NULL : part->part->record;
}

/* Inserts a version of the part with this key before the one at `at`. */
static void
merge_put(struct merge *merge, size_t at, const struct version_part *any,
    void *version)
{
	struct version_part *part = mem_new(merge->ctx, struct version_part);

	*part = *any;
	part->part = mem_new(merge->ctx, struct entry_part);
	*part->part = (struct entry_part){ any->part->schema, version };
	list_insert(merge->ctx, &merge->done, at, part);
}

/* Merges the versions of the part with a key. */
static struct versions
merge_key(struct merge *merge, const struct version_part *any,
    enum place_of place)
{
	const struct schema *schema = any->part->schema;
	struct versions versions = versions_merge(merge->ctx, schema,
	    merge_record(merge_find(&merge->base, any->key)), merge_record(
	    merge_find(&merge->mine, any->key)), merge_record(merge_find(
	    &merge->theirs, any->key)));

	if (place == PLACE_OF_EACH && versions.other == NULL &&
	    versions.one != NULL) {
		versions.conflict = true;
		version_mark(schema, versions.one);
		versions.other = record_copy(merge->ctx, schema,
		    versions.one);
	}
	return versions;
}

/* Adds the parts whose place the version in the file decides. */
static void
merge_theirs(struct merge *merge, enum place_of *places)
{
	const struct version_part *theirs, *base, *mine;
	struct versions versions;
	size_t i;

	for (i = 0; i < merge->theirs.count; i++) {
		theirs = list_at(&merge->theirs, i);
		base = merge_find(&merge->base, theirs->key);
		mine = merge_find(&merge->mine, theirs->key);
		places[i] = base == NULL || mine == NULL ? PLACE_OF_THEIRS :
		    place_of_part(base, mine, theirs, merge_find(&merge->by_me,
		    theirs->key) != NULL, merge_find(&merge->by_them,
		    theirs->key) != NULL);
		if (places[i] == PLACE_OF_MINE)
			continue;
		versions = merge_key(merge, theirs, places[i]);
		merge->conflicts += versions.conflict;
		if (versions.one != NULL)
			merge_put(merge, merge->done.count, theirs,
			    versions.one);
		if (versions.other != NULL && places[i] == PLACE_OF_THEIRS)
			merge_put(merge, merge->done.count, theirs,
			    versions.other);
	}
}

/*
 * Inserts the parts that this session added or moved, each after the part
 * before it.
 */
static void
merge_mine(struct merge *merge, const enum place_of *places)
{
	const struct version_part *mine;
	struct versions versions;
	size_t i, their, at;

	for (i = 0; i < merge->mine.count; i++) {
		mine = list_at(&merge->mine, i);
		their = position_of(&merge->theirs, mine->key);
		if (their < merge->theirs.count && places[their] ==
		    PLACE_OF_THEIRS)
			continue;
		versions = merge_key(merge, mine, their < merge->theirs.count ?
		    places[their] : PLACE_OF_MINE);
		at = place_of_mine(merge, i);
		if (their < merge->theirs.count && places[their] ==
		    PLACE_OF_EACH) {
			merge_put(merge, at, mine, versions.other);
			continue;
		}
		merge->conflicts += versions.conflict;
		if (versions.other != NULL)
			merge_put(merge, at, mine, versions.other);
		if (versions.one != NULL)
			merge_put(merge, at, mine, versions.one);
	}
}

static void
merge_sequences(struct merge *merge)
{
	enum place_of *places = mem_array(merge->ctx, enum place_of,
	    merge->theirs.count + 1);

	merge->by_me = moved_parts(merge->ctx, &merge->base, &merge->mine);
	merge->by_them = moved_parts(merge->ctx, &merge->base,
	    &merge->theirs);
	merge_theirs(merge, places);
	merge_mine(merge, places);
}

/* Members of the record itself. */

/* Whether a version has a text that the other and the base lack. */
static bool
has_new_text(const struct list *version, const struct list *other,
    const struct list *base)
{
	size_t i;

	for (i = 0; i < version->count; i++)
		if (!list_holds(other, list_at(version, i)) && !list_holds(
		    base, list_at(version, i)))
			return true;
	return false;
}

/* Whether both versions replaced the same text differently. */
static bool
are_both_replaced(const struct list *base, const struct list *mine,
    const struct list *theirs)
{
	size_t i;

	for (i = 0; i < base->count; i++)
		if (!list_holds(mine, list_at(base, i)) && !list_holds(theirs,
		    list_at(base, i)))
			return has_new_text(mine, theirs, base) &&
			    has_new_text(theirs, mine, base);
	return false;
}

static void
merge_many(struct merge *merge, void *to, const struct member *member,
    const void *base, const void *mine)
{
	const struct list *before = base == NULL ? NULL : record_list(base,
	    member);
	const struct list *after = record_list(mine, member);
	const struct list *now = record_list(to, member);
	bool both = before != NULL && !text_same(member->key, "tags") &&
	    are_both_replaced(before, after, now);

	/* Keep the order of the only version that changed it. */
	if (before != NULL && list_same(before, now))
		record_clear(to, member);
	else if (before != NULL)
		version_remove_texts(to, member, before, after);
	merge->conflicts += both;
	version_add_texts(to, member, now->count == 0 ? NULL : before, after,
	    both ? " (other version)" : "");
}

/*
 * Both sides changed a text: the file's version is kept, followed by the other in
 * parentheses, so that nothing is lost and the user decides.
 */
static void
merge_scalar(struct merge *merge, const struct schema *schema, void *to,
    const struct member *member, const void *base, const void *mine)
{
	const char *before = base == NULL ? NULL : record_value(base, member);
	const char *after = record_value(mine, member);
	const char *now = record_value(to, member);
	const char *id = base != NULL ? NULL : record_id(schema, to);

	/*
	 * The first title of a list is its name, even if two sessions create
	 * it.
	 */
	if (text_same(after, before) || text_same(after, now) || (id != NULL &&
	    text_same(after, id)))
		return;
	if (!text_same(now, before) && now != NULL && after != NULL &&
	    !(id != NULL && text_same(now, id)) && member->type ==
	    VALUE_TEXT) {
		merge->conflicts++;
		after = mem_format(to, "%s (other version: %s)", now, after);
	}
	if (after == NULL)
		record_clear(to, member);
	else
		record_store(to, member, mem_text(to, after));
}

static void
merge_head(struct merge *merge, const struct schema *schema, void *to,
    const void *base, const void *mine)
{
	const struct member *member;

	for (member = schema->members; member < schema->members +
	    schema->count; member++)
		if (member->type == VALUE_RECORD || (member->need & NEED_ID))
			continue;
		else if (member->many)
			merge_many(merge, to, member, base, mine);
		else
			merge_scalar(merge, schema, to, member, base, mine);
}

void *
entries_merge(const void *ctx, const struct schema *schema, const void *base,
    const void *mine, const void *theirs, size_t *conflicts)
{
	struct merge merge = { .ctx = mem_context(NULL) };
	struct list entries = { .at = NULL };
	void *to;
	size_t i;

	assert(mine != NULL && theirs != NULL);
	to = record_copy(ctx, schema, theirs);
	merge.base = merge_parts(merge.ctx, schema, base);
	merge.mine = merge_parts(merge.ctx, schema, mine);
	merge.theirs = merge_parts(merge.ctx, schema, theirs);
	merge_sequences(&merge);
	merge_head(&merge, schema, to, base, mine);
	for (i = 0; i < merge.done.count; i++)
		list_add(merge.ctx, &entries, ((struct version_part *)list_at(
		    &merge.done, i))->part);
	entries_put(schema, to, &entries);
	*conflicts += merge.conflicts;
	mem_free(merge.ctx);
	return to;
}
