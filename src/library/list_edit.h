/*
 * Edits a reading list: adds, finds, moves, changes and removes items, which
 * are numbered from 1 across all sections.
 */
#ifndef LIBRARY_LIST_EDIT_H
#define LIBRARY_LIST_EDIT_H

#include "base/err.h"
#include "record/guide.h"

/* The number of items in all sections. */
size_t	 list_items(const struct reading_list *list);

/* The total minutes; items without a number count as 0. */
long	 list_minutes(const struct reading_list *list);

/* The item with a number, or NULL; also its section, or NULL. */
struct reading_item	*list_item(const struct reading_list *list,
			    size_t number, struct reading_section **section);

/*
 * The number of the item with this page (`bibliography` NULL: of any
 * bibliography), or 0.
 */
size_t	 list_find(const struct reading_list *list, const char *page,
	    const char *bibliography);

/* The number of the n-th item with the same page as an item, or 0. */
size_t	 list_version(const struct reading_list *list, size_t number,
	    size_t n);

/*
 * Appends an item to a section (NULL: the last one, or the list itself if it
 * has none); a missing section is added at the end.
 */
struct reading_item	*list_append(struct reading_list *list,
			    const char *section, const char *page,
			    const char *bibliography);

/* Changes to an item except its page; NULL keeps a value, "" removes it. */
struct item_change {
	const char	*importance;
	const char	*minutes;
	const char	*note;
	const char	*question;
	const char	*answer;
};

/*
 * Makes the changes.  False with *err set if a value is invalid; then nothing
 * has changed.
 */
bool	 list_change(struct reading_item *item,
	    const struct item_change *change, struct err *err) MUST_CHECK;

/*
 * Removes an item; if it was in conflict, its other version is no longer
 * marked.
 */
void	 list_remove(struct reading_list *list, size_t number);

/*
 * Moves an item a number of places up (negative) or down, past items and
 * section headings; stops at the ends.
 */
void	 list_move(struct reading_list *list, size_t number, long places);

/* Moves an item to the end of a section. */
void	 list_move_to_section(struct reading_list *list, size_t number,
	    const char *section);

/*
 * Renames a section; if another section has the new title, moves the items
 * there.  False if there is no such section.
 */
bool	 list_rename_section(struct reading_list *list, const char *title,
	    const char *to);

/*
 * Appends the missing sections and items of another list; returns the number of
 * items.
 */
size_t	 list_add_all(struct reading_list *list,
	    const struct reading_list *from);

#endif
