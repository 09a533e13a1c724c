/*
 * Schemas: tables of the members of records.
 *
 * A record (a work, a claim, a finding ...) is a struct whose first member is
 * `struct place at`, its position in the source.  Scalars are strings exactly
 * as in the source, NULL if unknown, so "1.0" never becomes "1".  Each member
 * has one row with its XML name, JSON key, valid values and offset, which the
 * reader, the check, the JSON writer and reader and the tests all use.
 */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/codelist.h"

/* The type of a value; value_check() has the rules. */
enum value_type {
	VALUE_TEXT,		/* not blank */
	VALUE_ID,		/* [a-z0-9][a-z0-9-]{0,63} */
	VALUE_LABEL,		/* a short name valid within one record, "S1" */
	VALUE_INTEGER,		/* a count, from 0 */
	VALUE_NUMBER,		/* a decimal number */
	VALUE_YEAR,		/* four digits */
	VALUE_DATE,		/* a year, month or day in ISO 8601 */
	VALUE_LEVEL,		/* 1 to 5 */
	VALUE_DOI,
	VALUE_PMID,
	VALUE_PMCID,
	VALUE_ISBN,
	VALUE_URL,		/* http or https */
	VALUE_LINK,		/* VALUE_URL or article:ID */
	VALUE_CHOICE,		/* one of member.choices */
	VALUE_CODE,		/* one of member.choices, or one declared by the
				   bibliography */
	VALUE_DIRECTION,	/* one of the codes in `directions` */
	VALUE_ADDRESS,		/* of a page, "work/teapot-2021" */
	VALUE_DIRECTNESS,	/* one of member.choices, or one declared by the
				   bibliography */
	VALUE_TERM,		/* a term of member.facet */
	VALUE_ANY_TERM,		/* a term of any facet */
	VALUE_SOURCE,		/* a source of the same record */
	VALUE_WORK,		/* the id of a work */
	VALUE_CLAIM,		/* the id of a claim */
	VALUE_ARTICLE,		/* the id of an article */
	VALUE_PROPOSITION,	/* the id of a proposition */
	VALUE_RECORD		/* a record of member.schema */
};

/* How a member is written in XML. */
enum form {
	FORM_ATTRIBUTE,
	FORM_ELEMENT,
	FORM_CONTENT,		/* the text of the record's own element */
	FORM_NONE,		/* not in XML: derived when the record is
				   read */
	FORM_DERIVED		/* not in XML: derived from other records */
};

enum need {
	NEED_NONE	= 0,
	NEED_XML	= 1,	/* required */
	NEED_JSON	= 2,	/* JSON always has the key */
	NEED_ID		= 4	/* the record's id */
};

struct member {
	const char		*key;	/* in JSON */
	const char		*name;	/* in XML */
	enum form		 form;
	enum value_type		 type;
	bool			 many;	/* a list of values */
	unsigned		 need;
	size_t			 offset;
	const struct codelist	*choices;
	enum facet		 facet;
	const struct schema	*schema;
};

struct schema {
	const char		*name;	/* name of the XML element; used in
					   messages */
	size_t			 size;
	const struct member	*members;
	size_t			 count;
};

/* Every record starts with its position. */
struct record {
	struct place	at;
};

/* An empty record of a schema, owned by `ctx`. */
void	*record_new(const void *ctx, const struct schema *schema);

/*
 * The scalar (string or embedded record) or the list in a member; the member
 * must be of that kind.
 */
const void		*record_value(const void *record,
			    const struct member *member);
const struct list	*record_list(const void *record,
			    const struct member *member);

/*
 * Stores a value: sets a scalar, appends to a list.  The value becomes a child
 * of the record.
 */
void	 record_store(void *record, const struct member *member, void *value);

/* Like record_store(), for a value that the record already owns. */
void	 record_set(void *record, const struct member *member, void *value);

/* Makes room for this many values (one or more) of an empty list. */
void	 record_expect(void *record, const struct member *member,
	    size_t count);

/*
 * A copy of a record and all its parts, without positions and derived members;
 * owned by `ctx`.
 */
void	*record_copy(const void *ctx, const struct schema *schema,
	    const void *record);

/* The whole number that a value begins with; 0 if it is NULL or has none. */
long	 record_number(const char *s);

/* Sets a scalar to unknown, or empties a list. */
void	 record_clear(void *record, const struct member *member);

/* The member with this XML name and form, or NULL. */
const struct member	*schema_member(const struct schema *schema,
			    const char *name, enum form form);

/* The member that is the text of the record's element, or NULL. */
const struct member	*schema_content(const struct schema *schema);

/* The record's id; NULL if it is unknown or the schema has none. */
const char	*record_id(const struct schema *schema, const void *record);

/*
 * The record as JSON, with the keys of its schema in order; derived members
 * only if `derived`.  The caller owns it: json_decref().
 */
json_t	*record_json(const struct schema *schema, const void *record,
	    bool derived);

#endif
