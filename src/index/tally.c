/* Tally: which works have which words, counted while they are made. */
#include "index/tally.h"

#include <stdio.h>
#include <stdlib.h>

#include "index/prefix.h"
#include "index/postings.h"
#include "index/value_term.h"
#include "index/tokenizer.h"
#include "index/words.h"

enum {
	WORD_BITS = 64,
	SET_WORDS = BITSET_CHUNK / WORD_BITS,
	LINK = 2,		/* numbers of 16 bits, for the next block */
	SMALLEST = 8,		/* the same, of a block */
	LARGEST = 256,
	AHEAD = 16		/* words, looked up before they are needed */
};

/*
 * What is known of a word.  Its rows, as numbers within the chunk, stand in
 * blocks, each twice as large as the one before and ended by a link.
 */
struct known {
	uint32_t	works;		/* of the parts before */
	uint32_t	count;		/* rows in this part */
	uint32_t	first;		/* of them, in tally.rows */
	uint32_t	next;		/* room for another one */
	uint32_t	alike;		/* another word that begins so, or 0 */
	uint16_t	left;		/* room in the block */
	uint16_t	size;		/* of the block */
	uint16_t	last;		/* row */
	uint16_t	stored;		/* in so many parts */
	bool		wanted;		/* a set is to be stored */
};

struct set {
	uint64_t	words[SET_WORDS];
	bool		any;
};

struct tally {
	struct db	*db;
	int64_t		 row;
	int64_t		 chunk;
	size_t		 works;		/* of this part */
	uint16_t	 parts;		/* written so far */
	bool		 too_many;	/* words to count each */
	struct words	*words;
	struct known	*known;		/* by number, from 1 */
	size_t		 known_count;
	size_t		 known_capacity;
	size_t		 word_most;
	uint32_t	 alike[PREFIXES];	/* numbers of words */
	struct known	 authors[PREFIXES];
	uint16_t	*rows;		/* of words */
	size_t		 row_count;
	size_t		 row_capacity;
	size_t		 row_most;
	uint32_t	*list;		/* numbers of the words of the work */
	size_t		 list_count;
	size_t		 list_capacity;
	uint32_t	*ours;		/* numbers, by the preparer's */
	size_t		 ours_count;
	size_t		 ours_capacity;
	uint16_t	 stored[BITSET_CHUNK];	/* rows of a set */
	struct buf	 bytes;
};

struct tally *
tally_new(const void *ctx, struct db *db, size_t words, size_t rows)
{
	struct tally *tally = mem_new(ctx, struct tally);

	tally->db = db;
	tally->words = words_new(tally, words + PREFIXES);
	tally->word_most = words;
	tally->row_most = rows;
	tally->known_count = 1;
	return tally;
}

/* Rows of words. */

static size_t
larger(size_t size)
{
	return size == 0 ? SMALLEST : size < LARGEST ? size * 2 : LARGEST;
}

/* Links another block to those of a word. */
static void
add_block(struct tally *tally, struct known *known)
{
	uint32_t start = (uint32_t)tally->row_count;
	size_t size = larger(known->count == 0 ? 0 : known->size);

	tally->row_count += size;
	tally->rows = mem_grow(tally, tally->rows, &tally->row_capacity,
	    tally->row_count, sizeof(*tally->rows));
	if (known->count == 0)
		known->first = start;
	else
		memcpy(&tally->rows[known->next], &start, sizeof(start));
	known->next = start;
	known->size = (uint16_t)size;
	known->left = (uint16_t)(size - LINK);
}

static void
add_row(struct tally *tally, struct known *known)
{
	uint16_t row = (uint16_t)((tally->row - 1) % BITSET_CHUNK);

	if (known->count > 0 && known->last == row)
		return;
	if (known->count == 0 || known->left == 0)
		add_block(tally, known);
	tally->rows[known->next++] = row;
	known->last = row;
	known->left--;
	known->count++;
}

static void
add_to_set(const struct tally *tally, const struct known *known,
    struct set *set)
{
	size_t left = known->count, size = SMALLEST, n, i;
	uint32_t start = known->first;
	const uint16_t *rows;

	while (left > 0) {
		rows = &tally->rows[start];
		n = left < size - LINK ? left : size - LINK;
		for (i = 0; i < n; i++)
			set->words[rows[i] / WORD_BITS] |= UINT64_C(1) <<
			    rows[i] % WORD_BITS;
		memcpy(&start, rows + size - LINK, sizeof(start));
		left -= n;
		size = larger(size);
	}
	set->any |= known->count > 0;
}

