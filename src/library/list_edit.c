/* Edits a reading list. */
#include "library/list_edit.h"

#include <stdlib.h>

#include "base/number.h"
#include "base/text.h"
#include "library/entries.h"
#include "library/note_edit.h"
#include "record/value.h"

/* The items of the i-th part; part 0 is outside sections. */
static const struct list *
list_part_items(const struct reading_list *list, size_t part)
{
	const struct reading_section *section;

	if (part == 0)
		return &list->items;
	section = list_at(&list->sections, part - 1);
	return &section->items;
}

size_t
list_items(const struct reading_list *list)
{
	size_t count = 0, i;

	for (i = 0; i <= list->sections.count; i++)
		count += list_part_items(list, i)->count;
	return count;
}

struct reading_item *
list_item(const struct reading_list *list, size_t number,
    struct reading_section **section)
{
	const struct list *items;
	size_t i;

	for (i = 0; number > 0 && i <= list->sections.count; i++) {
		items = list_part_items(list, i);
		if (number <= items->count) {
			if (section != NULL)
				*section = i == 0 ? NULL : list_at(
				    &list->sections, i - 1);
			return list_at(items, number - 1);
		}
		number -= items->count;
	}
	return NULL;
}

long
list_minutes(const struct reading_list *list)
{
	const struct reading_item *item;
	long sum = 0, minutes;
	size_t i;

	for (i = 1; (item = list_item(list, i, NULL)) != NULL; i++)
		if (item->minutes != NULL && number_natural(item->minutes,
		    100000, &minutes))
			sum += minutes;
	return sum;
}

size_t
list_find(const struct reading_list *list, const char *page,
    const char *bibliography)
{
	const struct reading_item *item;
	size_t i;

	for (i = 1; (item = list_item(list, i, NULL)) != NULL; i++)
		if (kept_is_same_page(item->page, item->bibliography, page,
		    bibliography))
			return i;
	return 0;
}

size_t
list_version(const struct reading_list *list, size_t number, size_t n)
{
	const struct reading_item *of = list_item(list, number, NULL), *item;
	size_t i;

	for (i = 1; of != NULL && (item = list_item(list, i, NULL)) != NULL;
	    i++)
		if (kept_is_same_page(item->page, item->bibliography, of->page,
		    of->bibliography) && --n == 0)
			return i;
	return 0;
}

/* Appending. */

static struct reading_section *
find_section(const struct reading_list *list, const char *title)
{
	struct reading_section *section;
	size_t i;

	for (i = 0; i < list->sections.count; i++) {
		section = list_at(&list->sections, i);
		if (text_same(section->title, title))
			return section;
	}
	return NULL;
}

static struct reading_section *
append_section(struct reading_list *list, const char *title)
{
	struct reading_section *section = record_new(list,
	    &reading_section_schema);

	section->title = mem_text(section, title);
	list_add(list, &list->sections, section);
	return section;
}

/* The section to append to, created if missing; NULL: no section. */
static struct reading_section *
section_for(struct reading_list *list, const char *title)
{
	struct reading_section *section;

	if (title == NULL)
		return list->sections.count == 0 ? NULL : list_at(
		    &list->sections, list->sections.count - 1);
	section = find_section(list, title);
	return section != NULL ? section : append_section(list, title);
}

struct reading_item *
list_append(struct reading_list *list, const char *section, const char *page,
    const char *bibliography)
{
	struct reading_section *to = section_for(list, section);
	struct reading_item *item = record_new(list, &reading_item_schema);

	item->page = mem_text(item, page);
	if (bibliography != NULL)
		item->bibliography = mem_text(item, bibliography);
	if (to == NULL)
		list_add(list, &list->items, item);
	else
		list_add(to, &to->items, mem_move(to, item));
	return item;
}

/* Changing. */

