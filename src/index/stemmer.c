/* Stems: the only file that uses libstemmer. */
#include "index/stemmer.h"

#include "base/mem.h"

#ifdef HAVE_ENGLISH_STEMMER

/*
 * The whole library has 10,000 relocations for thirty languages, a fifth of the
 * start-up time, so only English is linked from its archive.  These
 * declarations come from header/api.h and stem_UTF_8_english.h of Snowball,
 * which are not installed; configure tests them.
 */
struct SN_env {
	unsigned char	*p;		/* the word, then its stem */
	int		 c;
	int		 l;		/* bytes in use */
};

extern struct SN_env	*english_UTF_8_create_env(void);
extern void		 english_UTF_8_close_env(struct SN_env *env);
extern int		 english_UTF_8_stem(struct SN_env *env);
extern int		 SN_set_current(struct SN_env *env, int n,
			    const unsigned char *word);

struct stemmer {
	struct SN_env	*env;
};

static int
stemmer_destroy(struct stemmer *stemmer)
{
	english_UTF_8_close_env(stemmer->env);
	return 0;
}

static bool
stemmer_open(struct stemmer *stemmer)
{
	stemmer->env = english_UTF_8_create_env();
	return stemmer->env != NULL;
}

const char *
stemmer_stem(struct stemmer *stemmer, const char *word, size_t n, size_t *len)
{
	struct SN_env *env = stemmer->env;

	if (SN_set_current(env, (int)n, (const unsigned char *)word) != 0 ||
	    english_UTF_8_stem(env) < 0)
		mem_exhausted();
	*len = (size_t)env->l;
	return (const char *)env->p;
}

#else

#include <libstemmer.h>

struct stemmer {
	struct sb_stemmer	*all;
};

static int
stemmer_destroy(struct stemmer *stemmer)
{
	sb_stemmer_delete(stemmer->all);
	return 0;
}

static bool
stemmer_open(struct stemmer *stemmer)
{
	stemmer->all = sb_stemmer_new("english", "UTF_8");
	return stemmer->all != NULL;
}

const char *
stemmer_stem(struct stemmer *stemmer, const char *word, size_t n, size_t *len)
{
	const sb_symbol *stem = sb_stemmer_stem(stemmer->all,
	    (const sb_symbol *)word, (int)n);

	if (stem == NULL)
		mem_exhausted();
	*len = (size_t)sb_stemmer_length(stemmer->all);
	return (const char *)stem;
}

#endif

struct stemmer *
stemmer_new(const void *ctx)
{
	struct stemmer *stemmer = mem_new(ctx, struct stemmer);

	if (!stemmer_open(stemmer)) {
		mem_free(stemmer);
		return NULL;
	}
	talloc_set_destructor(stemmer, stemmer_destroy);
	return stemmer;
}
