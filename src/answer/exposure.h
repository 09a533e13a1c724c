/*
 * What is in the place of a treatment in a question: "running" in "is running
 * bad for the knees", "silicone gel" in "silicone gel for scars", "surgery" in
 * "surgery of the hand".  A topic answers only about its own treatments and
 * conditions.
 */
#ifndef ANSWER_EXPOSURE_H
#define ANSWER_EXPOSURE_H

#include "answer/unit.h"

struct exposure {
	struct list	 asked;		/* struct mention: of what is asked */
	struct list	 treatments;	/* the same: treatments by their kind,
					   "injection" */
	bool		 acts;		/* "does X help" */
	bool		 compared;	/* "is X better than" */
	struct list	 names;		/* features of the names of the subject */
};

/*
 * That of the question of a unit, empty where the question names the subject;
 * borrowed from the unit's mentions.
 */
struct exposure	 exposure_read(const struct unit *unit, const void *ctx,
		    const char *text);

/* Whether a topic is about it; true for an empty one. */
bool	 exposure_is_of(const struct unit *unit,
	    const struct exposure *exposure, const struct known *known);

#endif
