/*
 * Citations by author and year in running text, as APA and Harvard style have
 * them: "Lee et al. (2016) found", "(Lee & Kim, 2016; Roe, 2011)".
 */
#ifndef PAGE_RUNNING_TEXT_H
#define PAGE_RUNNING_TEXT_H

#include "base/mem.h"

/*
 * The citations of a text, in order: char *, owned by `ctx`, as "Lee et al.
 * 2016".  The head of a reference, "Lee, A. B. (2016). Title", is not one.
 */
struct list	 running_text_citations(const void *ctx, const char *text);

#endif
