/*
 * Fields: the parts of a record that a query can search by name, and the
 * columns of the index.
 *
 * Each field is defined by one row, for the parser, the plan, help, completion
 * and the manual page strigil-query(7).
 */
#ifndef RECORD_FIELD_H
#define RECORD_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "record/codelist.h"

enum field_kind {
	FIELD_TEXT,		/* words in certain columns */
	FIELD_TERM,		/* a term of a facet, or words of its label */
	FIELD_SIDE,		/* a term on one side of the comparison */
	FIELD_CHOICE,		/* one of a closed list */
	FIELD_YEAR,		/* a year or a range of years */
	FIELD_LEVEL,		/* a level or a range of levels */
	FIELD_SCORE,		/* a score, a range of scores, or a scale */
	FIELD_DOSE,		/* a number of an arm, or a range of numbers */
	FIELD_LIST,		/* the id of a trial list or reading list */
	FIELD_KEPT,		/* a value that the notebook has for the
				   record */
	FIELD_COVERED,		/* a condition, or a condition/outcome, that
				   has no finding of its own */
	FIELD_VALUE,		/* a value of an open list, compared as a
				   whole */
	FIELD_IDENTIFIER	/* an identifier, compared as a whole */
};

/* The records that have a field. */
enum field_of { OF_BOTH, OF_WORKS, OF_CLAIMS };

struct field {
	const char		*name;
	const char		*brief;		/* short form */
	enum field_kind		 kind;
	enum field_of		 of;
	const char		*columns;	/* FTS5 column set, words */
	enum facet		 facet;		/* FACET_COUNT: any, or a
						   declared facet */
	const char		*declared;	/* the declared facet, or NULL */
	const struct codelist	*choices;
	const char		*example;
	const char		*help;
};

/*
 * The fields, one row each; index/fields.c adds the values of a record to its
 * columns.
 *
 *	FACET(name, short, of, FACET, example, help)	terms of a facet
 *	TEXT(name, short, of, columns, example, help)	words in some columns
 *	PICK(name, short, of, codelist, example, help)	one of a closed list
 *	OTHER(name, short, of, KIND, example, help)	see enum field_kind
 */
#define FIELD_LIST(FACET, TEXT, PICK, OTHER)				\
	FACET("mechanism", "m", BOTH, MECHANISM, "mechanism:gaba",	\
	    "how the treatment is thought to act")			\
	FACET("condition", "c", BOTH, CONDITION, "condition:\"jet lag\"", \
	    "what is treated")						\
	FACET("outcome", "o", BOTH, OUTCOME, "outcome:mood",		\
	    "what is measured")						\
	FACET("technique", "t", BOTH, TECHNIQUE, "technique:\"tai chi\"", \
	    "the treatment or its comparator")				\
	OTHER("intervention", "iv", WORKS, SIDE, "intervention:\"tai chi\"", \
	    "the treatment studied, not its comparator")		\
	OTHER("comparator", "co", WORKS, SIDE, "comparator:\"usual care\"", \
	    "the comparator, not the treatment studied")		\
	FACET("instrument", "i", WORKS, INSTRUMENT, "instrument:lamp",	\
	    "what is used for the treatment")					\
	FACET("region", "r", WORKS, REGION, "region:head",		\
	    "the part of the body")					\
	FACET("population", "p", WORKS, POPULATION, "population:elderly", \
	    "who was studied")						\
	FACET("design", "d", WORKS, DESIGN, "design:rct",		\
	    "how it was studied")					\
	FACET("exposure", "x", BOTH, EXPOSURE, "exposure:smoking",	\
	    "what people were exposed to")				\
	FACET("test", "te", BOTH, TEST, "test:x-ray",			\
	    "the test evaluated")					\
	FACET("term", "tm", BOTH, COUNT, "term:sleep",			\
	    "a term of any facet")					\
	OTHER("level", "l", WORKS, LEVEL, "level:1..2",			\
	    "the level of evidence as shown, a range of levels, or none") \
	PICK("certainty", "ce", WORKS, ratings, "certainty:low",	\
	    "certainty of the evidence in reviews: high, moderate, low or " \
	    "very low")						\
	OTHER("year", "y", WORKS, YEAR, "year:2015..2020",		\
	    "the year of publication, or a range of years")		\
	OTHER("score", "sc", WORKS, SCORE, "score:7..10",		\
	    "the PEDro score, a range of scores, or the name of a scale") \
	PICK("subjects", "s", WORKS, subjects, "subjects:human",	\
	    "human, animal, cells or none")				\
	PICK("known", "kn", WORKS, confidences, "known:full-text",	\
	    "how much of the work was read: full-text, abstract, citation or " \
	    "article-only")						\
	TEXT("author", "a", BOTH, "author", "author:espie",		\
	    "an author's name; for claims, the article's name")		\
	TEXT("title", "ti", BOTH, "title", "title:melatonin",	\
	    "words in the title; for claims, in the sentence")		\
	TEXT("journal", "j", WORKS, "journal", "journal:lancet",	\
	    "words in the journal's name")				\
	TEXT("summary", "su", BOTH, "note", "summary:placebo",		\
	    "words in the bottom line; for claims, in the verdict's reason") \
	OTHER("id", "id", BOTH, IDENTIFIER, "id:kyle-2023",		\
	    "the id of a work or claim")				\
	OTHER("doi", "doi", WORKS, IDENTIFIER, "doi:10.5665/sleep.1872", \
	    "the DOI, with or without its web address")			\
	OTHER("pmid", "pmid", WORKS, IDENTIFIER, "pmid:22654196",	\
	    "the PubMed number")					\
	OTHER("sessions", "se", WORKS, DOSE, "sessions:>8",		\
	    "how many sessions an arm had: a number, >8 or 4..8")	\
	OTHER("weeks", "we", WORKS, DOSE, "weeks:4..8",		\
	    "for how many weeks an arm was treated")			\
	OTHER("minutes", "min", WORKS, DOSE, "minutes:<=30",		\
	    "how many minutes a session of an arm lasted")		\
	OTHER("covers", "cv", WORKS, COVERED, "covers:anxiety",		\
	    "a condition that the work mentions but has no finding on; "	\
	    "anxiety/mood: no finding on mood in anxiety")			\
	OTHER("study", "st", WORKS, VALUE, "study:sleepless-2021",	\
	    "the id of a study; finds all its reports")			\
	OTHER("list", "li", BOTH, LIST, "list:trials-stevinson",	\
	    "the id of a reading list or list of trials; finds its works") \
	OTHER("note", "n", BOTH, KEPT, "note:seminar",			\
	    "words in your note on the record")					\
	OTHER("tag", "tg", BOTH, KEPT, "tag:exam",			\
	    "a tag that you gave the record")					\
	OTHER("type", "ty", WORKS, VALUE, "type:letter",		\
	    "the type of publication, as the database calls it")	\
	PICK("lang", "la", WORKS, languages, "lang:german",		\
	    "the language of the work: its name or code")		\
	PICK("is", "is", WORKS, states, "is:corrected",			\
	    "retracted, withdrawn, concern, corrected, superseded, preprint, " \
	    "open, appraised, cited, imported ...; in your notes: read, " \
	    "to-read")							\
	PICK("has", "has", WORKS, contents, "has:interval",		\
	    "estimate, interval, score, harms, harm-reported, summary, " \
	    "abstract; or your own: note")					\
	PICK("verdict", "v", CLAIMS, verdicts, "verdict:\"not supported\"", \
	    "the verdict on a claim")					\
	PICK("kind", "k", CLAIMS, claim_kinds, "kind:safety",		\
	    "what a claim is about")

