/* The authors and editors of a reference, in the form of each style. */
#ifndef LIBRARY_CITE_PEOPLE_H
#define LIBRARY_CITE_PEOPLE_H

#include "record/work.h"

enum cite_form {
	CITE_BARE,		/* Doe JR */
	CITE_STOPS,		/* Doe, J. R. */
	CITE_TIGHT,		/* Doe, J.R. */
	CITE_FULL		/* Doe, Jane R. */
};

/* The form of a list of people. */
struct cite_people {
	enum cite_form	 form;
	size_t		 most;		/* longest list of people shown in full */
	size_t		 kept;		/* number of people kept from a
					   longer list */
	const char	*last;		/* written before the last person */
	const char	*last_of_two;
	const char	*others;	/* text in place of the omitted people */
	bool		 ellipsis;	/* the last person is named after
					   `others` */
	bool		 turned;	/* given names first, except for the
					   first person: Jane R. Doe */
	bool		 ordinals;	/* "III" becomes "3rd" */
};

/*
 * The people (struct author), owned by `ctx`; NULL if there are none.  `more`:
 * there are others, whose names are not recorded. `first_turned`: the given
 * names of the first person come first as well.
 */
char	*cite_people(const void *ctx, const struct list *people, bool more,
	    const struct cite_people *style, bool first_turned);

#endif
