/* Resolves addresses and names. */
#include "library/resolve.h"

#include <assert.h>

#include "base/text.h"
#include "library/private.h"
#include "library/records.h"
#include "library/result.h"
#include "record/guide.h"

static bool
exists(struct library *library, enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(library->db, "SELECT 1 FROM record "
	    "WHERE kind=? AND id=? AND pack IS NOT NULL");
	bool found;

	if (library->notebook != NULL && ((kind == RECTYPE_LIST &&
	    notebook_list(library->notebook, id) != NULL) || (kind ==
	    RECTYPE_NOTES && text_same(id, "notes"))))
		return true;
	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	found = statement_step(st);
	statement_reset(st);
	return found;
}

static bool
resolve_alias(struct library *library, const void *ctx,
    struct address *address)
{
	struct list work = library_texts(library, ctx,
	    "SELECT work FROM alias WHERE id=?", address->id);

	if (work.count == 0)
		return false;
	address->kind = RECTYPE_WORK;
	address->id = list_at(&work, 0);
	return true;
}

/* Resolves the id of a term that was merged into another one. */
static bool
resolve_merged(struct library *library, const void *ctx,
    struct address *address)
{
	struct list term = library_texts(library, ctx,
	    "SELECT term FROM merged_term WHERE id=?", address->id);

	if (term.count == 0)
		return false;
	address->kind = RECTYPE_TERM;
	address->id = list_at(&term, 0);
	return true;
}

/* Whether a folded slug, "plantar-fasciitis", matches "Plantar fasciitis". */
static bool
is_slug(const char *slug, const char *words)
{
	char *folded = text_fold(NULL, words);
	bool same = text_same(slug, folded);

	mem_free(folded);
	return same;
}

bool
library_is_called(const struct term *term, const char *slug)
{
	size_t i;

	if (is_slug(slug, term->label))
		return true;
	for (i = 0; i < term->synonyms.count; i++)
		if (is_slug(slug, list_at(&term->synonyms, i)))
			return true;
	for (i = 0; i < term->abbreviations.count; i++)
		if (is_slug(slug, list_at(&term->abbreviations, i)))
			return true;
	return false;
}

static bool
is_entry_for(const struct glossary_entry *entry, const char *slug)
{
	size_t i;

	if (is_slug(slug, entry->word))
		return true;
	for (i = 0; i < entry->also.count; i++)
		if (is_slug(slug, list_at(&entry->also, i)))
			return true;
	return false;
}

/* Resolves a name that a glossary entry has as one of its words. */
static bool
resolve_word(struct library *library, const void *ctx,
    struct address *address)
{
	struct list ids = library_ids(library, ctx, RECTYPE_ENTRY);
	const char *slug = text_fold(ctx, address->id);
	const struct glossary_entry *entry;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		entry = library_record(library, ctx, RECTYPE_ENTRY, list_at(&ids, i));
		if (entry == NULL || !is_entry_for(entry, slug))
			continue;
		address->id = entry->id;
		return true;
	}
	return false;
}

/* Resolves a name that is a label, synonym or abbreviation of a term. */
static bool
resolve_called(struct library *library, const void *ctx,
    struct address *address)
{
	struct list ids = library_ids(library, ctx, RECTYPE_TERM);
	const char *slug = text_fold(ctx, address->id);
	const struct term *term;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		term = library_record(library, ctx, RECTYPE_TERM, list_at(&ids, i));
		if (term == NULL || !library_is_called(term, slug))
			continue;
		address->id = term->id;
		return true;
	}
	return false;
}

/*
 * Removes from an id the name of its bibliography, which is only needed if two
 * bibliographies have the id.
 */
static void
resolve_prefix(struct library *library, const void *ctx,
    struct address *address)
{
	const char *colon = address->id == NULL ? NULL : strchr(address->id,
	    ':');
	char *name, *owner;

	if (colon == NULL || address->kind == RECTYPE_COUNT ||
	    exists(library, address->kind, address->id))
		return;
	name = mem_text_n(ctx, address->id, (size_t)(colon - address->id));
	owner = library_bibliography_of(library, ctx, address->kind, colon +
	    1);
	if (owner != NULL && text_same(owner, name))
		address->id = colon + 1;
}

