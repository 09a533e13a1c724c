/* Files of the notebook: reads, merges and replaces them. */
#include "library/notebook_file.h"

#include <assert.h>

#include "base/file.h"
#include "base/tag.h"
#include "base/text.h"
#include "import/check.h"
#include "import/read.h"
#include "library/entries.h"
#include "record/element.h"
#include "record/serialize.h"

enum { BYTES_MAX = 1 << 26, MODE = 0600 };

struct notebook_file {
	enum rectype	 type;
	const char	*id;
	const char	*path;		/* NULL: in memory */
	bool		 known;		/* the file has been read */
	const char	*mark;		/* stamp when read; NULL: missing */
	void		*reading;	/* owns the records last read */
	struct list	 earlier;	/* readings that may still be in use */
	void		*record;	/* NULL: none, or broken */
	struct list	 problems;	/* struct diag */
	const char	*broken;	/* the first error, or NULL */
	void		*replaced;	/* the record before the last save, or NULL */
	size_t		 failures;	/* number of failed reads */
	size_t		 version;	/* number of reads and changes */
};

struct notebook_file *
notebook_file_new(const void *ctx, const char *path, enum rectype type,
    const char *id)
{
	struct notebook_file *file = mem_new(ctx, struct notebook_file);

	assert(type < RECTYPE_COUNT && id != NULL);
	file->type = type;
	file->id = mem_text(file, id);
	file->path = path == NULL ? NULL : mem_text(file, path);
	return file;
}

const char *
notebook_file_id(const struct notebook_file *file)
{
	return file->id;
}

const char *
notebook_file_path(const struct notebook_file *file)
{
	return file->path;
}

/* Reading. */

static void
notebook_on_problem(void *user, const struct diag *diag)
{
	struct notebook_file *file = user;
	struct diag *copy = mem_new(file->reading, struct diag);

	*copy = *diag;
	copy->text = mem_text(copy, diag->text);
	list_add(file->reading, &file->problems, copy);
	if (diag->severity == SEVERITY_ERROR && file->broken == NULL)
		file->broken = mem_format(file->reading, "%s:%zu:%zu: %s",
		    file->path, diag->place.line, diag->place.column,
		    copy->text);
}

struct notebook_reading {
	struct notebook_file	*file;
	struct diag_sink	*sink;
};

/* The id of a list is its file name, so that a copy is another list. */
static void
notebook_take_name(struct notebook_file *file)
{
	const struct schema *schema = rectype_schema(file->type);
	size_t i;

	for (i = 0; i < schema->count; i++)
		if (schema->members[i].need & NEED_ID)
			record_store(file->record, &schema->members[i],
			    mem_text(file->record, file->id));
}

static void
notebook_on_record(void *user, struct found *found)
{
	struct notebook_reading *reading = user;
	struct notebook_file *file = reading->file;

	check_found(found, NULL, false, reading->sink);
	if (found->kind == file->type && file->record == NULL) {
		file->record = mem_move(file->reading, found->record);
		notebook_take_name(file);
	} else if (found->kind == file->type)
		diag_error(reading->sink, found->place, "a second <%s>; put "
		    "each in its own file", rectype_name(file->type));
	mem_free(found);
}

static void
notebook_note_error(struct notebook_file *file, struct diag_sink *sink,
    const char *text)
{
	diag_error(sink, (struct place){ file->path, 0, 0 }, "%s", text);
}

/* Notes a failed read, after which the next request reads again. */
static void
notebook_note_failure(struct notebook_file *file, struct diag_sink *sink,
    const struct err *err)
{
	file->failures++;
	file->known = false;
	notebook_note_error(file, sink, err->text);
}

