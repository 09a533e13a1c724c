/* Suggestions: known words for a mistyped one. */
#include "search/suggest.h"

#include "base/mem.h"
#include "base/text.h"
#include "search/known_word.h"

enum {
	LETTERS_MIN = 4,
	LETTERS_FOR_TWO = 8,
	LETTERS_FOR_TWO_BESIDE = 7	/* shortest word to correct next to
					   other words */
};

long
suggest_known(struct searcher *se, const char *word)
{
	struct statement *st = db_prepare(se->db,
	    "SELECT works FROM word WHERE word=?");
	char *folded = text_fold(NULL, word);
	long works;

	bind_text(st, 1, folded);
	works = (long)statement_number(st, -1);
	mem_free(folded);
	return works;
}

static bool
has_same_letters(const char *a, const char *b)
{
	int counts[256] = { 0 };
	bool same = true;
	size_t i;

	for (; *a != '\0'; a++)
		counts[(unsigned char)*a]++;
	for (; *b != '\0'; b++)
		counts[(unsigned char)*b]--;
	for (i = 0; i < COUNT(counts); i++)
		same = same && counts[i] == 0;
	return same;
}

/* A lower value is better: distance comes first, then rarity. */
static double
badness(const char *typed, const char *word, size_t distance, int64_t works)
{
	double bad = (double)distance * 10;

	if (typed[0] != word[0])
		bad += 6;
	/* Swapped letters are the most likely error. */
	if (has_same_letters(typed, word))
		bad -= 0.6;
	if (works <= 0)
		bad += 1;
	return bad + 1.0 / (double)(works + 2);
}

/*
 * Words of four letters are often abbreviations that differ in one letter, so
 * only a missing, extra or swapped letter counts as an error.
 */
static bool
is_short_other(const char *typed, const char *word)
{
	size_t i, differ = 0;

	for (i = 0; typed[i] != '\0' && word[i] != '\0'; i++)
		differ += typed[i] != word[i];
	return i == LETTERS_MIN && typed[i] == word[i] && differ == 1;
}

/* Whether words occur in sequence, other than in names of authors. */
static bool
is_written(struct searcher *se, const char *words)
{
	struct statement *st = db_prepare(se->db, "SELECT 1 FROM work_text WHERE "
	    "work_text MATCH ?1 UNION ALL SELECT 1 FROM claim_text WHERE "
	    "claim_text MATCH ?1 LIMIT 1");
	char *match = mem_format(NULL, "- author : \"%s\"", words);
	bool written;

	bind_text(st, 1, match);
	written = statement_step(st);
	statement_reset(st);
	mem_free(match);
	return written;
}

/* Whether a word occurs next to at least one of two other words. */
static bool
is_written_beside(struct searcher *se, const char *word, const char *before,
    const char *after)
{
	char *first = mem_format(NULL, "%s %s", before == NULL ? "" : before,
	    word);
	char *last = mem_format(NULL, "%s %s", word, after == NULL ? "" :
	    after);
	bool written = (before != NULL && is_written(se, first)) ||
	    (after != NULL && is_written(se, last));

	mem_free(first);
	mem_free(last);
	return written;
}

/* ?2 and ?3: see bind_start(). */
#define SAME_START	\
	"SELECT word, works FROM word WHERE word>=char(?2) AND word<char(?3) "

/*
 * The words that may differ from ?1 by as much as suggest_word() accepts: those
 * with the same start, and those whose first letter alone is different, added,
 * missing or swapped with the second.
 */
static const char similar[] =
    SAME_START "AND length(word) BETWEEN ?4 - 2 AND ?4 + 2 UNION ALL "
    "SELECT word, works FROM word WHERE word IN (WITH RECURSIVE code(n) AS "
    "(SELECT unicode('0') UNION ALL SELECT n + 1 FROM code WHERE "
    "n<unicode('z')) SELECT char(n)||substr(?1, 2) FROM code UNION ALL "
    "SELECT char(n)||?1 FROM code UNION ALL SELECT substr(?1, 2) UNION ALL "
    "SELECT substr(?1, 2, 1)||substr(?1, 1, 1)||substr(?1, 3))";

/*
 * Binds the range of words with the same first letter; letters outside ASCII
 * are one range, as distances count bytes.
 */
static void
bind_start(struct statement *st, const char *typed)
{
	int first = (unsigned char)*typed;

	bind_int(st, 2, first < 0x80 ? first : 0x80);
	bind_int(st, 3, first < 0x80 ? first + 1 : 0x10FFFF);
	bind_int(st, 4, (int64_t)strlen(typed));
}

char *
suggest_word(const void *ctx, struct searcher *se, const char *word)
{
	struct statement *st = db_prepare(se->db, similar);
	char *typed, *best = NULL;
	double least = 1000, bad;
	size_t limit, distance;
	const char *candidate;

	assert(word != NULL);
	typed = text_fold(NULL, word);
	limit = strlen(typed) >= LETTERS_FOR_TWO ? 2 : 1;
	if (strlen(typed) < LETTERS_MIN || strpbrk(typed, " 0123456789") !=
	    NULL || known_word(typed) || suggest_known(se, word) >= 0) {
		mem_free(typed);
		return NULL;
	}
	bind_text(st, 1, typed);
	bind_start(st, typed);
	while (statement_step(st)) {
		candidate = column_text(st, 0);
		distance = text_distance(typed, candidate, limit);
		if (distance > limit || (distance == 2 &&
		    typed[0] != candidate[0]) || is_short_other(typed,
		    candidate))
			continue;
		bad = badness(typed, candidate, distance,
		    column_int(st, 1));
		if (bad >= least || !is_written(se, candidate))
			continue;
		least = bad;
		mem_free(best);
		best = mem_text(ctx, candidate);
	}
	mem_free(typed);
	return best;
}

char *
suggest_beside(const void *ctx, struct searcher *se, const char *word,
    const char *before, const char *after)
{
	struct statement *st = db_prepare(se->db, SAME_START
	    "AND length(word) BETWEEN ?4 - ?5 AND ?4 + ?5");
	char *typed = text_fold(NULL, word), *found = NULL;
	size_t n = strlen(typed), limit = 1, distance;
	const char *candidate;

	if (n >= LETTERS_FOR_TWO_BESIDE && !known_word(typed))
		limit = 2;
	if (n < LETTERS_MIN || strpbrk(typed, " 0123456789\"") !=
	    NULL || (before == NULL && after == NULL) ||
	    suggest_known(se, word) >= 0) {
		mem_free(typed);
		return NULL;
	}
	bind_start(st, typed);
	bind_int(st, 5, (int64_t)limit);
	while (limit > 0 && statement_step(st)) {
		candidate = column_text(st, 0);
		distance = text_distance(typed, candidate, limit);
		if (*candidate != *typed || distance > limit || distance ==
		    0 || !is_written_beside(se, candidate, before, after))
			continue;
		mem_free(found);
		found = mem_text(ctx, candidate);
		limit = distance - 1;	/* only a nearer word is better from
					   now on */
	}
	statement_reset(st);
	mem_free(typed);
	return found;
}
