/*
 * Citations by author and year in running text, in APA and Harvard style: "Lee
 * et al. (2016) found", "(Lee & Kim, 2016; Roe, 2011)".
 */
#ifndef PAGE_RUNNING_TEXT_H
#define PAGE_RUNNING_TEXT_H

#include "base/mem.h"

/*
 * The citations in a text, in order: char *, owned by `ctx`, in the form "Lee
 * et al. 2016".  The start of a reference, "Lee, A. B. (2016).  Title", is not
 * a citation.
 */
struct list	 running_text_citations(const void *ctx, const char *text);

#endif
