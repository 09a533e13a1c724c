/* Links between the pages of one printed file. */
#ifndef EXPORT_LINKS_H
#define EXPORT_LINKS_H

#include <stdbool.h>
#include <stddef.h>

#include "page/doc.h"

/*
 * The addresses of documents (struct doc) and of references in them, sorted;
 * owned by `ctx`.
 */
struct list	 links_here(const void *ctx, const struct list *docs);

/* The addresses that documents link to, sorted as by links_sort(). */
struct list	 links_wanted(const void *ctx, const struct list *docs);

/* Sorts addresses (char *). */
void		 links_sort(struct list *addresses);

/* Whether `here` has an address; false for NULL. */
bool		 links_lead(const struct list *here, const char *address);

#endif
