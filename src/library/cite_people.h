/* The people of a reference, as each style writes them. */
#ifndef LIBRARY_CITE_PEOPLE_H
#define LIBRARY_CITE_PEOPLE_H

#include "record/work.h"

enum cite_form {
	CITE_BARE,		/* Doe JR */
	CITE_STOPS,		/* Doe, J. R. */
	CITE_TIGHT,		/* Doe, J.R. */
	CITE_FULL		/* Doe, Jane R. */
};

/* How a list of people is written. */
struct cite_people {
	enum cite_form	 form;
	size_t		 most;		/* before it is cut */
	size_t		 kept;		/* of more than that */
	const char	*last;		/* before the last of several */
	const char	*last_of_two;
	const char	*others;	/* in place of those left out */
	bool		 ellipsis;	/* the last follows `others` */
	bool		 turned;	/* all but the first: Jane R. Doe */
};

/*
 * The people (struct author), owned by `ctx`; NULL when there are none.
 * `more`: there are others, whose names are not recorded.
 * `first_turned`: none is written with the family name first.
 */
char	*cite_people(const void *ctx, const struct list *people, bool more,
	    const struct cite_people *style, bool first_turned);

#endif
