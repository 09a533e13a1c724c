/* Wording: the messages of check about missing and unknown parts. */
#include "import/wording.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "record/value.h"

/* Common wrong names for members. */
static const struct {
	const char	*written;
	const char	*name;
} usual_words[] = {
	{ "journal", "container-title" }, { "site", "container-title" },
	{ "date", "issued" }, { "result", "finding" },
	{ "results", "finding" }, { "patients", "participants" },
	{ "sample-size", "n" }, { "treatment", "technique" },
	{ "control", "comparator" }, { "lower", "ci-low" },
	{ "upper", "ci-high" }, { "summary", "evidence-note" },
	{ "conclusion", "evidence-note" }, { "quote", "where" },
	{ "definition", "scope" }, { "reference", "source" },
	{ "name", "label" }, { "name", "family" }, { "ci", "ci-low" },
	{ "harms", "adverse-events" },
	{ "study-design", "design" }, { "work", "evidence" },
};

/* The written form of a member: name="..." or <name>...</name>. */
static char *
written_as(const void *ctx, const struct member *m)
{
	return m->form == FORM_ATTRIBUTE ?
	    mem_format(ctx, "%s=\"...\"", m->name) :
	    mem_format(ctx, "<%s>...</%s>", m->name, m->name);
}

char *
wording_lacks(const void *ctx, const char *element, const struct member *m)
{
	bool attribute = m->form == FORM_ATTRIBUTE;
	bool list = m->choices != NULL || m->type == VALUE_DIRECTION;
	char *wanted = value_wanted(NULL, m), *add = written_as(wanted, m);
	char *text = mem_format(ctx, "<%s> lacks %s%s%s: add %s%s%s%s",
	    element, attribute ? "" : "<", m->name, attribute ? "" : ">", add,
	    *wanted == '\0' ? "" : list ? " (" : ", ", wanted, list ? ")" :
	    "");

	mem_free(wanted);
	return text;
}

char *
wording_second(const void *ctx, const char *element, const struct member *m)
{
	return mem_format(ctx, "<%s> takes one <%s>, and this is the second: "
	    "remove it", element, m->name);
}

/* The meaning of an unknown name. */

static bool
is_written_member(const struct member *m)
{
	return m->form == FORM_ATTRIBUTE || m->form == FORM_ELEMENT;
}

/*
 * Whether a key is the JSON form of a name: it has underscores instead of
 * hyphens.
 */
static bool
is_key(const char *key, const char *name)
{
	for (; *key != '\0' && *name != '\0'; key++, name++)
		if (*key != *name && !(*key == '_' && *name == '-'))
			return false;
	return *key == *name;
}

static bool
is_usual_word(const char *written, const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(usual_words); i++)
		if (text_same(usual_words[i].written, written) &&
		    text_same(usual_words[i].name, name))
			return true;
	return false;
}

/* The member that a name certainly means, or NULL. */
static const struct member *
member_called(const struct schema *schema, const char *name)
{
	const struct member *m, *end = schema->members + schema->count;

	for (m = schema->members; m < end; m++)
		if (is_written_member(m) && strcasecmp(m->name, name) == 0)
			return m;
	for (m = schema->members; m < end; m++)
		if (is_written_member(m) && (is_key(m->key, name) ||
		    is_usual_word(name, m->name)))
			return m;
	return NULL;
}

/* The member with a similar name; NULL if there is none, or several. */
static const struct member *
member_near(const struct schema *schema, const char *name)
{
	const struct member *m, *near = NULL;
	size_t best = strlen(name) / 4 + 1, distance;
	bool several = false;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (!is_written_member(m) || strlen(m->name) < 3)
			continue;
		distance = text_distance(name, m->name, best);
		if (distance > best)
			continue;
		several = near != NULL && distance == best;
		best = distance;
		near = m;
	}
	return several ? NULL : near;
}

/* The elements that accept a name. */

static void
collect_takers(const void *ctx, const struct schema *schema,
    const char *element, const char *name, enum form form,
    struct list *takers)
{
	const struct member *m;

	if (schema_member(schema, name, form) != NULL &&
	    !list_holds(takers, element))
		list_add(ctx, takers, mem_text(ctx, element));
	for (m = schema->members; m < schema->members + schema->count; m++)
		if (m->type == VALUE_RECORD)
			collect_takers(ctx, m->schema, m->name, name, form,
			    takers);
}

