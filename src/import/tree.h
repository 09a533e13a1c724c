/*
 * Trees: reads foreign XML, using a table of the elements that are used.
 *
 * A node names an element; elements outside the table are skipped with
 * everything in them.  A node with `take` collects text: its own and that of
 * inline markup inside it.  Superscripts keep their meaning ("10<sup>6</sup>"
 * becomes "10⁶"), and formulas in MathML become readable text.
 */
#ifndef IMPORT_TREE_H
#define IMPORT_TREE_H

#include "import/draft.h"
#include "import/reader.h"

struct node {
	const char		*name;
	const struct node	*children;	/* ended by a NULL name */
	/* Called at the start tag; may read attributes. */
	void			(*begin)(struct draft *draft,
				    const struct xml_element *element);
	/* Called at the end tag with the text, cleaned; borrowed. */
	draft_take		*take;
	size_t			 at;		/* offset of the member */
	/* Called at the end tag of a node without `take`. */
	void			(*end)(struct draft *draft);
};

/* The `open` of all readers with a tree, whose rows have `nodes`. */
void	*tree_open(void *ctx, const struct reader *reader,
	    const struct read_handler *handler);

/* The event handlers of all readers with a tree. */
extern const struct xml_handler tree_events;

/* An attribute's value, or NULL; borrowed. */
const char	*tree_attribute(const struct xml_element *element,
		    const char *name);

/* Starts the next person of the current list of people. */
void	 tree_begin_person(struct draft *draft,
	    const struct xml_element *element);

/* Starts a work. */
void	 tree_begin_work(struct draft *draft,
	    const struct xml_element *element);

#endif
