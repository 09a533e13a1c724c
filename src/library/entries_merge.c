/*
 * Merging two versions of a list or of notes: part by part, by what each
 * changed since their common base.
 */
#include "library/entries.h"

#include "base/text.h"
#include "record/serialize.h"

enum { TIMES_MAX = 1000000000 };	/* that a question was asked */

/* A part of one version. */
struct version_part {
	const char		*key;	/* with a number where it is repeated */
	struct buf		 bytes;	/* packed, to compare */
	struct entry_part	*part;
};

struct merge {
	void		*ctx;
	struct list	 base;		/* struct version_part */
	struct list	 mine;
	struct list	 theirs;
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

static bool
is_same_part(const struct version_part *a, const struct version_part *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->bytes.len == b->bytes.len && memcmp(a->bytes.data,
	    b->bytes.data, a->bytes.len) == 0;
}

/* The parts of a version, keys that come again numbered. */
static struct list
merge_parts(const void *ctx, const struct schema *schema, const void *record)
{
	struct list entries = { .at = NULL }, parts = { .at = NULL };
	struct version_part *one;
	const char *key;
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
		record_pack(one, one->part->schema, one->part->record,
		    &one->bytes);
		list_add(ctx, &parts, one);
	}
	return parts;
}

/* Whether what both versions have is in another order in the second. */
static bool
is_moved(const struct list *before, const struct list *after)
{
	const struct version_part *part;
	size_t i, k = 0;

	for (i = 0; i < after->count; i++) {
		part = list_at(after, i);
		if (merge_find(before, part->key) == NULL)
			continue;
		while (k < before->count && !text_same(((struct version_part *)
		    list_at(before, k))->key, part->key)) {
			if (merge_find(after, ((struct version_part *)list_at(
			    before, k))->key) != NULL)
				return true;
			k++;
		}
		k++;
	}
	return false;
}

static void
mark_conflict(struct merge *merge, struct version_part *part)
{
	const struct member *member = schema_member(part->part->schema,
	    "conflict", FORM_ATTRIBUTE);

	if (member != NULL)
		record_store(part->part->record, member, mem_text(merge->ctx,
		    "yes"));
}

static bool
is_same_list(const struct list *a, const struct list *b)
{
	size_t i;

	if (a->count != b->count)
		return false;
	for (i = 0; i < a->count; i++)
		if (!text_same(list_at(a, i), list_at(b, i)))
			return false;
	return true;
}

/* Notes on a page: what can be merged within one part. */

/* Tags are a set: what each version added, less what each took away. */
static struct list
merge_tags(const void *ctx, const struct list *base, const struct list *mine,
    const struct list *theirs)
{
	struct list tags = { .at = NULL };
	const char *tag;
	size_t i;

	for (i = 0; i < theirs->count; i++) {
		tag = list_at(theirs, i);
		if (list_holds(mine, tag) || !list_holds(base, tag))
			list_add(ctx, &tags, mem_text(ctx, tag));
	}
	for (i = 0; i < mine->count; i++) {
		tag = list_at(mine, i);
		if (!list_holds(base, tag) && !list_holds(theirs, tag))
			list_add(ctx, &tags, mem_text(ctx, tag));
	}
	return tags;
}

/* The earlier or the later of two dates; NULL is neither. */
static const char *
merge_dates(const char *a, const char *b, bool later)
{
	if (a == NULL || b == NULL)
		return a == NULL ? b : a;
	return (strcmp(a, b) > 0) == later ? a : b;
}

/*
 * One note of two versions, owned by `ctx`: all tags, the text that was
 * changed, and the mark that was set last, which is mine.  NULL where both
 * changed the text.
 */
