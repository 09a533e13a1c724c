/* The functions that page_make() calls, one for each kind of page. */
#ifndef PAGE_MAKERS_H
#define PAGE_MAKERS_H

#include "page/doc.h"
#include "library/library.h"

/*
 * The functions in PAGE_LIST.  Each returns the page at an address, owned by
 * `ctx`, or NULL.
 */
#define X_PAGE(id, name, maker, glossed, purpose)				\
	struct doc	*maker(const void *ctx, struct library *library, \
			    const struct address *address);
#define X_VIEW(id, name, maker, glossed, of, modes, key, purpose)		\
	X_PAGE(id, name, maker, glossed, purpose)
PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW

/*
 * Pages of records: X(TYPE, function, glossed).  Each function fills `doc`.
 * The record is borrowed; `only` limits its works to some subjects (NULL: all).
 */
#define RECORD_PAGES(X)							\
	X(WORK, page_work, true)					\
	X(CLAIM, page_claim, true)					\
	X(PROPOSITION, page_proposition, true)				\
	X(TERM, page_term, true)					\
	X(ARTICLE, page_article, false)					\
	X(TRIAL_LIST, page_trial_list, true)				\
	X(ENTRY, page_entry, false)					\
	X(TOUR, page_tour, true)					\
	X(TOPIC, page_topic, true)					\
	X(LIST, page_list, true)					\
	X(NOTES, page_notes_record, true)
#define X(type, maker, glossed)						\
	void	 maker(struct doc *doc, struct library *library,	\
		    const void *record, const char *only);
RECORD_PAGES(X)
#undef X

#endif
