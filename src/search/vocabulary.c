/* The vocabulary: the possible meanings of typed words. */
#include "search/vocabulary.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/text.h"
#include "search/expr.h"
#include "search/known_word.h"
#include "index/label_key.h"
#include "index/values.h"

/* Terms. */

/*
 * An abbreviation is typed in capitals, or has at least three letters and is
 * not an ordinary word: "rom", but not "let" or "art".
 */
static bool
vocabulary_is_abbreviation(const char *phrase)
{
	size_t letters = 0, capitals = 0;
	const char *start = phrase;

	for (; *phrase != '\0'; phrase++) {
		letters += isalpha((unsigned char)*phrase) != 0;
		capitals += isupper((unsigned char)*phrase) != 0;
	}
	return letters == capitals || (letters > 2 && !known_word(start));
}

/* The label without the words in parentheses after it. */
static char *
short_label(const void *ctx, const char *label)
{
	const char *open = strstr(label, " (");

	return open == NULL || open == label ? mem_text(ctx, label) :
	    mem_text_n(ctx, label, (size_t)(open - label));
}

struct terms {
	const void	*ctx;
	struct expr	*match;		/* a group */
	struct buf	 meaning;
	size_t		 count;
};

static void
terms_add(struct terms *terms, long number, const char *label,
    const char *facet)
{
	char *name = short_label(terms->ctx, label);

	if (terms->count++ == 0)
		terms->match = expr_group(terms->ctx, true);
	expr_add(terms->match, expr_term(terms->ctx, number));
	if (terms->count > 3)
		return;
	buf_format(terms->ctx, &terms->meaning, "%s%s (%s)",
	    terms->count > 1 ? " or " : "", name, facet);
}

static struct expr *
terms_done(struct terms *terms, const char **meaning)
{
	if (terms->count == 0)
		return NULL;
	if (terms->count > 3)
		buf_format(terms->ctx, &terms->meaning, " or %zu more",
		    terms->count - 3);
	*meaning = terms->meaning.data;
	return terms->match;
}

/*
 * Everyday words for a term (abbreviation 2) count only if the phrase is not
 * the proper name of a term in another facet.  Within a facet both count.
 */
#define PROPER "(p.abbreviation<2 OR NOT EXISTS(SELECT 1 FROM phrase o "	\
	"JOIN term ot ON ot.number=o.term WHERE o.words=?1 AND "		\
	"o.abbreviation<2 AND ot.facet<>t.facet))"

struct expr *
vocabulary_term(const void *ctx, struct searcher *se, const char *phrase,
    const char *facet, const char **meaning)
{
	struct statement *st = db_prepare(se->db, "SELECT number, label, "
	    "facet, abbreviation, id FROM (SELECT t.number, t.label, "
	    "t.facet, p.abbreviation, t.id FROM phrase p JOIN term t ON "
	    "t.number=p.term WHERE p.words=?1 AND " PROPER " UNION SELECT "
	    "number, label, facet, 0, id FROM term WHERE id=" TERM_ID("?2")
	    ") WHERE ?3 IS "
	    "NULL OR " FACET_IS("facet", "?3") " ORDER BY 1");
	struct terms terms = { .ctx = ctx };
	int64_t last = 0;
	char *key;

	assert(phrase != NULL);
	key = label_key(ctx, phrase);
	bind_text(st, 1, key);
	bind_text(st, 2, phrase);
	bind_text(st, 3, facet);
	while (statement_step(st)) {
		if (column_int(st, 0) == last)
			continue;
		if (column_int(st, 3) == 1 &&
		    !vocabulary_is_abbreviation(phrase))
			continue;
		last = column_int(st, 0);
		terms_add(&terms, (long)last, column_text(st, 1),
		    column_text(st, 2));
	}
	return terms_done(&terms, meaning);
}

struct expr *
vocabulary_named_with(const void *ctx, struct searcher *se, const char *word)
{
	struct statement *st = db_prepare(se->db, "SELECT t.number, t.label, "
	    "t.facet, p.text FROM phrase p JOIN term t ON t.number=p.term "
	    "WHERE t.facet IN ('condition', 'technique') ORDER BY 1");
	struct terms terms = { .ctx = ctx };
	const char *key = label_key_words(ctx, word), *at, *words, *meaning;
	int64_t last = 0;
	bool technique;

	while (statement_step(st)) {
		technique = text_same(column_text(st, 2), "technique");
		words = label_key_words(ctx, column_text(st, 3));
		at = strstr(words, key);
		if (at == NULL || (technique && at != words) ||
		    column_int(st, 0) == last)
			continue;
		last = column_int(st, 0);
		terms_add(&terms, (long)last, column_text(st, 1),
		    column_text(st, 2));
	}
	return terms_done(&terms, &meaning);
}

