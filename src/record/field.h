/*
 * Fields: what a query may ask for by name, and the columns of the index.
 *
 * One row says it all: the parser, the plan, the help and the manual page
 * strigil-query(7) read the same table.
 */
#ifndef RECORD_FIELD_H
#define RECORD_FIELD_H

#include <stddef.h>

#include "record/codelist.h"

enum field_kind {
	FIELD_TEXT,		/* words in some columns */
	FIELD_TERM,		/* a term of a facet, or words of its label */
	FIELD_CHOICE,		/* one of a closed list */
	FIELD_YEAR,		/* a year or a range of years */
	FIELD_LEVEL,		/* a level or a range of levels */
	FIELD_SCORE,		/* a score, a range of scores, or a tool */
	FIELD_LIST,		/* the id of a list of trials */
	FIELD_VALUE,		/* a value of an open list, as a whole */
	FIELD_IDENTIFIER	/* an identifier, compared as a whole */
};

/* Which records have a field. */
enum field_of { OF_BOTH, OF_WORKS, OF_CLAIMS };

struct field {
	const char		*name;
	const char		*brief;		/* short form */
	enum field_kind		 kind;
	enum field_of		 of;
	const char		*columns;	/* FTS5 column set, words */
	enum facet		 facet;
	const struct codelist	*choices;
	const char		*example;
	const char		*help;
};

extern const struct field	fields[];
extern const size_t		fields_count;

/* The field of this name or short form (letters of any case), or NULL. */
const struct field	*field_find(const char *name, size_t n);

/* A column of a text table, with its weight in the ranking (bm25). */
struct column {
	const char	*name;
	double		 weight;
};

/* The columns of works, of claims, in the order of the tables. */
enum work_column {
	WORK_TITLE, WORK_AUTHOR, WORK_TERM, WORK_LABEL, WORK_SYNONYM, WORK_NOTE,
	WORK_FINDING, WORK_DETAIL, WORK_ABSTRACT, WORK_JOURNAL, WORK_SIDE,
	WORK_COLUMNS
};
enum claim_column {
	CLAIM_TITLE, CLAIM_AUTHOR, CLAIM_TERM, CLAIM_LABEL, CLAIM_SYNONYM,
	CLAIM_NOTE,
	CLAIM_FINDING, CLAIM_DETAIL, CLAIM_SIDE,
	CLAIM_COLUMNS
};
extern const struct column	work_columns[WORK_COLUMNS];
extern const struct column	claim_columns[CLAIM_COLUMNS];

/* What `is:` and `has:` may ask. */
extern const struct codelist	states;
extern const struct codelist	contents;

#endif
