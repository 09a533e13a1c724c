/*
 * Citations: formats a work as a reference, in the styles that courses require.
 *
 * Sources of the rules: AMA Manual of Style, 11th edition (2020), chapter 3;
 * NLM "Citing Medicine", 2nd edition (Vancouver); Publication Manual of the
 * APA, 7th edition (2020), chapters 9 and 10; Cite Them Right, 12th edition
 * (2022), Harvard; The Chicago Manual of Style, 18th edition (2024), author and
 * date.  Titles of journals and of whole works are in italics except in
 * Vancouver; a book without authors starts with its editors; first editions are
 * not mentioned.  AMA and Vancouver abbreviate journals like the NLM Catalog,
 * if the record has the abbreviation; all but Vancouver and Chicago write page
 * ranges in full, with the letter of "E266-E271" repeated.  Vancouver names a
 * language other than English, Chicago the month if there is no volume or no
 * issue.  A full stop comes before closing quotation marks.  Vancouver, Harvard
 * and Chicago name the series of a book; AMA that of a chapter, APA that of a
 * report.  An original title precedes its translation (cite_title.h).  Titles are
 * unchanged, and unknown parts are omitted.
 * tests/cite compares all styles with citeproc.
 */
#ifndef LIBRARY_CITE_H
#define LIBRARY_CITE_H

#include "record/work.h"

enum cite_style {
	CITE_AMA,
	CITE_VANCOUVER,
	CITE_APA,
	CITE_HARVARD,
	CITE_CHICAGO,
	CITE_STYLES
};

/* The page of a work shows all styles up to this one. */
enum { CITE_SHOWN = CITE_APA + 1 };

/* The name of a style: "AMA", "Vancouver", "APA", "Harvard" or "Chicago". */
const char	*cite_style_name(enum cite_style style);

/* Whether a list is sorted by author rather than numbered. */
bool	 cite_style_is_sorted(enum cite_style style);

/* Marks around italics in the result of cite_marked(). */
enum { CITE_ITALIC_BEGINS = '\001', CITE_ITALIC_ENDS = '\002' };

/*
 * The reference for a work, owned by `ctx`, with a warning if the work was
 * withdrawn.  cite_marked() keeps the marks of italics.
 */
char	*cite(const void *ctx, const struct work *work,
	    enum cite_style style);
char	*cite_marked(const void *ctx, const struct work *work,
	    enum cite_style style);

/* Removes the marks of italics in place. */
char	*cite_without_italics(char *text);

/* The reference for a list, with a letter after the year (0: none). */
char	*cite_lettered(const void *ctx, const struct work *work,
	    enum cite_style style, char letter);

/*
 * Authors and year in the style's form: works with the same group get letters
 * in a sorted list.  "" without authors; owned by `ctx`.
 */
char	*cite_group(const void *ctx, const struct work *work,
	    enum cite_style style);

/*
 * The sort key of a reference, compared byte by byte: people as in the
 * reference, year and title, letter by letter, without accents, punctuation and
 * an article before a title.  Works without a year come first in APA, otherwise
 * last.  Owned by `ctx`.
 */
char	*cite_sort_key(const void *ctx, const struct work *work,
	    enum cite_style style);

/*
 * The references (char *, owned by `ctx`) of a list of works (struct work), in
 * the order of the style: as given, or sorted by author with letters for works
 * of the same year, "2003a".
 */
struct list	 cite_list(const void *ctx, const struct list *works,
		    enum cite_style style);

/* The references with their works (struct cited), italics marked. */
struct cited {
	const struct work	*work;
	char			*text;
};
struct list	 cite_list_marked(const void *ctx, const struct list *works,
		    enum cite_style style);

#endif
