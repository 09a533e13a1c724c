/* Phrases that several pages share; all owned by `ctx`. */
#ifndef PAGE_WORDING_H
#define PAGE_WORDING_H

#include "page/doc.h"
#include "library/axis.h"
#include "library/library.h"

/* "level 2", "level 3 (graded down from 2)", "no level". */
char	*wording_level(const void *ctx, const struct work *work);

/*
 * "favours Relaxation", "no difference shown" ...  For a change within a group,
 * see wording_direction_label().
 */
char	*wording_finding(const void *ctx, struct library *library,
	    const struct work *work, const struct finding *finding);

/*
 * The label of a direction.  A change within a group has "no control group"
 * only if the work has none, otherwise "no comparison reported".
 */
char	*wording_direction_label(const void *ctx, const struct work *work,
	    const struct code *direction);

/*
 * The label of a work's direction for an outcome, with the terms that its
 * findings favour.  `own`: see finding_direction_from().
 */
char	*wording_direction(const void *ctx, struct library *library,
	    const struct work *work, const char *outcome,
	    const struct viewpoint *own, const struct code *direction);

/*
 * What the findings with this direction compared, as a suffix: ", compared with
 * Placebo" if all of them name a term, otherwise their own words, " (tea vs
 * water; tea vs waiting)"; "" if nothing was compared.
 */
char	*wording_compared(const void *ctx, struct library *library,
	    const struct work *work, const char *outcome,
	    const struct viewpoint *own, const struct code *direction);

/*
 * The direction with its certainty, if someone rated it: "favours Tea, certainty
 * low (GRADE, by the authors)".
 */
char	*wording_direction_certain(const void *ctx, struct library *library,
	    const struct work *work, const char *outcome,
	    const struct viewpoint *own, const struct code *direction);

/*
 * The direction with the comparison and its certainty: "favours Tea (tea vs
 * water), certainty low (GRADE, by the authors)".
 */
char	*wording_result(const void *ctx, struct library *library,
	    const struct work *work, const char *outcome,
	    const struct code *direction);

/*
 * The overall result of a work in two cells: the symbol of the direction and of
 * the comparator ("=s": no difference from a sham; "+n": better than nothing);
 * "." if it has no result.  `own`: see finding_direction_from().
 */
char	*wording_overall_sign(const void *ctx, struct library *library,
	    const struct work *work, const struct viewpoint *own);

/*
 * The overall result in words, with the outcome of the finding that decides:
 * "Pain: no difference shown against a sham or placebo"; without a result, what
 * the work reports ("Pain: harm reported"), or "no finding recorded".
 */
char	*wording_overall(const void *ctx, struct library *library,
	    const struct work *work, const struct viewpoint *own);

/*
 * The certainty of the evidence on an outcome and on narrower ones, from each
 * rater: "moderate (GRADE, by the authors)", "low for Naps (...)"; NULL if no
 * one rated it.
 */
char	*wording_certainty(const void *ctx, struct library *library,
	    const struct work *work, const char *outcome);

/*
 * The certainty for the outcome of a finding, or "Pain: low (...)" if it has
 * several outcomes; NULL for a finding that is not about an effect.
 */
char	*wording_finding_certainty(const void *ctx, struct library *library,
	    const struct work *work, const struct finding *finding);

/*
 * How a work relates to a claim (a code of `bearings`), in words; if the
 * relation is unknown, how much of the work (may be NULL) was read.  Static.
 */
const char	*wording_bears(const struct work *work, const char *bears);

/*
 * How close a work's treatment is to the bibliography's own, or NULL; borrowed.
 */
const struct directness	*directness_of(struct library *library,
			    const struct work *work);

/*
 * The reports of a work on harms: its summary, or else its findings, harms
 * before no harms; NULL if nothing is recorded. Borrowed from the work.
 */
const char	*wording_harms(const struct work *work);

/* "1 study", "4 studies"; NULL if `n` is NULL. */
char	*wording_number(const void *ctx, const char *n, const char *one,
	    const char *many);

/*
 * A unit in the form that follows its number: " points", "%", or "" for NULL.
 */
char	*wording_unit(const void *ctx, const char *unit);

/* "143 people", "46 studies", "30 animals"; NULL if unknown. */
char	*wording_size(const void *ctx, const struct work *work);

/* Population and size: "143 people", "people, 46 studies"; or NULL. */
char	*wording_studied(const void *ctx, const struct work *work);

/* "Insomnia; Milk": keywords or headings of a work without terms, or NULL. */
char	*wording_keywords(const void *ctx, const struct work *work);

/*
 * The warnings on a work in sentences, its status first: "RETRACTED: do not
 * rely on this work.  ANIMALS, NOT PEOPLE: ..."; or NULL.
 */
char	*wording_caution(const void *ctx, const struct work *work);

/*
 * The warnings, each cut at its colon: "RETRACTED. ANIMALS, NOT PEOPLE."; or
 * NULL.
 */
char	*wording_caution_brief(const void *ctx, const struct work *work);

/*
 * Which direction of a finding's estimate is better: "lower favours the
 * treatment studied"; "lower is better" without a comparison or a treatment;
 * for an exposure, "above 1: more with the exposure".  NULL if not recorded.
 */
const char	*wording_side(const void *ctx, const struct work *work,
		    const struct finding *finding);

/* "SMD -0.28 (95% CI -0.66 to 0.10), p = 0.15". */
char	*wording_estimate(const void *ctx, const struct work *work,
	    const struct finding *finding);

/* The name of a popular article: its label or else its id, shortened. */
char	*wording_article(const void *ctx, struct library *library,
	    const char *id);
char	*wording_article_short(const void *ctx, struct library *library,
	    const char *id);

/*
 * "Teapot et al. 2021", or the start of the title if neither author nor journal
 * is recorded.
 */
char	*wording_short(const void *ctx, const struct work *work);

/* Directions of a work in words: "Pain: no difference; ...", or NULL. */
char	*wording_directions(const void *ctx, struct library *library,
	    const struct work *work, size_t most);

/*
 * The names that are similar to an unknown name, as a suggestion: "'a', 'b' or
 * 'c'"; NULL if there are none.
 */
char	*wording_near(const void *ctx, const struct axis *axis);

#endif