static void
notebook_read(struct notebook_file *file)
{
	struct diag_sink sink = { .report = notebook_on_problem,
	    .user = file };
	struct notebook_reading reading = { file, &sink };
	const struct read_handler handler = { .record = notebook_on_record,
	    .user = &reading };
	struct err err = ERR_INIT;
	bool whole;

	if (file->reading != NULL)
		list_add(file, &file->earlier, file->reading);
	file->version++;
	file->reading = mem_context(file);
	file->record = NULL;
	file->broken = NULL;
	file->problems = (struct list){ .at = NULL };
	file->known = true;
	file->mark = file_mark(file->reading, file->path);
	if (file->mark == NULL)
		return;
	if (!read_file(file->path, file->path, NULL, &handler, &sink, &whole,
	    &err))
		notebook_note_failure(file, &sink, &err);
	else if (file->record == NULL && sink.errors == 0)
		notebook_note_error(file, &sink, mem_format(file->reading,
		    "no <%s> element", rectype_name(file->type)));
	if (sink.errors > 0)
		file->record = NULL;
}

static void
notebook_refresh(struct notebook_file *file)
{
	char *now;

	if (file->path == NULL)
		return;
	now = file_mark(NULL, file->path);
	if (!file->known || !text_same(now, file->mark))
		notebook_read(file);
	mem_free(now);
}

const void *
notebook_file_record(struct notebook_file *file)
{
	notebook_refresh(file);
	return file->record;
}

void
notebook_file_settle(struct notebook_file *file)
{
	size_t i;

	for (i = 0; i < file->earlier.count; i++)
		mem_free(list_at(&file->earlier, i));
	file->earlier.count = 0;
}

const struct list *
notebook_file_problems(struct notebook_file *file)
{
	notebook_refresh(file);
	return &file->problems;
}

size_t
notebook_file_version(const struct notebook_file *file)
{
	return file->version;
}

size_t
notebook_file_failures(const struct notebook_file *file)
{
	return file->failures;
}

/* New content. */

static char *
text_of_new(const void *ctx, const char *element)
{
	return mem_format(ctx, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<!-- Written by strigil; you may edit it: see "
	    "strigil-bibliography(5). -->\n<bibliography xmlns=\""
	    XML_NAMESPACE "\">\n%s</bibliography>\n", element);
}

/* The end of the element that starts at `at`, or NULL. */
static const char *
element_end(const void *ctx, const char *at, const char *name)
{
	const char *end = at, *close;
	char quote = '\0';

	for (; *end != '\0' && (quote != '\0' || *end != '>'); end++)
		if (quote != '\0' ? *end == quote : *end == '"' || *end ==
		    '\'')
			quote = quote != '\0' ? '\0' : *end;
	if (*end == '\0')
		return NULL;
	if (end[-1] == '/')
		return end + 1;
	close = tag_find(end, mem_format(ctx, "</%s", name));
	close = close == NULL ? NULL : strchr(close, '>');
	return close == NULL ? NULL : close + 1;
}

/* Appends the comments between two positions, one per line. */
static void
keep_comments(const void *ctx, struct buf *out, const char *at,
    const char *until)
{
	const char *end;

	while ((at = strstr(at, "<!--")) != NULL && at < until) {
		end = strstr(at, "-->");
		if (end == NULL)
			return;
		buf_format(ctx, out, "    %.*s\n", (int)(end + 3 - at), at);
		at = end + 3;
	}
}

/*
 * The old text with the element replaced; NULL if it cannot be found, because
 * of a prefix or another encoding.
 */
static char *
text_with(const void *ctx, const struct notebook_file *file, const char *old,
    const char *element)
{
	const struct record *record = file->record;
	const char *name = rectype_name(file->type), *end;
	const char *at = tag_at(old, record->at.line, record->at.column);
	const char *inside = strstr(element, ">\n");
	struct buf out = { .data = NULL };

	if (at == NULL || tag_find(at, mem_format(ctx, "<%s", name)) != at ||
	    tag_text_is_encoded(old))
		return NULL;
	end = element_end(ctx, at, name);
	if (end == NULL)
		return NULL;
	element += strspn(element, " ");
	buf_add(ctx, &out, old, (size_t)(at - old));
	inside = inside == NULL || inside[-1] == '/' ? element : inside + 2;
	buf_add(ctx, &out, element, (size_t)(inside - element));
	keep_comments(ctx, &out, at, end);
	buf_add(ctx, &out, inside, strlen(inside) - 1);
	buf_text(ctx, &out, end);
	return out.data;
}

