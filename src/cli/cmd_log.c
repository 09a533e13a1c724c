/* strigil log: prints the logged searches, and searches again. */
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/search_log.h"
#include "export/cells.h"

const struct option_row cmd_log_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_LOG),
	{ .name = NULL }
};

static const char *const heads[] = { "number", "time", "bibliography",
    "version", "checksum", "searched for", "query", "understood as", "remark",
    "count", "filters", "records searched", "platform" };
enum { HEADS = COUNT(heads) };

/* The cells of a search, in the order of the column headings. */
static void
log_cells(const void *ctx, const struct logged *logged, size_t number,
    const char *cells[HEADS])
{
	const char *const values[HEADS] = { mem_format(ctx, "%zu", number),
	    logged->time, logged->bibliography, logged->version,
	    logged->checksum, logged->target, logged->query, logged->reading,
	    logged->note, logged->count, logged->filters, logged->records,
	    logged->platform };

	memcpy(cells, values, sizeof(values));
}

static void
log_print_csv(struct run *run, const struct list *searches)
{
	const char *cells[HEADS];
	struct buf out;
	size_t i, j;

	for (i = 0; i <= searches->count; i++) {
		out = (struct buf){ .data = NULL };
		if (i > 0)
			log_cells(run, list_at(searches, i - 1), i, cells);
		for (j = 0; j < HEADS; j++)
			export_csv_cell(run, &out, i == 0 ? heads[j] :
			    cells[j], false);
		(void)printf("%s\r\n", out.data);
	}
}

/*
 * Whether this search was made in a different bibliography from the previous
 * search; only then is the bibliography named.
 */
static bool
is_elsewhere(const struct logged *before, const struct logged *logged)
{
	return before == NULL || !text_same(before->bibliography,
	    logged->bibliography) || !text_same(before->version,
	    logged->version) || !text_same(before->checksum,
	    logged->checksum) || !text_same(before->platform,
	    logged->platform);
}

static struct doc *
page_log(struct run *run, const char *name, const struct list *searches)
{
	struct doc *doc = doc_new(run, "log");
	const struct logged *logged, *before = NULL;
	struct block *line;
	size_t i;

	(void)doc_title(doc, mem_format(doc, "Search log: %s", name));
	if (searches->count == 0)
		doc_para(doc, "No searches yet.");
	for (i = 0; i < searches->count; i++, before = logged) {
		logged = list_at(searches, i);
		if (is_elsewhere(before, logged))
			(void)doc_heading(doc, mem_format(doc,
			    "%s%s%s, XXH128 %s%s%s", logged->bibliography,
			    *logged->version == '\0' ? "" : ", version ",
			    logged->version, logged->checksum,
			    *logged->platform == '\0' ? "" : ", searched with ",
			    logged->platform));
		line = doc_item(doc, 0);
		block_format(line, ROLE_LABEL, "#%zu %s ", i + 1,
		    logged->time);
		block_text(line, *logged->query == '\0' ? "(everything)" :
		    logged->query);
		block_format(line, ROLE_GRADE, ": %s%s%s %s%s", logged->count,
		    *logged->records == '\0' ? "" : " of ", logged->records,
		    logged->target, text_same(*logged->records == '\0' ?
		    logged->count : logged->records, "1") ? "" : "s");
		if (*logged->reading != '\0')
			block_format(doc_paragraph(doc, 1), ROLE_TEXT,
			    "Searched for: %s", logged->reading);
		if (*logged->filters != '\0')
			block_format(doc_paragraph(doc, 1), ROLE_TEXT,
			    "Filters: %s", logged->filters);
		if (*logged->note != '\0')
			block_text(doc_paragraph(doc, 1), logged->note);
	}
	return doc;
}

