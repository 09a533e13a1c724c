/* Inserts elements into a file that its user edits by hand. */
#include "cli/splice.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/tag.h"
#include "base/text.h"
#include "cli/spool.h"
#include "library/ingest.h"

enum { BYTES_MAX = 1 << 28, MODE = 0666 };

struct insertion {
	size_t	 at;		/* offset in the old text */
	size_t	 number;	/* insertions at one offset keep their order */
	char	*text;
};

struct splice {
	const char		*path;
	char			*old;		/* old content of the file;
						   NULL: new file */
	const char		*text;		/* the old content, or the start
						   of a new file */
	struct file_writer	*writer;
	const char		*end;		/* closing tag of the
						   bibliography */
	struct list		 insertions;
};

static int
splice_destroy(struct splice *splice)
{
	if (splice->writer != NULL)
		file_abandon(splice->writer);
	return 0;
}

static bool
splice_check(struct splice *splice, struct err *err)
{
	const char *text = splice->text;

	if (text_begins(text, "\xef\xbb\xbf"))
		text += 3;
	if (tag_text_is_encoded(text))
		return err_set(err, ERR_INPUT, "%s is compressed or not in UTF-8; "
		    "decompress it, or save it as UTF-8", splice->path);
	splice->end = tag_find(text, "</bibliography");
	if (tag_find(text, "<bibliography") == NULL || splice->end ==
	    NULL)
		return err_set(err, ERR_INPUT, "%s has no <bibliography> ... "
		    "</bibliography> to add to", splice->path);
	return true;
}

struct splice *
splice_open(const void *ctx, const char *path, const char *head,
    struct err *err)
{
	struct splice *splice = mem_new(ctx, struct splice);
	enum file_found found;

	splice->path = mem_text(splice, path);
	talloc_set_destructor(splice, splice_destroy);
	splice->writer = file_begin(splice, path, MODE, err);
	found = splice->writer == NULL ? FILE_UNREADABLE : file_read(splice,
	    path, BYTES_MAX, &splice->old, err);
	if (found == FILE_MISSING)
		splice->old = NULL;
	splice->text = found == FILE_READ ? splice->old : mem_format(splice,
	    "%s</bibliography>\n", head);
	if (found != FILE_UNREADABLE && splice_check(splice, err))
		return splice;
	mem_free(splice);
	return NULL;
}

/* Inserts before the tag, on separate lines. */
static void
splice_before(struct splice *splice, const char *tag, const char *text)
{
	struct insertion *one = mem_new(splice, struct insertion);
	const char *at = tag;

	while (at > splice->text && (at[-1] == ' ' || at[-1] == '\t'))
		at--;
	if (at == splice->text || at[-1] != '\n') {
		at = tag;
		one->text = mem_format(one, "\n%s", text);
	} else {
		one->text = mem_text(one, text);
	}
	one->at = (size_t)(at - splice->text);
	one->number = splice->insertions.count;
	list_add(splice, &splice->insertions, one);
}

bool
splice_into(struct splice *splice, struct place where, const char *elements)
{
	const char *at = tag_at(splice->text, where.line, where.column);

	if (at == NULL || !text_begins(at, "<work"))
		return false;
	at = tag_find(at, "</work");
	if (at == NULL)
		return false;
	splice_before(splice, at, elements);
	return true;
}

void
splice_append(struct splice *splice, const char *records)
{
	splice_before(splice, splice->end, records);
}

/* The new content. */

static int
splice_order(const void *a, const void *b)
{
	const struct insertion *const *one = a, *const *other = b;

	if ((*one)->at != (*other)->at)
		return (*one)->at < (*other)->at ? -1 : 1;
	return (*one)->number < (*other)->number ? -1 : 1;
}

/* Uses the line ends of the file. */
static void
splice_add_lines(const struct splice *splice, struct buf *out,
    const char *text)
{
	bool carriage = splice->old != NULL && strstr(splice->old, "\r\n") !=
	    NULL;
	size_t n;

	for (; *text != '\0'; text += n) {
		n = strcspn(text, "\n");
		buf_add(splice, out, text, n);
		if (text[n] == '\0')
			return;
		buf_text(splice, out, carriage ? "\r\n" : "\n");
		n++;
	}
}

static struct buf
splice_result(struct splice *splice)
{
	struct list *all = &splice->insertions;
	struct buf out = { .data = NULL };
	const struct insertion *one;
	size_t done = 0, i;

	if (all->count > 1)
		qsort(all->at, all->count, sizeof(*all->at), splice_order);
	for (i = 0; i < all->count; i++) {
		one = list_at(all, i);
		buf_add(splice, &out, splice->text + done, one->at - done);
		splice_add_lines(splice, &out, one->text);
		done = one->at;
	}
	buf_text(splice, &out, splice->text + done);
	return out;
}

/* Reports problems of the new content under the file's name. */
struct splice_relay {
	struct diag_sink	*sink;
	const char		*path;
};

static void
splice_on_problem(void *user, const struct diag *diag)
{
	const struct splice_relay *relay = user;
	struct diag named = *diag;

	named.place.file = relay->path;
	if (relay->sink->report != NULL)
		relay->sink->report(relay->sink->user, &named);
}

/* The number of errors in a text; -1 with *err set if it cannot be checked. */
static long
splice_errors(const struct splice *splice, const char *text, size_t n,
    struct diag_sink *sink, struct err *err)
{
	const char *path = spool_text(splice, text, n, err);
	struct splice_relay relay = { sink, splice->path };
	struct diag_sink named = { .report = splice_on_problem,
	    .user = &relay };
	struct ingest_result result;

	if (path == NULL || !ingest_check(path, NULL, true, NULL, 0, NULL, &named,
	    &result, err))
		return -1;
	return (long)named.errors;
}

static bool
splice_is_clean(const struct splice *splice, const struct buf *out,
    struct diag_sink *sink, struct err *err)
{
	struct diag_sink silent = { .report = NULL };
	long before = splice->old == NULL ? 0 : splice_errors(splice,
	    splice->old, strlen(splice->old), &silent, err);
	long after = before < 0 ? -1 : splice_errors(splice, out->data,
	    out->len, &silent, err);

	if (after < 0)
		return false;
	if (after <= before)
		return true;
	(void)splice_errors(splice, out->data, out->len, sink, err);
	return err_set(err, ERR_INPUT, "%s was not changed: it would have "
	    "these errors", splice->path);
}

static bool
splice_is_unchanged(const struct splice *splice, struct err *err)
{
	enum file_found found;
	char *now;

	found = file_read(splice, splice->path, BYTES_MAX, &now, err);
	if (found == FILE_UNREADABLE)
		return false;
	return (found == FILE_MISSING ? splice->old == NULL : text_same(now,
	    splice->old)) || err_set(err, ERR_INPUT, "%s was changed "
	    "by another program; nothing was written; try again", splice->path);
}

bool
splice_commit(struct splice *splice, struct diag_sink *sink, struct err *err)
{
	struct buf out = splice_result(splice);
	struct file_writer *writer = splice->writer;

	if (!splice_is_clean(splice, &out, sink, err) ||
	    !splice_is_unchanged(splice, err))
		return false;
	splice->writer = NULL;
	return file_commit(writer, out.data, out.len, err);
}
