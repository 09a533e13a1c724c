/* The scope of a negation. */
#include "answer/denial.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#define IS_IN(table, word)	\
	denial_has((table), sizeof(table) / sizeof((table)[0]), (word))

struct denial_word {
	const char	*at;
	size_t		 n;
};

/* Words whose clause only continues the one before. */
static const char *const continues[] = {
	"that", "whether", "to", "or", "nor", "after", "as", "if",
};

/* Words whose clause is a separate statement. */
static const char *const begins[] = {
	"but", "so", "because", "while", "although", "though", "since",
	"then", "when",
};

/* A clause that starts with one of these is not continued after a comma. */
static const char *const conditions[] = {
	"if", "when", "while", "although", "though", "because", "since",
	"which", "who", "as", "after", "unlike",
};

static const char *const pronouns[] = { "it", "they", "he", "she", "you",
	"we", "i", "this", "these" };

/* Verbs that start a statement without the ending of a third person. */
static const char *const finite[] = {
	"is", "are", "was", "were", "can", "could", "may", "might", "will",
	"would", "should", "must", "do", "did", "have", "had", "also",
};

/* Words that judge a statement before them. */
static const char *const judgements[] = {
	"myth", "untrue", "false", "nonsense", "debunked", "disproved",
	"disproven", "refuted",
};

static bool
denial_has(const char *const *table, size_t count, struct denial_word word)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strlen(table[i]) == word.n && strncasecmp(table[i],
		    word.at, word.n) == 0)
			return true;
	return false;
}

static struct denial_word
first_word(const char *text, const struct span_of *span)
{
	size_t n = 0;

	while (span->start + n < span->end && isalpha((unsigned char)text[
	    span->start + n]))
		n++;
	return (struct denial_word){ text + span->start, n };
}

/*
 * The word between two clauses, or next to a pronoun; n is 0 if there is none.
 */
static struct denial_word
joint_before(const char *text, size_t start)
{
	size_t end;

	while (start > 0 && text[start - 1] == ' ')
		start--;
	for (end = start; start > 0 && isalpha((unsigned char)text[start -
	    1]); start--)
		continue;
	return (struct denial_word){ text + start, end - start };
}

/*
 * Whether a clause starts with a verb without a subject: "raises flow".  A
 * single word is an item of an enumeration: "headaches".
 */
static bool
is_finite(const char *text, const struct span_of *span)
{
	struct denial_word word = first_word(text, span);

	return IS_IN(finite, word) || (word.n > 3 && span->start + word.n <
	    span->end && word.at[word.n - 1] == 's' && strchr("sui",
	    word.at[word.n - 2]) == NULL);
}

/* Whether clause i only continues the clause before it. */
static bool
is_continued(const char *text, const struct list *clauses, size_t i)
{
	const struct span_of *span = list_at(clauses, i);
	const struct span_of *before = list_at(clauses, i - 1);
	struct denial_word first = first_word(text, span);
	struct denial_word joint = joint_before(text, span->start);
	struct denial_word opening = joint_before(text, before->start);
	bool bare = memchr(text + before->end, ',', span->start -
	    before->end) == NULL;

	if (strcspn(text + before->end, ";:)") < span->start - before->end ||
	    IS_IN(begins, joint))
		return false;
	if (joint.at >= text + before->end && IS_IN(continues, joint))
		return bare || !IS_IN(conditions, opening);
	if (IS_IN(pronouns, first))
		return bare && joint.at < text + before->end;
	if (joint.n == 5 && strncasecmp(joint.at, "which", 5) == 0)
		return bare;
	if (joint.n == 3 && strncasecmp(joint.at, "who", 3) == 0)
		return bare;
	return !is_finite(text, span) && !IS_IN(conditions, opening);
}

/* Whether the text from `start` to `end` judges a statement before it. */
static bool
judges(const char *text, size_t start, size_t end)
{
	struct denial_word word;

	while (start < end) {
		word = (struct denial_word){ text + start, 0 };
		while (start < end && isalpha((unsigned char)text[start])) {
			word.n++;
			start++;
		}
		if (IS_IN(judgements, word))
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
	struct denial_word joint;
	size_t from = i, to;

	while (from > 0 && is_continued(text, clauses, from))
		from--;
	scope.start = ((const struct span_of *)list_at(clauses, from))->start;
	joint = joint_before(text, scope.start);
	if (joint.n == 3 && strncasecmp(joint.at, "nor", 3) == 0)
		scope.start = (size_t)(joint.at - text);
	for (to = i + 1; to < clauses->count; to++) {
		next = list_at(clauses, to);
		if (IS_IN(begins, joint_before(text, next->start)))
			break;
		if (judges(text, next->start, next->end))
			scope.end = next->end;
	}
	return scope;
}
