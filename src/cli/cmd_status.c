/*
 * strigil status: compares a list of retractions and other notices with the
 * works, and records the matches, either in the user's bibliography or in a
 * file of statuses that is read with every bibliography.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "cli/splice.h"
#include "cli/spool.h"
#include "export/cells.h"
#include "export/xml.h"
#include "import/status_list.h"
#include "library/adopt.h"
#include "record/identifier.h"

const struct option_row cmd_status_options[] = {
	{ 't', "to", "BIBLIOGRAPHY", "your bibliography to add the notices "
	  "to", TEXT(struct status_options, to) },
	{ .name = NULL }
};

enum { LIST_MAX = 1 << 28 };

/* A DOI or PMID, and the work that has it. */
struct known_id {
	char		*value;		/* "DOI 10.1/x", lower case */
	const char	*id;
	char		*kinds;		/* kinds of its notices: " erratum " */
};

struct marking {
	struct run	*run;
	struct known_id	*known;		/* sorted by value */
	size_t		 count;
	struct adoption	*adoption;	/* adoption into the bibliography of
					   --to, or NULL */
	struct splice	*splice;
	struct list	 marked;	/* ids (and kinds) of the works
					   marked */
	const char	*source;	/* name of the list with the notices */
	struct buf	 lines;		/* new lines of the file of statuses */
	size_t		 held;
};

static int
status_by_value(const void *a, const void *b)
{
	const struct known_id *one = a, *other = b;

	return strcmp(one->value, other->value);
}

static char *
kinds_of(const void *ctx, const struct work *work)
{
	struct buf out = { .data = NULL };
	const struct notice *notice;
	size_t i;

	for (i = 0; i < work->notices.count; i++) {
		notice = list_at(&work->notices, i);
		buf_format(ctx, &out, " %s ", notice->kind);
	}
	return mem_text(ctx, buf_string(&out));
}

static void
mark_add_known(struct marking *marking, const struct work *work,
    enum identifier kind, const char *text)
{
	if (text == NULL)
		return;
	marking->known[marking->count++] = (struct known_id){
		.value = mem_format(marking->run, "%s %s", identifier_name(
		    kind), identifier_value(marking->run, kind, text)),
		.id = mem_text(marking->run, work->id),
		.kinds = kinds_of(marking->run, work),
	};
}

/* Collects all identifiers of the open bibliographies, sorted for look-up. */
static void
know_works(struct marking *marking, struct library *library)
{
	struct list ids = library_ids(library, marking->run, RECTYPE_WORK);
	void *scratch;
	struct work *work;
	size_t i;

	marking->known = mem_array(marking->run, struct known_id, 2 * ids.count +
	    1);
	for (i = 0; i < ids.count; i++) {
		scratch = mem_context(NULL);
		work = library_record(library, scratch, RECTYPE_WORK,
		    list_at(&ids, i));
		if (work != NULL) {
			mark_add_known(marking, work, IDENTIFIER_DOI, work->doi);
			mark_add_known(marking, work, IDENTIFIER_PMID, work->pmid);
		}
		mem_free(scratch);
	}
	if (marking->count > 1)
		qsort(marking->known, marking->count, sizeof(*marking->known),
		    status_by_value);
}

static const struct known_id *
find_known(const struct marking *marking, const char *name,
    const char *value)
{
	struct known_id wanted = { .value = NULL };
	const struct known_id *found;

	if (value == NULL || marking->count == 0)
		return NULL;
	wanted.value = mem_format(NULL, "%s %s", name, value);
	found = bsearch(&wanted, marking->known, marking->count,
	    sizeof(*marking->known), status_by_value);
	mem_free(wanted.value);
	return found;
}

