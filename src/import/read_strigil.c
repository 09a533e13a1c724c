/*
 * Reads strigil's own XML, strigil-bibliography(5).
 *
 * The schemas define what is valid.  The reader keeps a stack of open elements,
 * each either a record of a schema or the text of one member, and reports every
 * error with its position.  After an error it continues: only the record is
 * marked bad.
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/wording.h"
#include "record/value.h"

enum {
	FIELD_MAX = 1 << 20,	/* maximum bytes of a text */
	RECORD_MAX = 4 << 20,	/* maximum bytes of a record's texts */
	DEPTH_MAX = 8,		/* maximum depth of valid elements */
	MEMBERS_MAX = 128,	/* maximum members of a schema */
	STRANGERS_MAX = 100	/* maximum unknown elements before the file
				   is rejected */
};

/* An open element. */
struct frame {
	const struct schema	*schema;		/* NULL for the text of
							   a member */
	void			*record;	/* the record itself, or the
						   record that it is part of */
	const struct member	*member;	/* member of the enclosing
						   record */
	struct place		 place;
	struct buf		 text;
	bool			 complained;	/* unexpected text was
						   reported */
	size_t			 lost;		/* rejected values before this
						   element */
	bool			 written[MEMBERS_MAX];	/* by index: members
							   present so far */
};

struct strigil {
	const struct read_handler	*handler;
	const struct reader		*reader;
	int				 version;
	struct found			*found;	/* the current record */
	struct frame			 frames[DEPTH_MAX];
	size_t				 depth;
	bool				 in_root;
	size_t				 skip;	/* depth within an unknown
						   element */
	size_t				 strangers;
	size_t				 bytes;	/* bytes of the current
						   record */
	bool				 complained;	/* text in the root was
							   reported */
};

static void *
strigil_open(void *ctx, const struct reader *reader,
    const struct read_handler *handler)
{
	struct strigil *st = mem_new(ctx, struct strigil);

	st->handler = handler;
	st->version = reader == &reader_strigil[1] ? 1 : 2;
	st->reader = reader;
	return st;
}

/* Problems. */

static void PRINTF(4, 5)
strigil_complain(struct strigil *st, struct xml *xml, struct place place,
    const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	diag_error(xml_sink(xml), place, "%s", text);
	mem_free(text);
	if (st->found != NULL)
		st->found->bad = true;
}

/* Reports an error with a text, and frees the text. */
static void
complain_text(struct strigil *st, struct xml *xml, struct place place,
    char *text)
{
	strigil_complain(st, xml, place, "%s", text);
	mem_free(text);
}

static void
note_lost(struct strigil *st, const void *record,
    const struct member *member, struct place place)
{
	struct origin *lost = mem_new(st->found, struct origin);

	*lost = (struct origin){ record, member, place };
	list_add(st->found, &st->found->lost, lost);
}

/* The element name of a frame; an <editor> is an author. */
static const char *
element_name(const struct frame *frame)
{
	return frame->member != NULL ? frame->member->name :
	    frame->schema->name;
}

/* Reports an unknown element or attribute, and what to write instead. */
static void
complain_unknown(struct strigil *st, struct xml *xml, struct place place,
    const struct frame *frame, const char *name, enum form form)
{
	const struct member *meant;

	complain_text(st, xml, place, wording_stranger(NULL,
	    st->found->kind, element_name(frame), frame->schema, name, form,
	    &meant));
	note_lost(st, frame->record, meant, place);
}

static void
skip_element(struct strigil *st, struct xml *xml, struct place place)
{
	st->skip = 1;
	if (++st->strangers < STRANGERS_MAX)
		return;
	diag_error(xml_sink(xml), place, "too many unknown elements; the rest "
	    "of the file was not read");
	xml_stop(xml);
}

/* Values. */

static void
note_reference(struct found *found, const struct member *member,
    const char *id, struct place place)
{
	enum rectype kind = member->type == VALUE_LINK ? RECTYPE_ARTICLE :
	    rectype_of_member(member);
	struct reference *reference;

	if (member->type == VALUE_LINK) {
		if (!text_begins(id, "article:"))
			return;
		id += strlen("article:");
	}
	if (kind == RECTYPE_COUNT)
		return;
	reference = mem_new(found, struct reference);
	*reference = (struct reference){ kind, member->type == VALUE_TERM ?
	    member->facet : FACET_COUNT, mem_text(reference, id), place };
	list_add(found, &found->references, reference);
}

