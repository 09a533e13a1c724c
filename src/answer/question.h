/*
 * The parts of a question: conditions, body parts, treatments, and unknown
 * words.
 */
#ifndef ANSWER_QUESTION_H
#define ANSWER_QUESTION_H

#include "answer/unit.h"

struct question {
	struct list	 conditions;	/* struct concept */
	struct list	 regions;	/* features of words, also of names of
					   complaints */
	struct list	 techniques;	/* features of concepts */
	size_t		 special;	/* number of treatments that most
					   topics do not ask about */
	bool		 unknown;	/* the question has an unknown word */
	bool		 foreign;	/* the question is about an unknown
					   word */
	bool		 other;		/* the question starts with another
					   treatment */
	bool		 comparison;	/* "better than", "or", "versus" */
	bool		 telling;	/* the question has a specific word */
	bool		 subject;	/* the question names the treatment */
};

/*
 * The offset of "by" in "made by a runner who broke a leg", or n: a text is not
 * about the person who did something, nor about anything said of that person.
 */
size_t		 question_agent(const char *text, size_t n);

/*
 * Parses the question of a unit.  An unknown word is its subject if it is in
 * the place of a treatment ("do magnets help ...", "a brace for ...", unless
 * the question names the subject's treatment and something known, and compares
 * nothing) or of a complaint ("cure ...", "for ..."), or if the question names
 * no condition and no body part and does not compare two treatments.  Other
 * unknown words are only mentioned with the answer ("my neck since the move")
 * and are otherwise ignored. `subject` is the feature of the treatment that
 * most topics ask about.
 */
struct question	 question_read(const struct unit *unit, const void *ctx,
		    struct mentions *mentions, const char *text, uint32_t subject);

#endif
