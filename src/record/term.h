/*
 * Terms of the controlled vocabulary, and what a bibliography says of itself.
 */
#ifndef RECORD_TERM_H
#define RECORD_TERM_H

#include "record/schema.h"

struct term {
	struct place	 at;
	const char	*id;
	const char	*label;
	const char	*facet;
	const char	*broader;	/* id of a term of the same facet */
	struct list	 synonyms;
	struct list	 abbreviations;
	struct list	 everyday;	/* what people say instead of it */
	const char	*mesh;		/* MeSH heading, where it was seen */
	const char	*scope;
	const char	*control;	/* what kind of comparison it is */
	const char	*added;
	const char	*changed;
};

/* How close a treatment may be to the one that the bibliography is about. */
struct directness {
	struct place	 at;
	const char	*id;
	const char	*indirect;	/* "yes": grades a work down */
	const char	*label;
	const char	*meaning;
};

/* A row that a bibliography adds to a code list of the format. */
struct declared_code {
	struct place	 at;
	const char	*list;		/* "design", "estimate-type", "facet" */
	const char	*id;
	const char	*like;		/* a row of the format that it acts as */
	const char	*sign;
	const char	*label;
	const char	*meaning;
};

/* How to read the bibliography: a few paragraphs under a heading. */
struct advice {
	struct place	 at;
	const char	*heading;
	struct list	 text;		/* paragraphs */
};

/* What the counts of popular propositions are out of. */
struct popular {
	struct place	 at;
	const char	*pages;
	const char	*text;
};

/* The head of a bibliography. */
struct about {
	struct place	 at;
	const char	*id;
	const char	*title;
	const char	*version;	/* date of the last change */
	const char	*rights;
	const char	*rights_url;
	const char	*description;
	const char	*treatment;	/* version 1: what "favours-..." names */
	const char	*treatment_label;
	struct list	 directness;	/* struct directness */
	struct list	 codes;		/* struct declared_code */
	struct list	 how_to_read;	/* struct advice */
	struct popular	*popular;
	const char	*added;
	const char	*changed;
	bool		 directness_lost;	/* some were refused */
	bool		 codes_lost;
};

extern const struct schema term_schema;
extern const struct schema about_schema;

/* What declarations call a list of the format, NULL if it is closed; static. */
const char	*code_list_name(const struct codelist *list);

/* Whether a directness of this id is declared; false for NULL. */
bool		 about_has_directness(const struct about *about, const char *id);

/*
 * The row that a bibliography declares in a list under this name, or NULL;
 * `about` may be NULL.
 */
const struct declared_code	*about_declared(const struct about *about,
				    const char *list, const char *id);

/*
 * The id of the row of the format that a value of an extendable list is or
 * acts as; NULL when it is neither known nor declared.
 */
const char	*about_code(const struct about *about,
		    const struct codelist *list, const char *id);

/* The words for a value, from the bibliography or the format; else its id. */
const char	*about_label(const struct about *about,
		    const struct codelist *list, const char *id);

#endif
