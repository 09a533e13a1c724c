/* Tokens: splits text into index words, and queries into search words. */
#include "index/tokenizer.h"

#include <string.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "index/spelling.h"
#include "index/stemmer.h"

enum {
	MARK_LEN = 3,
	WORD_MAX = 40,		/* longer words are not stemmed */
	CACHE_SMALL = 1 << 8,	/* slots, a power of two: for queries */
	CACHE_LARGE = 1 << 15	/* for documents */
};

/* Words repeat, so the last word in each slot of a small table is cached. */
struct cached {
	char		word[WORD_MAX];
	char		stem[WORD_MAX + MARK_LEN];
	unsigned char	n;
	unsigned char	stem_n;
	bool		is_same;	/* the stem equals the word */
};

struct tokenizer {
	fts5_tokenizer		 words;		/* unicode61 */
	void			*context;	/* its context */
	Fts5Tokenizer		*instance;
	struct stemmer		*stemmer;
	struct cached		*cache;
	size_t			 cache_size;
	void			(*watch)(void *user, const struct token *token);
	void			*watcher;
};

static int
source_destroy(struct tokenizer *source)
{
	if (source->instance != NULL)
		source->words.xDelete(source->instance);
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
	const char *stem = stemmer_stem(source->stemmer, american, m, &len);

	memcpy(slot->stem, TOKEN_STEM, MARK_LEN);
	memcpy(slot->stem + MARK_LEN, stem, len);
	slot->stem_n = (unsigned char)(len + MARK_LEN);
	slot->is_same = len == n && memcmp(stem, word, n) == 0;
}

/* The marked stem of a word, or NULL; valid until the next call. */
static const struct cached *
stem_of(struct tokenizer *source, const char *word, size_t n)
{
	struct cached *slot = &source->cache[hash(word, n) &
	    (source->cache_size - 1)];

	if (!is_stemmed(word, n))
		return NULL;
	if (slot->n == n && memcmp(slot->word, word, n) == 0)
		return slot;
	memcpy(slot->word, word, n);
	slot->n = (unsigned char)n;
	fill_stem(source, slot, word, n);
	return slot;
}

/* The tokenizer, called by FTS5. */

struct relay {
	struct tokenizer	*source;
	void			*user;
	int			(*token)(void *user, int flags,
				    const char *word, int n, int start,
				    int end);
	bool			 document;
	bool			 prefix;
};

static bool
tokenizer_is_marked(const char *word, int n, const char *mark)
{
	return n > MARK_LEN && memcmp(word, mark, MARK_LEN) == 0;
}

/*
 * Adds what a search word also matches: for a stem, that word itself; for an
 * exact word, the same word where a text negates it.
 */
static int
on_asked(const struct relay *relay, const char *word, int n, int start, int end)
{
	char absent[MARK_LEN + WORD_MAX];

	if (tokenizer_is_marked(word, n, TOKEN_STEM))
		return relay->token(relay->user, FTS5_TOKEN_COLOCATED, word +
		    MARK_LEN, n - MARK_LEN, start, end);
	if (relay->prefix || n > WORD_MAX || n < 1 ||
	    tokenizer_is_marked(word, n, TOKEN_VALUE))
		return SQLITE_OK;
	memcpy(absent, TOKEN_ABSENT, MARK_LEN);
	memcpy(absent + MARK_LEN, word, (size_t)n);
	return relay->token(relay->user, FTS5_TOKEN_COLOCATED, absent,
	    MARK_LEN + n, start, end);
}

/*
 * Passes on a word and, in a document, its stem.  A word that equals its stem
 * is stored once; a search for the stem finds both.
 */
static int
tokenizer_on_word(void *user, int flags, const char *word, int n, int start,
    int end)
{
	struct relay *relay = user;
	const struct cached *stem;
	struct token token;
	int rc = relay->token(relay->user, flags, word, n, start, end);

	if (rc != SQLITE_OK)
		return rc;
	if (!relay->document)
		return on_asked(relay, word, n, start, end);
	if (tokenizer_is_marked(word, n, TOKEN_ABSENT))
		return SQLITE_OK;
	if (relay->source->watch != NULL) {
		token = (struct token){ word, (size_t)n, (size_t)start,
		    (size_t)end };
		relay->source->watch(relay->source->watcher, &token);
	}
	stem = stem_of(relay->source, word, (size_t)n);
	if (stem == NULL || stem->is_same)
		return SQLITE_OK;
	return relay->token(relay->user, FTS5_TOKEN_COLOCATED, stem->stem,
	    stem->stem_n, start, end);
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
	    (flags & FTS5_TOKENIZE_DOCUMENT) != 0,
	    (flags & FTS5_TOKENIZE_PREFIX) != 0 };

	if (relay.document && source->cache_size < CACHE_LARGE)
		set_cache(source, CACHE_LARGE);
	return source->words.xTokenize(source->instance, &relay, flags, text,
	    n, tokenizer_on_word);
}

static bool
start_words(struct tokenizer *source)
{
	static const char *options[] = { "remove_diacritics", "2" };

	return source->words.xCreate(source->context, options, 2,
	    &source->instance) == SQLITE_OK;
}

static bool
tokenizer_find_words(struct tokenizer *source, fts5_api *api)
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
	source->stemmer = stemmer_new(source);
	return source;
}

/* Finds the API of FTS5 as its manual shows (fts5.html, section 7). */
struct fts5_api *
fts_api(struct sqlite3 *handle)
{
	struct fts5_api *api = NULL;
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &st, NULL) ==
	    SQLITE_OK) {
		(void)sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
		(void)sqlite3_step(st);
	}
	(void)sqlite3_finalize(st);
	return api;
}

struct tokenizer *
tokenizer_register(const void *ctx, struct sqlite3 *handle, struct err *err)
{
	static fts5_tokenizer methods = { x_create, x_delete, x_tokenize };
	struct tokenizer *source = source_new(ctx, CACHE_SMALL);
	fts5_api *api = fts_api(handle);

	if (api == NULL || source->stemmer == NULL ||
	    !tokenizer_find_words(source, api) || api->xCreateTokenizer(api,
	    TOKENIZER, source, &methods, NULL) != SQLITE_OK) {
		(void)err_set(err, ERR_SYSTEM, "this build of SQLite "
		    "lacks full-text search (FTS5)");
		mem_free(source);
		return NULL;
	}
	return source;
}

void
tokenizer_watch(struct tokenizer *source, void (*watch)(void *user,
    const struct token *token), void *user)
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