/* Saving. */

static bool
make_place(const void *ctx, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL || slash == path || file_make_directory(
	    mem_text_n(ctx, path, (size_t)(slash - path)), err);
}

bool
notebook_file_is_broken(const struct notebook_file *file, struct err *err)
{
	return file->broken != NULL && !err_set(err, ERR_INPUT,
	    "%.440s; the file was not changed", file->broken);
}

/*
 * The merged record, and the text of the file with it: `old` itself if nothing
 * changes.
 */
static const char *
text_to_save(const void *ctx, struct notebook_file *file, const char *old,
    const void *base, const void *mine, size_t *conflicts, struct err *err)
{
	const struct schema *schema = rectype_schema(file->type);
	const void *record = file->record == NULL ? mine : entries_merge(ctx,
	    schema, base, mine, file->record, conflicts);
	struct buf element = { .data = NULL };
	const char *text;

	if (file->record != NULL && entries_are_same(schema, record,
	    file->record))
		return old;
	xml_add_record(ctx, &element, rectype_name(file->type), schema,
	    record, 1);
	if (file->record == NULL)
		return text_of_new(ctx, element.data);
	text = text_with(ctx, file, old, element.data);
	if (text == NULL)
		(void)err_set(err, ERR_INPUT, "%s was not changed: it has "
		    "namespace prefixes or is not in UTF-8",
		    file->path);
	return text;
}

/* Keeps the record that a save replaces. */
static void
note_replaced(struct notebook_file *file)
{
	mem_free(file->replaced);
	file->replaced = file->record == NULL ? NULL : record_copy(file,
	    rectype_schema(file->type), file->record);
}

/*
 * Reads the file, which is locked, merges the changes, and keeps the old file
 * as PATH~ unless the text stays the *same.  Returns the new text, or NULL.
 */
static const char *
save_locked(const void *ctx, struct notebook_file *file, const void *base,
    const void *mine, size_t *conflicts, bool *same, struct err *err)
{
	struct buf old = { .data = NULL }, again = { .data = NULL };
	enum file_found found;
	const char *text;

	notebook_read(file);
	found = file_read_whole(ctx, file->path, BYTES_MAX, &old, err);
	if (found == FILE_UNREADABLE || notebook_file_is_broken(file, err))
		return NULL;
	note_replaced(file);
	text = text_to_save(ctx, file, buf_string(&old), base, mine,
	    conflicts, err);
	*same = found == FILE_READ && text == old.data;
	if (text == NULL || (found == FILE_READ && !*same && !file_replace(
	    mem_format(ctx, "%s~", file->path), MODE, old.data, old.len,
	    err)))
		return NULL;
	/* Editors do not respect our lock. */
	if (file_read_whole(ctx, file->path, BYTES_MAX, &again, err) != found
	    || !text_same(buf_string(&old), buf_string(&again))) {
		(void)err_set(err, ERR_INPUT, "%s was changed by another "
		    "program; try again", file->path);
		return NULL;
	}
	return text;
}

/*
 * Replaces or merges the record in memory; `mine` may be based on an older
 * version, as in a file.
 */
static void
save_in_memory(struct notebook_file *file, const void *base,
    const void *mine, size_t *conflicts)
{
	const struct schema *schema = rectype_schema(file->type);
	void *before = file->reading;

	note_replaced(file);
	file->version++;
	file->reading = mem_context(file);
	if (mine == NULL || file->record == NULL)
		file->record = mine == NULL ? NULL : record_copy(
		    file->reading, schema, mine);
	else
		file->record = entries_merge(file->reading, schema, base, mine,
		    file->record, conflicts);
	file->known = true;
	mem_free(before);
}

