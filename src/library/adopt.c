/*
 * Adoption: finds the works from other sources, and the parts of works, that
 * the user's bibliography lacks.
 */
#include "library/adopt.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "import/read.h"
#include "index/store.h"
#include "library/identity.h"
#include "library/identity_fill.h"
#include "record/value.h"

struct adoption {
	struct store	*store;
	struct about	*about;		/* header of the bibliography, or
					   NULL */
	struct list	 others;	/* "type/id" of records other than
					   works */
	const char	*path;
	bool		 foreign;	/* the file is not in version 2 of the
					   format */
};

static void
adopt_note(struct adoption *adoption, enum rectype type, const char *id)
{
	list_add(adoption, &adoption->others, mem_format(adoption, "%s/%s",
	    rectype_name(type), id));
}

static void
adopt_on_record(void *user, struct found *found)
{
	struct adoption *adoption = user;
	const char *id = record_id(rectype_schema(found->kind), found->record);
	struct place first;

	adoption->foreign = adoption->foreign || found->version != 2;
	if (found->kind == RECTYPE_ABOUT && adoption->about == NULL)
		adoption->about = mem_move(adoption, found->record);
	else if (id != NULL && (found->kind == RECTYPE_WORK ||
	    found->kind == RECTYPE_TERM))
		(void)store_add(adoption->store, found->kind, found->record,
		    found->place, found->bad, &first);
	else if (id != NULL)
		adopt_note(adoption, found->kind, id);
	mem_free(found);
}

static bool
adopt_read(struct adoption *adoption, struct err *err)
{
	const struct read_handler handler = { .record = adopt_on_record,
	    .user = adoption };
	const struct source_stamp stamp = { .name = "", .hash = "" };
	struct diag_sink silent = { .report = NULL };
	bool whole = false;

	store_begin_source(adoption->store, &stamp, adoption->path);
	if (access(adoption->path, F_OK) != 0)
		return true;
	if (!read_file(adoption->path, adoption->path, NULL, &handler, &silent,
	    &whole, err))
		return false;
	if (!whole)
		return err_set(err, ERR_INPUT, "%s is incomplete; 'strigil "
		    "check' shows why", adoption->path);
	return !adoption->foreign || err_set(err, ERR_INPUT, "%s is not in "
	    "version 2 of strigil's format: works can be added only to version "
	    "2",
	    adoption->path);
}

struct adoption *
adopt_open(const void *ctx, const char *path, struct err *err)
{
	struct adoption *adoption = mem_new(ctx, struct adoption);
	struct db *db = db_open(adoption, NULL, DB_SCRATCH, err);

	adoption->path = mem_text(adoption, path);
	if (db != NULL) {
		adoption->store = store_open(adoption, db, true);
		if (adopt_read(adoption, err))
			return adoption;
	}
	mem_free(adoption);
	return NULL;
}

bool
adopt_has(struct adoption *adoption, enum rectype type, const char *id)
{
	char *name;
	bool has;

	assert(type < RECTYPE_COUNT);
	name = mem_format(NULL, "%s/%s", rectype_name(type), id);
	has = list_holds(&adoption->others, name);
	if (!has)
		adopt_note(adoption, type, id);
	mem_free(name);
	return has;
}

/* Ids. */

/* An id such as "doe-2020", or NULL if author or year is unknown. */
static char *
adopt_named_id(const struct work *work)
{
	const struct author *first = work->authors.count == 0 ? NULL :
	    list_at(&work->authors, 0);
	char *family, *id, *p;

	if (first == NULL || work->year == NULL)
		return NULL;
	family = text_fold(NULL, first->family);
	for (p = family; *p != '\0'; p++)
		if (*p == ' ')
			*p = '-';
	id = mem_format(work, "%.40s-%s", family, work->year);
	mem_free(family);
	return value_is_id(id) ? id : NULL;
}

/* Keeps a free id; otherwise appends "-b", "-c" ... or a number. */
static void
adopt_set_id(struct adoption *adoption, struct work *work)
{
	char *base = work->imported != NULL && identity_is_made_up(work) ?
	    adopt_named_id(work) : NULL, *colon;
	int n;

	base = base != NULL ? base : mem_text(work, work->id);
	/*
	 * In an id with the name of its bibliography, the colon becomes a
	 * hyphen.
	 */
	colon = strchr(base, ':');
	if (colon != NULL)
		*colon = '-';
	work->id = base;
	for (n = 1; store_has(adoption->store, RECTYPE_WORK, work->id); n++)
		work->id = n < 26 ? mem_format(work, "%.58s-%c", base, 'a' +
		    n) : mem_format(work, "%.53s-%d", base, n);
}

/* Codes. */

/*
 * Replaces a declared code by the code of the format that it acts like, unless
 * the target declares it as well.
 */
static void
adopt_code(const struct adoption *adoption, const char *list,
    const char **code, const char **like)
{
	if (*like == NULL || about_declared(adoption->about, list, *code) !=
	    NULL)
		return;
	*code = *like;
	*like = NULL;
}

static void
adopt_codes(const struct adoption *adoption, struct work *work)
{
	const struct about *about = adoption->about;
	const struct directness *one;
	struct finding *finding;
	struct estimate *e;
	bool known = false;
	size_t i;

	for (i = 0; about != NULL && i < about->directness.count; i++) {
		one = list_at(&about->directness, i);
		known = known || text_same(one->id, work->directness);
	}
	if (!known)
		work->directness = NULL;
	adopt_code(adoption, "design", &work->design, &work->design_like);
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		e = finding->estimate;
		if (e == NULL)
			continue;
		if (e->plot != NULL && (e->type_like != NULL ||
		    !store_plot_fits(adoption->store, e)))
			e->plot = NULL;
		adopt_code(adoption, "estimate-type", &e->type, &e->type_like);
	}
}

