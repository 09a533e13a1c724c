/* The claims and answers found in sentences, as JSON. */
#ifndef EXPORT_ANSWERS_H
#define EXPORT_ANSWERS_H

#include <jansson.h>

#include "answer/answer.h"
#include "answer/trace.h"

/*
 * Returns { "covered", "claims", "sentences": [ { "sentence", "start", "end",
 * "claims": [ { "proposition", "verdict", "score", "relation", "polarity",
 * "hedge" } ] } ] }; omits sentences without claims.  The caller owns it:
 * json_decref().
 */
json_t	*trace_json(struct library *library, const struct trace *trace);

/*
 * Returns { "topic": id or null, "near-topic": id or null, "propositions": [ {
 * "id", "verdict", "relation": "same" or "near", "polarity", "score" } ],
 * "not-covered": [ part of the sentence ], "not-mentioned": [ word ], "excluded":
 * text or null, "terms": [ id ] }; the caller owns it.
 */
json_t	*answer_json(struct library *library, const struct answer *answer);

#endif
