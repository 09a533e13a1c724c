/*
 * Trees: reading foreign XML by a table of the elements that matter.
 *
 * A node names an element; what is not in the table is passed over, with all
 * below it.  A node with `take` collects text: its own and that of inline
 * markup inside it ("CO<sub>2</sub>" is "CO2").
 */
#ifndef IMPORT_TREE_H
#define IMPORT_TREE_H

#include "record/work.h"
#include "import/reader.h"

struct import;

struct node {
	const char		*name;
	const struct node	*children;	/* ended by a NULL name */
	/* At the start tag; may look at attributes. */
	void			(*begin)(struct import *im,
				    const struct xml_element *element);
	/* At the end tag, with the text, cleaned; borrowed. */
	void			(*take)(struct import *im, const char *text);
	/* At the end tag of a node without `take`. */
	void			(*end)(struct import *im, struct xml *xml);
};

enum { IMPORT_DEPTH = 16 };

/* The state of an import: one work at hand, and what its parts left. */
struct import {
	const struct read_handler	*handler;
	const struct node		*path[IMPORT_DEPTH];
	size_t				 depth;
	size_t				 skip;	/* depth off the table */
	size_t				 inside;	/* depth in a `take` */
	struct buf			 text;
	struct found			*found;	/* NULL between records */
	struct work			*work;
	struct author			*author;
	const char			*kind;	/* an attribute to remember */
	const char			*extra;	/* another */
	bool				 human;
	bool				 animal;
	size_t				 records;
};

/* State whose first node is `root`; owned by `ctx`. */
struct import	*import_open(void *ctx, const struct read_handler *handler,
		    const struct node *root);

/* The events of every reader that works by tree. */
extern const struct xml_handler import_events;

/* Begins a work at `place`; everything of it will belong to found. */
void	 import_begin(struct import *im, struct place place);

/* Hands the work over and forgets it. */
void	 import_finish(struct import *im, struct xml *xml);

/* Sets a text of the work if it has none yet and `text` is not blank. */
void	 import_set(struct import *im, const char **field, const char *text);

/* Adds a text to a list of the work, unless blank or there already. */
void	 import_add(struct import *im, struct list *list, const char *text);

/* Sets a text if it has the form of the member of that JSON key. */
void	 import_set_valid(struct import *im, const char **field,
	    const char *key, const char *text);

/* An attribute's value, or NULL; borrowed. */
const char	*import_attribute(const struct xml_element *element,
		    const char *name);

/* The first year in a text, owned by the work, or NULL. */
const char	*import_year(struct import *im, const char *text);

#endif