static struct page_note *
merge_note(const void *ctx, const struct page_note *base,
    const struct page_note *mine, const struct page_note *theirs)
{
	bool text = !is_same_list(&base->paragraphs, &mine->paragraphs);
	struct page_note *note;

	if (text && !is_same_list(&base->paragraphs, &theirs->paragraphs) &&
	    !is_same_list(&mine->paragraphs, &theirs->paragraphs))
		return NULL;
	note = entries_copy(ctx, &page_note_schema, mine->page == NULL ?
	    theirs : mine);
	note->paragraphs = text ? mine->paragraphs : theirs->paragraphs;
	note->tags = merge_tags(note, &base->tags, &mine->tags,
	    &theirs->tags);
	note->state = text_same(mine->state, base->state) ? theirs->state :
	    mine->state;
	note->conflict = text_same(mine->conflict, base->conflict) ?
	    theirs->conflict : mine->conflict;
	note->added = merge_dates(mine->added, theirs->added, false);
	note->changed = merge_dates(mine->changed, theirs->changed, true);
	return note;
}

/* Merges versions of a note into out[0], which is NULL if nothing is left. */
static bool
merge_note_parts(struct merge *merge, const struct version_part *base,
    const struct version_part *mine, const struct version_part *theirs,
    struct version_part *out[2])
{
	static const struct page_note none = { .page = NULL };
	const struct version_part *any = theirs != NULL ? theirs : mine;
	struct page_note *note;

	if (any == NULL || any->part->schema != &page_note_schema)
		return false;
	note = merge_note(merge->ctx, base == NULL ? &none :
	    base->part->record, mine == NULL ? &none : mine->part->record,
	    theirs == NULL ? &none : theirs->part->record);
	if (note == NULL)
		return false;
	out[0] = NULL;
	if (note->paragraphs.count + note->tags.count == 0 && note->state ==
	    NULL)
		return true;
	out[0] = mem_new(merge->ctx, struct version_part);
	*out[0] = *any;
	out[0]->part = mem_new(merge->ctx, struct entry_part);
	*out[0]->part = (struct entry_part){ &page_note_schema, note };
	return true;
}

/* Progress in practice. */

/* A number that both versions counted up from that of `base`. */
static char *
add_up(const void *ctx, const char *base, const char *mine,
    const char *theirs)
{
	long before = 0, one = 0, other = 0;

	if (base != NULL)
		(void)text_natural(base, TIMES_MAX, &before);
	(void)text_natural(mine, TIMES_MAX, &one);
	(void)text_natural(theirs, TIMES_MAX, &other);
	return mem_format(ctx, "%ld", one < before ? other : other < before ?
	    one : one + other - before);
}

/* One part for two that were both counted up; NULL if they are others. */
static struct version_part *
merge_progress(struct merge *merge, const struct version_part *base,
    const struct version_part *mine, const struct version_part *theirs)
{
	const struct practice_progress *one, *other, *before;
	struct practice_progress *progress;
	struct version_part *part;

	if (mine == NULL || theirs == NULL || theirs->part->schema !=
	    &practice_progress_schema)
		return NULL;
	before = base == NULL ? NULL : base->part->record;
	one = mine->part->record;
	other = theirs->part->record;
	progress = entries_copy(merge->ctx, &practice_progress_schema, other);
	progress->asked = add_up(progress, before == NULL ? NULL :
	    before->asked, one->asked, other->asked);
	progress->agreed = add_up(progress, before == NULL ? NULL :
	    before->agreed, one->agreed, other->agreed);
	progress->changed = merge_dates(one->changed, other->changed, true);
	part = mem_new(merge->ctx, struct version_part);
	*part = *theirs;
	part->part = mem_new(merge->ctx, struct entry_part);
	*part->part = (struct entry_part){ &practice_progress_schema,
	    progress };
	return part;
}

/* What becomes of a key: up to two parts; returns how many. */
static size_t
merge_key(struct merge *merge, const char *key, struct version_part *out[2])
{
	struct version_part *base = merge_find(&merge->base, key);
	struct version_part *mine = merge_find(&merge->mine, key);
	struct version_part *theirs = merge_find(&merge->theirs, key);

	if (is_same_part(base, mine)) {
		out[0] = theirs;
		return theirs != NULL ? 1 : 0;
	}
	if (is_same_part(base, theirs)) {
		out[0] = mine;
		return mine != NULL ? 1 : 0;
	}
	out[0] = merge_progress(merge, base, mine, theirs);
	if (out[0] != NULL)
		return 1;
	if (is_same_part(mine, theirs)) {
		out[0] = theirs;
		return theirs != NULL ? 1 : 0;
	}
	if (merge_note_parts(merge, base, mine, theirs, out))
		return out[0] != NULL ? 1 : 0;
	merge->conflicts++;
	out[0] = theirs != NULL ? theirs : mine;
	mark_conflict(merge, out[0]);
	if (theirs == NULL || mine == NULL)
		return 1;
	out[1] = mine;
	mark_conflict(merge, mine);
	return 2;
}

