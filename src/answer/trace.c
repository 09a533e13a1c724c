/* Traces the claims of an article. */
#include "answer/trace.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "answer/markup.h"
#include "answer/sentence.h"
#include "base/text.h"
#include "record/term.h"

enum {
	OPENING = 3,		/* how many of the first sentences show the
				   subject of a text */
	OFTEN = 8,		/* a treatment must be named in at least one
				   sentence in eight */
	SENTENCE_BYTES = 4000,
	SENTENCES_OF_ARTICLE = 3,
	WORDS_OF_SENTENCE = 5
};

/*
 * The subject of a sentence: the bibliography's treatment, that treatment by an
 * everyday word only ("relax"), another treatment, or none.
 */
enum names { NAMES_NOTHING, NAMES_OTHER, NAMES_LOOSELY, NAMES_SUBJECT };

/*
 * Whether a text contains a name as whole words, in any case.  A single word in
 * small letters ("lamp") is not a proper name.
 */
static bool
trace_has_name(const char *text, const char *name, size_t n)
{
	bool proper = false;
	const char *at;
	size_t i;

	for (i = 0; i < n; i++)
		proper = proper || name[i] == ' ' || isupper((unsigned char)
		    name[i]);
	if (!proper)
		return false;
	for (at = text; *at != '\0'; at++)
		if (strncasecmp(at, name, n) == 0 && (at == text ||
		    !isalnum((unsigned char)at[-1])) &&
		    !isalnum((unsigned char)at[n]))
			return true;
	return false;
}

/* Whether a text has a term's label, a synonym or an abbreviation in full. */
static bool
trace_has_term(struct knowledge *knowledge, const void *ctx, const char *text,
    const struct concept *concept)
{
	const struct term *term = library_record(knowledge->library, ctx,
	    RECTYPE_TERM, concept->id);
	const struct list *lists[2];
	const char *name, *bracket;
	size_t i, j;

	if (term == NULL)
		return false;
	lists[0] = &term->synonyms;
	lists[1] = &term->abbreviations;
	bracket = strstr(term->label, " (");
	if (trace_has_name(text, term->label, bracket == NULL ? strlen(
	    term->label) : (size_t)(bracket - term->label)))
		return true;
	for (i = 0; i < COUNT(lists); i++)
		for (j = 0; j < lists[i]->count; j++) {
			name = list_at(lists[i], j);
			if (trace_has_name(text, name, strlen(name)))
				return true;
		}
	return false;
}

/* Reads a sentence; sets *place if it names a body part or a condition. */
static enum names
trace_names_of(struct knowledge *knowledge, const char *text, bool *place)
{
	void *scratch = mem_context(NULL);
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    scratch, text, strlen(text), false);
	const struct concept *concept;
	enum names names = NAMES_NOTHING, found;
	size_t i, j;

	for (i = 0; i < mentions->count; i++)
		for (j = 0; j < mentions->at[i].count; j++) {
			concept = mentions->at[i].senses[j].kind !=
			    SENSE_CONCEPT ? NULL : lexicon_concept(
			    knowledge->lexicon,
			    mentions->at[i].senses[j].feature);
			if (concept == NULL)
				continue;
			*place = *place || concept->facet == FACET_CONDITION ||
			    concept->facet == FACET_REGION;
			found = concept->subject ? (trace_has_term(knowledge,
			    scratch, text, concept) ? NAMES_SUBJECT :
			    concept->facet == FACET_INSTRUMENT ? NAMES_NOTHING :
			    NAMES_LOOSELY) : concept->facet == FACET_TECHNIQUE ?
			    NAMES_OTHER : NAMES_NOTHING;
			names = found > names ? found : names;
		}
	mem_free(scratch);
	return names;
}

/*
 * Whether the article is on the bibliography's subject: its title names it or,
 * unless the title names another treatment, some sentence does.  Everyday words
 * for it must be in the first sentences, a heading or many sentences, and the
 * text must name a body part or a condition: lamps light rooms as well.  Without
 * a main treatment no text can be said to be on another subject.
 */
static bool
trace_is_covered(struct knowledge *knowledge, const struct trace *trace)
{
	const struct traced_sentence *sentence;
	bool place = false, early = false;
	size_t naming = 0, i;
	enum names names;

	if (!lexicon_has_subject(knowledge->lexicon))
		return true;
	for (i = 0; i < trace->sentences.count; i++) {
		sentence = list_at(&trace->sentences, i);
		if (!library_goes_on(knowledge->library))
			return false;
		names = trace_names_of(knowledge, sentence->text, &place);
		if (names == NAMES_SUBJECT)
			return true;
		if (i == 0 && names == NAMES_OTHER)
			return false;
		early = early || (names == NAMES_LOOSELY && (i < OPENING ||
		    sentence->heading));
		naming += names == NAMES_LOOSELY;
	}
	return place && (early || (naming > 1 && naming * OFTEN >=
	    trace->sentences.count));
}

