/* What a practice question is about, and functions shared by its kinds. */
#ifndef PAGE_PRACTICE_PART_H
#define PAGE_PRACTICE_PART_H

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

#endif
