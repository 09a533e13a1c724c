/* Checks all records together, and leaves out those that fail. */
#include "index/store_inside.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/serialize.h"

/* References. */

static bool
is_resolved(struct store *store, enum rectype kind, enum facet facet,
    const char *id)
{
	struct statement *st = kind == RECTYPE_TERM && facet != FACET_COUNT ?
	    db_prepare(store->db, "SELECT 1 FROM term WHERE id=? AND facet=?") :
	    db_prepare(store->db, "SELECT 1 FROM record WHERE id=?1 AND "
	    "kind=?2 UNION ALL SELECT 1 FROM alias WHERE id=?1 AND merged=1 "
	    "AND ?2='work'");
	bool found;

	bind_text(st, 1, id);
	bind_text(st, 2, kind == RECTYPE_TERM && facet != FACET_COUNT ?
	    facet_name(facet) : rectype_name(kind));
	found = statement_step(st);
	statement_reset(st);
	return found;
}

/*
 * Whether a record was left out.  Such a record is not reported as missing, as
 * its own problem was reported. For some records only the id is known, or only
 * that they existed (store_lost()).
 */
static bool
store_is_left_out(struct store *store, enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT 1 FROM record WHERE "
	    "id IN (?, '') AND kind IN (?, '') AND pack IS NULL");
	bool found;

	bind_text(st, 1, id);
	bind_text(st, 2, rectype_name(kind));
	found = statement_step(st);
	statement_reset(st);
	return found;
}

bool
store_resolves(struct store *store, enum rectype kind, enum facet facet,
    const char *id)
{
	assert(kind < RECTYPE_COUNT && id != NULL);
	return is_resolved(store, kind, facet, id) || store_is_left_out(store,
	    kind, id);
}

bool
store_dangles(struct store *store, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT kind, id, facet "
	    "FROM reference WHERE record=(SELECT number FROM record WHERE "
	    "kind='work' AND id=?)");
	bool dangles = false;

	bind_text(st, 1, id);
	while (!dangles && statement_step(st))
		dangles = !store_resolves(store, rectype_find(column_text(st,
		    0)), column_is_null(st, 2) ? FACET_COUNT : facet_find(
		    column_text(st, 2)), column_text(st, 1));
	statement_reset(st);
	return dangles;
}

void
store_refer(struct store *store, enum rectype kind, enum facet facet,
    const char *id, struct place place)
{
	struct statement *st;

	assert(facet <= FACET_COUNT && id != NULL);
	if (is_resolved(store, kind, facet, id))
		return;
	st = db_prepare(store->db,
	    "INSERT INTO reference VALUES(?, ?, ?, ?, ?, ?, ?)");
	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	bind_text(st, 3, facet_name(facet));
	bind_int(st, 4, store->source);
	bind_int(st, 5, (int64_t)place.line);
	bind_int(st, 6, (int64_t)place.column);
	bind_int(st, 7, store->last);
	statement_run(st);
}

/* After this many broken references, no nearest id is suggested. */
enum { SUGGESTED_MAX = 1000 };

/* Leaving out. */

/* The data stored for a record of each type; ?1 is its id, ?2 its number. */
static const struct {
	enum rectype	 kind;
	const char	*sql;
} notes_of_record[] = {
	{ RECTYPE_WORK, "DELETE FROM ranked WHERE record=?2 AND ?1<>''" },
	{ RECTYPE_WORK, "DELETE FROM identifier WHERE work=?1 AND ?2>0" },
	{ RECTYPE_WORK, "DELETE FROM alias WHERE work=?1 AND ?2>0" },
	{ RECTYPE_WORK, "DELETE FROM study WHERE work=?1 AND ?2>0" },
	{ RECTYPE_TERM, "DELETE FROM phrase WHERE ?2>0 AND term=(SELECT "
	    "number FROM term WHERE id=?1)" },
	{ RECTYPE_TERM, "DELETE FROM broader WHERE ?2>0 AND term=(SELECT "
	    "number FROM term WHERE id=?1)" },
	{ RECTYPE_TERM, "DELETE FROM merged_term WHERE term=?1 AND ?2>0" },
	{ RECTYPE_TERM, "DELETE FROM term WHERE id=?1 AND ?2>0" },
	{ RECTYPE_CLAIM, "DELETE FROM bearing WHERE claim=?1 AND ?2>0" },
	{ RECTYPE_CLAIM, "DELETE FROM overlap WHERE claim=?1 AND ?2>0" },
	{ RECTYPE_PROPOSITION, "DELETE FROM member WHERE proposition=?1 AND "
	    "?2>0" },
	{ RECTYPE_TRIAL_LIST, "DELETE FROM listed WHERE list=?1 AND ?2>0" },
	{ RECTYPE_TRIAL_LIST, "DELETE FROM trials WHERE list=?1 AND ?2>0" },
};