/* Where what comes after the i-th part of a version belongs. */
static size_t
place_after(const struct merge *merge, const struct list *version, size_t i)
{
	const struct version_part *before;
	size_t k;

	while (i-- > 0) {
		before = list_at(version, i);
		for (k = merge->done.count; k-- > 0;)
			if (text_same(((struct version_part *)list_at(
			    &merge->done, k))->key, before->key))
				return k + 1;
	}
	return 0;
}

static void
merge_sequences(struct merge *merge)
{
	bool moved = is_moved(&merge->base, &merge->mine);
	const struct list *first = moved ? &merge->mine : &merge->theirs;
	const struct list *second = moved ? &merge->theirs : &merge->mine;
	struct version_part *part, *out[2];
	size_t i, k, n, at;

	for (i = 0; i < first->count; i++) {
		part = list_at(first, i);
		n = merge_key(merge, part->key, out);
		for (k = 0; k < n; k++)
			list_add(merge->ctx, &merge->done, out[k]);
	}
	for (i = 0; i < second->count; i++) {
		part = list_at(second, i);
		if (merge_find(first, part->key) != NULL)
			continue;
		n = merge_key(merge, part->key, out);
		at = place_after(merge, second, i);
		for (k = 0; k < n; k++)
			list_insert(merge->ctx, &merge->done, at + k, out[k]);
	}
}

/* Members of the record itself. */

/* Adds to one list of texts what another version of it added. */
static void
merge_texts(void *to, const struct member *member, const struct list *base,
    const struct list *mine)
{
	const struct list *now = record_list(to, member);
	size_t i;

	for (i = 0; i < mine->count; i++)
		if (!list_holds(now, list_at(mine, i)) && (base == NULL ||
		    !list_holds(base, list_at(mine, i))))
			record_store(to, member, mem_text(to, list_at(mine,
			    i)));
}

/* Takes out of a list of texts what another version of it removed. */
static void
remove_texts(void *to, const struct member *member, const struct list *base,
    const struct list *mine)
{
	struct list now = *record_list(to, member);
	size_t i;

	record_clear(to, member);
	for (i = 0; i < now.count; i++)
		if (list_holds(mine, list_at(&now, i)) || !list_holds(base,
		    list_at(&now, i)))
			record_store(to, member, list_at(&now, i));
}

static void
merge_many(void *to, const struct member *member, const void *base,
    const void *mine)
{
	const struct list *before = base == NULL ? NULL : record_list(base,
	    member);
	const struct list *after = record_list(mine, member);
	const struct list *now = record_list(to, member);

	/* The order, where only this version changed it. */
	if (before != NULL && is_same_list(before, now))
		record_clear(to, member);
	else if (before != NULL)
		remove_texts(to, member, before, after);
	merge_texts(to, member, now->count == 0 ? NULL : before, after);
}

/*
 * A text that both changed: what the file has stays, with the other in
 * parentheses after it; nothing is lost, and the reader decides.
 */
static void
merge_scalar(struct merge *merge, void *to, const struct member *member,
    const void *base, const void *mine)
{
	const char *before = base == NULL ? NULL : record_value(base, member);
	const char *after = record_value(mine, member);
	const char *now = record_value(to, member);

	if (text_same(after, before) || text_same(after, now))
		return;
	if (!text_same(now, before) && member->type == VALUE_TEXT &&
	    now != NULL && after != NULL) {
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
			merge_many(to, member, base, mine);
		else
			merge_scalar(merge, to, member, base, mine);
}

void *
entries_merge(const void *ctx, const struct schema *schema, const void *base,
    const void *mine, const void *theirs, size_t *conflicts)
{
	struct merge merge = { .ctx = mem_context(NULL) };
	struct list entries = { .at = NULL };
	void *to = entries_copy(ctx, schema, theirs);
	size_t i;

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
