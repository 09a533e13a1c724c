/*
 * Editing a reading list: adding, finding, moving, changing and removing its
 * items, which are numbered from 1 through all its sections.
 */
#ifndef LIBRARY_LIST_EDIT_H
#define LIBRARY_LIST_EDIT_H

#include "base/err.h"
#include "record/guide.h"

/* How many items it has, in all sections. */
size_t	 list_items(const struct reading_list *list);

/* The minutes of all its items; those without any count nothing. */
long	 list_minutes(const struct reading_list *list);

/* The item of a number, or NULL; with the section that it is in, or NULL. */
struct reading_item	*list_item(const struct reading_list *list,
			    size_t number, struct reading_section **section);

/* The number of the item with a page (of a bibliography, or of any); or 0. */
size_t	 list_find(const struct reading_list *list, const char *page,
	    const char *bibliography);

/* The number of the n-th item with the page of an item, or 0. */
size_t	 list_version(const struct reading_list *list, size_t number,
	    size_t n);

/*
 * Appends an item to a section (NULL: to the last one, or to the list where it
 * has none); a section that is not there is added at the end.
 */
struct reading_item	*list_append(struct reading_list *list,
			    const char *section, const char *page,
			    const char *bibliography);

/* What an item has besides its page; NULL leaves it, "" takes it away. */
struct item_change {
	const char	*importance;
	const char	*minutes;
	const char	*note;
	const char	*question;
	const char	*answer;
};

/* False with *err set where a value is not valid; then nothing has changed. */
bool	 list_change(struct reading_item *item,
	    const struct item_change *change, struct err *err) MUST_CHECK;

/* Removes an item; its twin in the other version loses its mark. */
void	 list_remove(struct reading_list *list, size_t number);

/*
 * Moves an item a number of places up (negative) or down, through heads of
 * sections as through items; stops at the ends.
 */
void	 list_move(struct reading_list *list, size_t number, long places);

/* Moves an item to the end of a section. */
void	 list_move_to_section(struct reading_list *list, size_t number,
	    const char *section);

/*
 * Appends the sections and items of another list that this one lacks; returns
 * how many items.
 */
size_t	 list_add_all(struct reading_list *list,
	    const struct reading_list *from);

#endif