static void
print_mark(const struct marking *marking, const char *what, const char *id,
    const struct notice *notice)
{
	if (marking->run->quiet)
		return;
	(void)printf("%-8s %s  %s%s%s%s%s\n", what, id, code_label(
	    &notice_kinds, notice->kind), notice->date == NULL ? "" : ", ",
	    notice->date == NULL ? "" : notice->date, notice->reason == NULL ?
	    "" : ": ", notice->reason == NULL ? "" : notice->reason);
}

/* The column headings of the file of statuses. */
static const char status_head[] = "DOI,PMID,kind,date,reason,notice DOI,"
    "notice PMID,URL,notice,source\n";

static void
add_status_line(const void *ctx, struct buf *out,
    const struct status_line *line)
{
	const struct notice *notice = line->notice;
	const char *const cells[] = { line->doi, line->pmid, notice->kind,
	    notice->date, notice->reason, notice->doi, notice->pmid,
	    notice->url, notice->reference, notice->source };
	struct buf row = { .data = NULL };
	size_t i;

	for (i = 0; i < COUNT(cells); i++)
		export_csv_cell(ctx, &row, cells[i], false);
	buf_format(ctx, out, "%s\n", row.data);
}

/* Without --to: adds a new line to the file of statuses. */
static void
keep_line(struct marking *marking, const struct status_line *line)
{
	const struct known_id *known = find_known(marking, "DOI", line->doi);
	struct status_line mine = *line;
	char *kind, *mark;
	bool is_known;

	if (known == NULL)
		known = find_known(marking, "PMID", line->pmid);
	if (known == NULL)
		return;
	kind = mem_format(NULL, " %s ", line->notice->kind);
	mark = mem_format(kind, "%s%s", known->id, kind);
	is_known = strstr(known->kinds, kind) != NULL ||
	    list_holds(&marking->marked, mark);
	marking->held++;
	print_mark(marking, is_known ? "known" : "marked", known->id,
	    line->notice);
	if (!is_known) {
		if (mine.notice->source == NULL)
			mine.notice->source = marking->source;
		add_status_line(marking->run, &marking->lines, &mine);
		list_add(marking->run, &marking->marked, mem_text(
		    marking->run, mark));
	}
	mem_free(kind);
}

/*
 * Appends the new lines to the file of statuses, which stays locked while this
 * runs.
 */
static bool
keep_lines(struct marking *marking, struct err *err)
{
	const char *path = paths_statuses(marking->run);
	struct file_writer *writer;
	char *text = NULL, *all;
	enum file_found found;
	bool begins;

	if (path == NULL)
		return err_set(err, ERR_INPUT, "no home directory in which to "
		    "save the list");
	if (!file_make_directory(mem_text_n(marking->run, path,
	    (size_t)(strrchr(path, '/') - path)), err))
		return false;
	writer = file_begin(marking->run, path, 0600, err);
	if (writer == NULL)
		return false;
	found = file_read(marking->run, path, LIST_MAX, &text, err);
	if (found == FILE_UNREADABLE) {
		file_abandon(writer);
		return false;
	}
	begins = found == FILE_MISSING || *text == '\0';
	if (!begins && marking->run->statuses_problem != NULL) {
		file_abandon(writer);
		return err_set(err, ERR_INPUT, "nothing was saved: %s cannot "
		    "be read", path);
	}
	all = mem_format(marking->run, "%s%s", begins ? status_head : text,
	    marking->lines.data);
	return file_commit(writer, all, strlen(all), err);
}

static void
mark_line(struct marking *marking, const struct status_line *line)
{
	void *scratch = mem_context(NULL);
	struct buf out = { .data = NULL };
	struct adopted_work answer = adopt_notice(marking->adoption, scratch,
	    line->doi, line->pmid, line->notice);
	bool fits = answer.held != NULL && answer.is == ADOPT_LACKS &&
	    !list_holds(&marking->marked, answer.held);

	if (answer.held != NULL)
		marking->held++;
	if (answer.against != NULL)
		run_complain("%s:%zu: the work with DOI %s at %s:%zu has %s; "
		    "it was not changed", line->place.file, line->place.line,
		    line->doi, answer.where.file, answer.where.line,
		    answer.against);
	if (fits)
		xml_add_members(scratch, &out, &work_schema, answer.lacks, 2);
	if (fits && splice_into(marking->splice, answer.where, out.data)) {
		list_add(marking->run, &marking->marked, mem_text(
		    marking->run, answer.held));
		print_mark(marking, "marked", answer.held, line->notice);
	} else if (answer.held != NULL) {
		print_mark(marking, "known", answer.held, line->notice);
	}
	mem_free(scratch);
}

