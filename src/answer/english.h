/*
 * English vocabulary of texts on health: words of similar meaning, stop words,
 * negations and hedges.  It contains no subject matter: the names and effects
 * of treatments come from the bibliography.
 */
#ifndef ANSWER_ENGLISH_H
#define ANSWER_ENGLISH_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Lines of words with similar meaning; a word may be in several.  A word with
 * "_" is a phrase and means the same as the first word of its line.
 */
extern const char *const	english_classes[];
extern const size_t		english_classes_count;

/* Stop words, separated by spaces. */
extern const char	english_stop_words[];

/* Further stop words in questions: "I want to know whether that was tested". */
extern const char	english_question_words[];

/*
 * Words that apply to any treatment or complaint: they never identify a topic
 * on their own.
 */
extern const char	english_general_words[];

/* Words for more and for less of something, separated by spaces. */
extern const char	english_more[];
extern const char	english_less[];

/* Whether n bytes are an apostrophe, straight or typographic. */
bool	 english_is_apostrophe(const char *s, size_t n);

/*
 * The words for the letters before "'t": "should not" for "shouldn", "cannot"
 * for "can"; NULL if they are not a contraction.  Static.
 */
const char	*english_uncontracted(const char *letters, size_t n);

/*
 * Whether a word is a verb for giving a treatment: after "who" it asks for the
 * person.
 */
bool	 english_is_doing(const char *word, size_t n);

/* Words for the person who gives a treatment: "who gives". */
extern const char	english_who[];

/* The singular of an irregular plural, or NULL. */
const char	*english_singular(const char *word, size_t n);

/* Whether a word only gives a position: "the back of". */
bool	 english_is_position(const char *word, size_t n, const char *after,
	    size_t after_n);

/*
 * What "stroke" means, judged by the words next to it: "each stroke" or "after
 * a stroke".  before_n and after_n are 0 if there is no such word.
 */
enum stroke { STROKE_NOT, STROKE_MOVEMENT, STROKE_ILLNESS };
enum stroke	 english_stroke(const char *word, size_t n, const char *before,
		    size_t before_n, const char *after, size_t after_n);

/* What "hurt" means: "it hurts" is not "it can hurt you". */
enum hurting { HURTING_NOT, HURTING_IS_PAINFUL, HURTING_HARMS };

/* `after` is the next word; after_n is 0 at the end of the text. */
enum hurting	 english_hurting(const char *word, size_t n, const char *after,
		    size_t after_n);

/* Words that represent their class. */
extern const char	english_movement[];
extern const char	english_painful[];
extern const char	english_harmed[];
extern const char	english_injured[];

/*
 * Words that represent three classes of words for research, as in "the evidence
 * is weak": research itself, its grade, and a lack of it.
 */
extern const char	english_research[];
extern const char	english_grade[];
extern const char	english_scarce[];

/* Whether a word is a verb that statements often have. */
bool	 english_is_verb(const char *word, size_t n);

/* Whether a text has a verb after its first word, as statements do. */
bool	 english_has_verb(const char *text);

/* Whether a word names a person in the possessive: "mum" in "mum's leg". */
bool	 english_is_owner(const char *word, size_t n);

/* Whether a question is about money, buying or an appointment. */
bool	 english_is_practical(const char *question);

/* Whether a question is about how long one treatment takes. */
bool	 english_asks_length(const char *question);

/*
 * Whether a sentence concludes from animals to people, and a statement is only
 * about animals.
 */
bool	 english_leaps(const char *sentence, const char *statement);

enum hedge {
	HEDGE_ASSERTED,
	HEDGE_HYPOTHESISED,	/* "may", "is thought to" */
	HEDGE_REPORTED,		/* "others say", "studies show" */
	HEDGE_NONE		/* a question */
};

/* The name, such as "asserted", that the bibliography uses; static. */
const char	*hedge_name(enum hedge hedge);

/* The degree of certainty that a sentence expresses. */
enum hedge	 english_hedge(const char *sentence, size_t n);

/*
 * Whether a sentence denies a statement: one of the two contains a negation
 * ("does not break", "hardly any", "there is no evidence that") and the other
 * does not.  "Not only" and "no doubt" are not negations; "it is not true that it
 * does not help" is two.  "No large trials"
 * does not deny that there is little research; "no better than rest" denies
 * neither "the same effect as rest" nor that a treatment is used.
 */
bool		 english_is_denied(const char *sentence, size_t n,
		    const char *statement);

#endif
