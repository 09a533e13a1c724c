/* Postings: stored sets of the works with a word. */
#include "index/postings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "index/tables.h"
#include "index/tuning.h"

enum {
	DIGITS = 37,			/* none, a to z, 0 to 9 */
	PREFIXES = DIGITS * DIGITS * DIGITS,
	WORD_BITS = 64,
	CHUNK_WORDS = BITSET_CHUNK / WORD_BITS
};

/* Marks a prefix in an author's name. */
#define AUTHOR	"author:"

int64_t
postings_common_least(int64_t all)
{
	int64_t part = all / COMMON_PART;

	return part < COMMON_LEAST ? COMMON_LEAST : part;
}

/*
 * Prefixes are three-digit numbers with a digit for each letter, and 0 after
 * the last letter: "a", "aa", "aaa", "aab" ... "ab" follow each other, so that
 * a shorter prefix is a range of longer ones.
 */

static const unsigned weights[PREFIX_LETTERS] = { DIGITS * DIGITS, DIGITS, 1 };

/* The digit for a letter or digit, 1 to 36; 0 for any other character. */
static unsigned
digit_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 1;
	return c >= '0' && c <= '9' ? (unsigned)(c - '0') + 27 : 0;
}

/* The longest stored prefix of a word; 0 if there is none. */
static unsigned
prefix_of(const char *word, size_t n)
{
	unsigned prefix = 0, digit;
	size_t i;

	for (i = 0; i < n && i < PREFIX_LETTERS; i++) {
		digit = digit_of(word[i]);
		if (digit == 0)
			break;
		prefix += digit * weights[i];
	}
	return prefix;
}

/*
 * Writes the first `letters` letters of a prefix; returns the number written.
 */
static size_t
prefix_print(unsigned prefix, size_t letters, char text[PREFIX_LETTERS + 1])
{
	static const char names[] = "\0abcdefghijklmnopqrstuvwxyz0123456789";
	size_t i;

	for (i = 0; i < letters; i++)
		text[i] = names[prefix / weights[i] % DIGITS];
	text[letters] = '\0';
	return strlen(text);
}

static bool
is_prefix(const char *word)
{
	size_t n = strlen(word), i;

	for (i = 0; i < n; i++)
		if (digit_of(word[i]) == 0)
			return false;
	return n > 0 && n <= PREFIX_LETTERS;
}

/* A marked stem without its mark; NULL if the word is not a marked stem. */
static const char *
unmarked(const char *word)
{
	size_t n = strlen(TOKEN_STEM);

	return strncmp(word, TOKEN_STEM, n) == 0 ? word + n : NULL;
}

/* Building. */

/* The rows of a prefix in the current chunk, as ascending numbers within it. */
struct rows {
	uint16_t	*at;
	size_t		 count;
	size_t		 capacity;
};

struct postings {
	struct db	*db;
	int64_t		 row;			/* being indexed */
	int64_t		 chunk;
	struct rows	 words[PREFIXES];
	struct rows	 authors[PREFIXES];
	uint64_t	 sets[PREFIX_LETTERS][CHUNK_WORDS];
	struct rows	 stored;		/* being written */
	struct buf	 bytes;
};

struct postings *
postings_new(const void *ctx, struct db *db)
{
	struct postings *po = mem_new(ctx, struct postings);

	po->db = db;
	return po;
}

static void
postings_add_row(struct postings *po, struct rows *rows, uint16_t row)
{
	if (rows->count > 0 && rows->at[rows->count - 1] == row)
		return;
	rows->at = mem_grow(po, rows->at, &rows->capacity, rows->count + 1,
	    sizeof(*rows->at));
	rows->at[rows->count++] = row;
}

/* Writes one chunk of a set, and clears its rows. */
static void
store_rows(struct postings *po, const char *term, struct rows *rows)
{
	struct statement *st = db_prepare(po->db,
	    "INSERT INTO posting(term, chunk, rows) VALUES(?, ?, ?)");

	if (rows->count == 0)
		return;
	buf_clear(&po->bytes);
	bitset_pack(po, rows->at, rows->count, &po->bytes);
	bind_text(st, 1, term);
	bind_int(st, 2, po->chunk);
	bind_bytes(st, 3, po->bytes.data, po->bytes.len);
	statement_run(st);
	rows->count = 0;
}

/*
 * Stores the set for the first `letters` letters of a prefix, if it has that
 * many.
 */
static void
end_prefix(struct postings *po, const char *mark, unsigned prefix,
    size_t letters)
{
	uint64_t *set = po->sets[letters - 1], bits;
	char text[PREFIX_LETTERS + 1], term[PREFIX_LETTERS + sizeof(AUTHOR) +
	    1];
	size_t i;

	if (prefix_print(prefix, letters, text) == letters) {
		for (i = 0; i < CHUNK_WORDS; i++)
			for (bits = set[i]; bits != 0; bits &= bits - 1)
				postings_add_row(po, &po->stored, (uint16_t)(i *
				    WORD_BITS + (size_t)__builtin_ctzll(bits)));
		(void)snprintf(term, sizeof(term), "%s%s*", mark, text);
		store_rows(po, term, &po->stored);
	}
	memset(set, 0, CHUNK_WORDS * sizeof(*set));
}

static void
add_to_sets(struct postings *po, const struct rows *rows)
{
	uint64_t bit;
	size_t i, n;

	for (i = 0; i < rows->count; i++) {
		bit = UINT64_C(1) << rows->at[i] % WORD_BITS;
		for (n = 0; n < PREFIX_LETTERS; n++)
			po->sets[n][rows->at[i] / WORD_BITS] |= bit;
	}
}

