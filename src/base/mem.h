/*
 * Memory: talloc, with one policy for exhaustion.
 *
 * Everything allocated belongs to a context and is freed with it.  No function
 * here returns NULL: when memory runs out the program ends, as half a record
 * would be worse than none.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

/* Assertions stay on in every build. */
#undef NDEBUG
#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <talloc.h>

#include "base/err.h"

/*
 * Ends the program.  This version aborts; the program's own restores the
 * terminal and prints the reason (cli/exhausted.c).
 */
_Noreturn void	 mem_exhausted(void);

/*
 * malloc(), realloc() and strdup() that never return NULL, for libraries that
 * accept such functions.
 */
void	*mem_raw(size_t size);
void	*mem_raw_resize(void *p, size_t size);
char	*mem_raw_text(const char *s);

/* The number of rows of a table. */
#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

/* A zeroed `type`, owned by `ctx`; the caller may mem_free() it. */
#define mem_new(ctx, type)	((type *)mem_zero((ctx), sizeof(type), 1))
/* A zeroed array of `n` `type`, owned by `ctx`. */
#define mem_array(ctx, type, n)	((type *)mem_zero((ctx), sizeof(type), (n)))

void	*mem_zero(const void *ctx, size_t size, size_t n);

/* `n` bytes that the caller fills. */
char	*mem_bytes(const void *ctx, size_t n);

/* An empty context, owned by `parent` (NULL: by nothing). */
void	*mem_context(const void *parent);

/*
 * A zeroed object with memory reserved for its children, which are then cheap
 * to allocate and are freed with it.
 */
void	*mem_room(const void *ctx, size_t size, size_t room);

/* Frees `p` and everything it owns; NULL does nothing. */
void	 mem_free(void *p);

/* A copy of `n` bytes, owned by `ctx`. */
void	*mem_copy(const void *ctx, const void *p, size_t n);

/* Changes the owner of `p`, and returns it. */
void	*mem_move(const void *ctx, void *p);

/* Copies of a string, or of its first `n` bytes, owned by `ctx`. */
char	*mem_text(const void *ctx, const char *s);
char	*mem_text_n(const void *ctx, const char *s, size_t n);

/* A formatted string, owned by `ctx`. */
char	*mem_format(const void *ctx, const char *format, ...) PRINTF(2, 3);

char	*mem_format_list(const void *ctx, const char *format, va_list ap)
	    PRINTF(2, 0);

/*
 * Makes room for `n` items of `size` bytes in the array `p` (initially NULL)
 * with capacity *capacity; the array keeps its owner, initially `ctx`.
 */
void	*mem_grow(const void *ctx, void *p, size_t *capacity, size_t n,
	    size_t size);

/* A list of pointers; the caller decides who owns the items. */
struct list {
	void	**at;
	size_t	  count;
	size_t	  capacity;
};

/* The item at an index below the count; any other index ends the program. */
static inline void *
list_at(const struct list *list, size_t i)
{
	assert(i < list->count);
	return list->at[i];
}

/* Removes and returns the last item; the list must not be empty. */
static inline void *
list_pop(struct list *list)
{
	assert(list->count > 0);
	return list->at[--list->count];
}

/* Appends `item`; `ctx` owns the list's array. */
void	 list_add(const void *ctx, struct list *list, void *item);

/* Inserts an item before an index, or at the end. */
void	 list_insert(const void *ctx, struct list *list, size_t i, void *item);

/* Removes and returns the item at an index. */
void	*list_take(struct list *list, size_t i);

/* A growing byte string, always followed by a NUL. */
struct buf {
	char	*data;
	size_t	 len;
	size_t	 capacity;
};

/* These append to the buffer; `ctx` owns its bytes. */
void	 buf_add(const void *ctx, struct buf *buf, const char *s, size_t n);
void	 buf_text(const void *ctx, struct buf *buf, const char *s);
void	 buf_format(const void *ctx, struct buf *buf, const char *format, ...)
	    PRINTF(3, 4);
void	 buf_clear(struct buf *buf);

/* The text so far, "" if empty; valid until the next change. */
const char	*buf_string(const struct buf *buf);

#endif
