/*
 * The writer: fills an index with records, in the order in which sources are
 * read, and checks what only all of them together can show.  The tables for
 * searching are made by maker.h.
 */
#ifndef INDEX_WRITER_H
#define INDEX_WRITER_H

#include "base/diag.h"
#include "record/rectype.h"
#include "record/term.h"
#include "index/db.h"

struct writer;

/* A source file, as it was when it was read. */
struct source_stamp {
	size_t		 root;		/* which of the paths it came from */
	const char	*name;		/* within that path; "" for itself */
	int64_t		 size;
	int64_t		 mtime;		/* nanoseconds */
	int64_t		 inode;
	const char	*hash;		/* of the content, hexadecimal */
};

/* Makes the tables in an empty database; owned by `ctx`. */
struct writer	*writer_open(const void *ctx, struct db *db);

/*
 * Begins a source; what is added belongs to it.  `name` is what diagnostics
 * call it, borrowed for the life of the writer.
 */
void	 writer_begin_source(struct writer *writer,
	    const struct source_stamp *mark, const char *name);

/* Ends it; how many of its records were left out. */
void	 writer_end_source(struct writer *writer, size_t left_out);

/*
 * Adds a record (`bad`: only its id, so that references to it resolve); `pack`
 * is what it is packed into, if that was done already, else NULL.  False when
 * the id is taken; *first is where.
 */
bool	 writer_add(struct writer *writer, enum rectype kind, void *record,
	    struct place place, bool bad, const struct buf *pack,
	    struct place *first);

/* The number of the record that was added last. */
int64_t	 writer_last(const struct writer *writer);

/* Notes a mention of another record. */
void	 writer_refer(struct writer *writer, enum rectype kind, enum facet facet,
	    const char *id, struct place place);

/* How many records of a kind were added and not left out. */
size_t	 writer_count(const struct writer *writer, enum rectype kind);

/*
 * Looks at what only all records together can show: references without a
 * target, terms in the wrong facet, words that lead to two terms, claims in
 * no proposition or in two.  Reports to the sink.
 */
void	 writer_check(struct writer *writer, struct diag_sink *sink);

#endif
