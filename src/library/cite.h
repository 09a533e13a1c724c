/*
 * Citations: a work as a reference in the styles that courses ask for.
 *
 * Sources of the rules: AMA Manual of Style, 11th edition (2020), chapter 3;
 * NLM "Citing Medicine", 2nd edition (Vancouver); Publication Manual of the
 * APA, 7th edition (2020), chapters 9 and 10; Cite Them Right, 12th edition
 * (2022), Harvard; The Chicago Manual of Style, 18th edition (2024), author
 * and date.  Titles of journals and of whole works are in italics except in
 * Vancouver; a book without authors begins with its editors; a first edition is
 * not mentioned.  AMA and Vancouver abbreviate journals as the NLM Catalog does,
 * where the record has the abbreviation; all but Vancouver and Chicago write
 * pages in full.  Titles stay as the source writes them, and what is unknown
 * is left out.  tests/cite holds all of them against citeproc.
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

/* The styles that the page of a work shows are the first ones. */
enum { CITE_SHOWN = CITE_APA + 1 };

/* "AMA", "Vancouver", "APA", "Harvard", "Chicago". */
const char	*cite_style_name(enum cite_style style);

/* Whether a list is sorted by author, and not numbered. */
bool	 cite_style_is_sorted(enum cite_style style);

/* Around what is printed in italics, in what cite_marked() returns. */
enum { CITE_ITALIC_BEGINS = '\001', CITE_ITALIC_ENDS = '\002' };

/*
 * The reference, owned by `ctx`.  A work that was withdrawn says so.
 * cite_marked() keeps the marks of italics.
 */
char	*cite(const void *ctx, const struct work *work,
	    enum cite_style style);
char	*cite_marked(const void *ctx, const struct work *work,
	    enum cite_style style);

/* The same with a letter after the year (0: none), as lists have it. */
char	*cite_lettered(const void *ctx, const struct work *work,
	    enum cite_style style, char letter);

/*
 * Authors and year, as the style has them: works of a sorted list that have the
 * same get letters.  "" where there are no authors; owned by `ctx`.
 */
char	*cite_group(const void *ctx, const struct work *work,
	    enum cite_style style);

/*
 * The references (char *, owned by `ctx`) of a list of works (struct work),
 * in the order of the style: as given, or sorted by author, where those of one
 * year get letters, "2003a".
 */
struct list	 cite_list(const void *ctx, const struct list *works,
		    enum cite_style style);

/* The same, each with its work (struct cited), italics marked. */
struct cited {
	const struct work	*work;
	char			*text;
};
struct list	 cite_list_marked(const void *ctx, const struct list *works,
		    enum cite_style style);

#endif
