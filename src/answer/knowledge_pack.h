/*
 * The knowledge as bytes: made once, when an index is built, and kept in it.
 *
 * They hold what knowledge.c makes of the records, for this version of the
 * program: another one refuses them, and makes the knowledge anew.
 */
#ifndef ANSWER_KNOWLEDGE_PACK_H
#define ANSWER_KNOWLEDGE_PACK_H

#include "answer/known.h"

/* The bytes, owned by `ctx`. */
struct buf	 knowledge_pack(const void *ctx,
		    const struct knowledge *knowledge);

/*
 * Fills in a knowledge that has its library and tunings; all is owned by it.
 * False when the bytes are not those of knowledge_pack() in this version of the
 * program: it may then only be freed.
 */
bool	 knowledge_unpack(struct knowledge *knowledge, const char *bytes,
	    size_t n) MUST_CHECK;

/* Room for matching, by records and features; owned by the knowledge. */
void	 knowledge_make_scratch(struct knowledge *knowledge);

#endif
