/* Renames ids that clash because several bibliographies are open. */
#include "library/naming.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "index/store.h"
#include "library/sources.h"
#include "record/address.h"
#include "record/identifier.h"
#include "record/term.h"

/* An id of this bibliography that is changed. */
struct renamed {
	enum rectype	 kind;
	const char	*id;
	const char	*now;
	bool		 same;		/* the term is the same as an earlier
					   term */
	enum facet	 facet;		/* facet of a term, or FACET_COUNT */
	size_t		 number;	/* position in the order of adding */
};

struct naming {
	struct store	*store;
	struct about	*about;
	struct list	 renamed;	/* struct renamed */
	struct list	 defined;	/* struct renamed: all other ids */
	struct list	 studies;	/* struct renamed: ids of studies in
					   use */
	bool		 imported;	/* all records are imported, so
					   nothing is renamed */
};

static int
by_id(const void *a, const void *b)
{
	const struct renamed *one = *(const struct renamed *const *)a;
	const struct renamed *other = *(const struct renamed *const *)b;
	int order = one->kind != other->kind ? (one->kind < other->kind ? -1 :
	    1) : strcmp(one->id, other->id);

	return order != 0 ? order : one->number < other->number ? -1 :
	    one->number > other->number;
}

/* Sorts the lists for find_in(); thousands of works may be renamed. */
static void
naming_sort(struct naming *naming)
{
	struct list *lists[] = { &naming->renamed, &naming->studies,
	    &naming->defined };
	size_t i;

	for (i = 0; i < COUNT(lists); i++)
		if (lists[i]->count > 0)
			qsort(lists[i]->at, lists[i]->count,
			    sizeof(*lists[i]->at), by_id);
}

