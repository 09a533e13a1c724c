/* Practice questions on forest plots, and on two reviews of one topic. */
#ifndef PAGE_PRACTICE_READ_H
#define PAGE_PRACTICE_READ_H

#include "page/practice_part.h"

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