extern const struct field	fields[];
extern const size_t		fields_count;

/* The facet of a field; NULL: any. */
const char	*field_facet(const struct field *field);

/* Whether two fields are the same; declared fields may have several copies. */
bool	 field_same(const struct field *a, const struct field *b);

/* The field with this name or short form (ignoring case), or NULL. */
const struct field	*field_find(const char *name, size_t n);

/* A column of a text table, with its weight in the ranking (bm25). */
struct column {
	const char	*name;
	double		 weight;
};

/*
 * The columns of works and of claims: X(ID, "name", weight), in table order.
 * Weights were tuned on judged queries; a term counts more than the same words
 * in a text, a title more than a note.
 */
#define WORK_COLUMN_LIST(X)						\
	X(TITLE, "title", 8.0)						\
	X(AUTHOR, "author", 10.0)					\
	X(TERM, "term", 6.0)						\
	X(LABEL, "label", 2.0)						\
	X(SYNONYM, "synonym", 0.8)					\
	X(NOTE, "note", 3.0)						\
	X(FINDING, "finding", 2.0)					\
	X(DETAIL, "detail", 1.0)					\
	X(ABSTRACT, "abstract", 2.0)					\
	X(JOURNAL, "journal", 0.5)					\
	X(SIDE, "side", 1.5)
#define CLAIM_COLUMN_LIST(X)						\
	X(TITLE, "title", 8.0)						\
	X(AUTHOR, "author", 1.0)					\
	X(TERM, "term", 6.0)						\
	X(LABEL, "label", 2.0)						\
	X(SYNONYM, "synonym", 0.8)					\
	X(NOTE, "note", 1.0)						\
	X(FINDING, "finding", 2.0)					\
	X(DETAIL, "detail", 0.5)					\
	X(SIDE, "side", 1.0)

enum work_column {
#define X(id, name, weight)	WORK_##id,
	WORK_COLUMN_LIST(X)
#undef X
	WORK_COLUMNS
};
enum claim_column {
#define X(id, name, weight)	CLAIM_##id,
	CLAIM_COLUMN_LIST(X)
#undef X
	CLAIM_COLUMNS
};
extern const struct column	work_columns[WORK_COLUMNS];
extern const struct column	claim_columns[CLAIM_COLUMNS];

/* The values of `is:` and `has:`. */
extern const struct codelist	states;
extern const struct codelist	contents;

#endif
