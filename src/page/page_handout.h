/* A reading list as a handout, on one printed page. */
#ifndef PAGE_PAGE_HANDOUT_H
#define PAGE_PAGE_HANDOUT_H

#include "library/cite.h"
#include "library/library.h"
#include "page/doc.h"
#include "record/guide.h"

struct handout_options {
	enum cite_style	 style;
	bool		 answers;	/* print the answers to the questions,
					   for teachers */
};

/*
 * Title, aims and sections; for each item the reference, its level and why, the
 * bottom line, note and question.  Owned by `ctx`.
 */
struct doc	*page_handout(const void *ctx, struct library *library,
		    const struct reading_list *list,
		    const struct handout_options *options);

#endif