static void
trace_add_claim(struct traced_sentence *sentence, const void *ctx,
    const struct match *match)
{
	struct traced_claim *claim = mem_new(ctx, struct traced_claim);
	size_t n = strlen(sentence->text);

	claim->known = match->known;
	claim->score = match->score;
	claim->near = match->near;
	claim->hedge = english_hedge(sentence->text, n);
	claim->denied = english_is_denied(sentence->text + match->start,
	    match->end - match->start, match->known->text);
	list_add(ctx, &sentence->claims, claim);
}

/* Questions state nothing. */
static void
trace_sentence(struct trace *trace, struct knowledge *knowledge,
    struct traced_sentence *sentence, const struct context *context)
{
	size_t n = strlen(sentence->text), i;
	void *scratch = mem_context(NULL);
	struct list found;

	if (n > 0 && n <= SENTENCE_BYTES && sentence->text[n - 1] != '?' &&
	    !sentence->heading) {
		found = match_propositions(knowledge, scratch, sentence->text,
		    n, context);
		for (i = 0; i < found.count; i++) {
			trace_add_claim(sentence, trace, list_at(&found, i));
			trace->claims += !((struct match *)
			    list_at(&found, i))->near;
		}
	}
	mem_free(scratch);
}

static void
trace_add_sentence(struct trace *trace, const struct plain_text *plain,
    const struct span_of *span, size_t before)
{
	struct traced_sentence *sentence;
	const char *gap = plain->text.data + before;
	char *text = text_clean(trace, plain->text.data + span->start,
	    span->end - span->start);

	if (*text == '\0')
		return;
	sentence = mem_new(trace, struct traced_sentence);
	sentence->text = text;
	sentence->start = plain->at[span->start];
	sentence->end = plain->at[span->end];
	sentence->heading = span->heading;
	sentence->paragraph = trace->sentences.count == 0 || memchr(gap,
	    '\n', span->start - before) != NULL;
	list_add(trace, &trace->sentences, sentence);
}

static size_t
count_words(const char *text, size_t n)
{
	size_t words = 0, i;

	for (i = 0; i < n; i++)
		words += isalpha((unsigned char)text[i]) && (i == 0 ||
		    isspace((unsigned char)text[i - 1]));
	return words;
}

bool
trace_is_article(const char *text)
{
	void *scratch = mem_context(NULL);
	struct list spans = sentences_of(scratch, text, strlen(text));
	const struct span_of *span;
	size_t sentences = 0, i;

	for (i = 0; i < spans.count; i++) {
		span = list_at(&spans, i);
		sentences += count_words(text + span->start, span->end -
		    span->start) >= WORDS_OF_SENTENCE;
	}
	mem_free(scratch);
	return sentences >= SENTENCES_OF_ARTICLE;
}

struct trace *
trace_article(struct knowledge *knowledge, const void *ctx,
    const char *bytes, size_t n, struct err *err)
{
	size_t most = n < TRACE_BYTES_MAX ? n : TRACE_BYTES_MAX, before = 0, i;
	const struct plain_text *plain;
	struct context context = { .covered = true };
	struct traced_sentence *sentence;
	const struct concept *named;
	bool other;
	const struct span_of *span;
	struct trace *trace;
	struct list spans;

	assert(bytes != NULL || n == 0);
	if (memchr(bytes, '\0', most) != NULL) {
		(void)err_set(err, ERR_INPUT, "not a text file: it contains "
		    "NUL bytes; save it as text, Markdown or HTML");
		return NULL;
	}
	trace = mem_new(ctx, struct trace);
	plain = markup_text(trace, bytes, most);
	trace->cut = most < n;
	trace->cleaned = plain->cleaned;
	spans = sentences_of(trace, buf_string(&plain->text),
	    plain->text.len);
	for (i = 0; i < spans.count; i++) {
		span = list_at(&spans, i);
		trace_add_sentence(trace, plain, span, before);
		before = span->end;
	}
	trace->covered = trace_is_covered(knowledge, trace);
	for (i = 0; trace->covered && i < trace->sentences.count &&
	    library_goes_on(knowledge->library); i++) {
		sentence = list_at(&trace->sentences, i);
		trace_sentence(trace, knowledge, sentence, &context);
		named = match_treatment(knowledge, sentence->text,
		    strlen(sentence->text), &other);
		if (named != NULL || other)
			context.treatment = other ? NULL : named;
	}
	return trace;
}
