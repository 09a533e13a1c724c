/* Parts that several kinds of page have. */
#ifndef PAGE_TELL_H
#define PAGE_TELL_H

#include "library/axis.h"
#include "page/doc.h"
#include "record/work.h"

/* Adds the warnings on a work as an indented paragraph, if it has any. */
void	 tell_caution(struct doc *doc, const struct work *work);

/* Adds a row of links to terms, unless the list is empty. */
void	 tell_terms(struct doc *doc, struct library *library,
	    const char *label, const struct list *ids);

/* Reports an unknown name, if the axis has one. */
void	 tell_unknown_value(struct doc *doc, const struct axis *axis);

#endif
