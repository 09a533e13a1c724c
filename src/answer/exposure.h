/*
 * The treatment or exposure that a question names: "running" in "is running bad
 * for the heart", "fish oil" in "fish oil for low mood", "surgery" in
 * "surgery of the hand".  A topic answers only about its own treatments and
 * conditions.
 */
#ifndef ANSWER_EXPOSURE_H
#define ANSWER_EXPOSURE_H

#include "answer/unit.h"

struct exposure {
	struct list	 asked;		/* struct mention: words of the
					   exposure */
	struct list	 treatments;	/* struct mention: kinds of
					   treatment, "injection" */
	bool		 acts;		/* "does X help" */
	bool		 compared;	/* "is X better than" */
	struct list	 names;		/* features of the subject's names */
};

/*
 * The exposure in the question of a unit, empty if the question names the
 * subject; borrowed from the unit's mentions.
 */
struct exposure	 exposure_read(const struct unit *unit, const void *ctx,
		    const char *text);

/* Whether a topic is about the exposure; true if the exposure is empty. */
bool	 exposure_is_of(const struct unit *unit,
	    const struct exposure *exposure, const struct known *known);

#endif