static void
forget_notes(struct store *store, enum rectype kind, const char *id,
    int64_t number)
{
	struct statement *st;
	size_t i;

	for (i = 0; i < COUNT(notes_of_record); i++) {
		if (notes_of_record[i].kind != kind)
			continue;
		st = db_prepare(store->db, notes_of_record[i].sql);
		bind_text(st, 1, id);
		bind_int(st, 2, number);
		statement_run(st);
	}
}

static void
count_out(struct store *store, enum rectype kind, int64_t number)
{
	struct statement *record = db_prepare(store->db,
	    "UPDATE record SET pack=NULL, hash=0 WHERE number=?");
	struct statement *source = db_prepare(store->db, "UPDATE source SET "
	    "records=records-1, left_out=left_out+1 WHERE number=(SELECT "
	    "source FROM record WHERE number=?)");

	bind_int(record, 1, number);
	statement_run(record);
	bind_int(source, 1, number);
	statement_run(source);
	store->counts[kind]--;
}

/* Leaves out a record as if it had been bad, unless it already was. */
static void
leave_out(struct store *store, int64_t number)
{
	struct statement *st = db_prepare(store->db, "SELECT kind, id FROM "
	    "record WHERE number=? AND pack IS NOT NULL");
	enum rectype kind = RECTYPE_COUNT;
	char *id = NULL;

	bind_int(st, 1, number);
	if (statement_step(st)) {
		kind = rectype_find(column_text(st, 0));
		id = mem_text(NULL, column_text(st, 1));
	}
	statement_reset(st);
	/*
	 * The header of a bibliography is not left out, as it is still needed.
	 */
	if (id != NULL && kind != RECTYPE_ABOUT) {
		forget_notes(store, kind, id, number);
		count_out(store, kind, number);
	}
	mem_free(id);
}

/* Checks over all records. */

/*
 * The nearest id of a type (for terms: of a facet), owned by `ctx`; NULL if
 * none is near, or several are equally near.
 */
static char *
nearest_id(struct store *store, const void *ctx, enum rectype kind,
    enum facet facet, const char *id)
{
	struct statement *st = kind == RECTYPE_TERM ?
	    db_prepare(store->db, "SELECT id, facet FROM term WHERE ?1") :
	    db_prepare(store->db, "SELECT id, NULL FROM record WHERE kind=?1");
	size_t best = strlen(id) / 4 + 1, distance;
	bool several = false;
	char *near = NULL;

	if (kind == RECTYPE_TERM)
		bind_int(st, 1, 1);
	else
		bind_text(st, 1, rectype_name(kind));
	while (statement_step(st)) {
		if (kind == RECTYPE_TERM && facet != FACET_COUNT &&
		    (column_is_null(st, 1) || !text_same(column_text(st, 1),
		    facet_name(facet))))
			continue;
		distance = text_distance(id, column_text(st, 0), best);
		if (distance > best || text_same(near, column_text(st, 0)))
			continue;
		several = near != NULL && distance == best;
		best = distance;
		mem_free(near);
		near = mem_text(ctx, column_text(st, 0));
	}
	if (several)
		mem_free(near);
	return several ? NULL : near;
}

char *
store_nearest(struct store *store, const void *ctx, enum rectype kind,
    const char *id)
{
	return nearest_id(store, ctx, kind, FACET_COUNT, id);
}

/* The sink for problems, and the numbers of the records that have them. */
struct whole {
	struct store		*store;
	struct diag_sink	*sink;
	struct list		 bad;		/* int64_t */
};

static void
note_bad(struct whole *to, int64_t number)
{
	int64_t *bad = mem_new(to->store, int64_t);

	*bad = number;
	list_add(to->store, &to->bad, bad);
}

