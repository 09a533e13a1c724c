/*
 * Selection: the addresses of the works and claims that the user has selected.
 * It outlives searches, and every change can be undone.
 */
#ifndef TUI_SELECTION_H
#define TUI_SELECTION_H

#include <stdbool.h>

#include "base/mem.h"

struct selection;

/* An empty selection, owned by `ctx`. */
struct selection	*selection_new(const void *ctx);

/* The addresses (char *) in order of selection; borrowed. */
const struct list	*selection_list(const struct selection *marked);

bool	 selection_has(const struct selection *marked, const char *address);

/* Starts a change: selection_undo() restores the current state. */
void	 selection_note(struct selection *marked);

/* Selects or deselects an address. */
void	 selection_set(struct selection *marked, const char *address, bool on);

void	 selection_clear(struct selection *marked);

/* Undoes the last change; false if there is none. */
bool	 selection_undo(struct selection *marked);

#endif
