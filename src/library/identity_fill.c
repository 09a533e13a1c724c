/* Adds to the leading record of a work what another record of it has. */
#include "library/identity_fill.h"

#include <string.h>

#include "base/text.h"
#include "record/identifier.h"
#include "record/level.h"
#include "record/work_status.h"

enum { PLACES_MAX = 40 };

/*
 * Members that a record may take over from another of the same work:
 * identifiers and descriptions.  Judgements (design, level) come from one
 * record only.
 */
static const char *const shared[] = { "authors", "authors_note", "editors",
	"investigators", "original_title", "languages", "year", "published",
	"container", "container_short", "series", "edition", "volume", "issue",
	"pages", "publisher", "publisher_place", "doi", "pmid", "pmcid",
	"isbn", "issns", "license", "link", "publication_types", "abstract",
	"headings", "keywords", "registration", "competing_interests" };

/*
 * Collects in `gaps` the members that `lead` lacks and the other record has;
 * everything must live as long as the result.
 */
static void
fill_members(struct work *gaps, const struct work *lead,
    const struct work *other)
{
	const struct member *member;
	size_t i;

	for (i = 0; i < work_schema.count; i++) {
		member = &work_schema.members[i];
		if (TEXT_AMONG(member->key, shared) && (member->many ?
		    record_list(lead, member)->count == 0 :
		    record_value(lead, member) == NULL))
			memcpy((char *)gaps + member->offset,
			    (const char *)other + member->offset,
			    member->many ? sizeof(struct list) :
			    sizeof(const char *));
	}
}

/*
 * Collects the notices that `lead` lacks: a status in either record is a status
 * of the work.
 */
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
 * Records another source of the work.  The number is limited: a broken export
 * may have one identifier thousands of times, and each time the work is packed
 * again.
 */
static void
identity_add_place(struct work *lead, const char *place)
{
	if (lead->also_in.count < PLACES_MAX)
		add_once(lead, &lead->also_in, place);
	else if (lead->also_in.count == PLACES_MAX)
		add_once(lead, &lead->also_in, "and more");
}

/*
 * Records another id of the work.  The number is limited, as each id needs a
 * row of the index.
 */
static void
identity_add_id(struct work *lead, const char *id)
{
	if (lead->read_as.count < IDENTITY_IDS_MAX)
		add_once(lead, &lead->read_as, id);
}

/* Copies the elements of the design together, or none of them. */
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
add_each_once(struct work *lead, struct list *to, const struct list *from)
{
	size_t i;

	for (i = 0; i < from->count; i++)
		add_once(lead, to, list_at(from, i));
}

static bool
has_technique(const struct work *work, const char *id)
{
	return list_holds(&work->techniques, id) ||
	    list_holds(&work->comparators, id);
}

/*
 * Adds the techniques of the other record.  As techniques decide how findings
 * are presented, they only become subjects of a work that has its own.
 */
static void
fill_techniques(struct work *lead, const struct work *other)
{
	const char *id;
	size_t i;

	if (lead->techniques.count + lead->comparators.count == 0) {
		add_each_once(lead, &lead->techniques, &other->techniques);
		add_each_once(lead, &lead->comparators, &other->comparators);
		return;
	}
	for (i = 0; i < other->techniques.count; i++) {
		id = list_at(&other->techniques, i);
		if (!has_technique(lead, id))
			add_once(lead, &lead->terms, id);
	}
}

static void
fill_terms(struct work *lead, const struct work *other)
{
	fill_techniques(lead, other);
	add_each_once(lead, &lead->populations, &other->populations);
	add_each_once(lead, &lead->conditions, &other->conditions);
	add_each_once(lead, &lead->body_regions, &other->body_regions);
	add_each_once(lead, &lead->mechanisms, &other->mechanisms);
	add_each_once(lead, &lead->outcomes, &other->outcomes);
	add_each_once(lead, &lead->instruments, &other->instruments);
	add_each_once(lead, &lead->terms, &other->terms);
	if (lead->study == NULL)
		lead->study = other->study;
}

/*
 * The data of another bibliography are kept even if its record does not lead.
 */
static void
identity_add_recorded(struct work *lead, const struct work *other,
    const struct recorded_at *at)
{
	struct recorded *recorded = record_new(lead, &recorded_schema);

	*recorded = (struct recorded){ .at = other->at,
	    .bibliography = at->bibliography, .id = at->id,
	    .where = at->where, .design = work_design(other),
	    .design_label = other->design_label, .level = other->level,
	    .level_adjusted = other->level_adjusted,
	    .level_reason = other->level_reason,
	    .evidence_note = other->evidence_note,
	    .findings = other->findings, .certainty = other->certainty,
	    .appraisals = other->appraisals, .sources = other->sources };
	list_add(lead, &lead->recorded, recorded);
}

void
identity_fill(struct work *lead, const struct work *other,
    const struct recorded_at *at)
{
	size_t i;

	fill_members(lead, lead, other);
	fill_notices(lead, lead, other);
	fill_design(lead, other);
	if (other->imported != NULL) {
		identity_add_id(lead, other->id);
		identity_add_place(lead, mem_format(lead, "%s, %s",
		    other->imported, at->where));
	} else {
		fill_terms(lead, other);
		identity_add_recorded(lead, other, at);
	}
	(void)level_withdraw(lead);
	add_each_once(lead, &lead->aliases, &other->aliases);
	for (i = 0; i < other->read_as.count; i++)
		identity_add_id(lead, list_at(&other->read_as, i));
	for (i = 0; i < other->also_in.count; i++)
		identity_add_place(lead, list_at(&other->also_in, i));
	for (i = 0; i < other->recorded.count; i++)
		list_add(lead, &lead->recorded, list_at(&other->recorded, i));
}

/*
 * Keeps DOI and link consistent: a work with a DOI has that DOI's address
 * (import/check.c).
 */
static void
keep_link_legal(struct work *gaps, const struct work *held)
{
	const char *doi = held->doi != NULL ? held->doi : gaps->doi;

	if (gaps->doi != NULL && held->link != NULL)
		gaps->doi = NULL;
	else if (gaps->link != NULL && doi != NULL)
		gaps->link = identifier_doi_address(gaps, doi);
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
