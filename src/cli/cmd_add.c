/*
 * strigil add: copies works of other bibliographies and exports into the user's
 * own bibliography, where they can be appraised.
 */
#include <errno.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "cli/splice.h"
#include "cli/spool.h"
#include "export/xml.h"
#include "library/adopt.h"
#include "record/value.h"

const struct option_row cmd_add_options[] = {
	{ 't', "to", "BIBLIOGRAPHY", "your bibliography to add works to "
	  "(default: mine)", TEXT(struct add_options, to) },
	{ .name = NULL }
};

struct adding {
	struct run	*run;
	struct library	*library;	/* where the works come from */
	struct adoption	*adoption;
	struct splice	*splice;
	struct list	 filled;	/* ids of existing works that were
					   completed */
	size_t		 added;
	size_t		 held;
	size_t		 missing;	/* works not found */
};

static void
report(const struct adding *adding, const char *what, const char *id,
    const char *more)
{
	if (!adding->run->quiet)
		(void)printf("%-9s %s  %s\n", what, id, more);
}

/* Records the import as the source of a work that has no sources. */
static void
name_source(struct work *work)
{
	struct source *source;

	if (work->imported == NULL || work->sources.count > 0)
		return;
	source = record_new(work, &source_schema);
	source->id = "S1";
	source->kind = "database-record";
	source->url = work->link;
	source->note = mem_format(source, "record from %s; not appraised",
	    work->imported);
	list_add(work, &work->sources, source);
}

/* Adds the terms and articles that a new work needs. */
static void
add_needed(struct adding *adding, const void *ctx, struct buf *out,
    struct work *work)
{
	struct xml_needs needs = { .about = false };
	struct term *term;
	const char *as, *id;
	bool is_new;
	size_t i;

	xml_add_needs(ctx, &needs, adding->library, work);
	/* Broader terms come after those that refer to them. */
	for (i = needs.terms.count; i-- > 0;) {
		term = library_record(adding->library, ctx, RECTYPE_TERM,
		    list_at(&needs.terms, i));
		if (term == NULL)
			continue;
		as = adopt_term(adding->adoption, ctx, term, &is_new);
		if (is_new)
			xml_add_record(ctx, out, "term", &term_schema, term,
			    1);
		adopt_rename(work, list_at(&needs.terms, i), as);
	}
	for (i = 0; i < needs.articles.count; i++) {
		id = list_at(&needs.articles, i);
		if (!adopt_has(adding->adoption, RECTYPE_ARTICLE, id))
			xml_add_record(ctx, out, "article", rectype_schema(
			    RECTYPE_ARTICLE), library_record(adding->library,
			    ctx, RECTYPE_ARTICLE, id), 1);
	}
}

static void
add_new(struct adding *adding, const void *ctx, struct work *work)
{
	struct buf out = { .data = NULL };

	name_source(work);
	if (work->added == NULL)
		work->added = value_today(work);
	work_forget_sides(work);
	add_needed(adding, ctx, &out, work);
	buf_text(ctx, &out, "\n");
	xml_add_work(ctx, &out, work);
	splice_append(adding->splice, out.data);
	report(adding, "added", work->id, work->title);
	adding->added++;
}

/* The names of the elements added to an existing work, once each. */
static const char *
names_of_gaps(const void *ctx, const struct work *gaps)
{
	struct buf out = { .data = NULL };
	const struct member *member;
	size_t i;

	for (i = 0; i < work_schema.count; i++) {
		member = &work_schema.members[i];
		if (member->form == FORM_ELEMENT && (member->many ?
		    record_list(gaps, member)->count > 0 :
		    record_value(gaps, member) != NULL))
			buf_format(ctx, &out, "%s%s", out.len > 0 ? ", " :
			    "gets ", member->name);
	}
	return buf_string(&out);
}

/*
 * Adds missing elements at the end of an existing work; changes nothing else.
 */
static void
complete_held(struct adding *adding, const void *ctx,
    const struct adopted_work *answer)
{
	struct buf out = { .data = NULL };
	bool fits = answer->is == ADOPT_LACKS && answer->where.line > 0 &&
	    !list_holds(&adding->filled, answer->held);

	if (fits)
		xml_add_members(ctx, &out, &work_schema, answer->lacks, 2);
	if (!fits || out.data == NULL || !splice_into(adding->splice,
	    answer->where, out.data)) {
		report(adding, "held", answer->held, answer->where.line == 0 ?
		    "" : mem_format(ctx, "at %s:%zu", answer->where.file,
		    answer->where.line));
		adding->held++;
		return;
	}
	list_add(adding->run, &adding->filled, mem_text(adding->run,
	    answer->held));
	report(adding, "completed", answer->held, names_of_gaps(ctx,
	    answer->lacks));
}