/* Looks up a bare id among works, claims, and the rest. */
static bool
resolve_bare(struct library *library, const void *ctx,
    struct address *address)
{
	static const enum rectype kinds[] = { RECTYPE_WORK, RECTYPE_CLAIM,
	    RECTYPE_PROPOSITION, RECTYPE_TOPIC, RECTYPE_TERM,
	    RECTYPE_TRIAL_LIST, RECTYPE_ARTICLE, RECTYPE_ENTRY, RECTYPE_TOUR,
	    RECTYPE_LIST, RECTYPE_NOTES };
	struct address named = *address;
	size_t i;

	for (i = 0; i < COUNT(kinds); i++) {
		named.kind = kinds[i];
		named.id = address->id;
		resolve_prefix(library, ctx, &named);
		if (!exists(library, named.kind, named.id))
			continue;
		*address = named;
		return true;
	}
	return resolve_alias(library, ctx, address) ||
	    resolve_merged(library, ctx, address);
}

static enum rectype
type_called(const char *name)
{
	enum rectype type = rectype_find(name);
	int i;

	for (i = 0; type == RECTYPE_COUNT && i < RECTYPE_COUNT; i++)
		if (text_same(rectype_plural((enum rectype)i), name))
			type = (enum rectype)i;
	return type;
}

/* Resolves the name of a type, "tour" or "tours", if no record has that name. */
static bool
resolve_type(struct library *library, struct address *address)
{
	static const struct {
		enum rectype	type;
		enum page	page;
	} others[] = { { RECTYPE_WORK, PAGE_SEARCH },
	    { RECTYPE_CLAIM, PAGE_CLAIMS }, { RECTYPE_TERM, PAGE_TERMS },
	    { RECTYPE_ENTRY, PAGE_GLOSSARY }, { RECTYPE_ABOUT, PAGE_START } };
	enum rectype type = type_called(address->id);
	size_t i;

	if (type == RECTYPE_COUNT || library_count(library, type) == 0)
		return false;
	*address = (struct address){ .page = PAGE_TYPE, .kind = type,
	    .query = "" };
	for (i = 0; i < COUNT(others); i++)
		if (others[i].type == type)
			address->page = others[i].page;
	return true;
}

/* Resolves an address or a bare id. */
static bool
resolve_address(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	if (!address_parse(ctx, text, address))
		return false;
	if (address->page != PAGE_RECORD)
		return true;
	resolve_prefix(library, ctx, address);
	if (address->kind == RECTYPE_COUNT)
		return resolve_bare(library, ctx, address) ||
		    resolve_type(library, address);
	return exists(library, address->kind, address->id) ||
	    (address->kind == RECTYPE_WORK &&
	    resolve_alias(library, ctx, address)) ||
	    (address->kind == RECTYPE_TERM &&
	    (resolve_merged(library, ctx, address) ||
	    resolve_called(library, ctx, address))) ||
	    (address->kind == RECTYPE_ENTRY &&
	    resolve_word(library, ctx, address));
}

/*
 * Resolves a name that a search recognises: a DOI, a reference, a citation key.
 */
static bool
resolve_name(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 1, .strict = true };
	const struct result *result = library_search(library, ctx, &search,
	    text);
	const struct work *work;

	if (result->count != 1 || result->total != 1 || !result->by_name)
		return false;
	/* A citation whose year is off by one is only a guess. */
	work = library_hit(library, ctx, RECTYPE_WORK,
	    result->hits[0].record);
	if (work == NULL || (result->cites && (work->year == NULL ||
	    strstr(text, work->year) == NULL)))
		return false;
	*address = (struct address){ .page = PAGE_RECORD,
	    .kind = RECTYPE_WORK, .id = library_id(library, ctx,
	    result->hits[0].record) };
	return address->id != NULL;
}

bool
library_resolve(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	assert(text != NULL && address != NULL);
	if (resolve_address(library, ctx, text, address))
		return true;
	if (*text == '\0' || resolve_name(library, ctx, text, address))
		return *text != '\0';
	*address = (struct address){ .page = PAGE_RECORD,
	    .kind = RECTYPE_TERM, .id = mem_text(ctx, text) };
	return resolve_called(library, ctx, address);
}

