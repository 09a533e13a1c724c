/*
 * The lexicon maps the words of a text to their possible meanings: the word in
 * any form, words of similar meaning (english.h), terms of the vocabulary, and
 * broader terms.  Each of these is a feature, a number from 1.
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

/* A content word: its position and its possible meanings. */
struct mention {
	size_t		 start;		/* bytes of the text */
	size_t		 end;
	uint32_t	 word;		/* feature of the word itself; 0:
					   unknown */
	bool		 subject;	/* names the treatment */
	uint32_t	 which;		/* class of an everyday phrase with
					   this word: "which kind" names no
					   treatment */
	bool		 question;	/* stop word in a question */
	bool		 asks;		/* phrase of stop words: "what is" */
	bool		 general;	/* applies to anything: "help",
					   "better" */
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

/* A term in the lexicon. */
struct concept {
	const char	*id;
	const char	*label;
	enum facet	 facet;
	uint32_t	 feature;
	size_t		 broader;	/* index of the concept; CONCEPT_NONE
					   if none */
	bool		 subject;
	size_t		 group;		/* group of a subject: the same for
					   all names of one treatment */
};

#define CONCEPT_NONE	((size_t)-1)

struct lexicon;

/*
 * A lexicon built from the English part and a library's vocabulary; owned by
 * `ctx`.
 */
struct lexicon	*lexicon_new(const void *ctx, struct library *library);

/*
 * Parses a text; owned by `ctx`.  Repeated words are listed once.  `learn`
 * gives new words a feature, which only happens while building the knowledge
 * base.
 */
struct mentions	*lexicon_read(struct lexicon *lexicon, const void *ctx,
		    const char *text, size_t n, bool learn);

/*
 * The only known word that differs from a stem by one letter or by two swapped
 * letters, and starts with the same letter; NULL if there is none.  Owned by
 * the lexicon.
 */
const char	*lexicon_nearest(const struct lexicon *lexicon,
		    const char *word);

/* The number of features, which is also the highest feature. */
uint32_t	 lexicon_features(const struct lexicon *lexicon);

/* The concept of a feature or of an id, NULL if it has none; borrowed. */
const struct concept	*lexicon_concept(const struct lexicon *lexicon,
			    uint32_t feature);
struct concept		*lexicon_term(struct lexicon *lexicon,
			    const char *id);

/* The broader concept of a concept, NULL at the top. */
const struct concept	*lexicon_broader(const struct lexicon *lexicon,
			    const struct concept *concept);

/*
 * Merges the groups of two subjects; does nothing if either is not a subject.
 */
void	 lexicon_join_subjects(struct lexicon *lexicon, const char *one,
	    const char *other);

/* Whether the bibliography has a main treatment; small ones may have none. */
bool	 lexicon_has_subject(const struct lexicon *lexicon);

/*
 * Whether the bibliography's subject is several treatments that do not share
 * their names, so that "it" may be any of them.
 */
bool	 lexicon_is_divided(const struct lexicon *lexicon);

/*
 * Marks the terms that name the bibliography's subject: those given, their
 * narrower terms, and the instruments named after them.  Each joins the group
 * of the topmost marked term above it.
 */
void	 lexicon_set_subjects(struct lexicon *lexicon,
	    struct library *library, const struct list *ids);

/*
 * Serialises the lexicon (base/pack.h) with all learned words, lists of
 * features and lists of its concepts.  An unpacked lexicon borrows the bytes
 * and learns no words; unpacked from invalid bytes it may only be freed.
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
