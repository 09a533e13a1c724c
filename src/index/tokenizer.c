/* Tokens: how text becomes words of the index, and queries words to find. */
#include "index/tokenizer.h"

#include <string.h>

#include <libstemmer.h>
#include <sqlite3.h>

#include "base/mem.h"
#include "index/fts.h"
#include "index/value_term.h"
#include "index/spelling.h"
#include "index/words.h"

enum {
	MARK_LEN = 3,
	WORD_MAX = 40,		/* longer words are not stemmed */
	CACHE_SMALL = 1 << 8,	/* words, a power of two: for queries */
	CACHE_LARGE = 1 << 15	/* for documents */
};

/* Words repeat: what came last at each place of a small table. */
struct cached {
	uint32_t	record;		/* that had it last */
	uint32_t	number;		/* and that of its stem, or 0 */
	uint32_t	stem_number;
	char		word[WORD_MAX];
	char		stem[WORD_MAX + MARK_LEN];
	unsigned char	n;
	unsigned char	stem_n;		/* 0: it is not stemmed */
	bool		is_same;	/* the stem is the word */
};

struct tokenizer {
	fts5_tokenizer		 words;		/* unicode61 */
	void			*context;	/* of its own */
	Fts5Tokenizer		*instance;
	struct sb_stemmer	*stemmer;
	struct cached		*cache;
	size_t			 cache_size;
	uint32_t		 record;	/* being prepared, from 1 */
	struct words		*words_seen;	/* NULL: not numbered */
	void			(*watch)(void *user, const char *word,
				    size_t n, uint32_t number);
	void			*watcher;
};

static int
source_destroy(struct tokenizer *source)
{
	if (source->instance != NULL)
		source->words.xDelete(source->instance);
	if (source->stemmer != NULL)
		sb_stemmer_delete(source->stemmer);
	return 0;
}

/* Stems. */

static bool
is_stemmed(const char *word, size_t n)
{
	size_t i;

	if (n < 3 || n >= WORD_MAX)
		return false;
	for (i = 0; i < n; i++)
		if (word[i] < 'a' || word[i] > 'z')
			return false;
	return true;
}

static unsigned
hash(const char *word, size_t n)
{
	unsigned h = 2166136261U;	/* FNV-1a */
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ (unsigned char)word[i]) * 16777619U;
	return h;
}

static void
fill_stem(struct tokenizer *source, struct cached *slot, const char *word,
    size_t n)
{
	char american[SPELLING_MAX];
	size_t m = spelling_american(american, word, n), len;
	const sb_symbol *stem = sb_stemmer_stem(source->stemmer,
	    (const sb_symbol *)american, (int)m);

	len = (size_t)sb_stemmer_length(source->stemmer);
	memcpy(slot->stem, TOKEN_STEM, MARK_LEN);
	memcpy(slot->stem + MARK_LEN, stem, len);
	slot->stem_n = (unsigned char)(len + MARK_LEN);
	slot->is_same = len == n && memcmp(stem, word, n) == 0;
}

static void
fill_numbers(struct words *words, struct cached *slot)
{
	slot->number = slot->stem_number = 0;
	if (words == NULL || value_term_is_identifier(slot->word, slot->n))
		return;
	slot->number = words_number(words, slot->word, slot->n);
	if (slot->stem_n > 0 && !slot->is_same)
		slot->stem_number = words_number(words, slot->stem,
		    slot->stem_n);
}

/* What is known of a word, NULL if it is long; valid until the next call. */
static struct cached *
look_up(struct tokenizer *source, const char *word, size_t n)
{
	struct cached *slot = &source->cache[hash(word, n) &
	    (source->cache_size - 1)];

	if (n >= WORD_MAX)
		return NULL;
	if (slot->n == n && memcmp(slot->word, word, n) == 0)
		return slot;
	memcpy(slot->word, word, n);
	slot->n = (unsigned char)n;
	slot->stem_n = 0;
	slot->record = 0;
	if (is_stemmed(word, n))
		fill_stem(source, slot, word, n);
	fill_numbers(source->words_seen, slot);
	return slot;
}

/* The marked stem of a word, or NULL. */
static const struct cached *
stem_of(struct tokenizer *source, const char *word, size_t n)
{
	const struct cached *slot = look_up(source, word, n);

	return slot == NULL || slot->stem_n == 0 ? NULL : slot;
}

/* Whether the record may not have had this word; notes that it has. */
static bool
is_first(const struct tokenizer *source, struct cached *slot)
{
	if (slot != NULL && slot->record == source->record)
		return false;
	if (slot != NULL)
		slot->record = source->record;
	return true;
}

/*
 * Prepared text: what FTS5 is to be told, made beforehand by another source.
 * Behind a mark that no text begins with, each token is a head and its bytes.
 */

