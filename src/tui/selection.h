/*
 * Marked: the works and claims that the user has picked out, by address.
 * They outlive searches; every change of them can be undone.
 */
#ifndef TUI_SELECTION_H
#define TUI_SELECTION_H

#include <stdbool.h>

#include "base/mem.h"

struct selection;

/* None, owned by `ctx`. */
struct selection	*selection_new(const void *ctx);

/* The addresses (char *) in the order they were marked in; borrowed. */
const struct list	*selection_list(const struct selection *marked);

bool	 selection_has(const struct selection *marked, const char *address);

/* Begins a change: selection_undo() comes back to how things are now. */
void	 selection_note(struct selection *marked);

/* Marks an address, or takes its mark away. */
void	 selection_set(struct selection *marked, const char *address, bool on);

void	 selection_clear(struct selection *marked);

/* Undoes the last change; false when there is none. */
bool	 selection_undo(struct selection *marked);

#endif
