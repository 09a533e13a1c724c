/* The scope of a negation. */
#include "answer/denial.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* Words that start a clause that continues the previous one. */
static const char *const continues[] = {
	"that", "whether", "to", "or", "nor", "after", "as", "if",
};

/* Words that start a separate statement. */
static const char *const begins[] = {
	"but", "so", "because", "while", "although", "though", "since",
	"then", "when",
};

/*
 * Words that start a clause that continues the previous one if there is no
 * comma before them.
 */
static const char *const relatives[] = { "which", "who" };

/* A clause that starts with one of these ends at the comma after it. */
static const char *const conditions[] = {
	"if", "when", "while", "although", "though", "because", "since",
	"which", "who", "as", "after", "unlike",
};

static const char *const pronouns[] = { "it", "they", "he", "she", "you",
	"we", "i", "this", "these" };

/* Verbs that start a statement and do not end in the third person's "s". */
static const char *const finite[] = {
	"is", "are", "was", "were", "can", "could", "may", "might", "will",
	"would", "should", "must", "do", "did", "have", "had", "also",
};

/* Words that judge the statement before them: "X cures Y: myth". */
static const char *const judgements[] = {
	"myth", "untrue", "false", "nonsense", "debunked", "disproved",
	"disproven", "refuted",
};

static struct word_of
first_word(const char *text, const struct span_of *span)
{
	size_t n = 0;

	while (span->start + n < span->end && isalpha((unsigned char)text[
	    span->start + n]))
		n++;
	return (struct word_of){ text + span->start, n };
}

struct word_of
denial_joint(const char *text, size_t start)
{
	size_t end;

	while (start > 0 && text[start - 1] == ' ')
		start--;
	for (end = start; start > 0 && isalpha((unsigned char)text[start -
	    1]); start--)
		continue;
	return (struct word_of){ text + start, end - start };
}

/*
 * Whether a clause starts with a verb without a subject: "raises flow".  A
 * single word is an item of an enumeration: "headaches".
 */
static bool
is_finite(const char *text, const struct span_of *span)
{
	struct word_of word = first_word(text, span);

	return WORD_AMONG(word, finite) || (word.n > 3 && span->start + word.n <
	    span->end && word.at[word.n - 1] == 's' && strchr("sui",
	    word.at[word.n - 2]) == NULL);
}

/* Whether clause i only continues the clause before it. */
static bool
is_continued(const char *text, const struct list *clauses, size_t i)
{
	const struct span_of *span = list_at(clauses, i);
	const struct span_of *before = list_at(clauses, i - 1);
	struct word_of first = first_word(text, span);
	struct word_of joint = denial_joint(text, span->start);
	struct word_of opening = denial_joint(text, before->start);
	bool bare = memchr(text + before->end, ',', span->start -
	    before->end) == NULL;

	if (strcspn(text + before->end, ";:)") < span->start - before->end ||
	    WORD_AMONG(joint, begins))
		return false;
	if (joint.at >= text + before->end && WORD_AMONG(joint, continues))
		return bare || !WORD_AMONG(opening, conditions);
	if (WORD_AMONG(first, pronouns))
		return bare && joint.at < text + before->end;
	if (WORD_AMONG(joint, relatives))
		return bare;
	return !is_finite(text, span) && !WORD_AMONG(opening, conditions);
}

/* Whether the text from `start` to `end` judges a statement before it. */
static bool
judges(const char *text, size_t start, size_t end)
{
	struct word_of word;

	while (start < end) {
		word = (struct word_of){ text + start, 0 };
		while (start < end && isalpha((unsigned char)text[start])) {
			word.n++;
			start++;
		}
		if (WORD_AMONG(word, judgements))
			return true;
		start += start < end;
	}
	return false;
}

struct span_of
denial_scope(const char *text, const struct list *clauses, size_t i)
{
	struct span_of scope = *(const struct span_of *)list_at(clauses, i);
	const struct span_of *next;
	struct word_of joint, opening;
	size_t from = i, to;

	while (from > 0 && is_continued(text, clauses, from))
		from--;
	scope.start = ((const struct span_of *)list_at(clauses, from))->start;
	joint = denial_joint(text, scope.start);
	if (joint.n == 3 && strncasecmp(joint.at, "nor", 3) == 0)
		scope.start = (size_t)(joint.at - text);
	for (to = i + 1; to < clauses->count; to++) {
		next = list_at(clauses, to);
		opening = denial_joint(text, next->start);
		if (WORD_AMONG(opening, begins))
			break;
		if (judges(text, next->start, next->end))
			scope.end = next->end;
	}
	return scope;
}