const void *
notebook_file_replaced(const struct notebook_file *file)
{
	return file->replaced;
}

/* A copy of a record that may belong to the file; NULL for NULL. */
static const void *
copy_version(const void *ctx, const struct notebook_file *file,
    const void *record)
{
	return record == NULL ? NULL : record_copy(ctx, rectype_schema(
	    file->type), record);
}

/* Whether the version to save can be read back. */
static bool
may_save(const struct notebook_file *file, const void *mine,
    struct err *err)
{
	char *problem = entries_problem(NULL, rectype_schema(file->type),
	    mine);
	bool may = problem == NULL || err_set(err, ERR_USAGE, "%.500s",
	    problem);

	mem_free(problem);
	return may;
}

bool
notebook_file_save(struct notebook_file *file, const void *base,
    const void *mine, size_t *conflicts, struct err *err)
{
	void *scratch;
	struct file_writer *writer;
	const char *text = NULL;
	bool same = false, ok;

	if (!may_save(file, mine, err))
		return false;
	if (file->path == NULL) {
		save_in_memory(file, base, mine, conflicts);
		return true;
	}
	scratch = mem_context(NULL);
	base = copy_version(scratch, file, base);
	mine = copy_version(scratch, file, mine);
	writer = make_place(scratch, file->path, err) ? file_begin(scratch,
	    file->path, MODE, err) : NULL;
	if (writer != NULL)
		text = save_locked(scratch, file, base, mine, conflicts,
		    &same, err);
	if (writer != NULL && (text == NULL || same))
		file_abandon(writer);
	ok = text != NULL && (same || file_commit(writer, text, strlen(text),
	    err));
	mem_free(scratch);
	notebook_read(file);
	return ok;
}

bool
notebook_file_remove(struct notebook_file *file, const void *base,
    struct err *err)
{
	void *scratch;
	struct file_writer *writer;
	bool ok;

	if (file->path == NULL) {
		save_in_memory(file, base, NULL, NULL);
		return true;
	}
	scratch = mem_context(NULL);
	base = copy_version(scratch, file, base);
	writer = file_begin(scratch, file->path, MODE, err);
	ok = writer != NULL;
	if (ok) {
		notebook_read(file);
		ok = !notebook_file_is_broken(file, err) &&
		    (entries_are_same(rectype_schema(file->type), base,
		    file->record) || err_set(err, ERR_INPUT, "%s was changed "
		    "by another program; try again", file->path)) &&
		    file_move(file->path, mem_format(scratch, "%s~",
		    file->path), err);
		file_abandon(writer);
	}
	mem_free(scratch);
	notebook_read(file);
	return ok;
}

/* Other files. */

struct list_reading {
	const void		*ctx;
	struct list		*lists;
	struct diag_sink	*sink;
};

static void
list_on_record(void *user, struct found *found)
{
	struct list_reading *reading = user;

	check_found(found, NULL, false, reading->sink);
	if (found->kind == RECTYPE_LIST && !found->bad)
		list_add(reading->ctx, reading->lists, mem_move(reading->ctx,
		    found->record));
	mem_free(found);
}

bool
notebook_file_lists(const void *ctx, const char *path, struct list *lists,
    struct diag_sink *sink, struct err *err)
{
	struct list_reading reading = { ctx, lists, sink };
	const struct read_handler handler = { .record = list_on_record,
	    .user = &reading };
	bool whole;

	return read_file(path, path, NULL, &handler, sink, &whole, err);
}

char *
notebook_file_print(const void *ctx, const struct reading_list *list)
{
	struct buf element = { .data = NULL };

	xml_add_record(ctx, &element, "list", &list_schema, list, 1);
	return text_of_new(ctx, element.data);
}