/* The first of this kind and id in a sorted list, or NULL. */
static const struct renamed *
find_in(const struct list *list, enum rectype kind, const char *id)
{
	const struct renamed wanted = { .kind = kind, .id = id };
	const struct renamed *key = &wanted, *one;
	size_t low = 0, high = list->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (by_id(&key, &list->at[middle]) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	one = low == list->count ? NULL : list_at(list, low);
	return one != NULL && one->kind == kind && text_same(one->id, id) ?
	    one : NULL;
}

static const struct renamed *
find_renamed(const struct naming *naming, enum rectype kind, const char *id)
{
	return find_in(&naming->renamed, kind, id);
}

/* Scanning. */

static struct renamed *
note_renamed(struct naming *naming, struct list *list, enum rectype kind,
    const char *id, const char *now, bool same)
{
	struct renamed *one = mem_new(naming, struct renamed);

	*one = (struct renamed){ kind, mem_text(naming, id), now == NULL ?
	    NULL : mem_text(naming, now), same, FACET_COUNT, list->count };
	list_add(naming, list, one);
	return one;
}

static void
note_term(struct naming *naming, const struct term *term)
{
	char *like = store_term_like(naming->store, naming, term);

	if (like != NULL)
		(void)note_renamed(naming, &naming->renamed, RECTYPE_TERM,
		    term->id, like, true);
	else
		note_renamed(naming, &naming->defined, RECTYPE_TERM, term->id,
		    NULL, false)->facet = facet_find(term->facet);
}

/*
 * Studies of different bibliographies are different even with the same id,
 * unless the id is a registration.
 */
static void
note_study(struct naming *naming, const struct work *work)
{
	const char *study = work->study;

	if (study == NULL || identifier_kind(study) ==
	    IDENTIFIER_REGISTRATION || !store_has_study(naming->store, study))
		return;
	(void)note_renamed(naming, &naming->studies, RECTYPE_WORK, study, NULL,
	    false);
}

static void
naming_on_record(void *user, struct found *found)
{
	struct naming *naming = user;
	const char *id = record_id(rectype_schema(found->kind),
	    found->record);

	naming->imported |= found->imported;
	if (found->kind == RECTYPE_WORK)
		note_study(naming, found->record);
	if (id != NULL && found->kind == RECTYPE_ABOUT)
		naming->about = mem_move(naming, found->record);
	else if (id != NULL && found->kind == RECTYPE_TERM)
		note_term(naming, found->record);
	else if (id != NULL)
		(void)note_renamed(naming, &naming->defined, found->kind, id,
		    NULL, false);
	mem_free(found);
}

/*
 * Whether to scan further: imported records need no renaming, and are not read
 * twice.
 */
static bool
naming_goes_on(void *user, uint64_t done, uint64_t total)
{
	const struct naming *naming = user;

	(void)done;
	(void)total;
	return !naming->imported;
}

/* Prefixes ids already in use with the name of the bibliography. */
static void
settle(struct naming *naming)
{
	const struct renamed *one;
	size_t i;

	for (i = 0; i < naming->defined.count; i++) {
		one = list_at(&naming->defined, i);
		if (store_is_taken(naming->store, one->kind, one->id, false))
			(void)note_renamed(naming, &naming->renamed, one->kind,
			    one->id, mem_format(naming, "%s:%s",
			    naming->about->id, one->id), false);
	}
}

bool
naming_scan(const void *ctx, struct store *store, const struct list *files,
    struct naming **scanned, struct err *err)
{
	struct naming *naming = mem_new(ctx, struct naming);
	const struct read_handler handler = { .record = naming_on_record,
	    .user = naming };
	const struct input_watch watch = { naming_goes_on, naming };
	struct diag_sink silent = { .report = NULL };
	const struct source_file *file;
	struct err why = ERR_INIT;	/* also set if naming_goes_on() stops */
	bool whole, ok = true;
	size_t i;

	naming->store = store;
	*scanned = NULL;
	for (i = 0; ok && i < files->count; i++) {
		file = list_at(files, i);
		ok = read_file(file->path, file->path, &watch, &handler,
		    &silent, &whole, &why);
	}
	if (ok && naming->about != NULL && !naming->imported) {
		settle(naming);
		naming_sort(naming);
		*scanned = naming;
		return true;
	}
	if (!ok && !naming->imported)
		*err = why;
	ok |= naming->imported;
	mem_free(naming);
	return ok;
}

const char *
naming_name(const struct naming *naming)
{
	return naming->about->id;
}

struct place
naming_place(const struct naming *naming)
{
	return naming->about->at;
}

/* Writing. */

/* The type of the records that a member refers to, or RECTYPE_COUNT. */
static enum rectype
naming_kind_of(const struct member *member)
{
	/* A rater is either a work or a name. */
	return member->type == VALUE_TEXT && text_same(member->key, "by") ?
	    RECTYPE_WORK : rectype_of_member(member);
}

/* "work/x" with the changed id, or NULL if unchanged. */
static char *
renamed_address(const struct naming *naming, const void *ctx,
    const char *text)
{
	const char *slash = strchr(text, '/');
	const struct renamed *one;
	char *kind;

	if (slash == NULL)
		return NULL;
	kind = mem_text_n(ctx, text, (size_t)(slash - text));
	one = find_renamed(naming, rectype_find(kind), slash + 1);
	return one == NULL ? NULL : mem_format(ctx, "%s/%s", kind, one->now);
}

/* The changed value, owned by `ctx`; NULL if unchanged. */
static char *
renamed_value(const struct naming *naming, const void *ctx,
    const struct member *member, const char *value)
{
	const struct renamed *one;

	if (member->type == VALUE_ADDRESS)
		return renamed_address(naming, ctx, value);
	if (naming_kind_of(member) == RECTYPE_COUNT)
		return NULL;
	one = find_renamed(naming, naming_kind_of(member), value);
	return one == NULL ? NULL : mem_text(ctx, one->now);
}

static bool	rename_all(const struct naming *naming,
		    const struct schema *schema, void *record);

static bool
rename_one(const struct naming *naming, const struct member *member,
    void *record)
{
	const char *value;
	char *now;

	if (member->type == VALUE_RECORD)
		return record_value(record, member) != NULL && rename_all(
		    naming, member->schema, (void *)(uintptr_t)record_value(
		    record, member));
	value = record_value(record, member);
	now = value == NULL ? NULL : renamed_value(naming, record, member,
	    value);
	if (now != NULL)
		record_store(record, member, now);
	return now != NULL;
}

static bool
rename_many(const struct naming *naming, const struct member *member,
    void *record)
{
	const struct list *list = record_list(record, member);
	bool changed = false;
	char *now;
	size_t i;

	for (i = 0; i < list->count; i++) {
		if (member->type == VALUE_RECORD) {
			changed |= rename_all(naming, member->schema,
			    list_at(list, i));
			continue;
		}
		now = renamed_value(naming, record, member, list_at(list, i));
		if (now != NULL)
			list->at[i] = now;
		changed |= now != NULL;
	}
	return changed;
}

static bool
rename_all(const struct naming *naming, const struct schema *schema,
    void *record)
{
	const struct member *m;
	bool changed = false;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->form == FORM_DERIVED)
			continue;
		changed |= m->many ? rename_many(naming, m, record) :
		    rename_one(naming, m, record);
	}
	return changed;
}

