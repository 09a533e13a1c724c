/*
 * Practice: questions of which the record has the answer, asked with the
 * answer hidden.
 *
 * A question is made only where the answer is recorded: a level that the
 * bibliography gives, a score in numbers that somebody gave the work itself, a
 * verdict on a proposition.
 */
#ifndef PAGE_PRACTICE_H
#define PAGE_PRACTICE_H

#include <stdint.h>

#include "library/library.h"
#include "page/doc.h"
#include "page/practice_kinds.h"
#include "record/notes.h"

struct practice_question {
	const char	*kind;		/* of practice_kinds */
	enum rectype	 type;		/* of the record it is about */
	const char	*id;
	size_t		 part;		/* which of its kind in the record */
	const char	*page;		/* as the notebook keeps it */
	const char	*bibliography;	/* or NULL */
	long		 asked;		/* before now */
	long		 agreed;
};

/* Whether words have the form of an address of a record, "work/ID". */
bool		 practice_is_address(const char *words);

/*
 * The pages (struct address) that words mean, owned by `ctx`: a reading list,
 * topic, work or claim that they name, else the works and claims that they find
 * as a query, or that are on the term they name; "": all works and propositions.
 * None for an address of a record that is not there.  *remark is what to say of
 * how the query was read, or NULL.
 */
struct list	 practice_pages(const void *ctx, struct library *library,
		    const char *words, const char **remark);

/*
 * The questions about some pages (struct address), each once, in their order:
 * those of practice_asks that the record has an answer to; of works also the
 * verdicts on what they are about, of topics and reading lists those of what is
 * on them.  Where a record has several of a kind, they take turns.  `kind` (may be NULL) keeps one kind.  `notes` (may be NULL)
 * has what was asked before.  Owned by `ctx`.
 */
struct list	 practice_questions(const void *ctx, struct library *library,
		    const struct list *addresses, const char *kind,
		    const struct notes *notes);

/*
 * Shuffles them; the same seed gives the same order.  Those that were never
 * answered come first, then those that were once answered differently.
 */
void	 practice_shuffle(struct list *questions, uint64_t seed);

/*
 * Puts a question, `number` of `count` (0: it is not said), on a page, with
 * what may be answered; or makes a page of it.
 */
void		 practice_put(struct doc *doc, struct library *library,
		    const struct practice_question *question, size_t number,
		    size_t count);
struct doc	*practice_ask(const void *ctx, struct library *library,
		    const struct practice_question *question, size_t number,
		    size_t count);

/*
 * Compares an answer with the record: a number, an id, a label, its sign or a
 * beginning that only one of them has.  "level 2" and "2, few people" are 2;
 * "7/10" is 7 where the score is of 10.
 */
enum practice_judgement	 practice_judge(struct library *library,
			    const struct practice_question *question,
			    const char *answer);

/* What is recorded, why, who says so and what to read, on a page or as one. */
void		 practice_put_answer(struct doc *doc, struct library *library,
		    const struct practice_question *question);
struct doc	*practice_reveal(const void *ctx, struct library *library,
		    const struct practice_question *question);

/* What an address of the page of practice is about. */
struct practice_session {
	struct list	 questions;	/* struct practice_question, in order */
	size_t		 first;		/* of those that it shows */
	const struct practice_question	*question;	/* asked or answered;
					   NULL: none */
	long		 asked;		/* answers so far, to all of them */
	long		 agreed;
	const char	*remark;	/* see practice_pages() */
};

/* Owned by `ctx`. */
void	 practice_session_read(const void *ctx, struct library *library,
	    const struct address *address, struct practice_session *session);

/* The question as an address of that page names it, owned by `ctx`. */
char	*practice_about(const void *ctx,
	    const struct practice_question *question);

#endif