bool
library_resolve_query(struct library *library, const void *ctx,
    const char *query, struct address *address)
{
	return strpbrk(query, "/?") != NULL && library_resolve(library, ctx,
	    query, address) && address->page != PAGE_HELP;
}

/* The preferred name for saving a page. */
static struct kept_name
own_name(struct library *library, const void *ctx,
    const struct address *address)
{
	struct address bare = *address;
	struct kept_name name = { .bibliography = NULL };
	const char *colon;

	if (address->page == PAGE_RECORD) {
		name.bibliography = library_bibliography_of(library, ctx,
		    address->kind, address->id);
		colon = strchr(address->id, ':');
		if (colon != NULL)
			bare.id = colon + 1;
		bare.subjects = NULL;
	}
	name.page = address_print(ctx, &bare);
	return name;
}

static void
add_kept_name(const void *ctx, struct list *names, struct kept_name name)
{
	struct kept_name *copy = mem_new(ctx, struct kept_name);

	*copy = name;
	list_add(ctx, names, copy);
}

/* Adds the ids of a term in the bibliographies whose own terms it includes. */
static void
add_merged_names(struct library *library, const void *ctx,
    const struct address *address, struct list *names)
{
	struct list ids = library_texts(library, ctx, "SELECT id FROM "
	    "merged_term WHERE term=? AND instr(id, ':')>0", address->id);
	const char *id, *colon;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		id = list_at(&ids, i);
		colon = strchr(id, ':');
		add_kept_name(ctx, names, (struct kept_name){ address_of(ctx,
		    RECTYPE_TERM, colon + 1), mem_text_n(ctx, id,
		    (size_t)(colon - id)) });
	}
}

struct list
library_kept_names(struct library *library, const void *ctx,
    const struct address *address)
{
	const struct work *work = address->page != PAGE_RECORD ||
	    address->kind != RECTYPE_WORK ? NULL : library_record(library,
	    ctx, RECTYPE_WORK, address->id);
	struct list names = { .at = NULL };
	const struct recorded *recorded;
	size_t i;

	add_kept_name(ctx, &names, own_name(library, ctx, address));
	for (i = 0; work != NULL && i < work->recorded.count; i++) {
		recorded = list_at(&work->recorded, i);
		add_kept_name(ctx, &names, (struct kept_name){ address_of(ctx,
		    RECTYPE_WORK, recorded->id), recorded->bibliography });
	}
	if (address->page == PAGE_RECORD && address->kind == RECTYPE_TERM)
		add_merged_names(library, ctx, address, &names);
	return names;
}

char *
library_keep(struct library *library, const void *ctx,
    const struct address *address, const char **bibliography)
{
	struct list names = library_kept_names(library, ctx, address);
	struct kept_name *name = list_at(&names, 0), *other;
	size_t i;

	for (i = 0; library->notebook != NULL && i < names.count; i++) {
		other = list_at(&names, i);
		if (notebook_note(library->notebook, other->page,
		    other->bibliography) == NULL)
			continue;
		name = other;
		break;
	}
	*bibliography = name->bibliography;
	return mem_text(ctx, name->page);
}

/* The ids under which the open bibliographies store a record. */
static struct list
target_ids(struct library *library, const void *ctx,
    const struct address *address, const char *bibliography)
{
	struct list ids = { .at = NULL }, all = library_ids(library, ctx,
	    RECTYPE_ABOUT);
	const char *name;
	char *id;
	size_t i;

	for (i = 0; i < all.count; i++) {
		name = list_at(&all, i);
		id = mem_format(ctx, "%s:%s", name, address->id);
		if ((bibliography == NULL || text_same(name, bibliography)) &&
		    exists(library, address->kind, id))
			list_add(ctx, &ids, id);
	}
	name = library_bibliography_of(library, ctx, address->kind,
	    address->id);
	if (exists(library, address->kind, address->id) && (bibliography ==
	    NULL || name == NULL || text_same(name, bibliography)))
		list_add(ctx, &ids, mem_text(ctx, address->id));
	return ids;
}