struct expr *
vocabulary_term_with_id(const void *ctx, struct searcher *se, const char *id,
    const char *facet, const char **meaning)
{
	struct statement *st = db_prepare(se->db, "SELECT number, label, facet "
	    "FROM term WHERE id=" TERM_ID("?1") " AND (?2 IS NULL OR "
	    FACET_IS("facet", "?2") ")");
	struct terms terms = { .ctx = ctx };

	bind_text(st, 1, id);
	bind_text(st, 2, facet);
	while (statement_step(st))
		terms_add(&terms, (long)column_int(st, 0), column_text(st, 1),
		    column_text(st, 2));
	return terms_done(&terms, meaning);
}

bool
vocabulary_names_others(struct searcher *se, const char *id, const char *facet)
{
	struct statement *st = db_prepare(se->db, "SELECT 1 FROM phrase p JOIN "
	    "term t ON t.number=p.term WHERE p.words=?1 AND t.id<>?2 AND "
	    "(?3 IS NULL OR " FACET_IS("t.facet", "?3") ")");
	char *key = label_key(NULL, id);
	bool names;

	bind_text(st, 1, key);
	bind_text(st, 2, id);
	bind_text(st, 3, facet);
	names = statement_step(st);
	statement_reset(st);
	mem_free(key);
	return names;
}

struct expr *
vocabulary_wordings(const void *ctx, struct searcher *se, const char *phrase)
{
	struct statement *st = db_prepare(se->db, "SELECT DISTINCT w.text, "
	    "w.abbreviation FROM phrase p JOIN term t ON t.number=p.term JOIN "
	    "phrase w ON w.term=p.term WHERE p.words=?1 AND " PROPER
	    " ORDER BY w.term, w.words");
	struct expr *match = NULL;
	char *key = label_key(ctx, phrase);

	bind_text(st, 1, key);
	while (statement_step(st)) {
		/* In a text, "LET" and "ART" are ordinary words. */
		if (column_int(st, 1) != 0)
			continue;
		match = expr_either(ctx, match, expr_words(ctx,
		    se, column_text(st, 0), WORD_ANY_FORM));
	}
	return match;
}

/* The terms with a name that starts with a key. */
static struct expr *
terms_from(const void *ctx, struct searcher *se, const char *key, const char *facet,
    const char **meaning)
{
	struct statement *st = db_prepare(se->db, "SELECT DISTINCT t.number, "
	    "t.label FROM phrase p JOIN term t ON t.number=p.term WHERE "
	    "(?1 IS NULL OR " FACET_IS("t.facet", "?1") ") AND p.words>=?2 AND "
	    "p.words<?3 AND p.abbreviation<2 ORDER BY t.number");
	struct terms terms = { .ctx = ctx };

	bind_text(st, 1, facet);
	bind_text(st, 2, key);
	bind_text(st, 3, mem_format(ctx, "%s\xEF\xBF\xBF", key));
	while (statement_step(st))
		terms_add(&terms, (long)column_int(st, 0),
		    column_text(st, 1), facet == NULL ? "term" : facet);
	return terms_done(&terms, meaning);
}

struct expr *
vocabulary_prefix(const void *ctx, struct searcher *se, const char *start,
    const char *facet, const char **meaning)
{
	char *key = label_key_prefix(ctx, start);
	struct expr *match;

	if (strlen(key) < 3)
		return NULL;
	match = terms_from(ctx, se, key, facet, meaning);
	/* "valerian" is the whole first word of "valerian root". */
	return match != NULL ? match : terms_from(ctx, se, label_key(ctx,
	    start), facet, meaning);
}

/* Facets declared by a bibliography. */

