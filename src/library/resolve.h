/* Resolves addresses, both typed and saved ones. */
#ifndef LIBRARY_RESOLVE_H
#define LIBRARY_RESOLVE_H

#include "base/mem.h"
#include "record/address.h"

struct library;
struct reading_list;
struct term;

/*
 * Resolves an address or a bare id, through aliases if needed, or the only work
 * that a search recognises (a DOI, a citation), or the term with this name;
 * fills in type and id.  False if there is no such record.
 */
bool	 library_resolve(struct library *library, const void *ctx,
	    const char *text, struct address *address);

/*
 * Resolves a query that is an address: "work/teapot-2021" and "map?q=sleep"
 * are, "map" is a word, and pages of the manual are not opened.
 */
bool	 library_resolve_query(struct library *library, const void *ctx,
	    const char *query, struct address *address);

/*
 * Whether a term has this folded name (text_fold()): its label, a synonym or an
 * abbreviation.
 */
bool	 library_is_called(const struct term *term, const char *folded);

/*
 * The saved form of a page: without the name of its bibliography, which is
 * separate (NULL: not a record).
 */
struct kept_name {
	const char	*page;
	const char	*bibliography;
};

/*
 * The names under which an address may have been saved (struct kept_name), the
 * current name first: a work has one in each bibliography that records it.
 * Owned by `ctx`.
 */
struct list	 library_kept_names(struct library *library, const void *ctx,
		    const struct address *address);

/*
 * The name under which an address has a note, otherwise its current name; both
 * owned by `ctx`.
 */
char	*library_keep(struct library *library, const void *ctx,
	    const struct address *address, const char **bibliography);

/* The result of looking up a saved address in the open bibliographies. */
enum target {
	TARGET_HERE,
	TARGET_GONE,		/* no open bibliography has the page */
	TARGET_AMBIGUOUS	/* several have it, and the saved address
				   names none */
};

/*
 * The number of the item of a list that a text names, counted as in
 * list_edit.h: by its saved page, or any name of it in the open bibliographies;
 * 0 if there is none.
 */
size_t	 library_find_item(struct library *library,
	    const struct reading_list *list, const char *text);

/* The tags in the notebook (char *), each once; owned by `ctx`. */
struct list	 library_tags(struct library *library, const void *ctx);

/*
 * Looks up an address saved with the name of its bibliography (NULL: not
 * given), and fills in *address if it exists.
 */
enum target	library_target(struct library *library, const void *ctx,
		    const char *page, const char *bibliography,
		    struct address *address);

/*
 * The address that starts with the given word, otherwise the one nearest in
 * spelling; owned by `ctx`, or NULL.
 */
char	*library_nearest(struct library *library, const void *ctx,
	    const char *text);

#endif
