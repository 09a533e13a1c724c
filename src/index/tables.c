/* The schema of an index file. */
#include "index/tables.h"

#include <assert.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/field.h"
#include "record/rectype.h"
#include "record/work.h"
#include "index/tokenizer.h"

/*
 * record: every record, packed, in reading order; pack is NULL if the record
 *     was bad and left out, hash is the hash of pack, and article is the id of
 *     the article that makes a claim.
 * dictionary: the dictionary of the compressed records, see compress.h.
 * identifier: the identifiers of works and, until all works are read, their
 *     titles.
 * alias: additional ids of a work; merged is their origin (enum alias_kind).
 * problem: problems found when the sources were read; file is NULL if the
 *     problem is in a source.
 * study: the reports of a study.
 * dose: every number that an arm has in a field.
 * facet, design: declarations of bibliographies.
 * merged_term: the ids of terms that are the same as a term of an earlier
 *     bibliography: with the name of their own bibliography as a prefix and, if
 *     they differ from the id of that term, without it.
 * ranked: works with their static rank, until they are indexed.
 */
const char tables_records[] =
    "CREATE TABLE property(name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE source(number INTEGER PRIMARY KEY, root INTEGER, name TEXT,"
    " size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, hash TEXT,"
    " records INTEGER, left_out INTEGER);"
    "CREATE TABLE record(number INTEGER PRIMARY KEY, kind TEXT, id TEXT,"
    " source INTEGER, line INTEGER, col INTEGER, hash INTEGER, article TEXT,"
    " pack BLOB, UNIQUE(kind, id));"
    "CREATE TABLE dictionary(bytes BLOB);"
    "CREATE TABLE alias(id TEXT, work TEXT, merged INTEGER,"
    " PRIMARY KEY(id, work)) "
    "WITHOUT ROWID;"
    "CREATE TABLE problem(source INTEGER, file TEXT, line INTEGER,"
    " col INTEGER, severity INTEGER, text TEXT);"
    "CREATE TABLE reference(kind TEXT, id TEXT, facet TEXT,"
    " source INTEGER, line INTEGER, col INTEGER, record INTEGER);"
    "CREATE TABLE term(number INTEGER PRIMARY KEY, id TEXT UNIQUE,"
    " facet TEXT, broader TEXT, label TEXT, mesh TEXT);"
    "CREATE TABLE merged_term(id TEXT PRIMARY KEY, term TEXT) WITHOUT ROWID;"
    "CREATE TABLE broader(term INTEGER, id TEXT, PRIMARY KEY(term, id)) "
    "WITHOUT ROWID;"
    "CREATE TABLE phrase(words TEXT, term INTEGER, abbreviation INTEGER,"
    " text TEXT, PRIMARY KEY(words, term)) WITHOUT ROWID;"
    "CREATE TABLE ranked(rank INTEGER, record INTEGER PRIMARY KEY);"
    "CREATE TABLE plot(name TEXT, type TEXT, unit TEXT, source INTEGER,"
    " line INTEGER, col INTEGER, record INTEGER);"
    "CREATE TABLE bearing(claim TEXT, work TEXT, tie TEXT, bears TEXT);"
    "CREATE TABLE identifier(value TEXT, kind TEXT, work TEXT,"
    " PRIMARY KEY(value, kind, work)) WITHOUT ROWID;"
    "CREATE TABLE member(claim TEXT, proposition TEXT, position INTEGER,"
    " PRIMARY KEY(claim, proposition)) WITHOUT ROWID;"
    "CREATE TABLE overlap(claim TEXT, other TEXT,"
    " PRIMARY KEY(claim, other)) WITHOUT ROWID;"
    "CREATE TABLE study(study TEXT, work TEXT, PRIMARY KEY(study, work)) "
    "WITHOUT ROWID;"
    "CREATE TABLE dose(field TEXT, value REAL, PRIMARY KEY(field, value)) "
    "WITHOUT ROWID;"
    "CREATE TABLE facet(id TEXT PRIMARY KEY, label TEXT, meaning TEXT,"
    " acts TEXT);"
    "CREATE TABLE design(id TEXT PRIMARY KEY, label TEXT, sign TEXT);"
    "CREATE TABLE trials(list TEXT PRIMARY KEY, review TEXT) WITHOUT ROWID;"
    "CREATE TABLE listed(work TEXT, list TEXT, PRIMARY KEY(work, list)) "
    "WITHOUT ROWID;";

/*
 * work, claim: row is the number of a record in the text tables and in sets;
 *     works are in order of static rank, strongest first; results is the work
 *     packed by work_results_schema.
 * ancestor: every term with itself and all its broader terms.
 * posting: stored sets of works, see postings.h.
 * level_last: the last row of each level (6: none), as rows are sorted by level
 *     first.
 * ordered: the rows of works in other orders, see orders.h.
 * length: the lengths of the texts of works, see lengths.h.
 * prepared: data that a layer above derives from the records
 *     (library_prepare()), with the version of its rules.
 */
