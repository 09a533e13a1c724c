/*
 * The scope of a negation: "it eases pain but does not cure" denies only
 * that it cures.
 */
#ifndef ANSWER_DENIAL_H
#define ANSWER_DENIAL_H

#include "answer/sentence.h"

/*
 * The part of a sentence whose negations also apply to its i-th clause
 * (clauses_of()): the clause itself, the clauses that it continues ("does not
 * ease pain or swelling", "nobody knows whether ..."), and a judgement after it
 * ("that ... is a myth").
 */
struct span_of	 denial_scope(const char *text, const struct list *clauses,
		    size_t i);

/*
 * The word before a place in a text, such as the conjunction between two
 * clauses; n is 0 if there is none.
 */
struct word_of	 denial_joint(const char *text, size_t start);

#endif