/*
 * The id of the term that a term with this id in this bibliography was merged
 * into.
 */
static struct list
target_merged(struct library *library, const void *ctx,
    const struct address *address, const char *bibliography)
{
	return library_texts(library, ctx, "SELECT term FROM merged_term WHERE "
	    "id=?", bibliography == NULL ? address->id : mem_format(ctx,
	    "%s:%s", bibliography, address->id));
}

/*
 * The works with this as an additional id: in this bibliography, or in one
 * without a name.
 */
static struct list
target_aliases(struct library *library, const void *ctx,
    const struct address *address, const char *bibliography)
{
	struct list ids = { .at = NULL };

	if (bibliography != NULL)
		ids = library_texts(library, ctx, "SELECT work FROM alias "
		    "WHERE id=?", mem_format(ctx, "%s:%s", bibliography,
		    address->id));
	return ids.count > 0 ? ids : library_texts(library, ctx,
	    bibliography == NULL ? "SELECT work FROM alias WHERE id=?" :
	    "SELECT work FROM alias WHERE id=? AND merged<>1", address->id);
}

enum target
library_target(struct library *library, const void *ctx, const char *page,
    const char *bibliography, struct address *address)
{
	struct list ids;

	if (!address_parse(ctx, page, address))
		return TARGET_GONE;
	if (address->page != PAGE_RECORD || address->kind == RECTYPE_COUNT)
		return address->page == PAGE_RECORD ? TARGET_GONE :
		    TARGET_HERE;
	ids = target_ids(library, ctx, address, bibliography);
	if (ids.count == 0 && address->kind == RECTYPE_WORK)
		ids = target_aliases(library, ctx, address, bibliography);
	if (ids.count == 0 && address->kind == RECTYPE_TERM)
		ids = target_merged(library, ctx, address, bibliography);
	if (ids.count > 1)
		return TARGET_AMBIGUOUS;
	if (ids.count == 1)
		address->id = list_at(&ids, 0);
	return ids.count == 1 ? TARGET_HERE : TARGET_GONE;
}

/* The page other than a record with the nearest name, or NULL. */
static char *
nearest_page(const void *ctx, const char *text, size_t *best)
{
	const char *near = NULL, *name;
	size_t length = strcspn(text, "?"), distance;
	char *want = mem_text_n(NULL, text, length);
	int page;

	for (page = 0; (name = address_page_name(page)) != NULL; page++) {
		distance = text_distance(want, name, *best);
		if (distance <= *best && distance < length) {
			*best = distance;
			near = name;
		}
	}
	mem_free(want);
	return near == NULL ? NULL : mem_format(ctx, "%s%s", near, text +
	    length);
}

/* Whether an id starts with this word and a hyphen: "sleep", "smith". */
static bool
is_first_word(const char *id, const char *word)
{
	size_t length = strlen(word);

	return length > 0 && strncmp(id, word, length) == 0 &&
	    id[length] == '-';
}

char *
library_nearest(struct library *library, const void *ctx, const char *text)
{
	struct statement *st = db_prepare(library->db, "SELECT kind, id FROM "
	    "record WHERE pack IS NOT NULL AND kind<>'about'");
	const char *slash = strchr(text, '/'), *kind, *id;
	const char *want = slash != NULL ? slash + 1 : text;
	/* A word that is spelt right is not taken for another. */
	const bool right = slash == NULL && strchr(want, '-') == NULL &&
	    library_is_word(want);
	size_t best = strlen(want) / 3 + 1, distance;
	char *near = nearest_page(ctx, text, &best);

	while (statement_step(st)) {
		kind = column_text(st, 0);
		id = column_text(st, 1);
		if (slash != NULL && strncmp(kind, text,
		    (size_t)(slash - text)) != 0)
			continue;
		distance = is_first_word(id, want) ? 1 : right ? (text_same(
		    want, id) ? 0 : best + 1) : text_distance(want, id, best);
		if (distance > best || (near != NULL && distance == best))
			continue;
		best = distance;
		mem_free(near);
		near = text_same(kind, "work") && slash == NULL ?
		    mem_text(ctx, id) : mem_format(ctx, "%s/%s", kind, id);
	}
	return near;
}
