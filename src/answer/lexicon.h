/*
 * The lexicon: from the words of a text to what they may mean: the word
 * in any form, words of like meaning (english.h), terms of the vocabulary,
 * and broader terms.  Each of these is a feature, a number from 1.
 */
#ifndef ANSWER_LEXICON_H
#define ANSWER_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/pack.h"
#include "library/library.h"

enum sense_kind { SENSE_WORD, SENSE_CLASS, SENSE_CONCEPT, SENSE_BROADER };

struct sense {
	uint32_t	 feature;
	enum sense_kind	 kind;
};

enum { SENSES_MAX = 20 };

/* A word with content: where it is, and what it may mean. */
struct mention {
	size_t		 start;		/* bytes of the text */
	size_t		 end;
	uint32_t	 word;		/* its own feature; 0: not known */
	bool		 subject;	/* names the treatment or its tools */
	uint32_t	 which;		/* class of an everyday phrase with it:
					   "which tool" is about no treatment */
	bool		 question;	/* carries nothing in a question */
	bool		 general;	/* said of anything: "help", "better" */
	int		 more;		/* 1: more of something, -1: less */
	size_t		 count;
	struct sense	 senses[SENSES_MAX];
};

/* Whether a word names the term with this feature, not a narrower one. */
bool	 mention_names(const struct mention *mention, uint32_t feature);

struct mentions {
	struct mention	*at;
	size_t		 count;
	size_t		 capacity;
};

/* A term, as the lexicon sees it. */
struct concept {
	const char	*id;
	const char	*label;
	enum facet	 facet;
	uint32_t	 feature;
	size_t		 broader;	/* index, or CONCEPT_NONE */
	bool		 subject;
	size_t		 group;		/* of a subject: those with the same are
					   one treatment by several names */
};

#define CONCEPT_NONE	((size_t)-1)

struct lexicon;

/* The English part and the vocabulary of a library; owned by `ctx`. */
struct lexicon	*lexicon_new(const void *ctx, struct library *library);

/*
 * Reads a text; owned by `ctx`.  A word that occurs twice is listed once.
 * `learn` gives new words a feature, which only building the knowledge does.
 */
struct mentions	*lexicon_read(struct lexicon *lexicon, const void *ctx,
		    const char *text, size_t n, bool learn);

/*
 * The only known word that differs from a stem in one letter or in the order of
 * two, and begins as it does; NULL where there is none.  Owned by the lexicon.
 */
const char	*lexicon_nearest(const struct lexicon *lexicon,
		    const char *word);

/* How many features there are: the highest number. */
uint32_t	 lexicon_features(const struct lexicon *lexicon);

/* The concept of a feature or of an id, NULL if it has none; borrowed. */
const struct concept	*lexicon_concept(const struct lexicon *lexicon,
			    uint32_t feature);
struct concept		*lexicon_term(struct lexicon *lexicon,
			    const char *id);

/* Its broader concept, NULL at the top. */
const struct concept	*lexicon_broader(const struct lexicon *lexicon,
			    const struct concept *concept);

/* Makes the groups of two subjects one; nothing where one is not a subject. */
void	 lexicon_join_subjects(struct lexicon *lexicon, const char *one,
	    const char *other);

/*
 * Marks the terms that name what the bibliography is about: those given,
 * what is narrower, and the instruments that are called after them.  Each is of
 * the group of the topmost of them above it.
 */
void	 lexicon_set_subjects(struct lexicon *lexicon,
	    struct library *library, const struct list *ids);

/*
 * The lexicon as bytes (base/pack.h), with all that it learned, and lists of
 * features and of its concepts.  What is unpacked of other bytes may only be
 * freed.
 */
void	 lexicon_pack(const void *ctx, struct lexicon *lexicon,
	    struct buf *out);
void	 lexicon_pack_features(const void *ctx, const struct list *features,
	    struct buf *out);
void	 lexicon_pack_concepts(const void *ctx, const struct lexicon *lexicon,
	    const struct list *concepts, struct buf *out);
struct lexicon	*lexicon_unpack(struct unpacker *in, const void *ctx,
		    struct library *library);
struct list	 lexicon_unpack_features(struct unpacker *in,
		    const struct lexicon *lexicon, const void *ctx);
struct list	 lexicon_unpack_concepts(struct unpacker *in,
		    const struct lexicon *lexicon, const void *ctx);

#endif