/* Lists all logs, with their number of searches. */
static enum status
log_list(struct run *run)
{
	struct err err = ERR_INIT;
	struct list names = search_log_names(run, &err), searches;
	struct doc *doc = doc_new(run, "log");
	size_t torn = 0, i;

	if (err.code != ERR_NONE)
		return run_fail(&err);
	(void)doc_title(doc, "Search logs");
	if (names.count == 0)
		doc_para(doc, "No logs yet; --log=NAME starts one.");
	for (i = 0; i < names.count; i++) {
		searches = (struct list){ .at = NULL };
		if (search_log_read(run, list_at(&names, i), &searches,
		    &torn) != STATUS_FOUND)
			return STATUS_ERROR;
		block_format(doc_item(doc, 0), ROLE_TEXT, "%s: %zu %s",
		    (const char *)list_at(&names, i), searches.count,
		    searches.count == 1 ? "search" : "searches");
	}
	if (run->format->pages == NULL) {
		run_complain("missing log; usage: strigil log NAME -f csv");
		return STATUS_ERROR;
	}
	output_doc(run, doc);
	return run_finish(torn > 0 ? STATUS_PROBLEMS : names.count > 0 ?
	    STATUS_FOUND : STATUS_NOTHING);
}

/* Whether a search was made in the open bibliography; reports it if not. */
static bool
may_replay(struct library *library, struct doc *doc,
    const struct logged *old, size_t number)
{
	bool may = text_same(old->bibliography, library_title(library));

	if (!may)
		block_format(doc_item(doc, 0), ROLE_TEXT, "#%zu searched "
		    "\"%s\": not replayed", number, old->bibliography);
	return may;
}

/* Repeats one search; returns whether its count has changed. */
static bool
replay_one(struct run *run, struct library *library, struct doc *doc,
    const struct logged *old, size_t number)
{
	const struct logged *now = search_log_make(run, library, rectype_find(
	    old->target), old->query);
	bool same = text_same(now->count, old->count);
	struct block *line;

	if (same && text_same(now->reading, old->reading))
		return false;
	line = doc_item(doc, 0);
	block_format(line, ROLE_LABEL, "#%zu ", number);
	block_text(line, *old->query == '\0' ? "(everything)" : old->query);
	block_format(line, ROLE_GRADE, ": was %s, now %s", old->count,
	    now->count);
	if (!text_same(now->reading, old->reading))
		block_format(doc_paragraph(doc, 1), ROLE_TEXT, "Searched for: "
		    "was \"%s\", now \"%s\"", old->reading, now->reading);
	return !same;
}

static enum status
log_replay(struct run *run, const char *name, const struct list *searches)
{
	struct doc *doc = doc_new(run, "log");
	enum status status;
	struct library *library = bibliography_open(run, &status);
	const struct logged *old;
	size_t changed = 0, replayed = 0, i;

	if (library == NULL)
		return status;
	(void)doc_title(doc, mem_format(doc, "Search log %s, replayed", name));
	for (i = 0; i < searches->count; i++) {
		old = list_at(searches, i);
		if (!may_replay(library, doc, old, i + 1))
			continue;
		changed += replay_one(run, library, doc, old, i + 1);
		replayed++;
	}
	if (replayed > 0 || searches->count == 0)
		doc_para(doc, mem_format(doc, "%zu of %zu counts changed.",
		    changed, replayed));
	if (run_has_failed(run))
		return STATUS_ERROR;
	output_doc(run, doc);
	if (replayed == 0 && searches->count > 0) {
		run_complain("every search in this log used another "
		    "bibliography; name it with -b");
		return STATUS_ERROR;
	}
	return run_finish(changed == 0 ? STATUS_FOUND : STATUS_NOTHING);
}

enum status
cmd_log(struct run *run, int argc, char **argv)
{
	struct list searches = { .at = NULL };
	bool replay = argc == 2 && text_same(argv[0], "replay");
	enum status status;
	size_t torn = 0;

	if (argc == 0)
		return log_list(run);
	if (argc > 2 || (argc == 2 && !replay)) {
		run_complain("usage: strigil log [NAME], or strigil log replay "
		    "NAME");
		return STATUS_ERROR;
	}
	if (replay && run->format->pages == NULL) {
		run_complain("'strigil log replay' cannot print csv; leave out "
		    "-f");
		return STATUS_ERROR;
	}
	status = search_log_read(run, argv[argc - 1], &searches, &torn);
	if (status != STATUS_FOUND)
		return status;
	if (replay)
		status = log_replay(run, argv[1], &searches);
	else if (run->format->pages == NULL)
		log_print_csv(run, &searches);
	else
		output_doc(run, page_log(run, argv[0], &searches));
	return torn > 0 && status != STATUS_ERROR ? STATUS_PROBLEMS :
	    run_finish(status);
}
