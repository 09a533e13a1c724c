/*
 * Marked: the works and claims that the user has picked out, by address.
 * They outlive searches; every change of them can be undone.
 */
#ifndef TUI_MARKED_H
#define TUI_MARKED_H

#include <stdbool.h>

#include "base/mem.h"

struct marked;

/* None, owned by `ctx`. */
struct marked	*marked_new(const void *ctx);

/* The addresses (char *) in the order they were marked in; borrowed. */
const struct list	*marked_list(const struct marked *marked);

bool	 marked_has(const struct marked *marked, const char *address);

/* Begins a change: marked_undo() comes back to how things are now. */
void	 marked_note(struct marked *marked);

/* Marks an address, or takes its mark away. */
void	 marked_set(struct marked *marked, const char *address, bool on);

void	 marked_clear(struct marked *marked);

/* Undoes the last change; false when there is none. */
bool	 marked_undo(struct marked *marked);

#endif
