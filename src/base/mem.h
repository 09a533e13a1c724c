/*
 * Memory: talloc, with one policy for exhaustion.
 *
 * Everything allocated belongs to a context and dies with it.  No function
 * here returns NULL: when memory runs out the program ends, since half a
 * record would be worse than none.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <talloc.h>

#include "base/err.h"

/*
 * Ends the program.  Here it aborts; the program has its own, which gives the
 * terminal back and says why (cli/exhausted.c).
 */
_Noreturn void	 mem_exhausted(void);

/*
 * malloc(), realloc() and strdup() that never return NULL, for libraries that
 * take such functions.
 */
void	*mem_raw(size_t size);
void	*mem_raw_resize(void *p, size_t size);
char	*mem_raw_text(const char *s);

/* A zeroed `type`, owned by `ctx`; the caller may mem_free() it. */
#define mem_new(ctx, type)	((type *)mem_zero((ctx), sizeof(type), 1))
/* A zeroed array of `n` `type`, owned by `ctx`. */
#define mem_array(ctx, type, n)	((type *)mem_zero((ctx), sizeof(type), (n)))

void	*mem_zero(const void *ctx, size_t size, size_t n);

/* An empty context, owned by `parent` (NULL: by nobody). */
void	*mem_context(const void *parent);

/*
 * A zeroed object with room for a number of bytes taken at once: what belongs to
 * it then costs little to make, and nothing to free.
 */
void	*mem_room(const void *ctx, size_t size, size_t room);

/* Frees `p` and all that belongs to it; NULL does nothing. */
void	 mem_free(void *p);

/* Gives `p` another owner, and returns it. */
void	*mem_move(const void *ctx, void *p);

/* Copies of a string (of its first `n` bytes), owned by `ctx`. */
char	*mem_text(const void *ctx, const char *s);
char	*mem_text_n(const void *ctx, const char *s, size_t n);

/* A formatted string, owned by `ctx`. */
char	*mem_format(const void *ctx, const char *format, ...) PRINTF(2, 3);

char	*mem_format_list(const void *ctx, const char *format, va_list ap)
	    PRINTF(2, 0);

/*
 * Room for `n` items of `size` bytes in the array `p` (NULL at first), whose
 * capacity is *capacity; the array keeps its owner, or gets `ctx`.
 */
void	*mem_grow(const void *ctx, void *p, size_t *capacity, size_t n,
	    size_t size);

/* A list of pointers in order; the items belong to whom the user says. */
struct list {
	void	**at;
	size_t	  count;
	size_t	  capacity;
};

/* The item at an index below the count; any other one ends the program. */
static inline void *
list_at(const struct list *list, size_t i)
{
	assert(i < list->count);
	return list->at[i];
}

/* Takes the last item off a list that is not empty. */
static inline void *
list_pop(struct list *list)
{
	assert(list->count > 0);
	return list->at[--list->count];
}

/* Appends `item`; the array of the list is owned by `ctx`. */
void	 list_add(const void *ctx, struct list *list, void *item);

/* The same before the item at an index, or at the end. */
void	 list_insert(const void *ctx, struct list *list, size_t i, void *item);

/* Takes the item at an index out of a list. */
void	*list_take(struct list *list, size_t i);

/* A growing run of bytes, always ended by a NUL beyond `len`. */
struct buf {
	char	*data;
	size_t	 len;
	size_t	 capacity;
};

/* Appending; the bytes are owned by `ctx`. */
void	 buf_add(const void *ctx, struct buf *buf, const char *s, size_t n);
void	 buf_text(const void *ctx, struct buf *buf, const char *s);
void	 buf_format(const void *ctx, struct buf *buf, const char *format, ...)
	    PRINTF(3, 4);
void	 buf_clear(struct buf *buf);

/* The text so far, "" when nothing was added; valid until the next change. */
const char	*buf_string(const struct buf *buf);

#endif
