/* Tagged text: records of lines with a tag and a value. */
#include "import/tagged.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "import/markup.h"

enum {
	VALUES_MAX = 20000,	/* of a record */
	RECORD_BYTES_MAX = 4 << 20,
	STRANGERS_MAX = 50,	/* maximum unknown tags to report */
	TAGS = 512		/* more than twice the number of tags in any
				   format */
};

#define NONE	((size_t)-1)

struct value {
	char		 tag[TAG_MAX];
	size_t		 at;		/* offset in the record's text */
	size_t		 next;		/* next value with the same tag, or
					   NONE */
	struct place	 place;
	bool		 taken;
};

/* A tag in the format's rows, and its values in the current record. */
struct known_tag {
	uint64_t	 code;		/* the tag as a number; 0 if free */
	size_t		 first;		/* NONE if the tag has no value */
	size_t		 last;
};

struct tagged {
	const struct tagged_format	*format;
	struct input_lines			*lines;
	struct draft			 draft;
	struct value			*values;	/* values of the current
							   record */
	size_t				 count;
	size_t				 capacity;
	struct buf			 text;		/* all values */
	struct list			 strangers;	/* tags, reported
							   once */
	struct place			 begun;
	size_t				 bytes;
	bool				 open;		/* within a record */
	bool				 named;		/* the first tag of the
							   record was read */
	struct known_tag		 tags[TAGS];
	struct known_tag		**of_row;	/* the tag of each row */
};

/* A tag as a number, for fast comparison. */
static uint64_t
tag_code(const char *tag)
{
	uint64_t code = 0;
	size_t i;

	for (i = 0; i < TAG_MAX && tag[i] != '\0'; i++)
		code = code << 8 | (unsigned char)tag[i];
	return code;
}

/* The slot of a tag in the table, or a free slot for it. */
static struct known_tag *
find_tag(struct tagged *td, const char *tag)
{
	uint64_t code = tag_code(tag);
	size_t at = (size_t)((code ^ code >> 9U) % TAGS);

	while (td->tags[at].code != code && td->tags[at].code != 0)
		at = (at + 1) % TAGS;
	return &td->tags[at];
}

static bool
tagged_is_known(const struct tagged_format *format, const char *tag)
{
	size_t i;

	if (text_same(tag, format->first) || text_same(tag, format->last) ||
	    text_same(tag, format->type_tag))
		return true;
	for (i = 0; i < format->count; i++)
		if (text_same(format->rows[i].tag, tag))
			return true;
	return false;
}

/* Makes a note of the value of an unknown tag, and warns of the tag once. */
static void
tagged_take_stranger(struct tagged *td, const struct value *value)
{
	struct work *work = td->draft.work;
	char *text = markup_plain(NULL, td->text.data + value->at);

	if (*text != '\0')
		list_add(work, &work->notes, mem_format(work, "%s: %s",
		    value->tag, text));
	mem_free(text);
	if (list_holds(&td->strangers, value->tag) ||
	    td->strangers.count >= STRANGERS_MAX)
		return;
	list_add(td->lines, &td->strangers, mem_text(td->lines, value->tag));
	diag_warning(td->draft.sink, value->place, "unknown tag '%s' in %s; "
	    "its text is kept as a note", value->tag, td->format->name);
}

/* Whether the lines of a value form a single text. */
static bool
is_one_text(draft_take *take)
{
	return take == draft_abstract || take == draft_title || take ==
	    draft_text || take == draft_original_title;
}

/*
 * Passes on the lines of a value: joined as one text, or as one text per line.
 */
static void
tagged_take_texts(struct tagged *td, const struct tag_row *row,
    const char *value)
{
	char *text = mem_text(NULL, value), *p, *plain, *end;

	for (p = text; p != NULL; p = end) {
		end = is_one_text(row->take) || td->format->wraps ? NULL :
		    strchr(p, '\n');
		if (end != NULL)
			*end++ = '\0';
		plain = markup_plain(NULL, p);
		if (*plain != '\0')
			row->take(&td->draft, plain, row->at);
		mem_free(plain);
	}
	mem_free(text);
}

/*
 * Passes on a value; nearly all are plain texts already and are used directly.
 */
static void
tagged_take_value(struct tagged *td, const struct tag_row *row,
    struct value *value)
{
	const char *text = td->text.data + value->at;

	value->taken = true;
	if (row->take == draft_ignore || *text == '\0')
		return;
	td->draft.place = value->place;
	td->draft.tag = value->tag;
	if (text_is_clean(text, strlen(text)) && strpbrk(text, "<&") == NULL)
		row->take(&td->draft, text, row->at);
	else
		tagged_take_texts(td, row, text);
}

static unsigned
type_bit(const char *type)
{
	static const char *const order[] = { "article", "book", "chapter",
	    "thesis", "report", "conference" };
	unsigned i;

	for (i = 0; i < COUNT(order); i++)
		if (text_same(order[i], type))
			return 1U << i;
	return OF_ARTICLE;
}

static void
tagged_take_type(struct tagged *td)
{
	const struct value *value;
	size_t i;

	for (i = 0; i < td->count; i++) {
		value = &td->values[i];
		if (!text_same(value->tag, td->format->type_tag))
			continue;
		td->draft.place = value->place;
		td->draft.work->type = td->format->type(&td->draft,
		    td->text.data + value->at);
		return;
	}
}