enum { PREPARED = 1 };

enum {
	COLOCATED = 1,		/* it stands where the one before does */
	FIRST = 2,		/* the record may not have had it before */
	NUMBER_MAX = (1 << 30) - 1
};

struct head {
	uint32_t	n;
	uint32_t	number : 30;	/* 0: none */
	uint32_t	flags : 2;
};

struct preparing {
	struct tokenizer	*source;
	const void		*ctx;
	struct buf		*out;
};

static void
put_token(const struct preparing *to, const char *word, size_t n,
    uint32_t number, uint32_t flags)
{
	const struct head head = { (uint32_t)n, number & NUMBER_MAX,
	    flags & (COLOCATED | FIRST) };
	struct buf *out = to->out;

	out->data = mem_grow(to->ctx, out->data, &out->capacity, out->len +
	    sizeof(head) + n + 1, 1);
	memcpy(out->data + out->len, &head, sizeof(head));
	memcpy(out->data + out->len + sizeof(head), word, n);
	out->len += sizeof(head) + n;
}

static int
on_prepare(void *user, int flags, const char *word, int n, int start, int end)
{
	const struct preparing *to = user;
	struct cached *slot = look_up(to->source, word, (size_t)n);
	uint32_t first = is_first(to->source, slot) ? FIRST : 0;

	(void)flags;
	(void)start;
	(void)end;
	put_token(to, word, (size_t)n, slot == NULL ? 0 : slot->number,
	    first);
	if (slot != NULL && slot->stem_n > 0 && !slot->is_same)
		put_token(to, slot->stem, slot->stem_n, slot->stem_number,
		    first | COLOCATED);
	return SQLITE_OK;
}

/* One token of a prepared text; false at its end. */
static bool
next_prepared(const char **at, const char *end, const char **word,
    struct head *head)
{
	if ((size_t)(end - *at) < sizeof(*head))
		return false;
	memcpy(head, *at, sizeof(*head));
	*word = *at + sizeof(*head);
	if (head->n > (size_t)(end - *word))
		return false;
	*at = *word + head->n;
	return true;
}

static bool
is_prepared(const char *text, size_t n)
{
	return n > 0 && *text == PREPARED;
}

/* The tokenizer, as FTS5 calls it. */

struct relay {
	struct tokenizer	*source;
	void			*user;
	int			(*token)(void *user, int flags,
				    const char *word, int n, int start,
				    int end);
	bool			 document;
};

static bool
is_marked(const char *word, int n)
{
	return n > MARK_LEN && memcmp(word, TOKEN_STEM, MARK_LEN) == 0;
}

static void
tell_watch(const struct tokenizer *source, const char *word, size_t n,
    uint32_t number)
{
	if (source->watch != NULL)
		source->watch(source->watcher, word, n, number);
}

/* A word that is its own stem stands once; a stem asked for finds both. */
static int
on_word(void *user, int flags, const char *word, int n, int start, int end)
{
	struct relay *relay = user;
	const struct cached *stem;
	int rc = relay->token(relay->user, flags, word, n, start, end);

	if (rc != SQLITE_OK)
		return rc;
	if (!relay->document)
		return is_marked(word, n) ? relay->token(relay->user,
		    FTS5_TOKEN_COLOCATED, word + MARK_LEN, n - MARK_LEN,
		    start, end) : SQLITE_OK;
	tell_watch(relay->source, word, (size_t)n, 0);
	stem = stem_of(relay->source, word, (size_t)n);
	if (stem == NULL || stem->is_same)
		return SQLITE_OK;
	tell_watch(relay->source, stem->stem, stem->stem_n, 0);
	return relay->token(relay->user, FTS5_TOKEN_COLOCATED, stem->stem,
	    stem->stem_n, start, end);
}

static int
replay(const struct relay *relay, const char *text, size_t n)
{
	const char *at = text + 1, *word;
	struct head head;
	int rc;

	while (next_prepared(&at, text + n, &word, &head)) {
		if (head.flags & FIRST)
			tell_watch(relay->source, word, head.n, head.number);
		rc = relay->token(relay->user, head.flags & COLOCATED ?
		    FTS5_TOKEN_COLOCATED : 0, word, (int)head.n, 0, 0);
		if (rc != SQLITE_OK)
			return rc;
	}
	return SQLITE_OK;
}

static int
x_create(void *context, const char **argv, int argc, Fts5Tokenizer **out)
{
	(void)argv;
	(void)argc;
	*out = context;
	return SQLITE_OK;
}

static void
x_delete(Fts5Tokenizer *tokenizer)
{
	(void)tokenizer;	/* the source belongs to the database */
}

