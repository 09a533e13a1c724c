/* Addresses: what a text names, and what a kept address means by now. */
#ifndef LIBRARY_RESOLVE_H
#define LIBRARY_RESOLVE_H

#include "base/mem.h"
#include "record/address.h"

struct library;
struct reading_list;

/*
 * What an address or a bare id means: fills in kind and id, through aliases
 * too; or the one work that a search takes for named (a DOI, a citation), or
 * the term of this name.  False when there is no such record.
 */
bool	 library_resolve(struct library *library, const void *ctx,
	    const char *text, struct address *address);

/* A page as it is kept: without the name of its bibliography, which is beside
 * it (NULL: it is not a record). */
struct kept_name {
	const char	*page;
	const char	*bibliography;
};

/*
 * The names under which an address may be kept (struct kept_name), its own
 * first: a work has one in each bibliography that records it.  Owned by `ctx`.
 */
struct list	 library_kept_names(struct library *library, const void *ctx,
		    const struct address *address);

/*
 * The name under which there is a note on an address, else its own; both
 * owned by `ctx`.
 */
char	*library_keep(struct library *library, const void *ctx,
	    const struct address *address, const char **bibliography);

/* What an address that was kept means in the bibliographies that are open. */
enum target {
	TARGET_HERE,
	TARGET_GONE,		/* none of them has it */
	TARGET_AMBIGUOUS	/* several have it, and it is not said which */
};

/*
 * The number of the item of a list that a text names, as list_edit.h counts
 * them: its page as it is kept, or any name of it in the open bibliographies;
 * 0 where there is none.
 */
size_t	 library_find_item(struct library *library,
	    const struct reading_list *list, const char *text);

/* The tags of the notebook (char *), each once; owned by `ctx`. */
struct list	 library_tags(struct library *library, const void *ctx);

/*
 * Looks up an address that was kept with the name of its bibliography (NULL:
 * it was not said), and fills in *address if it is here.
 */
enum target	library_target(struct library *library, const void *ctx,
		    const char *page, const char *bibliography,
		    struct address *address);

/*
 * The address that begins with the word given or else is nearest in
 * spelling, owned by `ctx`, or NULL.
 */
char	*library_nearest(struct library *library, const void *ctx,
	    const char *text);

#endif
