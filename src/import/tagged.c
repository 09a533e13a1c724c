/* Tagged text: records of lines with a tag and a value. */
#include "import/tagged.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "import/markup.h"

enum {
	VALUES_MAX = 20000,	/* of one record */
	RECORD_BYTES_MAX = 4 << 20,
	STRANGERS_MAX = 50	/* unknown tags that are named */
};

struct value {
	char		 tag[TAG_MAX];
	uint64_t	 code;		/* the tag as a number */
	struct buf	 text;
	struct place	 place;
	bool		 taken;
};

struct tagged {
	const struct tagged_format	*format;
	struct lines			*lines;
	struct draft			 draft;
	struct list			 values;	/* of the record */
	struct list			 strangers;	/* tags, named once */
	struct place			 begun;
	void				*scratch;	/* owns the values */
	size_t				 bytes;
	bool				 open;		/* in a record */
	bool				 named;		/* its first tag came */
	uint64_t			*codes;		/* of the rows' tags */
};

/* A tag as a number, which is compared at once. */
static uint64_t
tag_code(const char *tag)
{
	uint64_t code = 0;
	size_t i;

	for (i = 0; i < TAG_MAX && tag[i] != '\0'; i++)
		code = code << 8 | (unsigned char)tag[i];
	return code;
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

/* A tag of which nothing is known: its value becomes a note. */
static void
tagged_take_stranger(struct tagged *td, const struct value *value)
{
	struct work *work = td->draft.work;
	char *text = markup_plain(NULL, buf_string(&value->text));

	if (*text != '\0')
		list_add(work, &work->notes, mem_format(work, "%s: %s",
		    value->tag, text));
	mem_free(text);
	if (list_holds(&td->strangers, value->tag) ||
	    td->strangers.count >= STRANGERS_MAX)
		return;
	list_add(td->lines, &td->strangers, mem_text(td->lines, value->tag));
	diag_warning(td->draft.sink, value->place, "unknown tag '%s' of %s; "
	    "its text is kept as a note", value->tag, td->format->name);
}

/* Whether lines of a value are one text, and not several. */
static bool
is_one_text(draft_take *take)
{
	return take == draft_abstract || take == draft_title || take ==
	    draft_text || take == draft_original_title;
}

/* The texts of several lines: one, or one for each line. */
static void
tagged_take_value(struct tagged *td, const struct tag_row *row,
    struct value *value)
{
	char *text = mem_text(NULL, buf_string(&value->text)), *p, *plain,
	    *end;

	td->draft.place = value->place;
	td->draft.tag = value->tag;
	value->taken = true;
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

static unsigned
type_bit(const char *type)
{
	static const char *const order[] = { "article", "book", "chapter",
	    "thesis", "report", "conference" };
	unsigned i;

	for (i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if (text_same(order[i], type))
			return 1U << i;
	return OF_ARTICLE;
}

static void
tagged_take_type(struct tagged *td)
{
	struct value *value;
	size_t i;

	for (i = 0; i < td->values.count; i++) {
		value = list_at(&td->values, i);
		if (!text_same(value->tag, td->format->type_tag))
			continue;
		td->draft.place = value->place;
		td->draft.work->type = td->format->type(&td->draft,
		    buf_string(&value->text));
		return;
	}
}

static void
take_rows(struct tagged *td)
{
	const struct tagged_format *format = td->format;
	unsigned type = type_bit(td->draft.work->type);
	struct value *value;
	size_t i, k;

	for (i = 0; i < format->count; i++) {
		if ((format->rows[i].types & type) == 0)
			continue;
		for (k = 0; k < td->values.count; k++) {
			value = list_at(&td->values, k);
			if (value->code == td->codes[i])
				tagged_take_value(td, &format->rows[i], value);
		}
	}
	for (k = 0; k < td->values.count; k++) {
		value = list_at(&td->values, k);
		if (!value->taken && !tagged_is_known(format, value->tag))
			tagged_take_stranger(td, value);
	}
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
	mem_free(td->scratch);
	td->scratch = NULL;
	td->values = (struct list){ .at = NULL };
	td->bytes = 0;
}

static void
tagged_begin_record(struct tagged *td, struct place place)
{
	tagged_end_record(td);
	td->open = true;
	td->named = false;
	td->begun = place;
	td->scratch = mem_context(td->lines);
}

static bool
has_room(struct tagged *td, const struct line *line)
{
	td->bytes += line->n + 1;
	if (td->values.count < VALUES_MAX && td->bytes < RECORD_BYTES_MAX)
		return true;
	if (td->bytes - line->n - 1 < RECORD_BYTES_MAX &&
	    td->values.count <= VALUES_MAX)
		diag_error(td->draft.sink, line->place, "a record longer than "
		    "4 MiB or 20,000 lines; the rest of it is left out");
	td->bytes = RECORD_BYTES_MAX;
	return false;
}

static void
tagged_add_value(struct tagged *td, const struct line *line,
    const struct tag_line *parts)
{
	struct value *value;

	if (!has_room(td, line))
		return;
	value = mem_new(td->scratch, struct value);
	memcpy(value->tag, parts->tag, sizeof(value->tag));
	value->code = tag_code(parts->tag);
	value->place = line->place;
	value->place.column = parts->column;
	buf_text(value, &value->text, parts->value);
	list_add(td->scratch, &td->values, value);
}

/* Whether the line before is as wide as the format's programs break at. */
static bool
tagged_was_broken(const struct tagged *td, const struct value *value)
{
	const char *text = buf_string(&value->text), *end = strrchr(text,
	    '\n');
	size_t width = td->format->breaks_at, all;

	if (width == 0)
		return false;
	all = text_width(end == NULL ? text : end + 1);
	return all > 0 && all % width == 0;
}

static void
continue_value(struct tagged *td, const struct line *line,
    const char *text)
{
	struct value *value;

	if (td->values.count == 0 || *text == '\0' || !has_room(td, line))
		return;
	value = list_at(&td->values, td->values.count - 1);
	/* Some programs break at a column, within words and before blanks. */
	if (value->text.len > 0 && tagged_was_broken(td, value))
		text = line->text;
	else if (value->text.len > 0)
		buf_text(value, &value->text, td->format->wraps ? " " : "\n");
	buf_text(value, &value->text, text);
}

static void
tagged_take_line(struct tagged *td, const struct line *line)
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
			diag_warning(td->draft.sink, line->place, "the record "
			    "before has no end (%s)", format->last);
		tagged_begin_record(td, line->place);
	}
	td->named |= text_same(parts.tag, format->first);
	tagged_add_value(td, line, &parts);
}

void
tagged_read(struct lines *lines, const struct tagged_format *format,
    const struct read_handler *handler)
{
	struct tagged *td = mem_new(lines, struct tagged);
	struct line line;
	size_t i;

	td->format = format;
	td->lines = lines;
	td->draft.ctx = td;
	td->draft.handler = handler;
	td->draft.sink = lines_sink(lines);
	td->draft.format = format->name;
	td->codes = mem_array(td, uint64_t, format->count);
	for (i = 0; i < format->count; i++)
		td->codes[i] = tag_code(format->rows[i].tag);
	while (lines_next(lines, &line))
		tagged_take_line(td, &line);
	if (td->open && format->last != NULL && !lines_refused(lines))
		diag_warning(td->draft.sink, td->begun, "the last record has "
		    "no end (%s): is the file complete?", format->last);
	tagged_end_record(td);
	mem_free(td);
}
