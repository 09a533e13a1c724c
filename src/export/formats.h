/*
 * Output formats: the rows of one table (export.c), used by -f of every
 * command, --help, the browser's x and y, completion, the manual and the tests.
 */
#ifndef EXPORT_FORMATS_H
#define EXPORT_FORMATS_H

#include "export/map.h"
#include "export/plain.h"
#include "export/rows.h"
#include "export/source.h"

/* What a command may require of a format; a set is joined with "|". */
enum format_use {
	FORMAT_PAGES	= 1 << 0,
	FORMAT_WORKS	= 1 << 1,
	FORMAT_CLAIMS	= 1 << 2,
	FORMAT_RECORDS	= 1 << 3,	/* records of every type, with pages */
	FORMAT_COUNTS	= 1 << 4,	/* the results counted by topic */
	FORMAT_MAP	= 1 << 5,
	FORMAT_PROBLEMS	= 1 << 6,	/* found by "strigil check" */
	FORMAT_ANSWERS	= 1 << 7,	/* claims found in sentences */
	FORMAT_CHANGES	= 1 << 8,	/* found by "strigil diff" */
	FORMAT_LOG	= 1 << 9,	/* the log of searches */
	FORMAT_ROWS	= 1 << 10	/* rows that are not records: rows.h */
};

/*
 * One row per format:
 *
 * 	PAGES(name, suffix, more uses, reading, citing, joint, function, purpose)
 * 	WORKS(name, suffix, label, function, purpose)
 * 	DATA(name, suffix, uses, purpose, members)
 *
 * `suffix` ends the name of a file in this format (NULL: only commands print
 * it); `label` names a copied record.  PAGES and WORKS declare their function:
 * see `pages` and `work` below.
 */
#define FORMAT_LIST(PAGES, WORKS, DATA)					\
	PAGES("text", ".txt", FORMAT_PROBLEMS, true, false, "\n",	\
	    print_text,							\
	    "for people, wrapped to the terminal width")		\
	PAGES("linear", ".linear.txt", 0, true, false, "", print_linear,		\
	    "for screen readers: no columns, no drawings")		\
	PAGES("markdown", ".md", 0, false, true, "\n", print_markdown,	\
	    "CommonMark")						\
	PAGES("html", ".html", 0, false, true, "", print_html,		\
	    "one file for a web browser, without scripts")		\
	PAGES("man", ".man.txt", 0, false, false, NULL, print_man,		\
	    "man(7), for mandoc and groff")				\
	DATA("csv", ".csv", FORMAT_WORKS | FORMAT_CLAIMS | FORMAT_MAP |	\
	    FORMAT_LOG | FORMAT_ROWS,					\
	    "comma-separated values (RFC 4180)",			\
	    .all = export_all_csv, .map = export_map_csv,		\
	    .rows = export_rows_csv)					\
	DATA("tsv", ".tsv", FORMAT_WORKS | FORMAT_CLAIMS | FORMAT_COUNTS | \
	    FORMAT_MAP | FORMAT_ROWS,					\
	    "tab-separated values, one line per record",		\
	    .lines = true, .work = export_tsv_work,			\
	    .claim = export_tsv_claim, .counts = export_counts_tsv,	\
	    .map = export_map_tsv, .rows = export_rows_tsv)		\
	DATA("json", ".json", FORMAT_WORKS | FORMAT_CLAIMS |		\
	    FORMAT_RECORDS | FORMAT_COUNTS | FORMAT_PROBLEMS |		\
	    FORMAT_ANSWERS | FORMAT_CHANGES | FORMAT_MAP |		\
	    FORMAT_ROWS,						\
	    "complete records, for programs",				\
	    .all = export_all_json, .counts = export_counts_json,	\
	    .map = export_map_json, .rows = export_rows_json)		\
	DATA("ids", ".ids.txt", FORMAT_WORKS | FORMAT_CLAIMS | FORMAT_COUNTS,	\
	    "ids only, one per line", .lines = true,			\
	    .all = export_all_ids, .counts = export_counts_tsv)		\
	WORKS("ris", ".ris", "RIS record", reference_ris,		\
	    "for reference managers")					\
	WORKS("nbib", ".nbib", "PubMed record", reference_nbib,		\
	    "MEDLINE text, as PubMed saves it")				\
	WORKS("biblatex", ".biblatex.bib", "BibLaTeX record", reference_biblatex,	\
	    "for biber")						\
	WORKS("bibtex", ".bib", "BibTeX record", reference_bibtex,	\
	    "for LaTeX and reference managers")				\
	DATA("csl-json", ".csl.json", FORMAT_WORKS,			\
	    "for citation processors", .all = export_all_csl)		\
	DATA("anki", ".anki.txt", FORMAT_WORKS | FORMAT_CLAIMS |	\
	    FORMAT_RECORDS, "flashcards for Anki",			\
	    .all = export_all_anki)					\
	DATA("quiz", ".quiz.csv", FORMAT_WORKS | FORMAT_CLAIMS |	\
	    FORMAT_RECORDS, "the same flashcards as CSV, for quizzes",	\
	    .all = export_all_quiz)					\
	DATA("xml", ".xml", FORMAT_WORKS,				\
	    "a strigil bibliography, to load again",			\
	    .all = export_all_xml)

struct format {
	const char	*name;
	const char	*suffix;
	const char	*label;		/* label of a copied record; NULL: the
					   name */
	const char	*purpose;
	unsigned	 takes;		/* of enum format_use */
	bool		 reading;	/* for people, so a pager is used */
	bool		 citing;	/* cites the works that pages name */
	const char	*joint;		/* between separately printed pieces of
					   a page; NULL: no pieces */
	bool		 lines;		/* one line per record, may end in
					   NUL */
	/* Prints documents (struct doc) one after the other, owned by `ctx`. */
	char		*(*pages)(const void *ctx, const struct list *docs,
			    const struct print_options *options);
	/* Prints one record, owned by `ctx`; a line lacks its newline. */
	char		*(*work)(const void *ctx, const struct work *work);
	char		*(*claim)(const void *ctx, const struct claim *claim);
	/* Writes everything; returns the number of records. */
	size_t		 (*all)(const struct export_source *source,
			    const struct export_target *target);
	/* Writes the results of a search counted by topic. */
	void		 (*counts)(const struct export_source *source,
			    const struct export_target *target);
	/* Writes a map: see export/map.h. */
	bool		 (*map)(struct library *library,
			    const struct address *address,
			    const struct export_target *target);
	/* Writes a list of rows: see export/rows.h. */
	void		 (*rows)(const json_t *all, const char *rows,
			    const struct export_target *target);
};

/* The functions of the rows. */
#define X_PAGES(name, suffix, takes, reading, citing, joint, function, purpose) \
	char	*function(const void *ctx, const struct list *docs,	\
		    const struct print_options *options);
#define X_WORKS(name, suffix, label, function, purpose)			\
	char	*function(const void *ctx, const struct work *work);
#define X_DATA(name, suffix, takes, purpose, ...)
FORMAT_LIST(X_PAGES, X_WORKS, X_DATA)
#undef X_PAGES
#undef X_WORKS
#undef X_DATA

#endif