static void
take_rows(struct tagged *td)
{
	const struct tagged_format *format = td->format;
	unsigned type = type_bit(td->draft.work->type);
	const struct value *value;
	size_t i, k;

	for (i = 0; i < format->count; i++) {
		if ((format->rows[i].types & type) == 0)
			continue;
		for (k = td->of_row[i]->first; k != NONE;
		    k = td->values[k].next)
			tagged_take_value(td, &format->rows[i],
			    &td->values[k]);
	}
	for (k = 0; k < td->count; k++) {
		value = &td->values[k];
		if (!value->taken && !tagged_is_known(format, value->tag))
			tagged_take_stranger(td, value);
	}
}

/* Clears the values of a record. */
static void
tagged_forget(struct tagged *td)
{
	size_t i;

	for (i = 0; i < td->format->count; i++)
		td->of_row[i]->first = NONE;
	td->count = 0;
	buf_clear(&td->text);
	td->bytes = 0;
}

static void
tagged_end_record(struct tagged *td)
{
	if (!td->open)
		return;
	td->open = false;
	draft_begin(&td->draft, td->begun);
	if (td->format->type_tag != NULL)
		tagged_take_type(td);
	take_rows(td);
	if (td->format->finish != NULL)
		td->format->finish(&td->draft);
	draft_finish(&td->draft);
	tagged_forget(td);
}

static bool
has_room(struct tagged *td, const struct input_line *line)
{
	td->bytes += line->n + 1;
	if (td->count < VALUES_MAX && td->bytes < RECORD_BYTES_MAX)
		return true;
	if (td->bytes - line->n - 1 < RECORD_BYTES_MAX &&
	    td->count <= VALUES_MAX)
		diag_error(td->draft.sink, line->place, "a record longer than "
		    "4 MiB or 20,000 lines; the rest of it is left out");
	td->bytes = RECORD_BYTES_MAX;
	return false;
}

static void
tagged_add_value(struct tagged *td, const struct input_line *line,
    const struct tag_line *parts)
{
	struct known_tag *tag = find_tag(td, parts->tag);
	struct value *value;

	if (!has_room(td, line))
		return;
	td->values = mem_grow(td, td->values, &td->capacity, td->count + 1,
	    sizeof(*td->values));
	value = &td->values[td->count];
	*value = (struct value){ .at = td->text.len, .next = NONE,
	    .place = line->place };
	memcpy(value->tag, parts->tag, sizeof(value->tag));
	value->place.column = parts->column;
	buf_add(td, &td->text, parts->value, strlen(parts->value) + 1);
	if (tag->code != 0) {
		if (tag->first == NONE)
			tag->first = td->count;
		else
			td->values[tag->last].next = td->count;
		tag->last = td->count;
	}
	td->count++;
}

/* Whether the previous line is as wide as the format's programs make lines. */
static bool
tagged_was_broken(const struct tagged *td, const struct value *value)
{
	const char *text = td->text.data + value->at, *end = strrchr(text,
	    '\n');
	size_t width = td->format->breaks_at, all;

	if (width == 0)
		return false;
	all = text_width(end == NULL ? text : end + 1);
	return all > 0 && all % width == 0;
}

static void
continue_value(struct tagged *td, const struct input_line *line,
    const char *text)
{
	const struct value *value;

	if (td->count == 0 || *text == '\0' || !has_room(td, line))
		return;
	value = &td->values[td->count - 1];
	td->text.len--;
	/*
	 * Some programs break lines at a column, within words and before
	 * spaces.
	 */
	if (td->text.len > value->at && tagged_was_broken(td, value))
		text = line->text;
	else if (td->text.len > value->at)
		buf_text(td, &td->text, td->format->wraps ? " " : "\n");
	buf_add(td, &td->text, text, strlen(text) + 1);
}

static void
tagged_take_line(struct tagged *td, const struct input_line *line)
{
	const struct tagged_format *format = td->format;
	struct tag_line parts = { .column = 1 };

	if (line->text[strspn(line->text, " \t")] == '\0') {
		if (format->last == NULL)
			tagged_end_record(td);
		return;
	}
	if (!format->split(line->text, &parts))
		return;
	if (*parts.tag == '\0') {
		if (td->open)
			continue_value(td, line, parts.value);
		return;
	}
	if (text_same(parts.tag, format->last)) {
		tagged_end_record(td);
		return;
	}
	if (!td->open || (td->named && text_same(parts.tag, format->first))) {
		if (td->open && format->last != NULL)
			diag_warning(td->draft.sink, line->place, "the "
			    "previous record has no end (%s)", format->last);
		tagged_end_record(td);
		td->open = true;
		td->named = false;
		td->begun = line->place;
	}
	td->named |= text_same(parts.tag, format->first);
	tagged_add_value(td, line, &parts);
}

void
tagged_read(struct input_lines *lines, const struct tagged_format *format,
    const struct read_handler *handler)
{
	struct tagged *td = mem_new(lines, struct tagged);
	struct input_line line;
	size_t i;

	assert(format->name != NULL && handler->record != NULL);
	td->format = format;
	td->lines = lines;
	td->draft.ctx = td;
	td->draft.handler = handler;
	td->draft.sink = lines_sink(lines);
	td->draft.format = format->name;
	td->of_row = mem_array(td, struct known_tag *, format->count);
	for (i = 0; i < format->count; i++) {
		td->of_row[i] = find_tag(td, format->rows[i].tag);
		td->of_row[i]->code = tag_code(format->rows[i].tag);
	}
	tagged_forget(td);
	while (lines_next(lines, &line))
		tagged_take_line(td, &line);
	if (td->open && format->last != NULL && !lines_refused(lines))
		diag_warning(td->draft.sink, td->begun, "the last record has "
		    "no end (%s): is the file complete?", format->last);
	tagged_end_record(td);
	mem_free(td);
}