/* Stores the sets of all prefixes in the current chunk, and clears them. */
static void
end_prefixes(struct postings *po, const char *mark, struct rows *all)
{
	unsigned prefix, last = 0;
	size_t n;

	for (prefix = 1; prefix < PREFIXES; prefix++) {
		if (all[prefix].count == 0)
			continue;
		for (n = PREFIX_LETTERS; n > 0 && last > 0 &&
		    last / weights[n - 1] != prefix / weights[n - 1]; n--)
			end_prefix(po, mark, last, n);
		add_to_sets(po, &all[prefix]);
		all[prefix].count = 0;
		last = prefix;
	}
	for (n = PREFIX_LETTERS; n > 0 && last > 0; n--)
		end_prefix(po, mark, last, n);
}

static void
end_chunk(struct postings *po)
{
	end_prefixes(po, "", po->words);
	end_prefixes(po, AUTHOR, po->authors);
}

void
postings_begin(struct postings *po, int64_t row)
{
	int64_t chunk = (row - 1) / BITSET_CHUNK;

	assert(row > po->row);
	if (chunk != po->chunk)
		end_chunk(po);
	po->chunk = chunk;
	po->row = row;
}

static void
add_prefix(struct postings *po, struct rows *all, const char *word, size_t n)
{
	unsigned prefix = prefix_of(word, n);

	if (prefix > 0)
		postings_add_row(po, &all[prefix], (uint16_t)((po->row - 1) %
		    BITSET_CHUNK));
}

void
postings_word(void *postings, const struct token *token)
{
	struct postings *po = postings;

	add_prefix(po, po->words, token->word, token->n);
}

void
postings_author(void *postings, const struct token *token)
{
	struct postings *po = postings;

	add_prefix(po, po->authors, token->word, token->n);
}

/* Stores the set of a word, read from the text table. */
static void
store_word(struct postings *po, const char *word)
{
	struct statement *st = db_prepare(po->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ?");
	char *match = mem_format(NULL, "\"%s\"", word);
	int64_t row;

	po->chunk = 0;
	bind_text(st, 1, match);
	while (statement_step(st)) {
		row = column_int(st, 0) - 1;
		if (row / BITSET_CHUNK != po->chunk)
			store_rows(po, word, &po->stored);
		po->chunk = row / BITSET_CHUNK;
		postings_add_row(po, &po->stored,
		    (uint16_t)(row % BITSET_CHUNK));
	}
	store_rows(po, word, &po->stored);
	mem_free(match);
}

/*
 * Common words and stems.  Searches for any form of a word use its stem, so
 * that is stored even if the word itself is also common.
 */
static const char common[] =
    "SELECT term FROM temp.term WHERE doc>=?1 UNION SELECT t.term FROM word w "
    "CROSS JOIN temp.term t ON t.term='" TOKEN_STEM "'||w.word WHERE w.works>=?1";

void
postings_finish(struct postings *po)
{
	struct statement *st;

	end_chunk(po);
	db_run(po->db, "CREATE VIRTUAL TABLE temp.term USING "
	    "fts5vocab(main, work_text, row);"
	    "INSERT INTO word SELECT term, doc FROM temp.term WHERE "
	    "term<'" TOKEN_STEM "'");
	st = db_prepare(po->db, common);
	bind_int(st, 1, postings_common_least(po->row));
	while (statement_step(st))
		store_word(po, column_raw(st, 0));
	db_run(po->db, "DROP TABLE temp.term");
	db_run(po->db, tables_after);
}

/* Lookup. */

/* Adds the stored set of a term; false if there is none. */
static bool
add_stored(struct bitset *bits, struct db *db, const char *term)
{
	struct statement *st = db_prepare(db,
	    "SELECT chunk, rows FROM posting WHERE term=?");
	bool found = false;

	bind_text(st, 1, term);
	while (statement_step(st)) {
		found = true;
		(void)bitset_unpack(bits, (size_t)column_int(st, 0),
		    column_bytes(st, 1), column_size(st, 1));
	}
	return found;
}

/*
 * Adds the stored set of a word.  A stem without a set of its own occurs only
 * as a word, so the set of the word is used.
 */
static bool
add_word(struct bitset *bits, struct db *db, const char *word)
{
	const char *plain = unmarked(word);

	return add_stored(bits, db, word) ||
	    (plain != NULL && add_stored(bits, db, plain));
}

bool
postings_add(struct bitset *bits, struct db *db, const char *columns,
    const char *word, bool prefix)
{
	char *term;

	if (!prefix)
		return columns == NULL && add_word(bits, db, word);
	if (!is_prefix(word) || (columns != NULL &&
	    strcmp(columns, "author") != 0))
		return false;
	/*
	 * If a prefix this short has no set, no work has a word that starts
	 * with it.
	 */
	term = mem_format(NULL, "%s%s*", columns == NULL ? "" : AUTHOR, word);
	(void)add_stored(bits, db, term);
	mem_free(term);
	return true;
}

bool
postings_add_prefix(struct bitset *bits, struct db *db, const char *start,
    size_t most, void (*each)(void *user, const char *word), void *user)
{
	struct statement *st = db_prepare(db, "SELECT word, works FROM word "
	    "WHERE word>=?1 AND word<?1||char(0x10FFFF)");
	int64_t least = postings_common_least((int64_t)bits->size);
	void *scratch = mem_context(NULL);
	struct list rare = { .at = NULL };
	size_t i;

	bind_text(st, 1, start);
	while (statement_step(st) && rare.count <= most)
		if (column_int(st, 1) < least || !postings_add(bits, db,
		    NULL, column_text(st, 0), false))
			list_add(scratch, &rare, mem_text(scratch,
			    column_text(st, 0)));
	statement_reset(st);
	for (i = 0; i < rare.count && rare.count <= most; i++)
		each(user, list_at(&rare, i));
	mem_free(scratch);
	return rare.count <= most;
}