static void
note_origin(struct found *found, const void *record,
    const struct member *member, struct place place)
{
	struct origin *origin = mem_new(found, struct origin);

	*origin = (struct origin){ record, member, place };
	list_add(found, &found->origins, origin);
}

/* Records that a member was present, even if its value is rejected. */
static void
note_written(struct strigil *st, const void *record,
    const struct member *member)
{
	struct frame *frame;
	size_t i;

	/* The innermost element may just have been closed. */
	for (i = st->depth < DEPTH_MAX ? st->depth + 1 : DEPTH_MAX; i-- > 0; ) {
		frame = &st->frames[i];
		if (frame->schema != NULL && frame->record == record) {
			frame->written[member - frame->schema->members] = true;
			return;
		}
	}
}

/*
 * An id with capitals is stored in lower case, so that the bad record is still
 * recognised as a duplicate or as the target of a reference.
 */
static void
keep_near_id(void *record, const struct member *member, const char *value)
{
	char *small = mem_text(record, value), *p;

	for (p = small; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	if (value_problem(small, member, small) == NULL)
		record_store(record, member, small);
}

/* A minus sign (U+2212) in a number becomes a hyphen-minus. */
static void
mend_minus(struct xml *xml, const struct member *member, struct place place,
    char *value)
{
	static const char minus[] = "\xE2\x88\x92";
	size_t n = strlen(minus);

	if (member->type != VALUE_NUMBER || !text_begins(value, minus))
		return;
	value[0] = '-';
	memmove(value + 1, value + n, strlen(value + n) + 1);
	diag_warning(xml_sink(xml), place, "%s begins with the minus sign "
	    "U+2212; it was read as '%s', with a hyphen", member->name,
	    value);
}

static void
strigil_take_value(struct strigil *st, struct xml *xml, void *record,
    const char *element, const struct member *member, struct place place,
    const char *s, size_t n)
{
	char *value = text_clean(record, s, n), *problem;

	mend_minus(xml, member, place, value);
	problem = value_problem(NULL, member, value);
	note_origin(st->found, record, member, place);
	note_written(st, record, member);
	if (problem != NULL) {
		complain_text(st, xml, place, problem);
		note_lost(st, record, member, place);
		if (member->need & NEED_ID)
			keep_near_id(record, member, value);
		mem_free(value);
		return;
	}
	if (!member->many && record_value(record, member) != NULL) {
		complain_text(st, xml, place, wording_second(NULL,
		    element, member));
		mem_free(value);
		return;
	}
	note_reference(st->found, member, value, place);
	record_store(record, member, value);
}

/* Elements. */

/* Attributes that any element may have. */
static bool
is_common(const struct xml_attribute *attribute)
{
	return text_begins(attribute->name, "xml:") ||
	    text_begins(attribute->name, "xsi:");
}

/* Rejects attributes on an element that has none. */
static void
refuse_attributes(struct strigil *st, struct xml *xml,
    const struct xml_element *element)
{
	size_t i;

	for (i = 0; i < element->count; i++)
		if (!is_common(&element->attributes[i]))
			strigil_complain(st, xml, element->place, "<%s> does "
			    "not take the attribute '%s': remove it",
			    element->name, element->attributes[i].name);
}

static void
take_attributes(struct strigil *st, struct xml *xml,
    const struct xml_element *element)
{
	const struct frame *frame = &st->frames[st->depth - 1];
	const struct xml_attribute *a = element->attributes;
	const struct member *member;
	size_t i;

	for (i = 0; i < element->count; i++, a++) {
		if (is_common(a))
			continue;
		member = schema_member(frame->schema, a->name,
		    FORM_ATTRIBUTE);
		if (member == NULL)
			complain_unknown(st, xml, element->place, frame,
			    a->name, FORM_ATTRIBUTE);
		else
			strigil_take_value(st, xml, frame->record,
			    element->name, member, element->place, a->value,
			    strlen(a->value));
	}
}

static void
push(struct strigil *st, const struct schema *schema, void *record,
    const struct member *member, struct place place)
{
	struct frame *frame = &st->frames[st->depth++];

	*frame = (struct frame){ .schema = schema, .record = record,
	    .member = member, .place = place,
	    .lost = st->found->lost.count };
	/*
	 * The element that was closed at this depth had a record, whose address
	 * in memory may be reused.
	 */
	if (st->depth < DEPTH_MAX)
		st->frames[st->depth] = (struct frame){ .schema = NULL };
}

static const char *
id_of(const struct xml_element *element)
{
	size_t i;

	for (i = 0; i < element->count; i++)
		if (text_same(element->attributes[i].name, "id"))
			return element->attributes[i].value;
	return "";
}

/* Records at least the id of a record that is not read. */
static void
lose_record(struct strigil *st, enum rectype kind,
    const struct xml_element *element)
{
	if (st->handler->lost != NULL)
		st->handler->lost(st->handler->user, kind, id_of(element));
}

/* Starts a record directly below the root. */
static void
start_top(struct strigil *st, struct xml *xml,
    const struct xml_element *element)
{
	enum rectype kind = rectype_find(element->name);
	const struct schema *schema;
	bool known = kind != RECTYPE_COUNT;

	if (!known)
		complain_text(st, xml, element->place, wording_no_record(NULL,
		    element->name, &kind));
	if (kind == RECTYPE_COUNT) {
		lose_record(st, kind, element);
		skip_element(st, xml, element->place);
		return;
	}
	schema = rectype_schema(kind);
	st->bytes = 0;
	st->found = mem_new(st, struct found);
	st->found->kind = kind;
	st->found->version = st->version;
	st->found->bad = !known;
	st->found->place = element->place;
	st->found->record = record_new(st->found, schema);
	((struct record *)st->found->record)->at = element->place;
	push(st, schema, st->found->record, NULL, element->place);
	take_attributes(st, xml, element);
}

/* Starts an element inside a record: a part of it, or the text of a member. */
static void
start_inner(struct strigil *st, struct xml *xml, struct frame *frame,
    const struct xml_element *element)
{
	const struct member *member = schema_member(frame->schema, element->name,
	    FORM_ELEMENT);
	void *part;

	if (member == NULL) {
		complain_unknown(st, xml, element->place, frame,
		    element->name, FORM_ELEMENT);
		if (rectype_find(element->name) != RECTYPE_COUNT &&
		    *id_of(element) != '\0')
			lose_record(st, rectype_find(element->name), element);
		skip_element(st, xml, element->place);
		return;
	}
	if (member->type != VALUE_RECORD) {
		refuse_attributes(st, xml, element);
		push(st, NULL, frame->record, member, element->place);
		return;
	}
	part = record_new(frame->record, member->schema);
	((struct record *)part)->at = element->place;
	push(st, member->schema, part, member, element->place);
	take_attributes(st, xml, element);
}

static void
strigil_start(void *user, struct xml *xml, const struct xml_element *element)
{
	struct strigil *st = user;
	struct frame *frame = st->depth == 0 ? NULL :
	    &st->frames[st->depth - 1];

	if (!st->in_root) {
		st->in_root = true;
		refuse_attributes(st, xml, element);
		if (st->version == 1)
			diag_warning(xml_sink(xml), element->place, "this file "
			    "uses version 1 of the format; version 2 uses the "
			    "namespace %s (strigil-bibliography(5), VERSION 1)",
			    reader_strigil[0].space);
	} else if (st->skip > 0) {
		st->skip++;
	} else if (!text_same(element->space, st->reader->space)) {
		strigil_complain(st, xml, element->place, "<%s> is in the "
		    "namespace '%s': remove its prefix, or write "
		    "xmlns=\"%s\"", element->name, element->space,
		    st->reader->space);
		skip_element(st, xml, element->place);
	} else if (frame == NULL) {
		start_top(st, xml, element);
	} else if (frame->schema == NULL || st->depth == DEPTH_MAX) {
		strigil_complain(st, xml, element->place, "<%s> does not take "
		    "<%s>: remove the tags and leave the text",
		    frame->member->name, element->name);
		skip_element(st, xml, element->place);
	} else {
		start_inner(st, xml, frame, element);
	}
}

static bool
strigil_is_blank(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strchr(" \t\r\n", s[i]) == NULL)
			return false;
	return true;
}

