/*
 * What a bibliography knows in sentences: its propositions in all their
 * wordings, and its topics with all the ways to ask them.  Made from records
 * alone, when an index is built, and kept in it.
 */
#ifndef ANSWER_KNOWLEDGE_H
#define ANSWER_KNOWLEDGE_H

#include "answer/known.h"

/*
 * That of a library, taken from its index when it is first asked for, or made
 * where that has none for this version of the program; owned by the library.
 */
struct knowledge	*knowledge_of(struct library *library);

/* What the index is to keep, for struct cache_request; owned by `ctx`. */
struct buf	 knowledge_prepare(struct library *library, const void *ctx);

/* Whether it holds anything. */
bool	 knowledge_is_empty(const struct knowledge *knowledge);

#endif