/* Adds the row of the work to all its words; memory is slower than this. */
static void
end_work(struct tally *tally)
{
	const uint32_t *list = tally->list;
	size_t i;

	for (i = 0; i < tally->list_count; i++) {
		if (i + 2 * AHEAD < tally->list_count)
			__builtin_prefetch(&tally->known[list[i + 2 * AHEAD]]);
		if (i + AHEAD < tally->list_count && tally->rows != NULL)
			__builtin_prefetch(&tally->rows[tally->known[list[i +
			    AHEAD]].next]);
		add_row(tally, &tally->known[list[i]]);
	}
	tally->list_count = 0;
}

/* Storing. */

static void
store_rows(struct tally *tally, const char *word, size_t count)
{
	struct statement *st = db_prepare(tally->db,
	    "INSERT INTO chunk(word, chunk, bits) VALUES(?, ?, ?)");

	if (count == 0)
		return;
	buf_clear(&tally->bytes);
	bitset_pack(tally, tally->stored, count, &tally->bytes);
	bind_text(st, 1, word);
	bind_int(st, 2, tally->chunk);
	bind_bytes(st, 3, tally->bytes.data, tally->bytes.len);
	statement_run(st);
}

static void
store_set(struct tally *tally, const char *word, const struct set *set)
{
	size_t count = 0, i;
	uint64_t bits;

	for (i = 0; i < SET_WORDS; i++)
		for (bits = set->words[i]; bits != 0; bits &= bits - 1)
			tally->stored[count++] = (uint16_t)(i * WORD_BITS +
			    (size_t)__builtin_ctzll(bits));
	store_rows(tally, word, count);
}

/* Beginnings. */

static void
store_authors(struct tally *tally)
{
	char text[PREFIX_LETTERS + 2], word[PREFIX_LETTERS + 16];
	struct set set;
	unsigned i;

	for (i = 0; i < PREFIXES; i++) {
		if (tally->authors[i].count == 0)
			continue;
		prefix_text(i, text);
		(void)snprintf(word, sizeof(word), POSTINGS_AUTHOR "%s", text);
		set = (struct set){ .any = false };
		add_to_set(tally, &tally->authors[i], &set);
		store_set(tally, word, &set);
	}
}

/* Stores the set of a beginning and adds it to that of the shorter one. */
static void
store_beginning(struct tally *tally, unsigned beginning, unsigned letters,
    struct set *shorter)
{
	struct set set = { .any = false };
	char text[PREFIX_LETTERS + 2];
	uint32_t number = tally->alike[beginning];
	unsigned i;

	if (letters == PREFIX_LETTERS && number == 0)
		return;
	for (; number != 0; number = tally->known[number].alike)
		add_to_set(tally, &tally->known[number], &set);
	for (i = 1; letters < PREFIX_LETTERS && i < PREFIX_DIGITS; i++)
		store_beginning(tally, prefix_longer(beginning, letters + 1,
		    i), letters + 1, &set);
	if (!set.any)
		return;
	prefix_text(beginning, text);
	store_set(tally, text, &set);
	for (i = 0; i < SET_WORDS; i++)
		shorter->words[i] |= set.words[i];
	shorter->any = true;
}

static void
store_beginnings(struct tally *tally)
{
	struct set all = { .any = false };
	unsigned i;

	for (i = 1; i < PREFIX_DIGITS; i++)
		store_beginning(tally, prefix_longer(0, 1, i), 1, &all);
}

/* Words. */

/* Gives a word that is new its place among those that are known. */
static struct known *
known_of(struct tally *tally, uint32_t number)
{
	const char *word;
	uint32_t *alike;

	while (tally->known_count <= number) {
		word = words_text(tally->words, (uint32_t)tally->known_count);
		alike = &tally->alike[prefix_of(word, strlen(word))];
		tally->known = mem_grow(tally, tally->known,
		    &tally->known_capacity, tally->known_count + 1,
		    sizeof(*tally->known));
		tally->known[tally->known_count] = (struct known){ .alike =
		    *alike };
		*alike = (uint32_t)tally->known_count++;
	}
	return &tally->known[number];
}

/* Whether a word is written, not marked or special: those come behind. */
static bool
is_written(const char *word)
{
	return strcmp(word, TOKEN_STEM) < 0;
}

/* The word that a marked stem is, or NULL. */
static const char *
unmarked(const char *word)
{
	size_t n = strlen(TOKEN_STEM);

	return strncmp(word, TOKEN_STEM, n) == 0 ? word + n : NULL;
}

/* The marked stem of a word that is its own stem, owned by `ctx`, or NULL. */
static char *
own_stem(struct tally *tally, const void *ctx, const char *word)
{
	char *stem = tokenizer_stem(db_tokenizer(tally->db), ctx, word,
	    strlen(word));

	if (unmarked(stem) != NULL && strcmp(unmarked(stem), word) == 0)
		return stem;
	mem_free(stem);
	return NULL;
}

