/*
 * Questions about harm: "can it break a bone", "will it make me worse".
 */
#ifndef ANSWER_HARM_H
#define ANSWER_HARM_H

#include "answer/unit.h"

/*
 * Whether a question asks if the treatment does damage: a verb of harm follows
 * "can", "does" or the like and a name of the treatment or a pronoun.
 */
bool	 harm_is_asked(const struct unit *unit, const char *text);

/*
 * Whether a topic is about harms: its first outcome, or a broader one, is named
 * by a word for safety or harm.  If `any` is false, only a topic on harms as a
 * whole counts.
 */
bool	 harm_is_topic(const struct unit *unit, const struct known *known,
	    bool any);

/* Whether the question names the first outcome of a topic. */
bool	 harm_is_named(const struct unit *unit, const struct known *known);

#endif
