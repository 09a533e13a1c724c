/* Topics: what pages other than their own show of them. */
#ifndef PAGE_PAGE_TOPIC_H
#define PAGE_PAGE_TOPIC_H

#include "page/doc.h"
#include "library/library.h"
#include "record/topic.h"

/* "very low for Pain, rated by Nazari 2022"; a row for each rating. */
void	 put_topic_certainty(struct doc *doc, struct library *library,
	    const struct topic *topic);

#endif
