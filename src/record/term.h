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
	const char	*mesh;		/* MeSH heading, where it was seen */
	const char	*scope;
};

/* How close a treatment may be to the one that the bibliography is about. */
struct directness {
	struct place	 at;
	const char	*id;
	const char	*indirect;	/* "yes": grades a work down */
	const char	*label;
	const char	*meaning;
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
	const char	*treatment;	/* id: what "favours-..." names */
	const char	*treatment_label;
	struct list	 directness;	/* struct directness */
};

extern const struct schema term_schema;
extern const struct schema about_schema;

#endif
