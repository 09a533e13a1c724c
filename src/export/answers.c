/* The claims and answers found in sentences, as JSON. */
#include "export/answers.h"

#include <math.h>

#include "export/json.h"

/* A score rounded to three digits, so that all machines print the same. */
static json_t *
score_json(double score)
{
	return json_real(floor(score * 1000 + 0.5) / 1000);
}

static json_t *
claim_json(struct library *library, const struct traced_claim *claim)
{
	void *scratch = mem_context(NULL);
	const struct proposition *proposition = library_record(library,
	    scratch, RECTYPE_PROPOSITION, claim->known->id);
	json_t *json = json_pack("{s:s, s:s?, s:o, s:s, s:s, s:s}",
	    "proposition", claim->known->id, "verdict", proposition == NULL ?
	    NULL : proposition->verdict, "score", score_json(claim->score),
	    "relation", claim->near ? "near" : "same", "polarity",
	    claim->denied ? "denied" : "asserted", "hedge",
	    hedge_name(claim->hedge));

	mem_free(scratch);
	return json;
}

json_t *
trace_json(struct library *library, const struct trace *trace)
{
	json_t *sentences = json_array(), *claims;
	const struct traced_sentence *sentence;
	size_t i, j;

	for (i = 0; i < trace->sentences.count; i++) {
		sentence = list_at(&trace->sentences, i);
		if (sentence->claims.count == 0)
			continue;
		claims = json_array();
		for (j = 0; j < sentence->claims.count; j++)
			(void)json_array_append_new(claims, claim_json(
			    library, list_at(&sentence->claims, j)));
		(void)json_array_append_new(sentences, json_pack(
		    "{s:s, s:I, s:I, s:o}", "sentence", sentence->text,
		    "start", (json_int_t)sentence->start, "end",
		    (json_int_t)sentence->end, "claims", claims));
	}
	return json_pack("{s:b, s:I, s:o}", "covered", trace->covered,
	    "claims", (json_int_t)trace->claims, "sentences", sentences);
}

static json_t *
proposition_json(struct library *library,
    const struct answer_proposition *found)
{
	void *scratch = mem_context(NULL);
	const struct proposition *proposition = library_record(library,
	    scratch, RECTYPE_PROPOSITION, found->known->id);
	json_t *json = json_pack("{s:s, s:s?, s:s, s:s, s:o}", "id",
	    found->known->id, "verdict", proposition == NULL ? NULL :
	    proposition->verdict, "relation", found->near ? "near" : "same",
	    "polarity", found->denied ? "denied" : "asserted", "score",
	    score_json(found->score));

	mem_free(scratch);
	return json;
}

json_t *
answer_json(struct library *library, const struct answer *answer)
{
	json_t *propositions = json_array(), *terms = json_array();
	size_t i;

	for (i = 0; i < answer->propositions.count; i++)
		(void)json_array_append_new(propositions, proposition_json(
		    library, list_at(&answer->propositions, i)));
	for (i = 0; i < answer->terms.count; i++)
		(void)json_array_append_new(terms, json_string(((const struct
		    concept *)list_at(&answer->terms, i))->id));
	return json_pack("{s:s?, s:s?, s:o, s:o, s:o, s:s?, s:o}", "topic",
	    answer->topic == NULL ? NULL : answer->topic->id, "near-topic",
	    answer->near_topic == NULL ? NULL : answer->near_topic->id,
	    "propositions", propositions, "not-covered", texts_json(
	    &answer->parts), "not-mentioned", texts_json(answer_is_found(
	    answer) ? &answer->uncovered : &answer->unheld), "excluded",
	    answer->excluded, "terms", terms);
}
