/*
 * Serialises the knowledge base: built once, with the index, and stored in it.
 *
 * The bytes are valid only for this version of the program; other versions
 * reject them and build it again.
 */
#ifndef ANSWER_KNOWLEDGE_PACK_H
#define ANSWER_KNOWLEDGE_PACK_H

#include "answer/known.h"

/*
 * The version of everything that the bytes depend on, except the records; 0 or
 * more.
 */
int64_t	 knowledge_pack_version(const struct tuning *propositions,
	    const struct tuning *topics);

/* The bytes, owned by `ctx`. */
struct buf	 knowledge_pack(const void *ctx,
		    const struct knowledge *knowledge);

/*
 * Fills in the knowledge base, which has its library and tunings, owns the rest
 * and borrows the bytes: each record is unpacked when it is needed, without its
 * invalid parts.  False if the bytes were not made by this version of the
 * program: the knowledge base may then only be freed.
 */
bool	 knowledge_unpack(struct knowledge *knowledge, const char *bytes,
	    size_t n) MUST_CHECK;

#endif