static void
on_line(void *user, const struct status_line *line)
{
	struct marking *marking = user;

	if (marking->adoption != NULL)
		mark_line(marking, line);
	else
		keep_line(marking, line);
}

static void
status_on_problem(void *user, const struct diag *diag)
{
	const struct marking *marking = user;

	if (!marking->run->quiet || diag->severity == SEVERITY_ERROR)
		progress_print_diag(stderr, diag);
}

/* Loads the works that the list is compared with. */
static enum status
prepare_marking(struct marking *marking, struct err *err)
{
	struct run *run = marking->run;
	const struct status_options *options = run->options;
	enum status status = STATUS_FOUND;
	struct library *library;
	const char *path;

	if (options->to == NULL) {
		if (!keeping_may(run))
			return STATUS_ERROR;
		library = bibliography_open(run, &status);
		if (library != NULL)
			know_works(marking, library);
		return status;
	}
	path = paths_own(run, options->to);
	if (path == NULL)
		return STATUS_ERROR;
	marking->splice = splice_open(run, path, "<bibliography>", err);
	marking->adoption = marking->splice == NULL ? NULL : adopt_open(run,
	    path, err);
	return marking->adoption == NULL ? run_fail(err) : STATUS_FOUND;
}

/* The name of a list: its file name without directories; owned by `ctx`. */
static const char *
list_name(const void *ctx, const char *path)
{
	const char *slash = strrchr(path, '/');

	path = slash == NULL ? path : slash + 1;
	return text_clean(ctx, path, strlen(path));
}

/* The text of the list, owned by the run; NULL after complaining. */
static char *
list_text(struct run *run, const char *name)
{
	struct err err = ERR_INIT;
	char *text = NULL;
	enum file_found found;
	const char *path;

	if (!run_may_read(run, name))
		return NULL;
	path = spool_is_pipe(name) ? spool_pipe(run, name, &err) : name;
	found = path == NULL ? FILE_UNREADABLE : file_read(run, path, LIST_MAX,
	    &text, &err);
	if (found == FILE_READ)
		return text;
	if (found == FILE_MISSING)
		run_complain("%s does not exist", path);
	else
		(void)run_fail(&err);
	return NULL;
}

enum status
cmd_status(struct run *run, int argc, char **argv)
{
	struct marking marking = { .run = run, .source = "a list" };
	struct diag_sink sink = { .report = status_on_problem,
	    .user = &marking };
	struct err err = ERR_INIT;
	enum status status;
	char *text;

	if (argc != 1) {
		run_complain("which list? 'strigil status FILE'");
		return STATUS_ERROR;
	}
	if (!text_same(argv[0], "-"))
		marking.source = list_name(run, argv[0]);
	text = list_text(run, argv[0]);
	if (text == NULL)
		return STATUS_ERROR;
	status = prepare_marking(&marking, &err);
	if (status != STATUS_FOUND)
		return status;
	if (!status_list_read(text, argv[0], &sink, on_line, &marking))
		return STATUS_ERROR;
	if (marking.marked.count > 0 && !(marking.splice != NULL ?
	    splice_commit(marking.splice, &sink, &err) :
	    keep_lines(&marking, &err)))
		return run_fail(&err);
	if (marking.held == 0 && !run->quiet)
		run_complain("none of these works is on the list");
	return run_finish(marking.held > 0 ? STATUS_FOUND : STATUS_NOTHING);
}
