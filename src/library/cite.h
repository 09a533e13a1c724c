/*
 * Citations: a work as a reference in the styles that courses ask for.
 *
 * Sources of the rules: AMA Manual of Style, 11th edition (2020), chapter 3;
 * ICMJE/NLM "Citing Medicine" (Vancouver); Publication Manual of the APA, 7th
 * edition (2020), chapter 9.  AMA and Vancouver abbreviate journals as the NLM
 * Catalog does, where the record has the abbreviation; AMA and APA write pages
 * in full.  Titles stay as the source writes them, and what is unknown is left
 * out.
 */
#ifndef LIBRARY_CITE_H
#define LIBRARY_CITE_H

#include "record/work.h"

enum cite_style { CITE_AMA, CITE_VANCOUVER, CITE_APA, CITE_STYLES };

/* "AMA", "Vancouver", "APA". */
const char	*cite_style_name(enum cite_style style);

/* The reference, owned by `ctx`.  A work that was withdrawn says so. */
char	*cite(const void *ctx, const struct work *work,
	    enum cite_style style);

#endif
