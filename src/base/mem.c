/* Memory: talloc, with one policy for exhaustion. */
#include "base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((weak)) _Noreturn void
mem_exhausted(void)
{
	abort();
}

static void *
mem_checked(void *p)
{
	if (p == NULL)
		mem_exhausted();
	return p;
}

void *
mem_raw(size_t size)
{
	return mem_checked(malloc(size == 0 ? 1 : size));
}

void *
mem_raw_resize(void *p, size_t size)
{
	return mem_checked(realloc(p, size == 0 ? 1 : size));
}

char *
mem_raw_text(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_raw(n), s, n);
}

void *
mem_zero(const void *ctx, size_t size, size_t n)
{
	assert(size > 0);
	if (size != 0 && n > SIZE_MAX / size)
		mem_exhausted();
	return mem_checked(talloc_zero_size(ctx, size * n));
}

char *
mem_bytes(const void *ctx, size_t n)
{
	return mem_checked(talloc_size(ctx, n));
}

void *
mem_context(const void *parent)
{
	return mem_checked(talloc_new(parent));
}

void *
mem_room(const void *ctx, size_t size, size_t room)
{
	void *p = mem_checked(_talloc_pooled_object(ctx, size, "", 0, room));

	return memset(p, 0, size);
}

void
mem_free(void *p)
{
	if (p != NULL)
		talloc_free(p);
}

void *
mem_copy(const void *ctx, const void *p, size_t n)
{
	assert(p != NULL || n == 0);
	return mem_checked(talloc_memdup(ctx, n > 0 ? p : "", n));
}

void *
mem_move(const void *ctx, void *p)
{
	return talloc_move(ctx, &p);
}

char *
mem_text(const void *ctx, const char *s)
{
	assert(s != NULL);
	return mem_checked(talloc_strdup(ctx, s));
}

char *
mem_text_n(const void *ctx, const char *s, size_t n)
{
	assert(s != NULL);
	return mem_checked(talloc_strndup(ctx, s, n));
}

char *
mem_format(const void *ctx, const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = mem_format_list(ctx, format, ap);
	va_end(ap);
	return s;
}

char *
mem_format_list(const void *ctx, const char *format, va_list ap)
{
	return mem_checked(talloc_vasprintf(ctx, format, ap));
}

void *
mem_grow(const void *ctx, void *p, size_t *capacity, size_t n, size_t size)
{
	size_t want = *capacity == 0 ? 8 : *capacity;

	assert(size > 0);
	if (p != NULL && n <= *capacity)
		return p;
	while (want < n)
		want *= 2;
	*capacity = want;
	return mem_checked(talloc_realloc_size(ctx, p, want * size));
}

void
list_add(const void *ctx, struct list *list, void *item)
{
	list->at = mem_grow(ctx, list->at, &list->capacity, list->count + 1,
	    sizeof(*list->at));
	list->at[list->count++] = item;
}

void
list_insert(const void *ctx, struct list *list, size_t i, void *item)
{
	assert(i <= list->count);
	list_add(ctx, list, item);
	memmove(list->at + i + 1, list->at + i, (list->count - 1 - i) *
	    sizeof(*list->at));
	list->at[i] = item;
}

void *
list_take(struct list *list, size_t i)
{
	void *item = list_at(list, i);

	list->count--;
	memmove(list->at + i, list->at + i + 1, (list->count - i) *
	    sizeof(*list->at));
	return item;
}

void
buf_add(const void *ctx, struct buf *buf, const char *s, size_t n)
{
	buf->data = mem_grow(ctx, buf->data, &buf->capacity, buf->len + n + 1,
	    1);
	if (n > 0)
		memcpy(buf->data + buf->len, s, n);
	buf->len += n;
	buf->data[buf->len] = '\0';
}

void
buf_text(const void *ctx, struct buf *buf, const char *s)
{
	assert(s != NULL);
	buf_add(ctx, buf, s, strlen(s));
}

void
buf_format(const void *ctx, struct buf *buf, const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = mem_checked(talloc_vasprintf(ctx, format, ap));
	va_end(ap);
	buf_text(ctx, buf, s);
	mem_free(s);
}

void
buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->data != NULL)
		buf->data[0] = '\0';
}

const char *
buf_string(const struct buf *buf)
{
	return buf->data == NULL ? "" : buf->data;
}
