/* Sets: which works have a word, stored ready made. */
#include "index/sets.h"

#include <stdio.h>
#include <string.h>

#include "index/token.h"

enum {
	DIGITS = 37,			/* letters, digits, and nothing */
	BEGINNINGS = DIGITS * DIGITS * DIGITS,
	LETTERS = 3,
	COMMON_LEAST = 64,		/* works that have a common word */
	COMMON_PART = 100		/* and one of so many of all */
};

/* Where a beginning stands: anywhere, or in the name of an author. */
enum place_of_word { ANYWHERE, IN_AUTHOR, PLACES };

static const char *const place_marks[PLACES] = { "", "author:" };

struct rows {
	uint16_t	*numbers;	/* within the chunk */
	size_t		 count;
	size_t		 capacity;
	int64_t		 last;		/* row that was added last */
};

struct sets {
	struct db	*db;
	int64_t		 row;
	int64_t		 chunk;
	struct rows	 lists[PLACES][BEGINNINGS];
	struct buf	 bytes;
};

struct sets *
sets_new(const void *ctx, struct db *db)
{
	struct sets *sets = mem_new(ctx, struct sets);

	sets->db = db;
	return sets;
}

void
sets_clear(struct sets *sets)
{
	struct rows *list;
	unsigned place, i;

	for (place = 0; place < PLACES; place++) {
		for (i = 0; i < BEGINNINGS; i++) {
			list = &sets->lists[place][i];
			list->count = 0;
			list->last = 0;
		}
	}
	sets->chunk = 0;
	db_run(sets->db, "DELETE FROM chunk");
}

/* Beginnings: words of up to three letters as numbers with three digits. */

/* 1 to 36, 0 for what is neither letter nor digit. */
static unsigned
digit_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 1;
	return c >= '0' && c <= '9' ? (unsigned)(c - '0') + 27 : 0;
}

static char
letter_of(unsigned digit)
{
	return digit == 0 ? '\0' : digit < 27 ? (char)('a' + digit - 1) :
	    (char)('0' + digit - 27);
}

static void
text_of(unsigned beginning, char text[LETTERS + 2])
{
	size_t n;

	text[0] = letter_of(beginning / DIGITS / DIGITS);
	text[1] = letter_of(beginning / DIGITS % DIGITS);
	text[2] = letter_of(beginning % DIGITS);
	text[3] = '\0';
	n = strlen(text);
	text[n] = '*';		/* no word holds one */
	text[n + 1] = '\0';
}

static void
store(struct sets *sets, const char *word, int64_t chunk,
    const uint16_t *numbers, size_t count)
{
	struct statement *st = db_prepare(sets->db,
	    "INSERT INTO chunk(word, chunk, bits) VALUES(?, ?, ?)");

	buf_clear(&sets->bytes);
	bits_pack(sets, numbers, count, &sets->bytes);
	bind_text(st, 1, word);
	bind_int(st, 2, chunk);
	bind_bytes(st, 3, sets->bytes.data, sets->bytes.len);
	statement_run(st);
}

static void
flush(struct sets *sets)
{
	char text[LETTERS + 2], word[LETTERS + 16];
	struct rows *list;
	unsigned place, i;

	for (place = 0; place < PLACES; place++) {
		for (i = 0; i < BEGINNINGS; i++) {
			list = &sets->lists[place][i];
			if (list->count == 0)
				continue;
			text_of(i, text);
			(void)snprintf(word, sizeof(word), "%s%s",
			    place_marks[place], text);
			store(sets, word, sets->chunk, list->numbers,
			    list->count);
			list->count = 0;
		}
	}
}

void
sets_begin(struct sets *sets, int64_t row)
{
	int64_t chunk = (row - 1) / BITS_CHUNK;

	if (chunk != sets->chunk)
		flush(sets);
	sets->chunk = chunk;
	sets->row = row;
}

static void
add(struct sets *sets, struct rows *list)
{
	if (list->last == sets->row)
		return;
	list->last = sets->row;
	if (list->count == list->capacity)
		list->numbers = mem_grow(sets, list->numbers, &list->capacity,
		    list->count + 1, sizeof(uint16_t));
	list->numbers[list->count++] = (uint16_t)((sets->row - 1) %
	    BITS_CHUNK);
}

static void
add_word(struct sets *sets, enum place_of_word place, const char *word,
    size_t n)
{
	unsigned beginning = 0, weight = DIGITS * DIGITS, digit;
	size_t i;

	for (i = 0; i < n && i < LETTERS; i++, weight /= DIGITS) {
		digit = digit_of(word[i]);
		if (digit == 0)
			return;
		beginning += digit * weight;
		add(sets, &sets->lists[place][beginning]);
	}
}

void
sets_word(void *user, const char *word, size_t n)
{
	add_word(user, ANYWHERE, word, n);
}

static void
on_author(void *user, const struct token *token)
{
	add_word(user, IN_AUTHOR, token->word, token->n);
}

void
sets_authors(struct sets *sets, const char *text, size_t n)
{
	token_walk(db_tokens(sets->db), text, n, on_author, sets);
}

/* Common words. */

