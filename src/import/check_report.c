/* Check: problems and warnings, and tests shared by checks of records. */
#include "import/check_report.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* Problems beyond this number are reported at the record itself. */
enum { PLACED_MAX = 1000 };

void
check_problem(const struct check *ck, const void *record, const char *member,
    const char *format, ...)
{
	struct place place = member == NULL || ++*ck->problems > PLACED_MAX ?
	    ((const struct record *)record)->at :
	    found_place(ck->found, record, member);
	va_list ap;
	char *text;

	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	diag_error(ck->sink, place, "%s", text);
	mem_free(text);
	ck->found->bad = true;
}

void
check_remark(const struct check *ck, const void *record, const char *member,
    const char *format, ...)
{
	struct place place = member == NULL ?
	    ((const struct record *)record)->at :
	    found_place(ck->found, record, member);
	va_list ap;
	char *text;

	if (!ck->sense)
		return;
	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	diag_warning(ck->sink, place, "%s", text);
	mem_free(text);
}

/* A part of a record, with its key. */
struct keyed {
	const char	*key;
	const void	*part;
	size_t		 number;
};

static int
compare_keys(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int by_key = strcmp(x->key, y->key);

	return by_key != 0 ? by_key : x->number < y->number ? -1 : 1;
}

void
check_twice(const struct check *ck, const struct list *list,
    const struct list *also, size_t offset, const char *member,
    const char *what)
{
	size_t most = list->count + (also == NULL ? 0 : also->count), n = 0;
	struct keyed *all = mem_array(NULL, struct keyed, most + 1);
	const void *part;
	const char *key;
	size_t i;

	for (i = 0; i < most; i++) {
		part = i < list->count ? list_at(list, i) :
		    list_at(also, i - list->count);
		key = *(const char *const *)(const void *)((const char *)part +
		    offset);
		if (key != NULL)
			all[n++] = (struct keyed){ key, part, i };
	}
	if (n > 1)
		qsort(all, n, sizeof(*all), compare_keys);
	for (i = 1; i < n; i++)
		if (text_same(all[i].key, all[i - 1].key))
			check_problem(ck, all[i].part, member, "%s '%s' occurs "
			    "twice: remove one, or correct it", what,
			    all[i].key);
	mem_free(all);
}

bool
check_has_source(const struct check *ck, const void *owner,
    const struct list *sources, const char *id)
{
	const struct source *source;
	size_t i;

	for (i = 0; i < sources->count; i++) {
		source = list_at(sources, i);
		if (source->id == NULL || text_same(source->id, id))
			return true;
	}
	return found_lost(ck->found, owner, "source");
}

void
check_source(const struct check *ck, const struct work *work,
    const void *record, const char *source)
{
	if (source != NULL && !check_has_source(ck, work, &work->sources, source))
		check_problem(ck, record, "source", "source '%s' is not a "
		    "source of this work: add <source id=\"%s\" "
		    "kind=\"...\">...</source> to the work, or name one of "
		    "its sources", source, source);
}

double
check_number(const char *s)
{
	double n = 0;

	return s != NULL && number_decimal(s, &n) ? n : 0;
}
