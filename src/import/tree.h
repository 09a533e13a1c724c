/*
 * Trees: reading foreign XML by a table of the elements that matter.
 *
 * A node names an element; what is not in the table is passed over, with all
 * below it.  A node with `take` collects text: its own and that of inline
 * markup inside it.  Superscripts keep their meaning ("10<sup>6</sup>" is
 * "10⁶"), and formulas in MathML become readable text.
 */
#ifndef IMPORT_TREE_H
#define IMPORT_TREE_H

#include "import/draft.h"
#include "import/reader.h"

struct node {
	const char		*name;
	const struct node	*children;	/* ended by a NULL name */
	/* At the start tag; may look at attributes. */
	void			(*begin)(struct draft *draft,
				    const struct xml_element *element);
	/* At the end tag, with the text, cleaned; borrowed. */
	draft_take		*take;
	size_t			 at;		/* of the member it is for */
	/* At the end tag of a node without `take`. */
	void			(*end)(struct draft *draft);
};

/* A reader's state, whose first node is `root`; owned by `ctx`. */
void	*tree_open(void *ctx, const struct read_handler *handler,
	    const char *format, const struct node *root);

/* The events of every reader that works by tree. */
extern const struct xml_handler tree_events;

/* An attribute's value, or NULL; borrowed. */
const char	*tree_attribute(const struct xml_element *element,
		    const char *name);

/* Begins a work; ends it. */
void	 tree_begin_work(struct draft *draft,
	    const struct xml_element *element);

#endif
