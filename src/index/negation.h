/*
 * Finds the negated words of a text: "children were excluded", "without a
 * sham".  They are not content: only a search for exactly that word finds them.
 *
 * The rule is that of NegEx (W. W. Chapman et al., J Biomed Inform
 * 2001;34:301): a trigger negates up to five words after it, or before it if it
 * ends a clause ("... were excluded"), but never beyond the clause.  Phrases
 * that look like a trigger but report a result ("no difference in pain") negate
 * nothing.
 */
#ifndef INDEX_NEGATION_H
#define INDEX_NEGATION_H

/*
 * The text with TOKEN_ABSENT before each negated word, owned by `ctx`; the text
 * itself if there are none.
 */
const char	*negation_mark(const void *ctx, const char *text);

#endif
