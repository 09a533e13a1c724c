/*
 * The sentences that a bibliography can recognise: its propositions in all
 * their wordings, and its topics with all the ways to ask them.  Built from
 * records alone, together with the index, and stored in it.
 */
#ifndef ANSWER_KNOWLEDGE_H
#define ANSWER_KNOWLEDGE_H

#include "answer/known.h"

/*
 * The knowledge base of a library, read from its index at first use, or built
 * if the index has none for this version of the program; owned by the library.
 */
struct knowledge	*knowledge_of(struct library *library);

/*
 * The version of the rules that turn records into the knowledge base (the
 * English words, tunings and code), for struct cache_request.
 */
int64_t	 knowledge_version(void);

/* The bytes to store in the index, for struct cache_request; owned by `ctx`. */
struct buf	 knowledge_prepare(struct library *library, const void *ctx);

/* Whether the knowledge base contains anything. */
bool	 knowledge_is_empty(const struct knowledge *knowledge);

#endif
