/*
 * What a text says was not so: "children were excluded", "without a sham".  A
 * word of it is not content: only who asks for it as it is written finds it.
 *
 * The rule is that of NegEx (W. W. Chapman et al., J Biomed Inform 2001;34:301):
 * a trigger negates up to five words after it, or before it if it ends a clause
 * ("... were excluded"), but not beyond the clause; phrases that look like a
 * trigger and say what was found ("no difference in pain") negate nothing.
 */
#ifndef INDEX_NEGATION_H
#define INDEX_NEGATION_H

/*
 * The text with TOKEN_ABSENT before each negated word, owned by `ctx`; the text
 * itself where there is none.
 */
const char	*negation_mark(const void *ctx, const char *text);

#endif
