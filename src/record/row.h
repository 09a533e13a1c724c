/*
 * Rows of schemas: macros for the tables of members.  Only for files that
 * define schemas; `S` is the struct of the schema.
 */
#ifndef RECORD_ROW_H
#define RECORD_ROW_H

/* A member with one value; one with several values. */
#define ONE(json, xml, how, kind, needs, field)				\
	{ .key = json, .name = xml, .form = FORM_##how,			\
	  .type = VALUE_##kind, .need = (needs), .offset = offsetof(S, field) }
#define MANY(json, xml, how, kind, needs, field)			\
	{ .key = json, .name = xml, .form = FORM_##how,			\
	  .type = VALUE_##kind, .many = true, .need = (needs),		\
	  .offset = offsetof(S, field) }
/* A member with a value of a closed list. */
#define PICK(json, xml, how, list, needs, field)			\
	{ .key = json, .name = xml, .form = FORM_##how,			\
	  .type = VALUE_CHOICE, .need = (needs),			\
	  .offset = offsetof(S, field), .choices = &(list) }
/* A member with a value of a list that a bibliography may extend. */
#define CODE(json, xml, how, list, needs, field)			\
	{ .key = json, .name = xml, .form = FORM_##how,			\
	  .type = VALUE_CODE, .need = (needs),				\
	  .offset = offsetof(S, field), .choices = &(list) }
/* The dates when a record was added and last changed. */
#define DATES								\
	ONE("added", "added", ATTRIBUTE, DATE, NEED_NONE, added),	\
	ONE("changed", "changed", ATTRIBUTE, DATE, NEED_NONE, changed)
/* The page that the data are about, and its bibliography. */
#define KEPT_PAGE							\
	ONE("page", "page", ATTRIBUTE, ADDRESS, NEED_XML, page),	\
	ONE("bibliography", "bibliography", ATTRIBUTE, ID, NEED_NONE,	\
	    bibliography)
/* Set in both versions if two sessions changed the same part. */
#define CONFLICT							\
	PICK("conflict", "conflict", ATTRIBUTE, truths, NEED_NONE, conflict)
/*
 * A member with one term of a facet; one with several terms in elements; one
 * with several derived terms.
 */
#define TERM(json, xml, how, which, needs, field)			\
	{ .key = json, .name = xml, .form = FORM_##how,			\
	  .type = VALUE_TERM, .need = (needs),				\
	  .offset = offsetof(S, field), .facet = FACET_##which }
#define TERMS(json, xml, which, needs, field)				\
	{ .key = json, .name = xml, .form = FORM_ELEMENT,		\
	  .type = VALUE_TERM, .many = true, .need = (needs),		\
	  .offset = offsetof(S, field), .facet = FACET_##which }
#define UNION(json, which, field)					\
	{ .key = json, .name = json, .form = FORM_DERIVED,		\
	  .type = VALUE_TERM, .many = true, .need = NEED_JSON,		\
	  .offset = offsetof(S, field), .facet = FACET_##which }
/* A member with one embedded record; one with several. */
#define PART(json, xml, inner, needs, field)				\
	{ .key = json, .name = xml, .form = FORM_ELEMENT,		\
	  .type = VALUE_RECORD, .need = (needs),			\
	  .offset = offsetof(S, field), .schema = &(inner) }
#define PARTS(json, xml, inner, needs, field)				\
	{ .key = json, .name = xml, .form = FORM_ELEMENT,		\
	  .type = VALUE_RECORD, .many = true, .need = (needs),		\
	  .offset = offsetof(S, field), .schema = &(inner) }
/*
 * A member with several embedded records that are not in XML: derived when all
 * have been read.
 */
#define MADE(json, inner, field)					\
	{ .key = json, .name = json, .form = FORM_NONE,			\
	  .type = VALUE_RECORD, .many = true, .need = NEED_NONE,	\
	  .offset = offsetof(S, field), .schema = &(inner) }
/* The schema of struct `of`, with the members `of`_members. */
#define SHAPE(of, xml)							\
	of##_schema = { .name = xml, .size = sizeof(S),			\
	    .members = of##_members,					\
	    .count = COUNT(of##_members) }

#endif