/* Works. */

static void
adopt_remember(struct adoption *adoption, struct work *work)
{
	struct place nowhere = { adoption->path, 0, 1 }, first;

	adopt_codes(adoption, work);
	adopt_set_id(adoption, work);
	(void)store_add(adoption->store, RECTYPE_WORK, work, nowhere, false,
	    &first);
}

struct adopted_work
adopt_work(struct adoption *adoption, const void *ctx, struct work *work)
{
	struct adopted_work answer = { .is = ADOPT_NEW };
	struct place where;
	struct work *held = store_same(adoption->store, ctx, work,
	    identity_agrees, &answer.where);
	const char *against = held == NULL ? NULL : identity_conflict(work,
	    held);

	if (held != NULL) {
		answer.held = held->id;
		answer.against = against;
	}
	if (held != NULL && against != NULL && !identity_is_shared(work, held))
		answer.against = answer.held = NULL;
	if (against != NULL && answer.held != NULL) {
		identity_give_up(work, held);
		/*
		 * A previous run may have added the work without the
		 * identifiers that were removed here.
		 */
		held = store_same(adoption->store, ctx, work,
		    identity_agrees, &where);
		if (held != NULL && identity_conflict(work, held) == NULL) {
			answer = (struct adopted_work){ .held = held->id,
			    .where = where };
			against = NULL;
		}
	}
	if (answer.held == NULL || against != NULL) {
		adopt_remember(adoption, work);
		return answer;
	}
	answer.lacks = identity_lacking(ctx, held, work);
	answer.is = answer.lacks == NULL ? ADOPT_HELD : ADOPT_LACKS;
	return answer;
}

struct adopted_work
adopt_notice(struct adoption *adoption, const void *ctx, const char *doi,
    const char *pmid, const struct notice *notice)
{
	struct work *named = record_new(ctx, &work_schema), *held;
	struct adopted_work answer = { .is = ADOPT_HELD };

	named->doi = doi;
	named->pmid = pmid;
	named->title = "";
	held = store_same(adoption->store, ctx, named, identity_agrees,
	    &answer.where);
	if (held == NULL)
		return answer;
	if (pmid != NULL && held->pmid != NULL && !text_same(pmid,
	    held->pmid)) {
		answer.against = "another PMID";
		return answer;
	}
	answer.held = held->id;
	list_add(named, &named->notices, (void *)(uintptr_t)notice);
	named->doi = named->pmid = named->title = NULL;
	answer.lacks = identity_lacking(ctx, held, named);
	if (answer.lacks != NULL)
		answer.is = ADOPT_LACKS;
	return answer;
}

/* Terms. */

/* Removes the words that already name a term in the target. */
static void
adopt_words(struct adoption *adoption, const char *facet, struct list *words)
{
	size_t kept = 0, i;
	char *other;

	for (i = 0; i < words->count; i++) {
		other = store_term_called(adoption->store, NULL, facet,
		    list_at(words, i));
		if (other == NULL)
			words->at[kept++] = list_at(words, i);
		mem_free(other);
	}
	words->count = kept;
}

const char *
adopt_term(struct adoption *adoption, const void *ctx, struct term *term,
    bool *is_new)
{
	struct term *same = !store_has(adoption->store, RECTYPE_TERM, term->id)
	    ? NULL : store_load(adoption->store, ctx, RECTYPE_TERM, term->id);
	struct place nowhere = { adoption->path, 0, 1 }, first;
	const char *like;

	*is_new = false;
	if (same != NULL && text_same(same->facet, term->facet))
		return term->id;
	like = store_term_like(adoption->store, ctx, term);
	if (like == NULL)
		like = store_term_called(adoption->store, ctx, term->facet,
		    term->label);
	if (like != NULL)
		return like;
	*is_new = true;
	adopt_words(adoption, term->facet, &term->synonyms);
	adopt_words(adoption, term->facet, &term->abbreviations);
	adopt_words(adoption, term->facet, &term->everyday);
	if (same != NULL)
		term->id = mem_format(term, "%.30s-%.30s", term->facet,
		    term->id);
	(void)store_add(adoption->store, RECTYPE_TERM, term, nowhere, false,
	    &first);
	return term->id;
}

static void
adopt_rename_in(const struct schema *schema, void *record, const char *id,
    const char *as)
{
	const struct member *member;
	struct list *list, one;
	size_t i, k;
	void *at;

	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (member->type != VALUE_RECORD &&
		    rectype_of_member(member) != RECTYPE_TERM)
			continue;
		at = (char *)record + member->offset;
		one = (struct list){ .at = at, .count = *(void **)at != NULL };
		list = member->many ? at : &one;
		for (k = 0; k < list->count; k++)
			if (member->type == VALUE_RECORD)
				adopt_rename_in(member->schema, list_at(list, k),
				    id, as);
			else if (text_same(list_at(list, k), id))
				list->at[k] = mem_text(record, as);
	}
}

void
adopt_rename(struct work *work, const char *id, const char *as)
{
	if (!text_same(id, as))
		adopt_rename_in(&work_schema, work, id, as);
}