static struct list *
read_facets(struct searcher *se)
{
	struct statement *st = db_prepare(se->db,
	    "SELECT id, label, meaning FROM facet ORDER BY rowid");
	struct list *declared = mem_new(se, struct list);
	struct field *field;

	while (statement_step(st)) {
		field = mem_new(declared, struct field);
		*field = (struct field){ .kind = FIELD_TERM, .of = OF_BOTH,
		    .columns = "label", .facet = FACET_COUNT, .brief = "" };
		field->name = field->declared = mem_text(field,
		    column_text(st, 0));
		field->help = mem_text(field, column_text(st,
		    column_is_null(st, 2) ? 1 : 2));
		list_add(declared, declared, field);
	}
	return declared;
}

const struct list *
vocabulary_facets(struct searcher *se)
{
	struct list *declared = se->declared;
	struct err err = ERR_INIT;

	if (declared == NULL)
		declared = read_facets(se);
	if (db_ok(se->db, &err))	/* otherwise the list is incomplete */
		se->declared = declared;
	return declared;
}

/* Doses. */

/* Parses ">=", "<" ... at the start of a value; *number is the rest. */
static const char *
comparison(const char *value, const char **number)
{
	static const char *const signs[] = { ">=", "<=", ">", "<" };
	size_t i;

	for (i = 0; i < COUNT(signs); i++)
		if (text_begins(value, signs[i])) {
			*number = value + strlen(signs[i]);
			return signs[i];
		}
	*number = value;
	return "=";
}

struct expr *
vocabulary_dose(const void *ctx, struct searcher *se, const char *field,
    const char *value, const char *until)
{
	struct statement *st = db_prepare(se->db, "SELECT value FROM dose WHERE "
	    "field=?1 AND CASE ?2 WHEN '=' THEN value=CAST(?3 AS REAL) "
	    "WHEN '>' THEN value>CAST(?3 AS REAL) "
	    "WHEN '<' THEN value<CAST(?3 AS REAL) "
	    "WHEN '<=' THEN value<=CAST(?3 AS REAL) "
	    "ELSE ?3='' OR value>=CAST(?3 AS REAL) END AND (?4='' OR "
	    "value<=CAST(?4 AS REAL)) ORDER BY value");
	struct expr *group = NULL;
	const char *number, *sign = comparison(value, &number);

	bind_text(st, 1, field);
	bind_text(st, 2, until != NULL ? ">=" : sign);
	bind_text(st, 3, number);
	bind_text(st, 4, until == NULL ? "" : until);
	while (statement_step(st)) {
		if (group == NULL)
			group = expr_group(ctx, true);
		expr_add(group, expr_value(ctx, field, values_number(ctx,
		    column_text(st, 0))));
	}
	return group != NULL ? group : expr_none(ctx);
}

/* Closed lists. */

static bool
same_folded(const char *a, const char *b)
{
	char *x = text_fold(NULL, a), *y = text_fold(NULL, b);
	bool same = strcmp(x, y) == 0;

	mem_free(x);
	mem_free(y);
	return same;
}

static bool
begins_folded(const char *whole, const char *start)
{
	char *x = text_fold(NULL, whole), *y = text_fold(NULL, start);
	bool begins = strlen(y) > 2 && text_begins(x, y);

	mem_free(x);
	mem_free(y);
	return begins;
}

const struct code *
vocabulary_choice(const struct codelist *list, const char *text)
{
	const struct code *row;

	for (row = list->at; row < list->at + list->count; row++)
		if (same_folded(row->id, text) ||
		    same_folded(row->label, text) ||
		    strcasecmp(row->sign, text) == 0)
			return row;
	for (row = list->at; row < list->at + list->count; row++)
		if (begins_folded(row->id, text) ||
		    begins_folded(row->label, text))
			return row;
	return NULL;
}

/* Years. */

void
vocabulary_years(struct searcher *se, long *low, long *high)
{
	struct statement *st = db_prepare(se->db, "SELECT (SELECT value FROM "
	    "property WHERE name='first-year'), (SELECT value FROM property "
	    "WHERE name='last-year')");

	assert(low != NULL && high != NULL);
	*low = *high = 0;
	if (statement_step(st)) {
		*low = (long)column_int(st, 0);
		*high = (long)column_int(st, 1);
	}
	statement_reset(st);
}

static const struct {
	const char	*word;
	int		 from;		/* offset from the year; 0: open */
	int		 to;
	bool		 open_start;
} time_words[] = {
	{ "since", 0, 0, false },
	{ "from", 0, 0, false },
	{ "after", 1, 0, false },
	{ "before", 0, -1, true },
	{ "until", 0, 0, true },
	{ "till", 0, 0, true },
};

