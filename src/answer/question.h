/*
 * What a question names: conditions, parts of the body, treatments, and the
 * words that nothing knows.
 */
#ifndef ANSWER_QUESTION_H
#define ANSWER_QUESTION_H

#include "answer/unit.h"

struct question {
	struct list	 conditions;	/* struct concept */
	struct list	 regions;	/* features of words */
	struct list	 techniques;	/* features of concepts */
	size_t		 special;	/* of the treatments, those of which most
					   topics do not ask */
	bool		 unknown;	/* holds a word that nothing knows */
	bool		 foreign;	/* asks about it */
	bool		 other;		/* begins with another treatment */
	bool		 comparison;	/* "better than", "or", "versus" */
	bool		 telling;	/* more than what is said of anything */
};

/*
 * What the question of a unit names.  A word that nothing knows is what is asked
 * about where it is in the place of a treatment ("do magnets help ...", "a brace
 * for ...") or of a complaint ("cure ...", "for ..."), or where the question
 * names no condition and no part of the body; elsewhere it is only shown beside
 * it ("my neck since the move") and becomes silent.  `subject` is the feature
 * of the treatment that most topics ask about.
 */
struct question	 question_read(const struct unit *unit, const void *ctx,
		    struct mentions *mentions, const char *text, uint32_t subject);

#endif
