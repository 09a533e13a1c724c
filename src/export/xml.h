/* strigil's own XML, strigil-bibliography(5), of records that are held. */
#ifndef EXPORT_XML_H
#define EXPORT_XML_H

#include "library/library.h"
#include "record/element.h"

/*
 * Adds a work as a record of a bibliography.  Where it was imported, what
 * appraising it may fill in follows as a comment: the elements that it lacks.
 */
void	 xml_add_work(const void *ctx, struct buf *out,
	    const struct work *work);

/* What works refer to; a file that has them must have it as well. */
struct xml_needs {
	struct list	 terms;		/* ids, those of broader terms too */
	struct list	 articles;	/* ids */
	bool		 about;		/* codes and directness of the head */
};

/* Adds what a work needs; what is in `library`, owned by `ctx`. */
void	 xml_add_needs(const void *ctx, struct xml_needs *needs,
	    struct library *library, const struct work *work);

#endif
