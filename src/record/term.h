/* Terms of the controlled vocabulary, and the header of a bibliography. */
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
	struct list	 everyday;	/* everyday words for it */
	const char	*mesh;		/* MeSH heading, if checked */
	const char	*scope;
	const char	*control;	/* kind of comparator */
	struct list	 recorded_in;	/* derived: other bibliographies with
					   the term */
	const char	*added;
	const char	*changed;
};

/* How close a treatment is to the subject of the bibliography. */
struct directness {
	struct place	 at;
	const char	*id;
	const char	*indirect;	/* "yes": grades a work down one step */
	const char	*label;
	const char	*meaning;
};

/* A value that a bibliography adds to a code list of the format. */
struct declared_code {
	struct place	 at;
	const char	*list;		/* "design", "estimate-type", "facet" */
	const char	*id;
	const char	*like;		/* the format's row that it acts like */
	const char	*sign;
	const char	*label;
	const char	*meaning;
};

/* Advice on reading the bibliography: some paragraphs under a heading. */
struct advice {
	struct place	 at;
	const char	*heading;
	struct list	 text;		/* paragraphs */
};

/* The total number of pages behind the counts of popular propositions. */
struct popular {
	struct place	 at;
	const char	*pages;
	const char	*text;
};

/* The header of a bibliography. */
struct about {
	struct place	 at;
	const char	*id;
	const char	*title;
	const char	*version;	/* date of the last change */
	const char	*rights;
	const char	*rights_url;
	const char	*description;
	const char	*treatment;	/* version 1: the technique that a
					   "favours-..." direction names */
	const char	*treatment_label;
	struct list	 directness;	/* struct directness */
	struct list	 codes;		/* struct declared_code */
	struct list	 how_to_read;	/* struct advice */
	struct popular	*popular;
	const char	*added;
	const char	*changed;
	bool		 directness_lost;	/* some of the declared degrees
						   of directness were
						   rejected */
	bool		 codes_lost;
};

extern const struct schema term_schema;
extern const struct schema about_schema;

/* The name of a code list in declarations, NULL if it is closed; static. */
const char	*code_list_name(const struct codelist *list);

/* Whether a directness with this id is declared; false for NULL. */
bool		 about_has_directness(const struct about *about, const char *id);

/*
 * The row with this id that a bibliography declares for a list, or NULL;
 * `about` may be NULL.
 */
const struct declared_code	*about_declared(const struct about *about,
				    const char *list, const char *id);

/*
 * The id of the format's own code that a value of an extendable list names or
 * acts like; NULL if the value is neither known nor declared.
 */
const char	*about_code(const struct about *about,
		    const struct codelist *list, const char *id);

/* The label of a value, from the bibliography or the format, or else its id. */
const char	*about_label(const struct about *about,
		    const struct codelist *list, const char *id);

#endif