/* A word that is its own stem is asked for with the mark, too. */
static void
want(struct tally *tally, uint32_t number)
{
	char *word = mem_text(NULL, words_text(tally->words, number));
	char *stem = own_stem(tally, word, word);
	uint32_t marked = stem == NULL ? 0 : words_number(tally->words, stem,
	    strlen(stem));

	known_of(tally, number)->wanted = true;
	if (marked > 0)
		known_of(tally, marked)->wanted = true;
	mem_free(word);
}

/* Wants what so many works have, of all or of this part. */
static void
want_common(struct tally *tally, int64_t least, bool of_all)
{
	uint32_t count = words_count(tally->words), number;
	const struct known *known;

	for (number = 1; number <= count; number++)
		known_of(tally, number)->wanted = false;
	for (number = 1; number <= count; number++) {
		known = known_of(tally, number);
		if (known->count + (of_all ? known->works : 0) >= least)
			want(tally, number);
	}
}

/* A marked stem finds the word itself, too. */
static void
store_word(struct tally *tally, uint32_t number)
{
	const char *word = words_text(tally->words, number);
	const char *plain = unmarked(word);
	uint32_t other = plain == NULL ? 0 : words_find(tally->words, plain,
	    strlen(plain));
	struct set set = { .any = false };

	add_to_set(tally, &tally->known[number], &set);
	if (other != 0)
		add_to_set(tally, &tally->known[other], &set);
	store_set(tally, word, &set);
}

/* Stores those that are wanted and were so in every part before. */
static void
store_common(struct tally *tally)
{
	struct known *known;
	uint32_t number;

	for (number = 1; number < tally->known_count; number++) {
		known = &tally->known[number];
		if (!known->wanted || known->stored != tally->parts)
			continue;
		known->stored++;
		store_word(tally, number);
	}
}

/* Parts: chunks, or less where they are too large. */

static void
forget_rows(struct tally *tally)
{
	size_t i;

	for (i = 1; i < tally->known_count; i++)
		tally->known[i].count = 0;
	for (i = 0; i < PREFIXES; i++)
		tally->authors[i].count = 0;
	tally->row_count = 0;
	tally->list_count = 0;
	tally->works = 0;
}

/* Writes what was counted; what `least` works have is common. */
static void
write_part(struct tally *tally, int64_t least, bool is_last)
{
	size_t i;

	store_authors(tally);
	store_beginnings(tally);
	if (!tally->too_many) {
		want_common(tally, least, is_last);
		store_common(tally);
	}
	for (i = 1; i < tally->known_count; i++)
		tally->known[i].works += tally->known[i].count;
	forget_rows(tally);
	tally->parts++;
}

/* A word of half the share may become common with the other parts. */
static void
end_part(struct tally *tally)
{
	if (tally->works > 0)
		write_part(tally, postings_common_least((int64_t)tally->works) / 2,
		    false);
}

void
tally_begin(struct tally *tally, int64_t row)
{
	int64_t chunk = (row - 1) / BITSET_CHUNK;

	end_work(tally);
	if (chunk != tally->chunk || tally->row_count >= tally->row_most)
		end_part(tally);
	tally->chunk = chunk;
	tally->row = row;
	tally->works++;
}

/* When words are too many, of a new one only the beginning is counted. */
static uint32_t
number_of(struct tally *tally, const char *word, size_t n)
{
	char text[PREFIX_LETTERS + 2];
	uint32_t number = words_find(tally->words, word, n);

	if (number == 0 && words_count(tally->words) >= tally->word_most) {
		tally->too_many = true;
		prefix_text(prefix_of(word, n), text);
		word = text;
		n = strlen(text);
	}
	if (number == 0)
		number = words_number(tally->words, word, n);
	(void)known_of(tally, number);
	return number;
}

/* Our number of a word that the preparer numbers, too. */
static uint32_t
our_number(struct tally *tally, const char *word, size_t n, uint32_t number)
{
	uint32_t ours;

	if (number < tally->ours_count && tally->ours[number] > 0)
		return tally->ours[number];
	ours = number_of(tally, word, n);
	tally->ours = mem_grow(tally, tally->ours, &tally->ours_capacity,
	    number + 1, sizeof(*tally->ours));
	while (tally->ours_count <= number)
		tally->ours[tally->ours_count++] = 0;
	tally->ours[number] = ours;
	return ours;
}

void
tally_word(void *user, const char *word, size_t n, uint32_t number)
{
	struct tally *tally = user;

	if (number == 0 && value_term_is_identifier(word, n))
		return;
	number = number > 0 ? our_number(tally, word, n, number) :
	    number_of(tally, word, n);
	tally->list = mem_grow(tally, tally->list, &tally->list_capacity,
	    tally->list_count + 1, sizeof(*tally->list));
	tally->list[tally->list_count++] = number;
}