static void
report_dangling(const struct whole *to, enum rectype kind, enum facet facet,
    const char *id, struct place place)
{
	void *scratch = mem_context(NULL);
	char *near = to->bad.count >= SUGGESTED_MAX ? NULL : nearest_id(
	    to->store, scratch, kind, facet, id);
	const char *what = facet == FACET_COUNT ? rectype_name(kind) :
	    facet_name(facet);
	const char *where = kind == RECTYPE_TERM ? " in the vocabulary" : "";

	if (kind == RECTYPE_TERM && facet != FACET_COUNT &&
	    is_resolved(to->store, kind, FACET_COUNT, id))
		diag_error(to->sink, place, "term '%s' does not belong to "
		    "the facet %s: use one that does, or correct the facet of "
		    "the <term>", id, what);
	else if (near != NULL)
		diag_error(to->sink, place, "%s '%s' does not exist%s; did you "
		    "mean '%s'?", what, id, where, near);
	else
		diag_error(to->sink, place, "%s '%s' does not exist%s: correct "
		    "the id, or add <%s id=\"%s\"%s%s%s>...</%s>", what, id,
		    where, rectype_name(kind), id, facet == FACET_COUNT ? "" :
		    " facet=\"", facet == FACET_COUNT ? "" : what, facet ==
		    FACET_COUNT ? "" : "\"", rectype_name(kind));
	mem_free(scratch);
}

/* References of the current record already reported as missing. */
struct missing {
	int64_t		 record;
	struct list	 names;		/* kind, facet and id in one text */
	void		*ctx;
};

/*
 * Whether a missing id has been reported for this record: each is reported
 * once, however often it occurs there.
 */
static bool
is_missed_again(struct missing *missing, int64_t record, enum rectype kind,
    enum facet facet, const char *id)
{
	enum { NAMES_MAX = 100 };
	char *name;

	if (missing->record != record) {
		mem_free(missing->ctx);
		*missing = (struct missing){ .record = record,
		    .ctx = mem_context(NULL) };
	}
	name = mem_format(missing->ctx, "%d %d %s", (int)kind, (int)facet, id);
	if (list_holds(&missing->names, name))
		return true;
	if (missing->names.count < NAMES_MAX)
		list_add(missing->ctx, &missing->names, name);
	return false;
}

static void
check_references(struct whole *to)
{
	struct missing missing = { .record = -1 };
	struct store *store = to->store;
	struct statement *st = db_prepare(store->db, "SELECT kind, id, facet, "
	    "source, line, col, record FROM reference ORDER BY source, line, col, "
	    "rowid");
	void *scratch = mem_context(NULL);
	struct place place;
	enum rectype kind;
	enum facet facet;
	char *id;

	while (statement_step(st)) {
		kind = rectype_find(column_text(st, 0));
		id = mem_text(scratch, column_text(st, 1));
		facet = column_is_null(st, 2) ? FACET_COUNT : facet_find(
		    column_text(st, 2));
		if (store_resolves(store, kind, facet, id))
			continue;
		place.file = store_source_name(store, column_int(st, 3));
		place.line = (size_t)column_int(st, 4);
		place.column = (size_t)column_int(st, 5);
		if (!is_missed_again(&missing, column_int(st, 6), kind, facet,
		    id))
			report_dangling(to, kind, facet, id, place);
		note_bad(to, column_int(st, 6));
	}
	mem_free(missing.ctx);
	mem_free(scratch);
}

/*
 * Runs a check: each row of its result has a text, source, line, column and
 * record.
 */
static void
check_rows(struct whole *to, const char *sql)
{
	struct store *store = to->store;
	struct statement *st = db_prepare(store->db, sql);
	struct place place;

	while (statement_step(st)) {
		place.file = store_source_name(store, column_int(st, 1));
		place.line = (size_t)column_int(st, 2);
		place.column = (size_t)column_int(st, 3);
		diag_error(to->sink, place, "%s", column_text(st, 0));
		note_bad(to, column_int(st, 4));
	}
}