/*
 * "<a>, <b> or <c>": the elements in a record of a type (RECTYPE_COUNT: any)
 * that accept a name; NULL: none, or many.
 */
static char *
takers_of(const void *ctx, enum rectype of, const char *name, enum form form)
{
	enum { TAKERS_MAX = 3 };
	struct list takers = { .at = NULL };
	struct buf out = { .data = NULL };
	const struct schema *schema;
	int kind;
	size_t i;

	for (kind = 0; kind < RECTYPE_COUNT; kind++) {
		if (of != RECTYPE_COUNT && of != (enum rectype)kind)
			continue;
		schema = rectype_schema((enum rectype)kind);
		collect_takers(ctx, schema, schema->name, name, form,
		    &takers);
	}
	for (i = 0; takers.count <= TAKERS_MAX && i < takers.count; i++)
		buf_format(ctx, &out, "%s<%s>", i == 0 ? "" : i + 1 ==
		    takers.count ? " or " : ", ",
		    (const char *)list_at(&takers, i));
	return out.data;
}

/* Advice to write a member in its proper form. */
static char *
write_instead(const void *ctx, const char *element, const struct member *m,
    enum form form)
{
	return m->form == form ? mem_format(ctx, "write %s",
	    written_as(ctx, m)) : m->form == FORM_ATTRIBUTE ?
	    mem_format(ctx, "write it as an attribute, <%s %s=\"...\">",
	    element, m->name) : mem_format(ctx, "write it as an element, "
	    "<%s>...</%s>, inside <%s>", m->name, m->name, element);
}

/* Advice on an unknown name. */
static char *
stranger_advice(const void *ctx, enum rectype kind, const char *element,
    const struct schema *schema, const char *name, enum form form,
    const struct member **meant)
{
	char *takers = takers_of(ctx, kind, name, form);

	*meant = member_called(schema, name);
	if (*meant != NULL)
		return write_instead(ctx, element, *meant, form);
	if (form == FORM_ELEMENT && rectype_find(name) != RECTYPE_COUNT)
		return mem_text(ctx, "it is a separate record; write it after "
		    "the record that contains it");
	if (takers != NULL)
		return mem_format(ctx, "remove it; it belongs in %s", takers);
	*meant = member_near(schema, name);
	return *meant == NULL ? mem_text(ctx, "remove it") :
	    mem_format(ctx, "write %s if you mean that, or remove it",
	    written_as(ctx, *meant));
}

char *
wording_stranger(const void *ctx, enum rectype kind, const char *element,
    const struct schema *schema, const char *name, enum form form,
    const struct member **meant)
{
	void *scratch = mem_context(NULL);
	char *advice = stranger_advice(scratch, kind, element, schema, name,
	    form, meant), *text;

	text = form == FORM_ATTRIBUTE ? mem_format(ctx, "<%s> does not take "
	    "the attribute '%s': %s", element, name, advice) :
	    mem_format(ctx, "<%s> does not take <%s>: %s", element, name,
	    advice);
	mem_free(scratch);
	return text;
}

/*
 * The record type with a similar name, with at most `best` letters changed;
 * RECTYPE_COUNT for none.
 */
static enum rectype
record_near(const char *name, size_t best)
{
	size_t distance;
	enum rectype near = RECTYPE_COUNT;
	int kind;

	for (kind = 0; kind < RECTYPE_COUNT; kind++) {
		distance = text_distance(name, rectype_name((enum
		    rectype)kind), best);
		if (distance > best)
			continue;
		best = distance;
		near = (enum rectype)kind;
	}
	return near;
}

char *
wording_no_record(const void *ctx, const char *name, enum rectype *meant)
{
	void *scratch = mem_context(NULL);
	char *takers = takers_of(scratch, RECTYPE_COUNT, name, FORM_ELEMENT);
	char *text;

	*meant = record_near(name, takers != NULL ? 1 : strlen(name) / 4 + 1);
	text = *meant != RECTYPE_COUNT ? mem_format(ctx, "<bibliography> does "
	    "not take <%s>: write <%s>", name, rectype_name(*meant)) :
	    takers != NULL ? mem_format(ctx, "<bibliography> does not take "
	    "<%s>: move it; it belongs in %s", name, takers) :
	    mem_format(ctx, "<bibliography> does not take <%s>: remove it, or "
	    "write one of <about>, <article>, <term>, <work>, <claim> ...",
	    name);
	mem_free(scratch);
	return text;
}
