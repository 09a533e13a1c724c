/* Publication types: the design of a work, from the words of databases. */
#ifndef IMPORT_PUBTYPE_H
#define IMPORT_PUBTYPE_H

#include <stddef.h>

/* The design that a publication type implies, or NULL. */
const char	*pubtype_design(const char *type);

/*
 * The kind of notice that a relation ("RetractionIn") or a tag ("RIN") means.
 */
const char	*pubtype_relation(const char *relation);

#endif
