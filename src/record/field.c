/* Fields: what a query may ask for by name, and the columns of the index. */
#include "record/field.h"

#include <strings.h>
#include <string.h>

#include "record/language.h"

#define LIST(list, singular, rows)					\
	const struct codelist list = {					\
		singular, rows, sizeof(rows) / sizeof(rows[0])		\
	}

static const struct code state_rows[] = {
	{ "retracted", "retracted", "!R", "A retraction was published." },
	{ "withdrawn", "withdrawn", "!W", "It was withdrawn." },
	{ "republished", "retracted and republished", "!R",
	  "It was retracted, and a corrected version published." },
	{ "partly-retracted", "partly retracted", "!R",
	  "Part of it was retracted." },
	{ "concern", "under an expression of concern", "!C",
	  "Its journal warns of doubts about it." },
	{ "corrected", "corrected", "!E", "An erratum was published." },
	{ "superseded", "superseded", "!U",
	  "A newer version has taken its place." },
	{ "preprint", "preprint", "!P", "It has not been peer reviewed." },
	{ "notice", "notice about another work", "!n",
	  "It retracts, corrects or doubts another work." },
	{ "open", "open access", "oa", "Under an open licence, or in PMC." },
	{ "appraised", "appraised", "ap", "Somebody published a score." },
	{ "cited", "cited by an article", "ci",
	  "One of the popular articles cites it." },
	{ "imported", "imported", "im", "From a database; not appraised." },
};
LIST(states, "state", state_rows);

static const struct code content_rows[] = {
	{ "estimate", "an estimate", "est", "A number with its kind." },
	{ "interval", "an interval", "ci", "A confidence interval." },
	{ "score", "a score", "sc", "An appraisal of its quality." },
	{ "harms", "harms", "h", "Something said on unwanted effects." },
	{ "note", "a note", "n", "An evidence note." },
	{ "abstract", "an abstract", "ab", "The abstract itself." },
};
LIST(contents, "content", content_rows);

