/* Traces the claims of an article. */
#include "answer/trace.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "answer/markup.h"
#include "answer/sentence.h"
#include "base/text.h"

enum {
	OPENING = 3,		/* first sentences, which show what a text is
				   about */
	OFTEN = 8,		/* a treatment named in one of eight
				   sentences */
	SENTENCE_BYTES = 4000,
	SENTENCES_OF_ARTICLE = 3,
	WORDS_OF_SENTENCE = 5
};

/* Which treatment a sentence names: the subject, another, or none. */
enum names { NAMES_NOTHING, NAMES_OTHER, NAMES_SUBJECT };

static enum names
trace_names_of(struct knowledge *knowledge, const char *text)
{
	void *scratch = mem_context(NULL);
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    scratch, text, strlen(text), false);
	const struct concept *concept;
	enum names names = NAMES_NOTHING;
	size_t i, j;

	for (i = 0; i < mentions->count; i++) {
		if (mentions->at[i].subject)
			names = NAMES_SUBJECT;
		for (j = 0; j < mentions->at[i].count; j++) {
			concept = mentions->at[i].senses[j].kind !=
			    SENSE_CONCEPT ? NULL : lexicon_concept(
			    knowledge->lexicon,
			    mentions->at[i].senses[j].feature);
			if (concept != NULL && names == NAMES_NOTHING &&
			    concept->facet == FACET_TECHNIQUE)
				names = NAMES_OTHER;
		}
	}
	mem_free(scratch);
	return names;
}

/*
 * Whether the article is on the bibliography's subject: its title names it or,
 * unless the title names another treatment, its first sentences or many others
 * do.
 */
static bool
trace_is_covered(struct knowledge *knowledge, const struct trace *trace)
{
	const struct traced_sentence *sentence;
	size_t naming = 0, i;
	enum names names;

	for (i = 0; i < trace->sentences.count; i++) {
		sentence = list_at(&trace->sentences, i);
		if (!library_goes_on(knowledge->library))
			return false;
		names = trace_names_of(knowledge, sentence->text);
		if (names == NAMES_SUBJECT && (i < OPENING ||
		    sentence->heading))
			return true;
		if (i == 0 && names == NAMES_OTHER)
			return false;
		naming += names == NAMES_SUBJECT;
	}
	return naming > 1 && naming * OFTEN >= trace->sentences.count;
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
    struct traced_sentence *sentence)
{
	size_t n = strlen(sentence->text), i;
	void *scratch = mem_context(NULL);
	struct list found;

	if (n > 0 && n <= SENTENCE_BYTES && sentence->text[n - 1] != '?' &&
	    !sentence->heading) {
		found = match_propositions(knowledge, scratch, sentence->text,
		    n, true);
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
	    library_goes_on(knowledge->library); i++)
		trace_sentence(trace, knowledge, list_at(&trace->sentences, i));
	return trace;
}