static const char *const whole_checks[] = {
	/* A broader term must be in the same facet. */
	"SELECT 'the broader term ''' || b.id || ''' is of "
	"another facet: write one of the same facet', "
	"r.source, r.line, r.col, r.number FROM term t JOIN term b ON b.id=t.broader "
	"JOIN record r ON r.kind='term' AND r.id=t.id "
	"WHERE b.facet<>t.facet ORDER BY r.number",
	/* Broader terms must not form a circle. */
	"WITH RECURSIVE up(term, at, steps) AS (SELECT id, broader, 0 "
	"FROM term UNION ALL SELECT up.term, t.broader, steps + 1 FROM up "
	"JOIN term t ON t.id=up.at WHERE steps<32) SELECT 'the broader terms "
	"of ''' || r.id || ''' go in a circle: remove broader from one of "
	"them', r.source, r.line, r.col, r.number FROM "
	"up JOIN record r ON r.kind='term' AND r.id=up.term WHERE up.steps=32 "
	"ORDER BY r.number",
	/*
	 * Within a facet of a bibliography, only everyday words may name two
	 * terms.
	 */
	"WITH place AS MATERIALIZED (SELECT t.number, t.id, t.facet, s.root, "
	"r.number AS record, r.source, r.line, r.col FROM term t JOIN record r "
	"ON r.kind='term' AND r.id=t.id JOIN source s ON s.number=r.source), "
	"first AS MATERIALIZED (SELECT p.words, t.facet, t.root, min(p.term) AS "
	"term FROM phrase p JOIN place t ON t.number=p.term WHERE "
	"p.abbreviation<2 GROUP BY p.words, t.facet, t.root HAVING count(*)>1) "
	"SELECT 'a word of ''' || t.id || ''' also leads to ''' || o.id || "
	"''' (' || p.words || '): leave it to one of them', t.source, "
	"t.line, t.col, t.record FROM "
	"first f JOIN phrase p ON p.words=f.words AND p.term>f.term AND "
	"p.abbreviation<2 JOIN place t ON t.number=p.term AND t.facet=f.facet "
	"AND t.root=f.root JOIN term o ON o.number=f.term ORDER BY t.record",
	/* Every claim must be in one proposition. */
	"SELECT 'claim ''' || r.id || ''' is in no proposition: add <member>' || "
	"r.id || '</member> to one', r.source, "
	"r.line, r.col, r.number FROM record r WHERE r.kind='claim' AND "
	"r.pack IS NOT NULL AND NOT EXISTS(SELECT 1 FROM member m WHERE "
	"m.claim=r.id) AND "
	"NOT EXISTS(SELECT 1 FROM record WHERE kind IN ('proposition', '') AND "
	"pack IS NULL) ORDER BY r.number",
	/* No claim may be in two propositions. */
	"SELECT 'claim ''' || r.id || ''' is in ' || count(*) || "
	"' propositions: remove it from all but one', r.source, r.line, "
	"r.col, r.number FROM record r JOIN member m "
	"ON m.claim=r.id WHERE r.kind='claim' GROUP BY r.number "
	"HAVING count(*)>1",
	/* An alias must not be the id of another work. */
	"SELECT 'the alias ''' || a.id || ''' is the id of another work: "
	"remove it', "
	"r.source, r.line, r.col, r.number FROM alias a CROSS JOIN record o ON "
	"o.kind='work' AND o.id=a.id AND o.id<>a.work CROSS JOIN record r ON "
	"r.kind='work' AND r.id=a.work WHERE NOT a.merged ORDER BY r.number",
	"SELECT 'the alias ''' || a.id || ''' is also one of ''' || o.work || "
	"''': remove one', r.source, r.line, r.col, r.number FROM alias a "
	"JOIN alias o ON "
	"o.id=a.id AND o.work<a.work CROSS JOIN record r ON r.kind='work' "
	"AND r.id=a.work WHERE NOT a.merged AND NOT o.merged ORDER BY "
	"r.number",
	"SELECT 'the alias ''' || a.id || ''' is its own id: remove it', r.source, "
	"r.line, r.col, r.number FROM alias a CROSS JOIN record r ON r.kind='work' "
	"AND r.id=a.work WHERE a.id=a.work ORDER BY r.number",
	/* Estimates in one plot must have the same type and unit. */
	"SELECT 'plot ''' || p.name || ''' mixes ' || o.type || ' in ' || "
	"o.unit || ' with ' || p.type || ' in ' || p.unit || ': write "
	"another plot', p.source, p.line, "
	"p.col, p.record FROM plot p JOIN source s ON s.number=p.source JOIN "
	"(SELECT min(q.rowid) AS first, q.name, t.root FROM plot q JOIN source "
	"t ON t.number=q.source GROUP BY q.name, t.root) f ON f.name=p.name AND "
	"f.root=s.root JOIN plot o ON o.rowid=f.first WHERE o.type<>p.type OR "
	"o.unit<>p.unit ORDER BY p.rowid",
	/*
	 * No two works of a bibliography may have the same DOI, PMID or PMCID.
	 */
	"WITH twice AS MATERIALIZED (SELECT value, kind FROM identifier WHERE "
	"kind IN ('DOI', 'PMID', 'PMCID') GROUP BY value, kind HAVING "
	"count(*)>1), first AS MATERIALIZED (SELECT t.value, t.kind, "
	"min(r.number) AS number FROM twice t JOIN identifier i ON "
	"i.value=t.value AND i.kind=t.kind JOIN record r ON r.kind='work' AND "
	"r.id=i.work GROUP BY t.value, t.kind) "
	"SELECT 'the same ' || i.kind || ' as ''' || w.id || ''': correct "
	"it, or make one work of the two', "
	"r.source, r.line, r.col, r.number FROM first f JOIN record w ON "
	"w.number=f.number JOIN identifier i ON "
	"i.value=f.value AND i.kind=f.kind AND i.work<>w.id JOIN record r ON "
	"r.kind='work' AND r.id=i.work JOIN source a ON a.number=w.source JOIN "
	"source b ON b.number=r.source WHERE a.root=b.root OR (w.pack IS NOT "
	"NULL AND r.pack IS NOT NULL) ORDER BY r.number",
	/* Overlaps must be mutual. */
	"SELECT 'the overlap with ''' || o.other || ''' is not mutual: add "
	"<overlaps>' || "
	"o.claim || '</overlaps> to it', "
	"r.source, r.line, r.col, r.number FROM overlap o JOIN record r ON "
	"r.kind='claim' AND r.id=o.claim WHERE NOT EXISTS(SELECT 1 FROM "
	"overlap b WHERE b.claim=o.other AND b.other=o.claim) AND NOT EXISTS("
	"SELECT 1 FROM record l WHERE l.kind IN ('claim', '') AND l.id IN "
	"(o.other, '') AND l.pack IS NULL) "
	"ORDER BY r.number",
	/* Overlaps must be with claims of other propositions. */
	"SELECT 'overlaps ''' || o.other || ''' of its own proposition: remove "
	"this <overlaps>', "
	"r.source, r.line, r.col, r.number FROM overlap o JOIN member a ON "
	"a.claim=o.claim JOIN member b ON b.claim=o.other AND "
	"b.proposition=a.proposition JOIN record r ON r.kind='claim' AND "
	"r.id=o.claim ORDER BY r.number",
};