static void
set_cache(struct tokenizer *source, size_t size)
{
	mem_free(source->cache);
	source->cache = mem_array(source, struct cached, size);
	source->cache_size = size;
}

static int
x_tokenize(Fts5Tokenizer *tokenizer, void *user, int flags, const char *text,
    int n, int (*token)(void *, int, const char *, int, int, int))
{
	struct tokenizer *source = (struct tokenizer *)tokenizer;
	struct relay relay = { source, user, token,
	    (flags & FTS5_TOKENIZE_DOCUMENT) != 0 };

	if (relay.document && is_prepared(text, (size_t)n))
		return replay(&relay, text, (size_t)n);
	if (relay.document && source->cache_size < CACHE_LARGE)
		set_cache(source, CACHE_LARGE);
	return source->words.xTokenize(source->instance, &relay, flags, text,
	    n, on_word);
}

static bool
start_words(struct tokenizer *source)
{
	static const char *options[] = { "remove_diacritics", "2" };

	return source->words.xCreate(source->context, options, 2,
	    &source->instance) == SQLITE_OK;
}

static bool
find_words(struct tokenizer *source, fts5_api *api)
{
	return api->xFindTokenizer(api, "unicode61", &source->context,
	    &source->words) == SQLITE_OK && start_words(source);
}

static struct tokenizer *
source_new(const void *ctx, size_t cache)
{
	struct tokenizer *source = mem_new(ctx, struct tokenizer);

	talloc_set_destructor(source, source_destroy);
	set_cache(source, cache);
	source->stemmer = sb_stemmer_new("english", "UTF_8");
	return source;
}

struct tokenizer *
tokenizer_register(const void *ctx, struct sqlite3 *handle, struct err *err)
{
	static fts5_tokenizer methods = { x_create, x_delete, x_tokenize };
	struct tokenizer *source = source_new(ctx, CACHE_SMALL);
	fts5_api *api = fts_api(handle);

	if (api == NULL || source->stemmer == NULL ||
	    !find_words(source, api) || api->xCreateTokenizer(api, TOKENIZER,
	    source, &methods, NULL) != SQLITE_OK) {
		(void)err_set(err, ERR_SYSTEM, "this SQLite has no full-text "
		    "search (FTS5)");
		mem_free(source);
		return NULL;
	}
	return source;
}

struct tokenizer *
tokenizer_twin(const void *ctx, const struct tokenizer *source, size_t words)
{
	struct tokenizer *twin = source_new(ctx, CACHE_LARGE);

	twin->words_seen = words_new(twin, words);
	twin->words = source->words;
	twin->context = source->context;
	if (twin->stemmer != NULL && start_words(twin))
		return twin;
	mem_free(twin);
	return NULL;
}

void
tokenizer_next_record(struct tokenizer *source)
{
	source->record++;
}

void
tokenizer_prepare(struct tokenizer *source, const void *ctx, const char *text,
    size_t n, struct buf *out)
{
	static const char mark = PREPARED;
	struct preparing to = { source, ctx, out };

	if (out->len == 0)
		buf_add(ctx, out, &mark, 1);
	(void)source->words.xTokenize(source->instance, &to,
	    FTS5_TOKENIZE_DOCUMENT, text, (int)n, on_prepare);
}

void
tokenizer_watch(struct tokenizer *source, void (*watch)(void *user,
    const char *word, size_t n, uint32_t number), void *user)
{
	source->watch = watch;
	source->watcher = user;
}

/* For queries and highlighting. */

struct walk {
	void	(*each)(void *user, const struct token *token);
	void	*user;
};

static int
on_walk(void *user, int flags, const char *word, int n, int start, int end)
{
	struct walk *walk = user;
	const struct token token = { word, (size_t)n, (size_t)start,
	    (size_t)end };

	(void)flags;
	walk->each(walk->user, &token);
	return SQLITE_OK;
}

void
tokenizer_walk(struct tokenizer *source, const char *text, size_t n,
    void (*each)(void *user, const struct token *token), void *user)
{
	struct walk walk = { each, user };
	const char *at = text + 1, *word;
	struct head head;

	if (is_prepared(text, n)) {
		while (next_prepared(&at, text + n, &word, &head))
			if (!(head.flags & COLOCATED))
				(void)on_walk(&walk, 0, word, (int)head.n, 0,
				    0);
		return;
	}
	(void)source->words.xTokenize(source->instance, &walk,
	    FTS5_TOKENIZE_AUX, text, (int)n, on_walk);
}

char *
tokenizer_stem(struct tokenizer *source, const void *ctx, const char *word,
    size_t n)
{
	const struct cached *stem = stem_of(source, word, n);

	return stem == NULL ? mem_text_n(ctx, word, n) :
	    mem_text_n(ctx, stem->stem, stem->stem_n);
}
