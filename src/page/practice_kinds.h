/*
 * The kinds of practice questions, one row each: how many a record has, how to
 * ask with the answer hidden, the recorded answer, and how to judge a reader's
 * answer.  Every answer is read from the record or computed from its numbers;
 * without a recorded answer there is no question.
 */
#ifndef PAGE_PRACTICE_KINDS_H
#define PAGE_PRACTICE_KINDS_H

#include "library/library.h"
#include "page/doc.h"

enum practice_judgement {
	PRACTICE_AGREES,
	PRACTICE_DIFFERS,
	PRACTICE_NOT_CLEAR	/* the answer matches no row, or several */
};

/* The part of the record that a question is about, numbered from 0. */
struct practice_part {
	struct library	*library;
	const void	*record;
	size_t		 number;
};

struct practice_kind {
	const char	*name;		/* of practice_kinds */
	enum rectype	 type;
	const char	*needs;		/* data that a record needs for such
					   a question */
	/*
	 * The number of questions on a record; temporary data is owned by
	 * `scratch`.
	 */
	size_t		(*count)(const void *scratch, struct library *library,
			    const void *record);
	/* Each of these fills `doc`. */
	void		(*ask)(struct doc *doc,
			    const struct practice_part *part);
	void		(*reveal)(struct doc *doc,
			    const struct practice_part *part);
	enum practice_judgement	(*judge)(const void *scratch,
			    const struct practice_part *part,
			    const char *answer);
};

extern const struct practice_kind	practice_asks[];
extern const size_t			practice_asks_count;

/* The kind with this name, or NULL. */
const struct practice_kind	*practice_kind_find(const char *name);

/* Functions shared by the files of the kinds. */

/* Adds the rows of a list as answers: "1 accurate, 2 supported". */
void	 practice_put_answers(struct doc *doc, const struct codelist *list);

/*
 * Whether an answer names the row `right` of the list: by number, id, label,
 * symbol or unambiguous prefix.
 */
enum practice_judgement	 practice_judge_code(const struct codelist *list,
			    const char *right, const char *answer);

/*
 * Adds a row for the work's source with this id; adds nothing if there is no
 * such source.
 */
void	 practice_put_source(struct doc *doc, const struct work *work,
	    const char *id);

/* Kinds defined in other files. */
size_t	 plot_parts(const void *scratch, struct library *library,
	    const void *record);
size_t	 sided_parts(const void *scratch, struct library *library,
	    const void *record);
size_t	 pair_parts(const void *scratch, struct library *library,
	    const void *record);
void	 ask_interval(struct doc *doc, const struct practice_part *part);
void	 ask_side(struct doc *doc, const struct practice_part *part);
void	 ask_pair(struct doc *doc, const struct practice_part *part);
void	 reveal_interval(struct doc *doc, const struct practice_part *part);
void	 reveal_side(struct doc *doc, const struct practice_part *part);
void	 reveal_pair(struct doc *doc, const struct practice_part *part);
enum practice_judgement	 judge_interval(const void *scratch,
			    const struct practice_part *part,
			    const char *answer);
enum practice_judgement	 judge_side(const void *scratch,
			    const struct practice_part *part,
			    const char *answer);
enum practice_judgement	 judge_pair(const void *scratch,
			    const struct practice_part *part,
			    const char *answer);

#endif