static void
strigil_text(void *user, struct xml *xml, const char *s, size_t n)
{
	struct strigil *st = user;
	struct frame *frame;

	if (st->skip > 0 || st->depth == 0) {
		if (st->skip == 0 && !strigil_is_blank(s, n) &&
		    !st->complained) {
			st->complained = true;
			strigil_complain(st, xml, xml_place(xml), "text "
			    "directly in <bibliography>: remove it, or put it "
			    "into an element");
		}
		return;
	}
	frame = &st->frames[st->depth - 1];
	if (frame->schema != NULL && schema_content(frame->schema) == NULL) {
		if (!strigil_is_blank(s, n) && !frame->complained) {
			frame->complained = true;
			strigil_complain(st, xml, xml_place(xml), "text "
			    "directly in <%s>: remove it, or put it into an "
			    "element", element_name(frame));
		}
		return;
	}
	st->bytes += n;
	if (frame->text.len + n > FIELD_MAX || st->bytes > RECORD_MAX) {
		strigil_complain(st, xml, frame->place, "a text longer than 1 "
		    "MiB, or a record longer than 4 MiB: shorten it; the rest "
		    "of the file was not read");
		xml_stop(xml);
		return;
	}
	buf_add(st->found, &frame->text, s, n);
}

/* Whether a member was given under a wrong name. */
static bool
was_meant(const struct strigil *st, const struct frame *frame,
    const struct member *member)
{
	const struct origin *lost;
	size_t i;

	for (i = frame->lost; i < st->found->lost.count; i++) {
		lost = list_at(&st->found->lost, i);
		if (lost->record == frame->record && lost->member == member)
			return true;
	}
	return false;
}