/* Changes the id of the record itself. */
static void
rename_self(const struct naming *naming, struct found *found)
{
	const struct schema *schema = rectype_schema(found->kind);
	const char *id = record_id(schema, found->record);
	const struct renamed *one = id == NULL ? NULL : find_renamed(naming,
	    found->kind, id);
	const struct member *m;

	for (m = schema->members; one != NULL && m < schema->members +
	    schema->count; m++)
		if ((m->need & NEED_ID) != 0)
			record_store(found->record, m, mem_text(found->record,
			    one->now));
}

static bool
rename_study(const struct naming *naming, struct work *work)
{
	const struct renamed *one = work->study == NULL ? NULL :
	    find_in(&naming->studies, RECTYPE_WORK, work->study);

	if (one != NULL)
		work->study = one->now != NULL ? mem_text(work, one->now) :
		    mem_format(work, "%s:%s", naming->about->id, one->id);
	return one != NULL;
}

void
naming_refer(const struct naming *naming, struct found *found)
{
	const struct renamed *one;
	struct reference *reference;
	size_t i;

	if (found->kind == RECTYPE_WORK)
		(void)rename_study(naming, found->record);
	if (naming->renamed.count == 0)
		return;
	(void)rename_all(naming, rectype_schema(found->kind), found->record);
	for (i = 0; i < found->references.count; i++) {
		reference = list_at(&found->references, i);
		one = find_renamed(naming, reference->kind, reference->id);
		if (one != NULL)
			reference->id = one->now;
	}
}

void
naming_apply(const struct naming *naming, struct found *found)
{
	rename_self(naming, found);
	naming_refer(naming, found);
}

bool
naming_dangles(const struct naming *naming, const struct found *found)
{
	const struct reference *reference;
	const struct renamed *own;
	size_t i;

	for (i = 0; i < found->references.count; i++) {
		reference = list_at(&found->references, i);
		own = find_in(&naming->defined, reference->kind,
		    reference->id);
		if (own != NULL ? reference->facet != FACET_COUNT &&
		    reference->facet != own->facet : find_renamed(naming,
		    reference->kind, reference->id) == NULL &&
		    !store_resolves(naming->store, reference->kind,
		    reference->facet, reference->id))
			return true;
	}
	return false;
}

const char *
naming_same_term(const struct naming *naming, const char *id)
{
	const struct renamed *one = find_renamed(naming, RECTYPE_TERM, id);

	return one != NULL && one->same ? one->now : NULL;
}

/* Renaming stored records. */

struct naming *
naming_new(const void *ctx)
{
	return mem_new(ctx, struct naming);
}

void
naming_add(struct naming *naming, bool study, const char *from,
    const char *to)
{
	struct list *list = study ? &naming->studies : &naming->renamed;
	struct renamed *one;
	size_t i;

	assert(from != NULL && to != NULL);
	for (i = 0; i < list->count; i++) {
		one = list_at(list, i);
		if (text_same(one->now, from))
			one->now = mem_text(naming, to);
	}
	(void)note_renamed(naming, list, RECTYPE_WORK, from, to, true);
}

static bool
naming_rewrite(void *user, enum rectype kind, void *record)
{
	const struct naming *naming = user;
	struct work *work = kind == RECTYPE_WORK ? record : NULL;
	bool changed = false;

	/* Imported records contain no references. */
	if (work != NULL && work->imported != NULL)
		return false;
	if (work != NULL)
		changed = rename_study(naming, work);
	return rename_all(naming, rectype_schema(kind), record) || changed;
}

void
naming_settle(struct naming *naming, struct store *store)
{
	const struct renamed *one;
	size_t i;

	for (i = 0; i < naming->renamed.count; i++) {
		one = list_at(&naming->renamed, i);
		store_rename(store, false, one->id, one->now);
	}
	for (i = 0; i < naming->studies.count; i++) {
		one = list_at(&naming->studies, i);
		store_rename(store, true, one->id, one->now);
	}
	naming_sort(naming);
	if (naming->renamed.count + naming->studies.count > 0)
		store_rewrite(store, naming_rewrite, naming);
}
