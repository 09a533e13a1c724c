/*
 * Addresses: every page has one, "work/teapot-2021", "search?q=jet+lag".
 * They can be typed, linked, kept and printed.
 */
#ifndef RECORD_ADDRESS_H
#define RECORD_ADDRESS_H

#include "base/mem.h"
#include "record/rectype.h"

/*
 * Pages that are not records, one row each; page/, tui/ and the manual read it.
 *
 *	PAGE(ID, name, maker, glossed, purpose)
 *	VIEW(ID, name, maker, glossed, of, modes, key, purpose)
 *
 * `name` begins the address.  `maker` makes the document (page/page.h declares
 * it); if it is `glossed`, words of the glossary become links.  A VIEW is also
 * a command and a key of the browser in these modes (tui/action.c), and is
 * about the query at hand (QUERY), or about everything (ALL) unless words are
 * given to it (WORDS).  Pages that the
 * browser opens in ways of their own have actions in tui/action.h.
 */
#define PAGE_LIST(PAGE, VIEW)						\
	PAGE(SEARCH, "search", page_of_search, false,			\
	    "what was found")						\
	VIEW(FACETS, "facets", page_of_facets, false, QUERY, L, 'f',	\
	    "filter by topic")						\
	VIEW(MAP, "map", page_map, false, QUERY, L, 'm',		\
	    "the map: where there is evidence")				\
	PAGE(PLOT, "plot", page_plot, true,				\
	    "what they found, drawn side by side")			\
	VIEW(DOSES, "doses", page_doses, false, QUERY, L, 'V',		\
	    "doses of each arm, side by side")				\
	PAGE(CLAIMS, "claims", page_claims, false,			\
	    "claims under their verdicts")				\
	VIEW(TERMS, "terms", page_terms, false, WORDS, LT, 'T',		\
	    "mechanisms, conditions, outcomes ...")			\
	PAGE(COMPARE, "compare", page_compare, true,			\
	    "works side by side")					\
	PAGE(SAFETY, "safety", page_safety, false,			\
	    "harms, precautions and contraindications")			\
	PAGE(TRACE, "trace", page_of_trace, false,			\
	    "the claims of a text")					\
	VIEW(GLOSSARY, "glossary", page_glossary, false, ALL, LT, 'W',	\
	    "glossary")							\
	VIEW(PROBLEMS, "problems", page_problems, false, ALL, LTM, 'E',	\
	    "what was left out, and why")				\
	VIEW(LISTS, "lists", page_lists, false, WORDS, LTM, 'A',		\
	    "reading lists")						\
	VIEW(NOTES, "notes", page_notes, false, ALL, LTM, 'M',		\
	    "your notes, tags, searches and bookmarks")			\
	VIEW(PRACTICE, "practice", page_practice, false, QUERY, LT, 'P',	\
	    "practice: questions about what is shown")			\
	PAGE(HANDOUT, "handout", page_of_handout, false,		\
	    "a reading list as a handout, for print")			\
	VIEW(PICO, "pico", page_pico, false, ALL, L, 'I',			\
	    "a question in four lines: PICO")				\
	VIEW(NEW, "new", page_new, false, ALL, LTM, 'D',			\
	    "what changed since your last visit")			\
	VIEW(START, "start", page_start, false, ALL, LTM, 'i',		\
	    "about this bibliography, and ways in")

/* What a VIEW is about: everything, the query at hand, words given to it. */
enum page_about { PAGE_ABOUT_ALL, PAGE_ABOUT_QUERY, PAGE_ABOUT_WORDS };

enum page {
#define X_PAGE(id, name, maker, glossed, purpose)	PAGE_##id,
#define X_VIEW(id, name, maker, glossed, of, modes, key, help)	PAGE_##id,
	PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW
	PAGE_NAMES,			/* how many have a name */
	PAGE_RECORD = PAGE_NAMES,	/* TYPE/ID, and ?subjects=... */
	PAGE_TYPE,			/* all records of a type: "tour" */
	PAGE_HELP			/* help/TOPIC */
};

struct address {
	enum page	 page;
	enum rectype	 kind;		/* of PAGE_RECORD and PAGE_TYPE */
	const char	*id;		/* of PAGE_RECORD; topic of PAGE_HELP */
	/* What is param_slot after "?"; NULL when it is not. */
	const char	*rows;		/* of PAGE_MAP: fields */
	const char	*columns;
	const char	*sort;		/* "name", or by evidence */
	const char	*depth;		/* "top": broadest terms only */
	const char	*only;		/* of PAGE_PLOT too: ids of columns, with
					   commas between them */
	const char	*most;		/* how many rows, or works */
	const char	*plot;		/* of PAGE_PLOT: "direction", "forest"; of
					   PAGE_PRACTICE: a kind of question */
	const char	*works;		/* of PAGE_COMPARE */
	const char	*facet;		/* of PAGE_TERMS */
	const char	*style;		/* of PAGE_HANDOUT: of references */
	const char	*answers;	/* "yes": the teacher's version */
	const char	*subjects;	/* of PAGE_RECORD: only works on these */
	const char	*people;	/* of PAGE_PICO: its lines */
	const char	*intervention;
	const char	*comparator;
	const char	*outcome;
	const char	*about;		/* of PAGE_PRACTICE: what is answered */
	const char	*answer;	/* that was given to it */
	const char	*skip;		/* how many questions to leave out */
	const char	*query;		/* never NULL */
};

/* Name and purpose of a page that is not a record, from 0; NULL after the last. */
const char	*address_page_name(int page);
const char	*address_page_purpose(int page);

/*
 * Reads an address; a bare word is the id of a record of unknown kind
 * (RECTYPE_COUNT).  Strings are owned by `ctx`.  False when it has no form of an
 * address.
 */
bool	 address_parse(const void *ctx, const char *text,
	    struct address *address);

/* The same address with strings of its own, owned by `ctx`. */
struct address	 address_copy(const void *ctx, const struct address *address);

/* The address as text, owned by `ctx`. */
char	*address_print(const void *ctx, const struct address *address);

/* "work/ID" and so on, owned by `ctx`. */
char	*address_of(const void *ctx, enum rectype kind, const char *id);

#endif
