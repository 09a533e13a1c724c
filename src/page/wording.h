/* What several pages say in the same words; all owned by `ctx`. */
#ifndef PAGE_WORDING_H
#define PAGE_WORDING_H

#include "page/doc.h"
#include "library/library.h"

/* "level 2", "level 3 (graded down from 2)", "no level". */
char	*wording_level(const void *ctx, const struct work *work);

/* "favours Relaxation", "no difference shown" ... */
char	*wording_finding(const void *ctx, struct library *library,
	    const struct finding *finding);

/*
 * The same for a direction that a work has for an outcome, with the terms that
 * its findings favour.  `own`: see finding_direction_from().
 */
char	*wording_direction(const void *ctx, struct library *library,
	    const struct work *work, const char *outcome,
	    const struct viewpoint *own, const struct code *direction);

/*
 * What a work found for an outcome or for a narrower one: see
 * work_direction().
 */
const struct code	*direction_for(struct library *library,
			    const struct work *work, const char *outcome);

/* The same from the side of a technique: see finding_direction_from(). */
const struct code	*direction_from(struct library *library,
			    const struct work *work, const char *outcome,
			    const struct viewpoint *own);

/*
 * What the work found overall, in two cells: the sign of the direction and
 * against what ("=s": no difference from a sham; "+n": better than nothing);
 * "." when it found nothing.  `own`: see finding_direction_from().
 */
char	*wording_overall_sign(const void *ctx, struct library *library,
	    const struct work *work, const struct viewpoint *own);

/* The same in words: "no difference shown against a sham or placebo". */
char	*wording_overall(const void *ctx, struct library *library,
	    const struct work *work, const struct viewpoint *own);

/* How close its treatment is to that of the bibliography, or NULL; borrowed. */
const struct directness	*directness_of(struct library *library,
			    const struct work *work);

/*
 * What a work says of harms: as it is summed up, else as found, harm before
 * none; NULL where nothing is recorded.  Borrowed from the work.
 */
const char	*wording_harms(const struct work *work);

/* "1 study", "4 studies"; NULL when `n` is. */
char	*wording_number(const void *ctx, const char *n, const char *one,
	    const char *many);

/* " points", "%", "" for NULL: a unit as it follows its number. */
char	*wording_unit(const void *ctx, const char *unit);

/* "143 people", "46 studies", "30 animals"; NULL when unknown. */
char	*wording_size(const void *ctx, const struct work *work);

/* In whom, and how many: "143 people", "people, 46 studies"; or NULL. */
char	*wording_studied(const void *ctx, const struct work *work);

/* "Insomnia; Milk": keywords or headings of a work without terms, or NULL. */
char	*wording_keywords(const void *ctx, const struct work *work);

/*
 * What must not be overlooked, in sentences, the status first: "RETRACTED: do
 * not rely on this work. ANIMALS, NOT PEOPLE: ..."; or NULL.
 */
char	*wording_caution(const void *ctx, const struct work *work);

/* The same up to the colons: "RETRACTED. ANIMALS, NOT PEOPLE."; or NULL. */
char	*wording_caution_brief(const void *ctx, const struct work *work);

/* "SMD -0.28 (95% CI -0.66 to 0.10), p = 0.15". */
char	*wording_estimate(const void *ctx, const struct estimate *estimate);

/* What to call a popular article: its label, else its id; or cut short. */
char	*wording_article(const void *ctx, struct library *library,
	    const char *id);
char	*wording_article_short(const void *ctx, struct library *library,
	    const char *id);

/*
 * "Teapot et al. 2021"; the beginning of the title where neither author nor
 * journal is recorded.
 */
char	*wording_short(const void *ctx, const struct work *work);

/* A row of texts with commas between, unless the list is empty. */
void	 tell_texts(struct doc *doc, const char *label,
	    const struct list *texts);

/* A row of links to terms, unless the list is empty. */
void	 tell_terms(struct doc *doc, struct library *library,
	    const char *label, const struct list *ids);

/* Directions of a work in words: "Pain: no difference; ...", or NULL. */
char	*wording_directions(const void *ctx, struct library *library,
	    const struct work *work, size_t most);

#endif
