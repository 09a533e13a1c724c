/*
 * The schema of an index file, and what marks one as ours.
 *
 * An index is a cache: any change here raises INDEX_FORMAT, and indexes of
 * another format are rebuilt from their sources.
 */
#ifndef INDEX_SCHEMA_H
#define INDEX_SCHEMA_H

enum {
	INDEX_APPLICATION = 0x53747267,		/* "Strg" */
	INDEX_FORMAT = 1
};

/* Everything that is filled while sources are read. */
extern const char schema_records[];

/* The tables that are made from the records afterwards, without text. */
extern const char schema_tables[];

/* "CREATE VIRTUAL TABLE" of the text tables; owned by `ctx`. */
char	*schema_text(const void *ctx);

#endif
