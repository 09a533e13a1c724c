/* Axes: finds the values of a field by their names. */
#include "library/axis.h"

#include <string.h>

#include "base/text.h"
#include "library/facet.h"
#include "library/private.h"
#include "library/records.h"
#include "library/resolve.h"
#include "record/term.h"

enum {
	NEAR_MAX = 3,		/* names suggested */
	DISTANCE_MAX = 3	/* largest number of letters by which a name
				   may differ */
};

/* A value of the field, with all its names. */
struct axis_value {
	const char	*id;
	const char	*label;		/* folded */
	const struct term *term;	/* or NULL */
};

/* A lookup of values. */
struct axis_lookup {
	struct library	*library;
	void		*scratch;
	const char	*field;
	struct list	 values;	/* struct axis_value; see axis_values() */
};

bool
library_is_axis(struct library *library, const char *field)
{
	void *scratch = mem_context(NULL);
	const char *const *known = library_facet_fields(library, scratch,
	    RECTYPE_WORK);

	bool is;

	while (*known != NULL && !text_same(*known, field))
		known++;
	is = *known != NULL;
	mem_free(scratch);
	return is;
}

static void
axis_add_value(struct axis_lookup *lookup, const char *id, const char *label,
    const struct term *term)
{
	struct axis_value *value = mem_new(lookup->scratch,
	    struct axis_value);

	*value = (struct axis_value){ id, text_fold(lookup->scratch, label),
	    term };
	list_add(lookup->scratch, &lookup->values, value);
}

/*
 * All values of the field, collected when first needed: its terms, even those
 * without works, or else the values that works have.
 */
static const struct list *
axis_values(struct axis_lookup *lookup)
{
	const struct search all = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT };
	const struct facet_count *count;
	const struct term *term;
	struct list found;
	size_t i;

	if (lookup->values.count > 0)
		return &lookup->values;
	found = library_ids(lookup->library, lookup->scratch, RECTYPE_TERM);
	for (i = 0; i < found.count; i++) {
		term = library_record(lookup->library, lookup->scratch,
		    RECTYPE_TERM, list_at(&found, i));
		if (term != NULL && text_same(term->facet, lookup->field))
			axis_add_value(lookup, term->id, term->label, term);
	}
	if (lookup->values.count > 0)
		return &lookup->values;
	found = library_facet(lookup->library, lookup->scratch,
	    library_search(lookup->library, lookup->scratch, &all, ""),
	    lookup->field);
	for (i = 0; i < found.count; i++) {
		count = list_at(&found, i);
		axis_add_value(lookup, count->id, count->label, NULL);
	}
	return &lookup->values;
}

/* The id of the value with this name, or NULL. */
static const char *
value_called(struct axis_lookup *lookup, const char *name)
{
	const struct list *values = axis_values(lookup);
	void *scratch = mem_context(NULL);
	const struct term *term = library_record(lookup->library, scratch,
	    RECTYPE_TERM, name);
	const char *folded = text_fold(scratch, name), *id = NULL;
	const struct axis_value *value;
	size_t i;

	if (term != NULL && text_same(term->facet, lookup->field))
		id = mem_text(lookup->scratch, term->id);
	for (i = 0; i < values->count && id == NULL; i++) {
		value = list_at(values, i);
		if (text_same(value->id, name) || text_same(value->label,
		    folded) || (value->term != NULL && library_is_called(
		    value->term, folded)))
			id = value->id;
	}
	mem_free(scratch);
	return id;
}

/* Similar names. */

/* The distance of a name from the typed text; `most` + 1 if it is greater. */
static size_t
distance_to(const char *name, const char *typed, size_t most)
{
	/* "motion" is near "range of motion". */
	return strlen(typed) > 2 && strstr(name, typed) != NULL ? 1 :
	    text_distance(typed, name, most);
}

/*
 * Adds the ids of the values at this distance; with `fields`, also the names of
 * fields.
 */
static void
add_near(struct axis_lookup *lookup, const void *ctx, struct axis *axis,
    const char *typed, size_t distance, bool also_fields)
{
	const char *const *field = library_facet_fields(lookup->library,
	    lookup->scratch, RECTYPE_WORK);
	const struct list *values = axis_values(lookup);
	const struct axis_value *value;
	size_t i;

	for (i = 0; i < values->count && axis->near.count < NEAR_MAX; i++) {
		value = list_at(values, i);
		if (distance_to(value->id, typed, distance) == distance ||
		    distance_to(value->label, typed, distance) == distance)
			list_add(ctx, &axis->near, mem_text(ctx, value->id));
	}
	for (; also_fields && *field != NULL && axis->near.count < NEAR_MAX; field++)
		if (distance_to(*field, typed, distance) == distance)
			list_add(ctx, &axis->near, mem_text(ctx, *field));
}

static void
find_near(struct axis_lookup *lookup, const void *ctx, struct axis *axis,
    bool also_fields)
{
	const char *typed = text_fold(lookup->scratch, axis->unknown);
	size_t distance;

	for (distance = 1; distance <= strlen(typed) / 3 && distance <=
	    DISTANCE_MAX && axis->near.count == 0; distance++)
		add_near(lookup, ctx, axis, typed, distance, also_fields);
}

/* Reading. */

/*
 * A name without the type or field that an address or a query writes before an
 * id.
 */
static const char *
bare_name(const char *name, const char *field)
{
	size_t n = strlen(field);

	if (text_begins(name, "term/"))
		return name + strlen("term/");
	return strncmp(name, field, n) == 0 && name[n] == ':' ? name + n + 1 :
	    name;
}

/*
 * Removes the fields from the names; returns the other names, comma-separated.
 */
static const char *
take_fields(struct axis_lookup *lookup, const void *ctx, const char *names,
    struct axis *axis)
{
	struct buf rest = { .data = NULL };
	const char *at, *name;
	size_t n;

	for (at = names == NULL ? "" : names; *at != '\0';
	    at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		name = text_clean(ctx, at, n);
		if (!library_is_axis(lookup->library, name))
			buf_format(lookup->scratch, &rest, "%s,", name);
		else if (axis->field == NULL)
			axis->field = name;
		else if (!text_same(axis->field, name))
			axis->second = name;
	}
	return buf_string(&rest);
}

/* Adds the ids of the named values; false if a name is unknown. */
static bool
take_values(struct axis_lookup *lookup, const void *ctx, const char *names,
    struct buf *ids, struct axis *axis)
{
	const char *at, *name, *id;
	size_t n;

	for (at = names == NULL ? "" : names; *at != '\0';
	    at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		name = text_clean(ctx, at, n);
		if (*name == '\0')
			continue;
		id = value_called(lookup, bare_name(name, axis->field));
		if (id == NULL) {
			axis->unknown = name;
			return false;
		}
		buf_format(ctx, ids, "%s%s", ids->len > 0 ? "," : "", id);
	}
	return true;
}

struct axis
library_axis(struct library *library, const void *ctx, const char *names,
    const char *only, const char *otherwise)
{
	struct axis_lookup lookup = { .library = library,
	    .scratch = mem_context(NULL) };
	struct axis axis = { .field = NULL };
	struct buf ids = { .data = NULL };
	const char *values = take_fields(&lookup, ctx, names, &axis);

	if (axis.field == NULL)
		axis.field = otherwise;
	lookup.field = axis.field;
	if (!take_values(&lookup, ctx, values, &ids, &axis) ||
	    !take_values(&lookup, ctx, only, &ids, &axis))
		find_near(&lookup, ctx, &axis, *values != '\0');
	axis.ids = ids.data;
	mem_free(lookup.scratch);
	return axis;
}
