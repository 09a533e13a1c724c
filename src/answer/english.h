/*
 * The English of texts on health: words that mean much the same, words that
 * carry no content, and those that deny or hedge.  It knows no subject: what
 * a treatment is called, and what it does, comes from the bibliography.
 */
#ifndef ANSWER_ENGLISH_H
#define ANSWER_ENGLISH_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Lines of words with like meaning; a word may be in several.  A word with
 * "_" is a phrase and means what its line's first word means.
 */
extern const char *const	english_classes[];
extern const size_t		english_classes_count;

/* Words without content, divided by blanks. */
extern const char	english_stop_words[];

/* The same in a question: "I want to know whether that was tested". */
extern const char	english_question_words[];

/*
 * Words that are said of any treatment and any complaint: by them alone no
 * topic is known.
 */
extern const char	english_general_words[];

/* Words for more and for less of something, divided by blanks. */
extern const char	english_more[];
extern const char	english_less[];

enum hedge {
	HEDGE_ASSERTED,
	HEDGE_HYPOTHESISED,	/* may, is thought to */
	HEDGE_REPORTED,		/* others say, studies show */
	HEDGE_NONE		/* a question */
};

/* "asserted", as in the bibliography; static. */
const char	*hedge_name(enum hedge hedge);

/* How a sentence is worded. */
enum hedge	 english_hedge(const char *sentence, size_t n);

/*
 * Whether a sentence denies a statement: one of them denies ("does not break",
 * "hardly any", "there is no evidence that"), the other does not.  "Not only"
 * and "no doubt" deny nothing.  "No large trials" does not deny that there is
 * little research, and "no better than rest" neither denies "the same effect as
 * rest" nor that a treatment is used.
 */
bool		 english_is_denied(const char *sentence, size_t n,
		    const char *statement);

#endif
