/*
 * Publication types: what the words of databases say of a work's design and
 * of its status.
 */
#ifndef IMPORT_PUBTYPE_H
#define IMPORT_PUBTYPE_H

#include <stddef.h>

/* The design of a publication type, or NULL. */
const char	*pubtype_design(const char *type);

/*
 * The kind of notice (record/codelist.h, notice_kinds) that a publication
 * type, a note or a title speaks of, or NULL; static.
 */
const char	*pubtype_status(const char *type);
const char	*pubtype_note_status(const char *note);
const char	*pubtype_title_status(const char *title);

/* The kind of notice of a relation ("RetractionIn") or a tag ("RIN"). */
const char	*pubtype_relation(const char *relation);

#endif