static void
on_author(void *user, const struct token *token)
{
	struct tally *tally = user;
	unsigned beginning = prefix_of(token->word, token->n);

	for (; beginning != 0; beginning = prefix_shorter(beginning))
		add_row(tally, &tally->authors[beginning]);
}

void
tally_authors(struct tally *tally, const char *text, size_t n)
{
	tokenizer_walk(db_tokenizer(tally->db), text, n, on_author, tally);
}

static void
forget_words(struct tally *tally)
{
	words_clear(tally->words);
	memset(tally->alike, 0, sizeof(tally->alike));
	tally->known_count = 1;
	tally->ours_count = 0;
}

void
tally_clear(struct tally *tally)
{
	forget_rows(tally);
	forget_words(tally);
	tally->chunk = 0;
	tally->parts = 0;
	tally->too_many = false;
	db_run(tally->db, "DELETE FROM chunk");
}

/* The end. */

/* Asks the text table for the works of a word. */
static void
store_from_text(struct tally *tally, const char *word)
{
	struct statement *st = db_prepare(tally->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ?");
	char *match = mem_format(tally, "\"%s\"", word);
	size_t count = 0;
	int64_t row;

	tally->chunk = 0;
	bind_text(st, 1, match);
	while (statement_step(st)) {
		row = column_int(st, 0) - 1;
		if (row / BITSET_CHUNK != tally->chunk) {
			store_rows(tally, word, count);
			count = 0;
		}
		tally->chunk = row / BITSET_CHUNK;
		tally->stored[count++] = (uint16_t)(row % BITSET_CHUNK);
	}
	store_rows(tally, word, count);
	mem_free(match);
}

static void
delete_set(struct tally *tally, const char *word)
{
	struct statement *st = db_prepare(tally->db,
	    "DELETE FROM chunk WHERE word=?");

	bind_text(st, 1, word);
	statement_run(st);
}

/* Mends the sets of words that were common in some parts only. */
static void
mend_sets(struct tally *tally)
{
	const struct known *known;
	const char *word;
	uint32_t number;

	for (number = 1; number < tally->known_count; number++) {
		known = &tally->known[number];
		if (known->stored == (known->wanted ? tally->parts : 0))
			continue;
		word = words_text(tally->words, number);
		delete_set(tally, word);
		if (known->wanted)
			store_from_text(tally, word);
	}
}

struct counted {
	const char	*word;
	uint32_t	 works;
};

static int
by_word(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	return strcmp(x->word, y->word);
}

static void
add_word(struct tally *tally, const char *word, int64_t works)
{
	struct statement *st = db_prepare(tally->db,
	    "INSERT INTO word VALUES(?, ?)");

	bind_text(st, 1, word);
	bind_int(st, 2, works);
	statement_run(st);
}

static void
write_words(struct tally *tally)
{
	struct counted *words = mem_array(tally, struct counted,
	    tally->known_count);
	size_t count = 0, i;
	const char *word;

	for (i = 1; i < tally->known_count; i++) {
		word = words_text(tally->words, (uint32_t)i);
		if (is_written(word) && tally->known[i].works > 0)
			words[count++] = (struct counted){ word,
			    tally->known[i].works };
	}
	qsort(words, count, sizeof(*words), by_word);
	for (i = 0; i < count; i++)
		add_word(tally, words[i].word, words[i].works);
	mem_free(words);
}

/* Words, and those of them that are common, as the text table has them. */
static void
ask_for_words(struct tally *tally, int64_t least)
{
	struct statement *st;
	const char *word;
	uint32_t number;

	db_run(tally->db, "CREATE VIRTUAL TABLE temp.words USING "
	    "fts5vocab(main, work_text, row);"
	    "DELETE FROM chunk WHERE substr(word, -1) <> '*'");
	forget_words(tally);
	st = db_prepare(tally->db, "SELECT term, doc FROM temp.words");
	while (statement_step(st)) {
		word = column_text(st, 0);
		if (is_written(word))
			add_word(tally, word, column_int(st, 1));
		number = column_int(st, 1) < least ? 0 : words_number(
		    tally->words, word, strlen(word));
		if (number != 0)
			want(tally, number);
	}
	db_run(tally->db, "DROP TABLE temp.words");
}

void
tally_finish(struct tally *tally)
{
	int64_t least = postings_common_least(tally->row);

	end_work(tally);
	write_part(tally, least, true);
	if (tally->too_many)
		ask_for_words(tally, least);
	else
		write_words(tally);
	db_run(tally->db, "CREATE INDEX chunk_word ON chunk(word, chunk);");
	mend_sets(tally);
}