static void
each_broken(struct store *store, void (*take)(struct store *store,
    const struct broken *broken, const void *record))
{
	const struct broken *broken;
	void *record;
	size_t i;

	for (i = 0; i < store->broken.count; i++) {
		broken = list_at(&store->broken, i);
		record = record_unpack(store, rectype_schema(broken->kind),
		    broken->pack.data, broken->pack.len);
		if (record != NULL)
			take(store, broken, record);
		mem_free(record);
	}
}

/* Adds records with errors of their own, which are checked with the others. */
static void
relate_broken(struct store *store, const struct broken *broken,
    const void *record)
{
	store_relate_broken(store, broken->kind, record);
}

/* Discards records with errors of their own, once all are checked. */
static void
forget_broken(struct store *store, const struct broken *broken,
    const void *record)
{
	forget_notes(store, broken->kind, record_id(rectype_schema(
	    broken->kind), record), broken->number);
}

static void
free_broken(struct store *store)
{
	size_t i;

	for (i = 0; i < store->broken.count; i++)
		mem_free(list_at(&store->broken, i));
	store->broken = (struct list){ .at = NULL };
}

void
store_check(struct store *store, struct diag_sink *sink)
{
	struct whole to = { .store = store, .sink = sink };
	size_t i;

	assert(sink != NULL);
	each_broken(store, relate_broken);
	check_references(&to);
	for (i = 0; i < COUNT(whole_checks); i++)
		check_rows(&to, whole_checks[i]);
	for (i = 0; i < to.bad.count; i++)
		leave_out(store, *(int64_t *)list_at(&to.bad, i));
	each_broken(store, forget_broken);
	free_broken(store);
}