static void
check_needs(struct strigil *st, struct xml *xml, const struct frame *frame)
{
	const struct member *m;
	size_t i;

	for (i = 0; i < frame->schema->count; i++) {
		m = &frame->schema->members[i];
		if (!(m->need & NEED_XML))
			continue;
		if (m->many ? record_list(frame->record, m)->count > 0 :
		    record_value(frame->record, m) != NULL)
			continue;
		/* A rejected value was already reported. */
		if (!frame->written[i] && !was_meant(st, frame, m))
			complain_text(st, xml, frame->place, wording_lacks(
			    NULL, element_name(frame), m));
	}
}

static void
end_part(struct strigil *st, struct xml *xml, struct frame *frame)
{
	const struct member *content = schema_content(frame->schema);
	struct frame *outer;

	if (content != NULL)
		strigil_take_value(st, xml, frame->record,
		    element_name(frame), content, frame->place,
		    buf_string(&frame->text), frame->text.len);
	check_needs(st, xml, frame);
	if (st->depth == 0)
		return;
	outer = &st->frames[st->depth - 1];
	if (!frame->member->many &&
	    record_value(outer->record, frame->member) != NULL) {
		complain_text(st, xml, frame->place, wording_second(NULL,
		    element_name(outer), frame->member));
		return;
	}
	record_store(outer->record, frame->member, frame->record);
}

static void
strigil_end(void *user, struct xml *xml)
{
	struct strigil *st = user;
	struct frame *frame;

	if (st->skip > 0) {
		st->skip--;
		return;
	}
	if (st->depth == 0)		/* the root */
		return;
	frame = &st->frames[--st->depth];
	if (frame->schema == NULL)
		strigil_take_value(st, xml, frame->record,
		    element_name(frame - 1), frame->member, frame->place,
		    buf_string(&frame->text), frame->text.len);
	else
		end_part(st, xml, frame);
	if (st->depth > 0)
		return;
	st->handler->record(st->handler->user, mem_move(NULL,
	    st->found));
	st->found = NULL;
}

static const struct xml_handler strigil_events = {
	strigil_start, strigil_end, strigil_text
};

const struct reader reader_strigil[] = {
	{ .root = "bibliography", .space = "urn:strigil:bibliography:2",
	  .open = strigil_open, .events = &strigil_events },
	{ .root = "bibliography", .space = "urn:strigil:bibliography:1",
	  .open = strigil_open, .events = &strigil_events },
	{ .root = NULL }
};
