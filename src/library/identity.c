/* Identity: one work is one record, in however many files it is. */
#include "library/identity.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/found.h"
#include "index/store.h"
#include "record/level.h"
#include "record/work.h"


enum { PLACES_MAX = 40, ALIASES_MAX = 200 };

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

/*
 * What a record may take from another of the same work: what identifies and
 * describes it.  Judgements (design, level) come from one record alone.
 */
static const char *const shared[] = { "authors", "authors_note", "editors",
	"investigators", "original_title", "languages", "year", "published",
	"container", "container_short", "series", "edition", "volume", "issue",
	"pages", "publisher", "publisher_place", "doi", "pmid", "pmcid",
	"isbn", "issns", "license", "link", "publication_types", "abstract",
	"headings", "keywords", "registration", "competing_interests" };

static bool
is_shared(const char *key)
{
	size_t i;

	for (i = 0; i < COUNT(shared); i++)
		if (text_same(shared[i], key))
			return true;
	return false;
}

/* What `lead` lacks of the other; all live as long as what it is put into. */
static void
fill_members(struct work *gaps, const struct work *lead,
    const struct work *other)
{
	const struct member *member;
	size_t i;

	for (i = 0; i < work_schema.count; i++) {
		member = &work_schema.members[i];
		if (is_shared(member->key) && (member->many ?
		    record_list(lead, member)->count == 0 :
		    record_value(lead, member) == NULL))
			memcpy((char *)gaps + member->offset,
			    (const char *)other + member->offset,
			    member->many ? sizeof(struct list) :
			    sizeof(const char *));
	}
}

/* A status that only one of them knows is a status of the work. */
static void
fill_notices(struct work *gaps, const struct work *lead,
    const struct work *other)
{
	const struct notice *mine;
	struct notice *its;
	size_t i, k;

	for (i = 0; i < other->notices.count; i++) {
		its = list_at(&other->notices, i);
		for (k = 0; k < lead->notices.count; k++) {
			mine = list_at(&lead->notices, k);
			if (text_same(mine->kind, its->kind))
				break;
		}
		if (k == lead->notices.count)
			work_add_notice(gaps, its);
	}
}

static void
add_once(struct work *lead, struct list *list, const char *text)
{
	if (text != NULL && !text_same(text, lead->id) &&
	    !list_holds(list, text))
		list_add(lead, list, mem_text(lead, text));
}

/*
 * Where else it was read.  A broken export may have one identifier thousands
 * of times; the work is packed anew each time, so the places end somewhere.
 */
static void
identity_add_place(struct work *lead, const char *place)
{
	if (lead->also_in.count < PLACES_MAX)
		add_once(lead, &lead->also_in, place);
	else if (lead->also_in.count == PLACES_MAX)
		add_once(lead, &lead->also_in, "and more");
}

/* The same for ids: each costs a row of the index, every time. */
static void
identity_add_alias(struct work *lead, const char *id)
{
	if (lead->aliases.count < ALIASES_MAX)
		add_once(lead, &lead->aliases, id);
}

/* What the design says is taken as a whole, or not at all. */
static void
fill_design(struct work *lead, const struct work *other)
{
	if (lead->imported == NULL ||
	    !text_same(lead->design, "design-not-known"))
		return;
	lead->design = other->design;
	lead->level = other->level;
	lead->level_reason = other->level_reason;
	if (lead->subjects == NULL)
		lead->subjects = other->subjects;
}

static void
fill_gaps(struct work *lead, const struct work *other, const char *from)
{
	size_t i;

	fill_members(lead, lead, other);
	fill_notices(lead, lead, other);
	fill_design(lead, other);
	(void)level_withdraw(lead);
	identity_add_alias(lead, other->id);
	for (i = 0; i < other->aliases.count; i++)
		identity_add_alias(lead, list_at(&other->aliases, i));
	for (i = 0; i < other->also_in.count; i++)
		identity_add_place(lead, list_at(&other->also_in, i));
	identity_add_place(lead, from);
}

/* Whether they share half of the words of the shorter title. */
static bool
titles_agree(const struct work *a, const struct work *b)
{
	char *mine = text_fold(NULL, a->title), *its = text_fold(mine,
	    b->title);
	char *padded = mem_format(mine, " %s ", its), *word, *rest, *search;
	size_t words = 0, common = 0, others = 1;
	bool agree;

	for (word = its; *word != '\0'; word++)
		others += *word == ' ';
	for (word = strtok_r(mine, " ", &rest); word != NULL;
	    word = strtok_r(NULL, " ", &rest)) {
		search = mem_format(padded, " %s ", word);
		words++;
		common += strstr(padded, search) != NULL;
	}
	agree = words == 0 || 2 * common >= (words < others ? words : others);
	mem_free(mine);
	return agree;
}

static bool
differ(const char *a, const char *b)
{
	return a != NULL && b != NULL && !text_same(a, b);
}

static bool
agree(const char *a, const char *b)
{
	return a != NULL && text_same(a, b);
}

/* Not only title, year and author. */
bool
identity_is_shared(const struct work *a, const struct work *b)
{
	return agree(a->pmid, b->pmid) || agree(a->pmcid, b->pmcid) ||
	    (a->doi != NULL && b->doi != NULL && strcasecmp(a->doi, b->doi) ==
	    0);
}

/* Whether both begin with a number, and not with the same: "12-15", "13". */
static bool
numbers_differ(const char *a, const char *b)
{
	return a != NULL && b != NULL && isdigit((unsigned char)*a) &&
	    isdigit((unsigned char)*b) && strtoul(a, NULL, 10) !=
	    strtoul(b, NULL, 10);
}

