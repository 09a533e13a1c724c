/*
 * Practice: questions whose answers are in the records, asked with the answer
 * hidden.
 *
 * Questions are made only where an answer is recorded: a level given by the
 * bibliography, a numeric score that someone gave the work itself, a verdict on
 * a proposition.
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
	enum rectype	 type;		/* type of the record */
	const char	*id;
	size_t		 part;		/* index among the record's parts of
					   this kind */
	const char	*page;		/* address as stored in the notebook */
	const char	*bibliography;	/* or NULL */
	long		 asked;		/* answers before this session */
	long		 agreed;
};

/* Whether words look like the address of a record, "work/ID". */
bool		 practice_is_address(const char *words);

/*
 * The pages (struct address) that words refer to, owned by `ctx`: a reading
 * list, topic, work or claim with that name, or else the works and claims that
 * match the words as a query or are on a term with that name.  "" gives all
 * works and propositions; an address of an unknown record gives none.  *remark
 * explains how the query was understood, or is NULL.
 */
struct list	 practice_pages(const void *ctx, struct library *library,
		    const char *words, const char **remark);

/*
 * The questions about some pages (struct address), each once, in page order:
 * those of practice_asks that the record can answer.  Works also give the
 * verdicts on the claims about them; topics and reading lists give the
 * questions about their items.  If a record has several questions of one kind,
 * they take turns.  `kind` (may be NULL) keeps one kind.  `notes` (may be NULL)
 * holds earlier answers.  Owned by `ctx`.
 */
struct list	 practice_questions(const void *ctx, struct library *library,
		    const struct list *addresses, const char *kind,
		    const struct notes *notes);

/*
 * Shuffles the questions; the same seed gives the same order. practice_order()
 * puts questions never answered first, then questions with at least as many
 * answers that differ from the record as agree with it; otherwise it keeps the
 * order.
 */
void	 practice_shuffle(struct list *questions, uint64_t seed);
void	 practice_order(struct list *questions);

/*
 * Adds a question to a page with its possible answers, or makes a page of it.
 * `number` of `count` is shown unless it is 0.
 */
void		 practice_put(struct doc *doc, struct library *library,
		    const struct practice_question *question, size_t number,
		    size_t count);
struct doc	*practice_ask(const void *ctx, struct library *library,
		    const struct practice_question *question, size_t number,
		    size_t count);

/*
 * Compares an answer with the record.  An answer may be a number, an id, a
 * label, its symbol or an unambiguous prefix: "level 2" and "2, few people" are
 * 2; "7/10" is 7 if the maximum is 10.
 */
enum practice_judgement	 practice_judge(struct library *library,
			    const struct practice_question *question,
			    const char *answer);

/*
 * Adds the recorded answer, with its reason, source and further reading, to a
 * page; or makes a page of it.
 */
void		 practice_put_answer(struct doc *doc, struct library *library,
		    const struct practice_question *question);
struct doc	*practice_reveal(const void *ctx, struct library *library,
		    const struct practice_question *question);

/* The state of a session, as encoded in an address of the practice page. */
struct practice_session {
	struct list	 questions;	/* struct practice_question, in an
					   order that answers do not change */
	size_t		 first;		/* index of the first question shown,
					   or of the one answered */
	size_t		 next;		/* index of the question to ask next:
					   see practice_order() */
	size_t		 answered;	/* questions answered at least once */
	const struct practice_question	*question;	/* asked or answered;
							   NULL: none */
	long		 asked;		/* answers so far, to all questions */
	long		 agreed;
	const char	*remark;	/* see practice_pages() */
};

/* Owned by `ctx`. */
void	 practice_session_read(const void *ctx, struct library *library,
	    const struct address *address, struct practice_session *session);

/* The page that asks the question with this index, owned by `ctx`. */
struct address	 practice_ask_at(const void *ctx,
		    const struct address *address, size_t index);

/* The question as written in such an address, owned by `ctx`. */
char	*practice_about(const void *ctx,
	    const struct practice_question *question);

#endif
