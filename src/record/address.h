/*
 * Addresses: every page has one, "work/teapot-2021", "search?q=jet+lag".  They
 * can be typed, linked, saved and printed.
 */
#ifndef RECORD_ADDRESS_H
#define RECORD_ADDRESS_H

#include "base/mem.h"
#include "record/rectype.h"

/*
 * Pages other than records, one row each, for page/, tui/ and the manual.
 *
 *	PAGE(ID, name, maker, glossed, purpose)
 *	VIEW(ID, name, maker, glossed, of, modes, key, purpose)
 *
 * `name` starts the address.  `maker` makes the document (declared in
 * page/page.h); if `glossed`, words of the glossary become links.  A VIEW is
 * also a command and a key of the browser in these modes (tui/action.c).  It
 * shows the current query (QUERY), or everything (ALL) unless words are given
 * (WORDS).  Pages that the browser opens in other ways have actions in
 * tui/action.h.
 */
#define PAGE_LIST(PAGE, VIEW)						\
	PAGE(SEARCH, "search", page_of_search, false,			\
	    "results of a search")					\
	VIEW(FACETS, "facets", page_of_facets, false, QUERY, L, 'f',	\
	    "filter by topic")						\
	VIEW(MAP, "map", page_map, false, QUERY, L, 'm',		\
	    "the map: where there is evidence")				\
	PAGE(PLOT, "plot", page_plot, true,				\
	    "findings, drawn side by side")				\
	VIEW(DOSES, "doses", page_doses, false, QUERY, L, 'V',		\
	    "doses of each arm, side by side")				\
	PAGE(CLAIMS, "claims", page_claims, false,			\
	    "claims by verdict")				\
	VIEW(TERMS, "terms", page_terms, false, WORDS, LT, 'T',		\
	    "mechanisms, conditions, outcomes ...")			\
	PAGE(COMPARE, "compare", page_compare, true,			\
	    "works side by side")					\
	PAGE(SAFETY, "safety", page_safety, false,			\
	    "harms, precautions and contraindications")			\
	PAGE(TRACE, "trace", page_of_trace, false,			\
	    "claims found in a text")					\
	VIEW(GLOSSARY, "glossary", page_glossary, false, ALL, LT, 'W',	\
	    "glossary")							\
	VIEW(PROBLEMS, "problems", page_problems, false, ALL, LTM, 'E',	\
	    "records left out, and why")				\
	VIEW(LISTS, "lists", page_lists, false, WORDS, LTM, 'A',		\
	    "reading lists")						\
	VIEW(NOTES, "notes", page_notes, false, ALL, LTM, 'M',		\
	    "your notes, tags, searches and bookmarks")			\
	VIEW(PRACTICE, "practice", page_practice, false, QUERY, LT, 'P',	\
	    "practice questions on this page or search")		\
	PAGE(HANDOUT, "handout", page_of_handout, false,		\
	    "a reading list as a printable handout")			\
	VIEW(PICO, "pico", page_pico, false, ALL, L, 'I',			\
	    "a question in four lines: PICO")				\
	VIEW(NEW, "new", page_new, false, ALL, LTM, 'D',			\
	    "what changed since your last visit")			\
	VIEW(START, "start", page_start, false, ALL, LTM, 'i',		\
	    "about this bibliography, and where to begin")

/*
 * What a VIEW shows: everything, the current query, or words typed after the
 * command.
 */
enum page_about { PAGE_ABOUT_ALL, PAGE_ABOUT_QUERY, PAGE_ABOUT_WORDS };

enum page {
#define X_PAGE(id, name, maker, glossed, purpose)	PAGE_##id,
#define X_VIEW(id, name, maker, glossed, of, modes, key, help)	PAGE_##id,
	PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW
	PAGE_NAMES,			/* number of pages with a name */
	PAGE_RECORD = PAGE_NAMES,	/* TYPE/ID, and ?subjects=... */
	PAGE_TYPE,			/* all records of a type: "tour" */
	PAGE_HELP			/* help/TOPIC */
};

struct address {
	enum page	 page;
	enum rectype	 kind;		/* for PAGE_RECORD and PAGE_TYPE */
	const char	*id;		/* for PAGE_RECORD; the topic of
					   PAGE_HELP */
	/* The parameters after "?"; NULL if not given. */
	const char	*rows;		/* for PAGE_MAP: fields */
	const char	*columns;
	const char	*sort;		/* "name", or by number of works */
	const char	*depth;		/* "top": broadest terms only */
	const char	*only;		/* also for PAGE_PLOT: ids of columns,
					   separated by commas */
	const char	*most;		/* number of rows or works */
	const char	*plot;		/* for PAGE_PLOT: "direction", "forest";
					   for PAGE_PRACTICE: a kind of
					   question */
	const char	*works;		/* of PAGE_COMPARE */
	const char	*facet;		/* of PAGE_TERMS */
	const char	*style;		/* for PAGE_HANDOUT: citation style */
	const char	*answers;	/* "yes": the teacher's version */
	const char	*subjects;	/* for PAGE_RECORD: show only works
					   studying these subjects */
	const char	*people;	/* for PAGE_PICO: its lines */
	const char	*intervention;
	const char	*comparator;
	const char	*outcome;
	const char	*about;		/* for PAGE_PRACTICE: the answered
					   question */
	const char	*answer;	/* the reader's answer */
	const char	*skip;		/* index of the first question */
	const char	*query;		/* never NULL */
};

/*
 * The name and the purpose of a page other than a record; pages are numbered
 * from 0, and NULL follows the last.
 */
const char	*address_page_name(int page);
const char	*address_page_purpose(int page);

/*
 * Parses an address; a bare word is the id of a record of unknown type
 * (RECTYPE_COUNT).  Strings are owned by `ctx`.  False if it is not an address.
 */
bool	 address_parse(const void *ctx, const char *text,
	    struct address *address);

/* A copy of an address with its own strings, owned by `ctx`. */
struct address	 address_copy(const void *ctx, const struct address *address);

/* The address as text, owned by `ctx`. */
char	*address_print(const void *ctx, const struct address *address);

/* The address of a record, such as "work/ID"; owned by `ctx`. */
char	*address_of(const void *ctx, enum rectype kind, const char *id);

#endif