/* How many works a common word has, if there are so many in all. */
static int64_t
common_least(int64_t all)
{
	int64_t part = all / COMMON_PART;

	return part < COMMON_LEAST ? COMMON_LEAST : part;
}

static void
store_common(struct sets *sets, const char *word)
{
	struct statement *st = db_prepare(sets->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ?");
	uint16_t *numbers = mem_array(sets, uint16_t, BITS_CHUNK);
	char *match = mem_format(sets, "\"%s\"", word);
	int64_t chunk = 0, row;
	size_t count = 0;

	bind_text(st, 1, match);
	while (statement_step(st)) {
		row = column_int(st, 0) - 1;
		if (row / BITS_CHUNK != chunk && count > 0) {
			store(sets, word, chunk, numbers, count);
			count = 0;
		}
		chunk = row / BITS_CHUNK;
		numbers[count++] = (uint16_t)(row % BITS_CHUNK);
	}
	if (count > 0)
		store(sets, word, chunk, numbers, count);
	mem_free(match);
	mem_free(numbers);
}

/* A word that is its own stem is asked for with the mark, too. */
static void
add_common(struct sets *sets, const char *word)
{
	struct statement *st = db_prepare(sets->db,
	    "INSERT OR IGNORE INTO temp.common VALUES(?)");
	char *stem = token_stem(db_tokens(sets->db), NULL, word,
	    strlen(word));
	bool is_same = strncmp(stem, TOKEN_STEM, strlen(TOKEN_STEM)) == 0 &&
	    strcmp(stem + strlen(TOKEN_STEM), word) == 0;

	bind_text(st, 1, word);
	statement_run(st);
	bind_text(st, 1, stem);
	if (is_same)
		statement_run(st);
	mem_free(stem);
}

/*
 * All words with the number of works that have them; those that are written
 * (the marked and special ones begin above) are kept for suggestions.
 */
static void
read_words(struct sets *sets, int64_t least)
{
	struct statement *st = db_prepare(sets->db,
	    "SELECT term, doc FROM temp.words");
	struct statement *word = db_prepare(sets->db,
	    "INSERT INTO word VALUES(?, ?)");

	while (statement_step(st)) {
		if (column_int(st, 1) >= least)
			add_common(sets, column_text(st, 0));
		if (strcmp(column_text(st, 0), TOKEN_STEM) > 0)
			continue;
		bind_text(word, 1, column_text(st, 0));
		bind_int(word, 2, column_int(st, 1));
		statement_run(word);
	}
}

static void
store_all_common(struct sets *sets)
{
	struct statement *st = db_prepare(sets->db,
	    "SELECT word FROM temp.common");

	while (statement_step(st))
		store_common(sets, column_text(st, 0));
}

void
sets_finish(struct sets *sets)
{
	flush(sets);
	db_run(sets->db, "CREATE VIRTUAL TABLE temp.words USING "
	    "fts5vocab(main, work_text, row);"
	    "CREATE TEMP TABLE common(word TEXT PRIMARY KEY) WITHOUT ROWID;");
	read_words(sets, common_least(sets->row));
	store_all_common(sets);
	db_run(sets->db, "DROP TABLE temp.words; DROP TABLE temp.common;"
	    "CREATE INDEX chunk_word ON chunk(word, chunk);");
}

/* Searching. */

/* One to three letters or digits: a beginning that is always stored. */
static bool
is_beginning(const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++)
		if (i == LETTERS || digit_of(word[i]) == 0)
			return false;
	return i > 0;
}

bool
sets_add(struct bits *bits, struct db *db, const char *columns,
    const char *word, bool prefix)
{
	const char *mark = columns == NULL ? "" : place_marks[IN_AUTHOR];
	struct statement *st = db_prepare(db,
	    "SELECT chunk, bits FROM chunk WHERE word=?");
	bool found = prefix && is_beginning(word);
	char *key = NULL;

	if (prefix != found || (columns != NULL && (!prefix ||
	    strcmp(columns, "author") != 0)))
		return false;
	if (prefix)
		word = key = mem_format(NULL, "%s%s*", mark, word);
	bind_text(st, 1, word);
	while (statement_step(st)) {
		found = true;
		(void)bits_unpack(bits, (size_t)column_int(st, 0),
		    column_bytes(st, 1), column_size(st, 1));
	}
	mem_free(key);
	return found;
}

bool
sets_add_beginning(struct bits *bits, struct db *db, const char *start,
    size_t most, void (*each)(void *user, const char *word), void *user)
{
	struct statement *st = db_prepare(db, "SELECT word, works FROM word "
	    "WHERE word>=?1 AND word<?1||char(0x10FFFF)");
	int64_t least = common_least((int64_t)bits->size);
	void *scratch = mem_context(NULL);
	struct list rare = { .at = NULL };
	size_t i;

	bind_text(st, 1, start);
	while (statement_step(st) && rare.count <= most)
		if (column_int(st, 1) < least || !sets_add(bits, db,
		    NULL, column_text(st, 0), false))
			list_add(scratch, &rare, mem_text(scratch,
			    column_text(st, 0)));
	statement_reset(st);
	for (i = 0; i < rare.count && rare.count <= most; i++)
		each(user, rare.at[i]);
	mem_free(scratch);
	return rare.count <= most;
}
