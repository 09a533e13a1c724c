/*
 * Notes: the user's data on pages: notes, tags, reading states, saved searches,
 * bookmarks and progress in practice.
 */
#ifndef RECORD_NOTES_H
#define RECORD_NOTES_H

#include "record/schema.h"

/* The user's data on one page. */
struct page_note {
	struct place	 at;
	const char	*page;		/* an address */
	const char	*bibliography;	/* name of the bibliography, or NULL */
	const char	*state;		/* id of reading_states, or NULL */
	const char	*conflict;	/* "yes": one of two conflicting
					   versions */
	struct list	 paragraphs;
	struct list	 tags;
	const char	*added;
	const char	*changed;
};

struct kept_search {
	struct place	 at;
	const char	*name;
	const char	*query;
	const char	*digit;		/* digit that runs the search, or
					   NULL */
	const char	*conflict;
	const char	*added;
	const char	*changed;
};

struct page_bookmark {
	struct place	 at;
	const char	*letter;
	const char	*page;		/* an address */
	const char	*bibliography;
	const char	*conflict;
	const char	*added;
	const char	*changed;
};

/* How often a practice question on a page was answered. */
struct practice_progress {
	struct place	 at;
	const char	*page;		/* an address */
	const char	*bibliography;
	const char	*kind;		/* of practice_kinds */
	const char	*asked;		/* times */
	const char	*agreed;	/* how many of these answers agree with
					   the record */
	const char	*conflict;
	const char	*added;
	const char	*changed;
};

struct notes {
	struct place	 at;
	const char	*id;
	const char	*title;
	struct list	 notes;		/* struct page_note */
	struct list	 searches;	/* struct kept_search */
	struct list	 bookmarks;	/* struct page_bookmark */
	struct list	 practice;	/* struct practice_progress */
	const char	*added;
	const char	*changed;
};

extern const struct schema page_note_schema;
extern const struct schema kept_search_schema;
extern const struct schema page_bookmark_schema;
extern const struct schema practice_progress_schema;
extern const struct schema notes_schema;

#endif