const char tables_sql[] =
    "CREATE TABLE work(row INTEGER PRIMARY KEY, record INTEGER UNIQUE,"
    " level INTEGER, year INTEGER, size INTEGER, subjects INTEGER,"
    " byline TEXT, title TEXT, results BLOB);"
    "CREATE TABLE level_last(level INTEGER PRIMARY KEY, row INTEGER);"
    "CREATE TABLE claim(row INTEGER PRIMARY KEY, record INTEGER UNIQUE,"
    " verdict INTEGER);"
    "CREATE TABLE work_term(term INTEGER, row INTEGER,"
    " PRIMARY KEY(term, row)) WITHOUT ROWID;"
    "CREATE TABLE claim_term(term INTEGER, row INTEGER,"
    " PRIMARY KEY(term, row)) WITHOUT ROWID;"
    "CREATE TABLE ancestor(term INTEGER, broader INTEGER,"
    " PRIMARY KEY(term, broader)) WITHOUT ROWID;"
    "CREATE TABLE word(word TEXT PRIMARY KEY, works INTEGER) WITHOUT ROWID;"
    "CREATE TABLE ordered(number INTEGER PRIMARY KEY, rows BLOB);"
    "CREATE TABLE length(chunk INTEGER PRIMARY KEY, bytes BLOB);"
    "CREATE TABLE prepared(version INTEGER, bytes BLOB);"
    "CREATE TABLE posting(number INTEGER PRIMARY KEY, term TEXT,"
    " chunk INTEGER, rows BLOB);"
    "CREATE INDEX ancestor_broader ON ancestor(broader);"
    "CREATE INDEX phrase_term ON phrase(term);"
    "CREATE INDEX reference_record ON reference(record);"
    "CREATE INDEX bearing_work ON bearing(work);"
    "CREATE INDEX bearing_claim ON bearing(claim);"
    "CREATE INDEX member_proposition ON member(proposition, position);";

/* Indexes that are faster to create once their table is full. */
const char tables_after[] =
    "CREATE INDEX posting_term ON posting(term, chunk);";

/*
 * FTS5 collects words in a hash of this size before writing them: above 16 MB
 * its chains no longer fit in the processor's cache and cost more than the
 * merges they save.  A leaf fills a page of the database (db.c).
 */
enum { HASH_BYTES = 16 << 20, LEAF_BYTES = 16000 };

static void
tables_add_table(const void *ctx, struct buf *sql, const char *name,
    const struct column *columns, size_t count)
{
	size_t i;

	buf_format(ctx, sql, "CREATE VIRTUAL TABLE %s USING fts5(", name);
	for (i = 0; i < count; i++)
		buf_format(ctx, sql, "%s, ", columns[i].name);
	buf_format(ctx, sql, "content='', tokenize='%s');"
	    "INSERT INTO %s(%s, rank) VALUES('hashsize', %d);"
	    "INSERT INTO %s(%s, rank) VALUES('pgsz', %d);",
	    TOKENIZER, name, name, HASH_BYTES, name, name, LEAF_BYTES);
}

char *
schema_text(const void *ctx)
{
	struct buf sql = { .data = NULL };

	tables_add_table(ctx, &sql, "work_text", work_columns, WORK_COLUMNS);
	tables_add_table(ctx, &sql, "claim_text", claim_columns, CLAIM_COLUMNS);
	return sql.data;
}

/*
 * The packed form of records depends on their members, so these are part of the
 * version.
 */
static XXH32_hash_t
hash_schema(const struct schema *schema, XXH32_hash_t hash)
{
	const struct member *member;
	size_t i;

	assert(schema->count > 0);
	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		hash = XXH32(member->key, strlen(member->key), hash +
		    (XXH32_hash_t)member->form * 2 + member->many);
		if (member->schema != NULL)
			hash = hash_schema(member->schema, hash);
	}
	return hash;
}

int
tables_version(void)
{
	char *text = schema_text(NULL);
	int kind;
	XXH32_hash_t hash = XXH32(tables_records, strlen(tables_records),
	    INDEX_FORMAT);

	hash = XXH32(tables_sql, strlen(tables_sql), hash);
	hash = XXH32(text, strlen(text), hash);
	for (kind = 0; kind < RECTYPE_COUNT; kind++)
		hash = hash_schema(rectype_schema((enum rectype)kind), hash);
	hash = hash_schema(&work_results_schema, hash);
	mem_free(text);
	return (int)(hash >> 1);
}

/* Whether a text of statements, each ended by ";", includes this one. */
static bool
has_statement(const char *text, const char *sql)
{
	size_t n = strlen(sql);
	const char *at, *end;

	for (at = text; (end = strchr(at, ';')) != NULL; at = end + 1)
		if ((size_t)(end - at) == n && memcmp(at, sql, n) == 0)
			return true;
	return false;
}

/* Tables that FTS5 uses for its words and SQLite for its statistics. */
static bool
is_shadow(const char *name)
{
	static const char *const names[] = { "sqlite_stat1", "sqlite_stat4",
	    "work_text_data", "work_text_idx", "work_text_docsize",
	    "work_text_config", "claim_text_data", "claim_text_idx",
	    "claim_text_docsize", "claim_text_config" };
	size_t i;

	for (i = 0; i < COUNT(names); i++)
		if (text_same(names[i], name))
			return true;
	return false;
}

static bool
is_expected(const char *texts, const char *type, const char *name,
    const char *sql)
{
	if (sql == NULL)
		return text_same(type, "index") && text_begins(name,
		    "sqlite_autoindex_");
	return has_statement(tables_records, sql) ||
	    has_statement(tables_sql, sql) ||
	    has_statement(tables_after, sql) || has_statement(texts, sql) ||
	    (text_same(type, "table") && is_shadow(name) &&
	    text_begins(sql, "CREATE TABLE "));
}

bool
tables_are_ours(struct db *db)
{
	struct statement *st = db_prepare(db, "SELECT type, name, sql FROM "
	    "sqlite_schema");
	char *texts = schema_text(NULL);
	struct err err = ERR_INIT;
	bool ours = true;

	while (ours && statement_step(st))
		ours = is_expected(texts, column_text(st, 0),
		    column_text(st, 1), column_raw(st, 2));
	statement_reset(st);
	mem_free(texts);
	return ours && db_ok(db, &err);
}
