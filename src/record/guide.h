/*
 * Guides to a bibliography: entries of its glossary, tours through it, and
 * reading lists.
 */
#ifndef RECORD_GUIDE_H
#define RECORD_GUIDE_H

#include "record/schema.h"

/* A technical word in plain English. */
struct glossary_entry {
	struct place	 at;
	const char	*id;
	const char	*word;
	struct list	 also;		/* other spellings, abbreviations */
	const char	*text;
	const char	*added;
	const char	*changed;
};

/* One stop of a tour: the page, and what to notice there. */
struct step {
	struct place	 at;
	const char	*heading;
	const char	*text;
	struct list	 claims;	/* ids */
	struct list	 works;
	struct list	 terms;
};

struct tour {
	struct place	 at;
	const char	*id;
	const char	*title;
	struct list	 steps;		/* struct step */
	const char	*added;
	const char	*changed;
};

/* An item of a reading list, with questions about it. */
struct reading_item {
	struct place	 at;
	const char	*page;		/* an address */
	const char	*bibliography;	/* name of the bibliography, or NULL */
	const char	*conflict;	/* "yes": one of two conflicting
					   versions */
	const char	*importance;
	const char	*minutes;
	const char	*note;
	const char	*question;
	const char	*answer;
};

struct reading_section {
	struct place	 at;
	const char	*title;
	const char	*conflict;
	const char	*note;
	struct list	 items;		/* struct reading_item */
};

struct reading_list {
	struct place	 at;
	const char	*id;
	const char	*title;
	const char	*description;
	struct list	 aims;
	struct list	 items;		/* struct reading_item: outside
					   sections */
	struct list	 sections;	/* struct reading_section */
	struct list	 tags;
	const char	*added;
	const char	*changed;
};

extern const struct schema entry_schema;
extern const struct schema tour_schema;
extern const struct schema reading_item_schema;
extern const struct schema reading_section_schema;
extern const struct schema list_schema;

#endif