bool
vocabulary_time_word(const char *word, long year, long *low, long *high)
{
	size_t i;

	assert(low != NULL && high != NULL);
	for (i = 0; i < COUNT(time_words); i++) {
		if (strcasecmp(time_words[i].word, word) != 0)
			continue;
		if (time_words[i].open_start)
			*high = year + time_words[i].to;
		else
			*low = year + time_words[i].from;
		return true;
	}
	return false;
}

/* Words that name a field. */

static const struct {
	const char	*word;
	const char	*field;
	const char	*values[4];
	const char	*meaning;
} field_words[] = {
	{ "animal", "subjects", { "animal" }, "animals (subjects)" },
	{ "animals", "subjects", { "animal" }, "animals (subjects)" },
	{ "rat", "subjects", { "animal" }, "animals (subjects)" },
	{ "rats", "subjects", { "animal" }, "animals (subjects)" },
	{ "mice", "subjects", { "animal" }, "animals (subjects)" },
	{ "human", "subjects", { "human" }, "people (subjects)" },
	{ "humans", "subjects", { "human" }, "people (subjects)" },
	{ "randomised", "design", { "randomised-controlled-trial",
	  "pilot-randomised-trial", "crossover-trial" },
	  "randomised trials (design)" },
	{ "randomized", "design", { "randomised-controlled-trial",
	  "pilot-randomised-trial", "crossover-trial" },
	  "randomised trials (design)" },
	{ "retracted", "is", { "retracted" }, "retracted (is)" },
};

struct expr *
vocabulary_field_word(const void *ctx, const char *word, const char **meaning)
{
	struct expr *match = NULL;
	size_t i, j;

	for (i = 0; i < COUNT(field_words); i++) {
		if (strcasecmp(field_words[i].word, word) != 0)
			continue;
		*meaning = field_words[i].meaning;
		for (j = 0; j < 4 && field_words[i].values[j] != NULL; j++)
			match = expr_either(ctx, match,
			    expr_value(ctx, field_words[i].field,
			    field_words[i].values[j]));
		return match;
	}
	return NULL;
}

/* Stop words, sorted. */
static const char *const chatter[] = {
	"a", "about", "actually", "against", "all", "also", "am", "an", "and",
	"any", "anybody", "anyone", "anything", "are", "arent", "as", "at",
	"be", "because", "been", "being", "best", "but", "by", "can", "cannot",
	"cant", "could", "couldnt", "did", "didnt", "do", "does", "doesnt",
	"doing", "done", "dont", "else", "enough", "ever", "everything",
	"evidence", "for", "from", "get", "getting", "give", "gives", "go",
	"goes", "going", "gonna", "good", "got", "had", "has", "hasnt", "have",
	"havent", "help", "helpful", "helps", "how", "i", "if", "im", "in",
	"into", "is", "isnt", "it", "its", "ive", "just", "know", "known",
	"like", "lot", "make", "makes", "many", "may", "me", "much", "my",
	"need", "never", "no", "not", "of", "ok", "okay", "on", "one", "only",
	"option", "options", "or", "our", "out", "over", "people", "please",
	"pls", "plz", "prove", "proven", "really", "remedies", "remedy", "say",
	"says", "she", "should", "show", "shows", "so", "some", "someone",
	"something", "studies", "study", "stuff", "such", "sure", "tell",
	"than", "that", "the", "their", "them", "then", "there", "these",
	"they", "thing", "things", "this", "those", "to", "too", "true", "u",
	"up", "us", "use", "used", "using", "versus", "very", "vs", "wanna",
	"want", "was", "wasnt", "way", "we", "were", "werent", "what", "whats",
	"when", "where", "whether", "which", "who", "why", "will", "with",
	"wont", "work", "works", "would", "wouldnt", "yes", "you", "your",
};

/* Stop words that count if there are no other words. */
static const char *const light[] = {
	"against", "best", "evidence", "good", "help", "helpful", "helps",
	"known", "make", "makes", "need", "people", "prove", "proven",
	"studies", "study", "true", "use", "used", "using", "versus", "work",
	"works",
};

bool
vocabulary_is_in(const char *const *words, size_t count, const char *word)
{
	char *folded = text_fold(NULL, word);
	bool found = text_among(folded, words, count);

	mem_free(folded);
	return found;
}