bool
list_change(struct reading_item *item, const struct item_change *change,
    struct err *err)
{
	const struct {
		const char	 *name;
		enum form	  form;
		const char	 *to;
		const char	**at;
	} rows[] = {
		{ "importance", FORM_ATTRIBUTE, change->importance,
		  &item->importance },
		{ "minutes", FORM_ATTRIBUTE, change->minutes, &item->minutes },
		{ "note", FORM_ELEMENT, change->note, &item->note },
		{ "question", FORM_ELEMENT, change->question, &item->question },
		{ "answer", FORM_ELEMENT, change->answer, &item->answer },
	};
	const struct member *member;
	char *problem;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		if (rows[i].to == NULL || *rows[i].to == '\0')
			continue;
		member = schema_member(&reading_item_schema, rows[i].name,
		    rows[i].form);
		problem = value_problem(item, member, rows[i].to);
		if (problem != NULL)
			return err_set(err, ERR_USAGE, "%s", problem);
	}
	for (i = 0; i < COUNT(rows); i++)
		if (rows[i].to != NULL)
			*rows[i].at = *rows[i].to == '\0' ? NULL : text_clean(
			    item, rows[i].to, strlen(rows[i].to));
	return true;
}

/* Moving and removing items in the sequence of parts. */

/* The index of an item among the parts. */
static size_t
entry_of_item(const struct list *entries, size_t number)
{
	const struct entry_part *part;
	size_t i;

	for (i = 0; i < entries->count; i++) {
		part = list_at(entries, i);
		if (part->schema == &reading_item_schema && --number == 0)
			return i;
	}
	return entries->count;
}

void
list_move(struct reading_list *list, size_t number, long places)
{
	void *scratch = mem_context(NULL), *part;
	struct list entries = entries_of(scratch, &list_schema, list);
	size_t at = entry_of_item(&entries, number);
	long to = (long)at + places, last = (long)entries.count - 1;

	if (at < entries.count) {
		part = list_take(&entries, at);
		list_insert(scratch, &entries, (size_t)(to < 0 ? 0 : to >
		    last ? last : to), part);
		entries_put(&list_schema, list, &entries);
	}
	mem_free(scratch);
}

static void
take_item(struct reading_list *list, size_t number)
{
	void *scratch = mem_context(NULL);
	struct list entries = entries_of(scratch, &list_schema, list);

	(void)list_take(&entries, entry_of_item(&entries, number));
	entries_put(&list_schema, list, &entries);
	mem_free(scratch);
}

void
list_remove(struct reading_list *list, size_t number)
{
	const struct reading_item *item = list_item(list, number, NULL);
	size_t other;

	if (item == NULL)
		return;
	take_item(list, number);
	other = list_find(list, item->page, item->bibliography);
	if (other > 0 && list_version(list, other, 2) == 0)
		list_item(list, other, NULL)->conflict = NULL;
}

void
list_move_to_section(struct reading_list *list, size_t number,
    const char *section)
{
	struct reading_item *item = list_item(list, number, NULL), *copy;
	struct reading_section *to;

	if (item == NULL)
		return;
	copy = record_copy(list, &reading_item_schema, item);
	take_item(list, number);
	to = section_for(list, section);
	if (to != NULL)
		list_add(to, &to->items, mem_move(to, copy));
	else
		list_add(list, &list->items, copy);
}

bool
list_rename_section(struct reading_list *list, const char *title,
    const char *to)
{
	struct reading_section *section = find_section(list, title);
	struct reading_section *other = find_section(list, to);
	size_t i;

	if (section == NULL)
		return false;
	if (other == NULL)
		section->title = mem_text(section, to);
	if (other == NULL || other == section)
		return true;
	for (i = 0; i < section->items.count; i++)
		list_add(other, &other->items, mem_move(other, list_at(
		    &section->items, i)));
	for (i = 0; list_at(&list->sections, i) != section; i++)
		;
	(void)list_take(&list->sections, i);
	return true;
}

size_t
list_add_all(struct reading_list *list, const struct reading_list *from)
{
	struct reading_section *in, *to = NULL;
	const struct reading_item *item;
	size_t added = 0, i;
	void *copy;

	for (i = 1; (item = list_item(from, i, &in)) != NULL; i++) {
		if (list_find(list, item->page, item->bibliography) > 0)
			continue;
		to = in == NULL ? NULL : section_for(list, in->title);
		copy = record_copy(to == NULL ? (void *)list : to,
		    &reading_item_schema, item);
		if (to != NULL && to->note == NULL && in->note != NULL)
			to->note = mem_text(to, in->note);
		list_add(to == NULL ? (void *)list : to, to == NULL ?
		    &list->items : &to->items, copy);
		added++;
	}
	return added;
}
