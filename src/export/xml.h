/* strigil's own XML, strigil-bibliography(5). */
#ifndef EXPORT_XML_H
#define EXPORT_XML_H

#include "library/library.h"
#include "record/element.h"

/*
 * Adds a work as a record of a bibliography.  An imported work is followed by a
 * comment with the elements that an appraiser should fill in.
 */
void	 xml_add_work(const void *ctx, struct buf *out,
	    const struct work *work);

/* Records that works refer to, which the file must also contain. */
struct xml_needs {
	struct list	 terms;		/* ids, including broader terms */
	struct list	 articles;	/* ids */
	bool		 about;		/* needs codes and directness from the
					   header */
};

/* Adds the records that a work needs from `library`; owned by `ctx`. */
void	 xml_add_needs(const void *ctx, struct xml_needs *needs,
	    struct library *library, const struct work *work);

#endif
