/*
 * Citations by author and year in running text, in APA and Harvard style: "Lee
 * et al. (2016) found", "(Lee & Kim, 2016; Roe, 2011)".
 */
#ifndef PAGE_RUNNING_TEXT_H
#define PAGE_RUNNING_TEXT_H

#include "base/mem.h"

/* A reference in a text. */
struct reference_text {
	char	*text;			/* cleaned */
	size_t	 at;			/* offset in the text */
	bool	 beside;		/* an identifier in running text, which
					   may belong to a citation there */
};

/*
 * The citations in a text, in order: struct reference_text, owned by `ctx`, in
 * the form "Lee et al. 2016".  The start of a reference, "Lee, A. B. (2016).
 * Title", is not a citation.
 */
struct list	 running_text_citations(const void *ctx, const char *text);

/*
 * The identifiers in a text that has citations, in order: struct reference_text,
 * owned by `ctx`.
 */
struct list	 running_text_identifiers(const void *ctx, const char *text);

#endif
