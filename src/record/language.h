/*
 * Languages of works: the three-letter codes of MEDLINE and MARC (ISO 639-2/B:
 * "ger", not "deu").
 */
#ifndef RECORD_LANGUAGE_H
#define RECORD_LANGUAGE_H

#include "record/codelist.h"

/* The languages that PubMed knows: code, English name, ISO 639-1 code. */
extern const struct codelist	languages;

/*
 * The code of a language given as a name, a two- or three-letter code (also ISO
 * 639-2/T) or a tag ("de-CH"), static; NULL if unknown.
 */
const char	*language_code(const char *text);

/* The English name for a code, or the code itself if it is not in the list. */
const char	*language_name(const char *code);

#endif