#define FACET(facet_name, short_name, records, which, sample, words)	\
	{ .name = facet_name, .brief = short_name, .kind = FIELD_TERM,	\
	  .of = OF_##records, .columns = "label",			\
	  .facet = FACET_##which, .example = sample, .help = words }
#define TEXT(text_name, short_name, records, where, sample, words)	\
	{ .name = text_name, .brief = short_name, .kind = FIELD_TEXT,	\
	  .of = OF_##records, .columns = where, .facet = FACET_COUNT,	\
	  .example = sample, .help = words }
#define PICK(list_name, short_name, records, list, sample, words)	\
	{ .name = list_name, .brief = short_name, .kind = FIELD_CHOICE,	\
	  .of = OF_##records, .facet = FACET_COUNT, .choices = &(list),	\
	  .example = sample, .help = words }
#define OTHER(other_name, short_name, records, which, sample, words)	\
	{ .name = other_name, .brief = short_name,			\
	  .kind = FIELD_##which, .of = OF_##records,			\
	  .facet = FACET_COUNT, .example = sample, .help = words }

const struct field fields[] = {
	FACET("mechanism", "m", BOTH, MECHANISM, "mechanism:fibroblasts",
	    "how the treatment is thought to act"),
	FACET("condition", "c", BOTH, CONDITION, "condition:\"tennis elbow\"",
	    "what is treated"),
	FACET("outcome", "o", BOTH, OUTCOME, "outcome:pain",
	    "what is measured"),
	FACET("technique", "t", BOTH, TECHNIQUE, "technique:graston",
	    "the treatment, or what it is compared with"),
	FACET("instrument", "i", WORKS, INSTRUMENT, "instrument:graston",
	    "the tool"),
	FACET("region", "r", WORKS, REGION, "region:shoulder",
	    "the part of the body"),
	FACET("population", "p", WORKS, POPULATION, "population:athletes",
	    "who was studied"),
	FACET("design", "d", WORKS, DESIGN, "design:rct",
	    "how it was studied"),
	FACET("exposure", "x", BOTH, EXPOSURE, "exposure:smoking",
	    "what people were exposed to"),
	FACET("test", "te", BOTH, TEST, "test:x-ray",
	    "the test that is judged"),
	FACET("term", "tm", BOTH, COUNT, "term:sleep",
	    "a term of any facet"),
	OTHER("level", "l", WORKS, LEVEL, "level:1..2",
	    "the level of evidence as shown, a range of levels, or none"),
	PICK("certainty", "ce", WORKS, ratings, "certainty:low",
	    "of reviews: how certain the evidence is rated, high, moderate, "
	    "low or very low"),
	OTHER("year", "y", WORKS, YEAR, "year:2015..2020",
	    "the year of publication, or a range of years"),
	OTHER("score", "sc", WORKS, SCORE, "score:7..10",
	    "its PEDro score, a range of scores, or the tool of a score"),
	PICK("subjects", "s", WORKS, subjects, "subjects:human",
	    "human, animal, cells or none"),
	PICK("known", "kn", WORKS, confidences, "known:full-text",
	    "how much of it was read: full-text, abstract, citation or "
	    "article-only"),
	TEXT("author", "a", BOTH, "author", "author:schleip",
	    "an author's name; of claims, the article's name"),
	TEXT("title", "ti", BOTH, "title", "title:fascia",
	    "words of the title; of claims, of the sentence"),
	TEXT("journal", "j", WORKS, "journal", "journal:chiropractic",
	    "words of the journal's name"),
	TEXT("note", "n", BOTH, "note", "note:placebo",
	    "words of the evidence note; of claims, of the verdict's reason"),
	OTHER("id", "id", BOTH, IDENTIFIER, "id:crothers-2016",
	    "the id of a work or claim"),
	OTHER("doi", "doi", WORKS, IDENTIFIER, "doi:10.1186/s12998-016-0096-9",
	    "the DOI, with or without its web address"),
	OTHER("pmid", "pmid", WORKS, IDENTIFIER, "pmid:27186365",
	    "the PubMed number"),
	OTHER("list", "li", WORKS, LIST, "list:trials-seffrin-2019",
	    "the id of a list of trials that it is in"),
	OTHER("type", "ty", WORKS, VALUE, "type:letter",
	    "the type of publication, as the database calls it"),
	PICK("lang", "la", WORKS, languages, "lang:german",
	    "the language of the work: its name or code"),
	PICK("is", "is", WORKS, states, "is:corrected",
	    "retracted, withdrawn, concern, corrected, superseded, preprint, "
	    "open, appraised, cited, imported ..."),
	PICK("has", "has", WORKS, contents, "has:interval",
	    "estimate, interval, score, harms, note or abstract"),
	PICK("verdict", "v", CLAIMS, verdicts, "verdict:\"not supported\"",
	    "of claims: the verdict"),
	PICK("kind", "k", CLAIMS, claim_kinds, "kind:safety",
	    "of claims: what the claim is about"),
};
const size_t fields_count = sizeof(fields) / sizeof(fields[0]);

/*
 * Tuned on judged queries; a term of the vocabulary counts more than the
 * same words in a text, a title more than a note.
 */
const struct column work_columns[WORK_COLUMNS] = {
	[WORK_TITLE] = { "title", 8.0 },
	[WORK_AUTHOR] = { "author", 10.0 },
	[WORK_TERM] = { "term", 6.0 },
	[WORK_LABEL] = { "label", 2.0 },
	[WORK_SYNONYM] = { "synonym", 0.8 },
	[WORK_NOTE] = { "note", 3.0 },
	[WORK_FINDING] = { "finding", 2.0 },
	[WORK_DETAIL] = { "detail", 1.0 },
	[WORK_ABSTRACT] = { "abstract", 2.0 },
	[WORK_JOURNAL] = { "journal", 0.5 },
	[WORK_SIDE] = { "side", 1.5 },
};

const struct column claim_columns[CLAIM_COLUMNS] = {
	[CLAIM_TITLE] = { "title", 8.0 },
	[CLAIM_AUTHOR] = { "author", 1.0 },
	[CLAIM_TERM] = { "term", 6.0 },
	[CLAIM_LABEL] = { "label", 2.0 },
	[CLAIM_SYNONYM] = { "synonym", 0.8 },
	[CLAIM_NOTE] = { "note", 1.0 },
	[CLAIM_FINDING] = { "finding", 2.0 },
	[CLAIM_DETAIL] = { "detail", 0.5 },
	[CLAIM_SIDE] = { "side", 1.0 },
};

const struct field *
field_find(const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < fields_count; i++)
		if ((strlen(fields[i].name) == n &&
		    strncasecmp(fields[i].name, name, n) == 0) ||
		    (strlen(fields[i].brief) == n &&
		    strncasecmp(fields[i].brief, name, n) == 0))
			return &fields[i];
	return NULL;
}