/* What speaks against their being the same, or NULL. */
const char *
identity_conflict(const struct work *a, const struct work *b)
{
	if (differ(a->pmid, b->pmid))
		return "another PMID";
	if (a->doi != NULL && b->doi != NULL && strcasecmp(a->doi, b->doi) !=
	    0)
		return "another DOI";
	if (agree(a->pmid, b->pmid) && a->doi != NULL && b->doi != NULL)
		return NULL;
	/* A letter and its reply, an abstract and its paper share a title. */
	if (!identity_is_shared(a, b) && (numbers_differ(a->volume,
	    b->volume) || numbers_differ(a->pages, b->pages)))
		return "another volume or page";
	return titles_agree(a, b) ? NULL : "another title";
}

/* The address of a work with a DOI is that DOI's (import/check.c). */
static void
keep_link_legal(struct work *gaps, const struct work *held)
{
	const char *doi = held->doi != NULL ? held->doi : gaps->doi;

	if (gaps->doi != NULL && held->link != NULL)
		gaps->doi = NULL;
	else if (gaps->link != NULL && doi != NULL)
		gaps->link = mem_format(gaps, "https://doi.org/%s", doi);
}

struct work *
identity_lacking(const void *ctx, const struct work *held,
    const struct work *other)
{
	struct work *gaps = record_new(ctx, &work_schema);
	const struct member *member;
	size_t i;

	fill_members(gaps, held, other);
	fill_notices(gaps, held, other);
	keep_link_legal(gaps, held);
	for (i = 0; i < work_schema.count; i++) {
		member = &work_schema.members[i];
		if (member->many ? record_list(gaps, member)->count > 0 :
		    record_value(gaps, member) != NULL)
			return gaps;
	}
	mem_free(gaps);
	return NULL;
}

/* Whether no work has this id with a number; sets it as the id. */
static bool
is_free(struct store *store, struct work *work, const char *id, int n)
{
	work->id = mem_format(work, "%.53s-%d", id, n);
	return !store_has(store, RECTYPE_WORK, work->id);
}

/*
 * The id gets a number; "doe2020" of another work is not lost.  The number
 * is sought by doubling and halving: a thousand works may have one id.
 */
static void
add_under_new_id(struct store *store, struct found *found,
    struct diag_sink *sink, struct place first)
{
	struct work *work = found->record;
	const char *id = work->id;
	struct place place;
	int taken = 1, open = 2, n;

	while (!is_free(store, work, id, open)) {
		taken = open;
		open *= 2;
	}
	while (open - taken > 1) {
		n = taken + (open - taken) / 2;
		if (is_free(store, work, id, n))
			open = n;
		else
			taken = n;
	}
	(void)is_free(store, work, id, open);
	(void)store_add(store, RECTYPE_WORK, work, found->place, false,
	    &place);
	diag_warning(sink, found->place, "the id '%s' is of another work at "
	    "%s:%zu; this work is '%s'", id, first.file, first.line,
	    work->id);
}

static enum identity
identity_add_new(struct store *store, struct found *found,
    struct diag_sink *sink, struct place *first)
{
	if (store_add(store, RECTYPE_WORK, found->record, found->place,
	    found->bad, first))
		return IDENTITY_NEW;
	if (!found->imported || found->bad)
		return IDENTITY_TAKEN;
	add_under_new_id(store, found, sink, *first);
	return IDENTITY_NEW;
}

/* The records of one work become one; false where they are two after all. */
static bool
merge_work(struct store *store, struct found *found, struct work *other,
    struct place where)
{
	struct work *work = found->record;
	bool leads = other->imported != NULL && work->imported == NULL;

	if (leads) {
		fill_gaps(work, other, mem_format(work, "%s, %s:%zu",
		    other->imported, where.file, where.line));
		return store_replace(store, other, work, &found->place);
	}
	fill_gaps(other, work, mem_format(other, "%s, %s:%zu", work->imported,
	    found->place.file, found->place.line));
	return store_replace(store, other, other, NULL);
}

enum identity
identity_add(struct store *store, struct found *found,
    struct diag_sink *sink, struct place *first)
{
	struct work *work = found->record, *other;
	struct place where;
	const char *against;
	void *scratch;
	enum identity answer;

	if (found->bad || work->id == NULL)
		return identity_add_new(store, found, sink, first);
	scratch = mem_context(NULL);
	other = store_same(store, scratch, work, &where);
	if (other == NULL || (other->imported == NULL &&
	    work->imported == NULL)) {
		answer = identity_add_new(store, found, sink, first);
	} else if ((against = identity_conflict(work, other)) == NULL) {
		if (other->aliases.count >= ALIASES_MAX && !text_same(work->id,
		    other->id))
			diag_warning(sink, found->place, "'%s' is one of more "
			    "than %d ids of '%s', and is not kept", work->id,
			    ALIASES_MAX, other->id);
		answer = merge_work(store, found, other, where) ?
		    IDENTITY_MERGED : identity_add_new(store, found, sink,
		    first);
	} else {
		answer = identity_add_new(store, found, sink, first);
		if (!identity_is_shared(work, other))
			goto out;
		store_forget_names(store, work);
		diag_warning(sink, found->place, "'%s' and '%s' at %s:%zu "
		    "share an identifier, but this one has %s; both are kept",
		    work->id, other->id, where.file, where.line, against);
	}
out:
	mem_free(scratch);
	return answer;
}
