/*
 * The kinds of questions that practice asks, one row each: how many a record
 * has, how it is asked with the answer hidden, what is recorded, how an answer
 * is judged.  Every answer is read from the record or computed from its
 * numbers; where it is not recorded, nothing is asked.
 */
#ifndef PAGE_PRACTICE_KINDS_H
#define PAGE_PRACTICE_KINDS_H

#include "library/library.h"
#include "page/doc.h"

enum practice_judgement {
	PRACTICE_AGREES,
	PRACTICE_DIFFERS,
	PRACTICE_NOT_CLEAR	/* is not one of the answers, or may be several */
};

/* What one question is about: a part of a record, from 0. */
struct practice_part {
	struct library	*library;
	const void	*record;
	size_t		 number;
};

struct practice_kind {
	const char	*name;		/* of practice_kinds */
	enum rectype	 type;
	/* How many questions a record has; `scratch` owns what is read. */
	size_t		(*count)(const void *scratch, struct library *library,
			    const void *record);
	/* Each fills `doc`. */
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

/* The kind of this name, or NULL. */
const struct practice_kind	*practice_kind_find(const char *name);

/* What the files of the kinds share. */

/* What a reader must know to appraise a work, without what is asked for. */
void	 practice_put_work(struct doc *doc, struct library *library,
	    const struct work *work);

/* "1 accurate, 2 supported": the rows of a list as answers. */
void	 practice_put_answers(struct doc *doc, const struct codelist *list);

/*
 * Whether an answer names the row `right` of the list: by its number, id,
 * label, sign, or a beginning that no other row has.
 */
enum practice_judgement	 practice_judge_code(const struct codelist *list,
			    const char *right, const char *answer);

/* The source of a work with this id, as a row; nothing where there is none. */
void	 practice_put_source(struct doc *doc, const struct work *work,
	    const char *id);

/* Rows of the table in files of their own. */
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
