/*
 * Guides: what helps to read a bibliography: entries of its glossary, and
 * tours through it.
 */
#ifndef RECORD_GUIDE_H
#define RECORD_GUIDE_H

#include "record/schema.h"

/* A word of the trade in plain words. */
struct entry {
	struct place	 at;
	const char	*id;
	const char	*word;
	struct list	 also;		/* other spellings, abbreviations */
	const char	*text;
};

/* One stop: what to look at, and what to see there. */
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
};

extern const struct schema entry_schema;
extern const struct schema tour_schema;

#endif
