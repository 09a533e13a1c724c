/*
 * Scores how well records match a unit of text: a sentence, a part of one, or a
 * question.  Shared by match.c and topics.c.
 */
#ifndef ANSWER_UNIT_H
#define ANSWER_UNIT_H

#include "answer/english.h"
#include "answer/known.h"

enum { WORDS_MOST = 400 };	/* maximum words of a sentence; the rest is
				   ignored */

struct unit {
	struct knowledge	*knowledge;
	struct shelf		*shelf;
	const struct mentions	*mentions;
	double			 mass;		/* weight of its words */
	int			 more;		/* direction that it claims */
	bool			 subject;	/* names the treatment */
	bool			 question;	/* ignore question words */
	bool			 verb;		/* its text has a verb */
	bool			 covered;	/* its text is about the
						   subject of the
						   bibliography */
	const struct concept	*treatment;	/* treatment named earlier in
						   the text; NULL: none */
};

/* All records with a score of at least `least` (struct match), best first. */
struct list	 unit_match(struct unit *unit, const void *ctx, double least);

/* Computes the weights of a unit's words; unit_match() does this itself. */
void	 unit_begin(struct unit *unit);

/* The term of a word's i-th sense; NULL if it has none. */
const struct concept	*unit_concept(const struct unit *unit,
			    const struct mention *mention, size_t i);

/*
 * Whether the unit names treatments, of the subject or others, but none of the
 * record's.
 */
bool	 unit_names_other(const struct unit *unit, const struct known *known);

/*
 * Whether the record is about one of several treatments of the bibliography
 * that neither the unit nor the text before it names.
 */
bool	 unit_leaves_open(const struct unit *unit, const struct known *known);

/* Whether a word is more specific than the treatment and general words. */
bool	 unit_is_telling(const struct mention *mention);

/* Whether a sense is the word itself or its term, not a similar word. */
bool	 unit_is_itself(const struct sense *sense);

/* Whether a list has exactly this item. */
bool	 unit_holds(const struct list *list, const void *item);

/* Whether a list of concepts has this one or a broader one. */
bool	 unit_holds_kind(const struct unit *unit, const struct list *list,
	    const struct concept *concept);

/*
 * Compares matches, best first: stated before near, then by score, then by id.
 */
void	 matches_sort(struct list *matches);

#endif
