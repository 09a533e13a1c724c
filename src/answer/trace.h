/* Traces an article: finds the sentences that state known propositions. */
#ifndef ANSWER_TRACE_H
#define ANSWER_TRACE_H

#include "answer/match.h"

enum { TRACE_BYTES_MAX = 4 << 20 };

/* A proposition that a sentence states. */
struct traced_claim {
	const struct known	*known;
	double			 score;
	bool			 near;
	bool			 denied;
	enum hedge		 hedge;
};

struct traced_sentence {
	const char	*text;		/* cleaned, one line */
	size_t		 start;		/* offset in the file */
	size_t		 end;
	bool		 heading;
	bool		 paragraph;	/* first of a paragraph */
	struct list	 claims;	/* struct traced_claim, best first */
};

struct trace {
	struct list	 sentences;	/* struct traced_sentence, all */
	bool		 covered;	/* the article is on the subject */
	bool		 cut;		/* longer than TRACE_BYTES_MAX */
	bool		 cleaned;	/* some bytes were not valid UTF-8 */
	size_t		 claims;	/* number of claims stated, not near */
};

/*
 * Whether a text is an article or a part of one rather than a search: it has at
 * least three sentences of several words.  The parts of a reference are
 * shorter.
 */
bool		 trace_is_article(const char *text);

/*
 * Traces an article: text, Markdown or HTML (detected by its first bytes).
 * Owned by `ctx`; NULL, with *err set, if it is not text.
 */
struct trace	*trace_article(struct knowledge *knowledge, const void *ctx,
		    const char *bytes, size_t n, struct err *err) MUST_CHECK;

#endif