static void
take_work(struct adding *adding, const char *id)
{
	void *scratch = mem_context(NULL);
	struct work *work = library_record(adding->library, scratch,
	    RECTYPE_WORK, id);
	struct adopted_work answer;
	const char *line;

	if (work != NULL) {
		answer = adopt_work(adding->adoption, scratch, work);
		/* A work that this run adds has no line yet. */
		line = answer.where.line == 0 ? "" : mem_format(scratch,
		    ":%zu", answer.where.line);
		if (answer.against != NULL && answer.held != NULL)
			run_complain("'%s' shares an identifier with '%s' at "
			    "%s%s, but has %s; both are kept", work->id,
			    answer.held, answer.where.file, line,
			    answer.against);
		if (answer.is == ADOPT_NEW)
			add_new(adding, scratch, work);
		else
			complete_held(adding, scratch, &answer);
	}
	mem_free(scratch);
}

/* Sources. */

/* Whether an operand is a file, or may be one that cannot be looked at. */
static bool
is_file(const char *operand)
{
	return spool_is_pipe(operand) || access(operand, F_OK) == 0 ||
	    (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG);
}

/* Collects the works of all files among the operands, each once. */
static bool
take_files(struct adding *adding, int argc, char **argv, struct err *err)
{
	struct run *run = adding->run;
	struct progress *progress = progress_new(run);
	struct cache_request request = { .watch = progress_watch(progress),
	    .sink = progress_sink(progress) };
	struct list paths = { .at = NULL }, ids;
	const char *path;
	size_t k;
	int i;

	for (i = 0; i < argc; i++) {
		path = !is_file(argv[i]) ? NULL : spool_is_pipe(argv[i]) ?
		    spool_pipe(run, argv[i], err) : argv[i];
		if (path != NULL)
			list_add(run, &paths, (void *)(uintptr_t)path);
		else if (is_file(argv[i]))
			return false;
	}
	if (paths.count == 0)
		return true;
	request.paths = (const char *const *)paths.at;
	request.count = paths.count;
	adding->library = library_open(run, &request, NULL, err);
	progress_end(progress);
	if (adding->library == NULL)
		return false;
	ids = library_ids(adding->library, run, RECTYPE_WORK);
	for (k = 0; k < ids.count; k++)
		take_work(adding, list_at(&ids, k));
	return library_ok(adding->library, err);
}

/* Collects works of the open bibliographies, by DOI, id or another name. */
static enum status
take_held(struct adding *adding, int argc, char **argv)
{
	struct run *run = adding->run;
	enum status status = STATUS_FOUND;
	struct address address;
	int i;

	adding->library = NULL;
	for (i = 0; i < argc; i++) {
		if (is_file(argv[i]))
			continue;
		if (adding->library == NULL)
			adding->library = bibliography_open(run, &status);
		if (adding->library == NULL)
			return status;
		if (library_resolve(adding->library, run, argv[i], &address) &&
		    address.page == PAGE_RECORD && address.kind ==
		    RECTYPE_WORK) {
			take_work(adding, address.id);
			continue;
		}
		run_unknown(run, adding->library, argv[i]);
		adding->missing++;
	}
	return STATUS_FOUND;
}

/* The start of a new bibliography of the user. */
static char *
head_of(struct run *run, const char *path)
{
	const char *name = paths_own_name(run, path);

	return mem_format(run, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<bibliography xmlns=\"" XML_NAMESPACE "\">\n"
	    "  <about id=\"%s\">\n    <title>%s</title>\n  </about>\n", name,
	    name);
}

static enum status
commit(struct adding *adding, const char *path)
{
	struct diag_sink sink = { .report = progress_report };
	struct err err = ERR_INIT;

	if (adding->added + adding->filled.count > 0 &&
	    !splice_commit(adding->splice, &sink, &err))
		return run_fail(&err);
	if (!adding->run->quiet)
		run_complain("%s: %zu added, %zu completed, %zu already "
		    "there", path,
		    adding->added, adding->filled.count, adding->held);
	return adding->missing > 0 ? STATUS_NOTHING : STATUS_FOUND;
}

enum status
cmd_add(struct run *run, int argc, char **argv)
{
	const struct add_options *options = run->options;
	struct adding adding = { .run = run };
	const char *path = argc == 0 ? NULL : paths_own(run,
	    options->to == NULL ? "mine" : options->to);
	struct err err = ERR_INIT;
	enum status status;

	if (argc == 0)
		run_complain("missing file or id; usage: strigil add "
		    "FILE|ID... --to BIBLIOGRAPHY");
	if (path == NULL)
		return STATUS_ERROR;
	adding.splice = splice_open(run, path, head_of(run, path), &err);
	if (adding.splice == NULL)
		return run_fail(&err);
	adding.adoption = adopt_open(run, path, &err);
	if (adding.adoption == NULL || !take_files(&adding, argc, argv, &err))
		return run_fail(&err);
	status = take_held(&adding, argc, argv);
	if (status != STATUS_FOUND)
		return status;
	return run_finish(commit(&adding, path));
}