/* Whether a word is a short form of two stop words: "I'm", "what's". */
static bool
is_short_form(const char *word)
{
	static const char *const ends[] = { "m", "s", "d", "ve", "re", "ll" };
	const size_t n = strcspn(word, "'\xe2");
	const char *end = word + n + (text_begins(word + n, "\u2019") ? 3 : 1);
	char *start;
	bool found;

	if (n == 0 || (word[n] != '\'' && !text_begins(word + n, "\u2019")) ||
	    !IS_IN(ends, end))
		return false;
	start = mem_text_n(NULL, word, n);
	found = IS_IN(chatter, start);
	mem_free(start);
	return found;
}

bool
vocabulary_is_chatter(const char *word)
{
	return IS_IN(chatter, word) || is_short_form(word);
}

bool
vocabulary_is_light(const char *word)
{
	return IS_IN(light, word);
}

static const char *const research_words[] = { "evidence", "proof", "study",
	"studies", "research", "data", "trial", "trials", "science" };

static const char *const weak_words[] = { "weak", "weaker", "weakest", "poor",
	"poorer", "poorest", "weakness" };

static const char *const strong_words[] = { "strong", "stronger",
	"strongest", "strength", "solid" };

bool
vocabulary_is_research(const char *word, size_t n)
{
	return TEXT_WORD_AMONG(word, n, research_words);
}

bool
vocabulary_is_weakness(const char *word, size_t n)
{
	return TEXT_WORD_AMONG(word, n, weak_words);
}

bool
vocabulary_is_strength(const char *word, size_t n)
{
	return TEXT_WORD_AMONG(word, n, strong_words) ||
	    vocabulary_is_weakness(word, n);
}

static const char *const compares[] = { "vs", "versus", "compared", "compare",
	"difference", "differ", "different" };

bool
vocabulary_compares(const char *word)
{
	return IS_IN(compares, word);
}

/* Questions in searches of claims, and the kind of claim that answers each. */
static const struct {
	const char	*asked;
	const char	*kind;
	const char	*unknown;	/* word for a gap in the evidence, or
					   NULL */
} questions[] = {
	{ "how many", "dosage", "number" }, { "how often", "dosage", "number" },
	{ "how long", "dosage", "length" },
	{ "evidence", "evidence-gap", NULL },
	{ "proof", "evidence-gap", NULL }, { "proven", "evidence-gap", NULL },
	{ "is it safe", "safety", NULL }, { "does it hurt", "safety", NULL },
};

const char *
vocabulary_question(const char *phrase, const char **unknown)
{
	size_t i;

	for (i = 0; i < COUNT(questions); i++)
		if (strcasecmp(questions[i].asked, phrase) == 0) {
			*unknown = questions[i].unknown;
			return questions[i].kind;
		}
	return NULL;
}

/* Words in questions about unwanted effects. */
static const char *const harm_words[] = {
	"safe", "safety", "unsafe", "harm", "harms", "harmful", "harmed",
	"danger", "dangers", "dangerous", "risks", "risky", "adverse",
	"side effect", "side effects", "unwanted", "complications",
	"contraindicated", "contraindications", "injure", "injured by",
	"go wrong", "does it hurt", "is it painful", "how painful", "hurt you",
};

/* Names of unwanted effects, for any treatment or test. */
static const char *const harm_names[] = {
	"safety", "harm", "harms", "side effect", "side effects",
	"adverse event", "adverse events", "adverse effect", "adverse effects",
	"adverse reaction", "adverse reactions", "unwanted effect",
	"unwanted effects", "undesirable effects",
};

bool
vocabulary_names_harm(const char *text)
{
	size_t i;

	for (i = 0; i < COUNT(harm_names); i++)
		if (strcasecmp(harm_names[i], text) == 0)
			return true;
	return false;
}

bool
vocabulary_asks_harm(const char *text)
{
	char *folded = text_fold(NULL, text), *at;
	bool asks = false;
	size_t n, i;

	for (i = 0; i < COUNT(harm_words); i++) {
		n = strlen(harm_words[i]);
		for (at = strstr(folded, harm_words[i]); at != NULL; at =
		    strstr(at + 1, harm_words[i]))
			asks |= (at == folded || !isalpha((unsigned char)
			    at[-1])) && !isalpha((unsigned char)at[n]);
	}
	mem_free(folded);
	return asks;
}
