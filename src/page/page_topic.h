/* The parts of a topic that other pages also show. */
#ifndef PAGE_PAGE_TOPIC_H
#define PAGE_PAGE_TOPIC_H

#include "page/doc.h"
#include "library/library.h"
#include "record/topic.h"

/* Adds a row for each rating: "very low for Pain, rated by Nazari 2022". */
void	 put_topic_certainty(struct doc *doc, struct library *library,
	    const struct topic *topic);

#endif
