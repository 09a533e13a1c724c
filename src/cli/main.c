/* strigil: a browser for clinical evidence in a terminal. */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <jansson.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/restrict.h"
#include "cli/run.h"
#include "export/records.h"

enum {
	HISTORY_LINES = 500,
	COMMAND_LETTERS = 2,	/* shorter words are never taken for a mistyped
				   command */
	LONG_LETTERS = 6,	/* shortest word with two mistakes */
	ROOM = 1 << 20		/* bytes allocated at the start, enough for most
				   runs */
};

const struct option_row cmd_none_options[] = {
	{ .name = NULL }
};

/* The first row is the program without a command. */
const struct command commands[] = {
	{ "", "[QUERY...]", "browse the results of a search",
	  cmd_none_options, NULL, 0,
	  "Without a terminal, strigil prints the same as 'strigil search', or "
	  "for an\naddress the same as 'strigil show'.\n",
	  "  strigil\n"
	  "  strigil pain\n"
	  "  strigil -b insomnia\n",
	  cmd_browse },
	{ "search", "[--] QUERY...", "print the results of a search",
	  cmd_search_options, &cmd_search_defaults, sizeof(struct search_options),
	  "An empty QUERY ('') finds everything.  'strigil help query' "
	  "explains the query\nlanguage.\n",
	  "  strigil search -b insomnia melatonin\n"
	  "  strigil search pain level:2 design:meta-analysis\n"
	  "  strigil search -f ris -n all pain >pain.ris\n",
	  cmd_search },
	{ "show", "ADDRESS...", "print works, claims, terms",
	  cmd_show_options, NULL, 0,
	  "An ADDRESS is an id (kyle-2023), KIND/ID "
	  "(claim/stem-cells-002), an\nidentifier (a DOI) or the name of a "
	  "term (\"chronic insomnia\").\n",
	  "  strigil show -b insomnia kyle-2023\n"
	  "  strigil show start safety\n"
	  "  strigil show -f json tour\n",
	  cmd_show },
	{ "map", "[--] [QUERY...]", "print a map of the evidence and its gaps",
	  cmd_map_options, NULL, sizeof(struct map_options),
	  "FIELD is any field that 'strigil search --facets' counts.\n",
	  "  strigil map\n"
	  "  strigil map --rows=technique --columns=outcome\n"
	  "  strigil map -f csv pain >map.csv\n",
	  cmd_map },
	{ "pico", "", "search by people, treatment, comparison, outcome",
	  cmd_pico_options, NULL, sizeof(struct pico_options),
	  "Prints the number of matching works after each line, and marks the line "
	  "that\nleaves none.\n",
	  "  strigil pico -b insomnia -p adults -o mood\n"
	  "  strigil pico -b insomnia -i valerian -c placebo\n"
	  "  strigil pico -b insomnia -i 'melatonin or valerian' -c placebo\n",
	  cmd_pico },
	{ "plot", "[--] [QUERY...]", "print findings side by side, and forest plots",
	  cmd_plot_options, NULL, sizeof(struct plot_options),
	  "Directions for each outcome, and forest plots of the estimates that "
	  "share\ntype and unit; nothing is pooled.\n",
	  "  strigil plot -b insomnia melatonin\n"
	  "  strigil plot -k forest pain\n"
	  "  strigil plot -b insomnia kyle-2023 wang-2024\n",
	  cmd_plot },
	{ "claims", "[--] [QUERY...]", "print claims by verdict",
	  cmd_claims_options, NULL, sizeof(struct claims_options),
	  "What popular articles say, and whether the works support it.\n",
	  "  strigil claims\n"
	  "  strigil claims -v 'not supported'\n"
	  "  strigil claims -b insomnia -f csv melatonin >claims.csv\n",
	  cmd_claims },
	{ "ask", "[--] QUESTION...", "answer a question, or check a sentence",
	  cmd_ask_options, NULL, 0,
	  "The answer, then the works that support it.  Exit status 1 if the "
	  "question is\nnot covered.\n",
	  "  strigil ask 'does it relieve pain?'\n"
	  "  strigil ask 'is it safe?'\n"
	  "  strigil ask -b insomnia 'melatonin can ease jet lag'\n",
	  cmd_ask },
	{ "trace", "FILE", "mark the sentences of an article that state a claim",
	  cmd_trace_options, NULL, 0,
	  "FILE is text, Markdown or HTML; '-' is standard input.  Each "
	  "sentence that\nstates a known proposition gets its verdict and "
	  "the reason.\n",
	  "  strigil trace article.txt\n"
	  "  strigil trace -f html page.html >marked.html\n"
	  "  w3m -dump page.html | strigil trace -\n",
	  cmd_trace },
	{ "terms", "[FACET] [QUERY...]", "print terms, with the number of "
	  "works on each",
	  cmd_terms_options, NULL, 0,
	  "FACET is mechanism, condition, outcome, technique, instrument, "
	  "region,\n"
	  "population, design, exposure, test or one that a bibliography "
	  "declares; QUERY is\npart of a term's name.\n",
	  "  strigil terms\n"
	  "  strigil terms outcome pain\n"
	  "  strigil terms -f csv condition >conditions.csv\n",
	  cmd_terms },
	{ "compare", "ID ID...", "print works side by side",
	  cmd_compare_options, NULL, 0,
	  "Two to four works, point by point; for reviews also the trials that "
	  "they share.\n"
	  "Two topics: what each asks, answers and is based on, and where they "
	  "disagree.\n",
	  "  strigil compare -b insomnia kyle-2023 wang-2024\n"
	  "  strigil compare -b insomnia -f html banno-2018 wang-2024 >compared.html\n"
	  "  strigil compare -b insomnia -f csv banno-2018 wang-2024 >compared.csv\n"
	  "  strigil search -f ids -n 3 pain | strigil compare -\n",
	  cmd_compare },
	{ "bibliographies", "", "list the installed bibliographies",
	  cmd_bibliographies_options, NULL, 0,
	  "-b NAME opens one of them.  Yours are in "
	  "$XDG_DATA_HOME/strigil/bibliographies.\n",
	  "  strigil bibliographies\n"
	  "  strigil bibliographies -f json\n"
	  "  strigil search -b insomnia sleep\n",
	  cmd_bibliographies },
	{ "check", "FILE...", "check bibliographies for problems",
	  cmd_check_options, NULL, 0,
	  "Each FILE (or directory) is checked separately, with the bibliographies "
	  "given\nby -b, if any.  Exit status 3 when there are problems.\n",
	  "  strigil check mine.xml\n"
	  "  strigil check course/\n"
	  "  strigil check -b insomnia more.xml\n",
	  cmd_check },
	{ "cite", "ID...", "print a reference list",
	  cmd_cite_options, NULL, sizeof(struct cite_options),
	  "Numbered in the order given, or sorted by author, as the style "
	  "requires; '-'\nreads ids from standard input.\n",
	  "  strigil cite -b insomnia kyle-2023 wang-2024\n"
	  "  strigil cite -b insomnia --style=apa kyle-2023\n"
	  "  strigil search -f ids -n all pain | strigil cite -\n",
	  cmd_cite },
	{ "list", "[NAME|ACTION NAME...]", "show and change reading lists",
	  cmd_list_options, NULL, sizeof(struct list_options),
	  "Without an ACTION, prints the list NAME, or all list names.  "
	  "Actions:\n"
	  "  create NAME          start a list\n"
	  "  add NAME ADDRESS...  add items, or change them; '-' reads "
	  "addresses from\n"
	  "                       standard input\n"
	  "  remove NAME ITEM...  remove items, by address or number\n"
	  "  move NAME ITEM TO    TO is up, down, first, last or a number\n"
	  "  rename NAME NEW      rename it, or with -s one of its sections\n"
	  "  delete NAME          delete it; a copy of the file is kept\n"
	  "  merge NAME OTHER...  add the items of other lists\n"
	  "  import FILE [NAME]   import the lists of a file\n"
	  "  export NAME          print it as a file for import\n",
	  "  strigil list create week-1 --title 'Week 1: comparisons'\n"
	  "  strigil search -f ids sham | strigil list add week-1 -\n"
	  "  strigil list move week-1 3 first\n",
	  cmd_list },
	{ "note", "[ADDRESS...]", "keep notes, tags and reading states",
	  cmd_note_options, &cmd_note_defaults, sizeof(struct note_options),
	  "Without options opens $EDITOR on the note, or prints it where there "
	  "is no\nterminal; without ADDRESS prints all notes.  '-' reads "
	  "addresses from\nstandard input.\n",
	  "  strigil note kyle-2023 -m 'No sham; ask in the seminar.'\n"
	  "  strigil note kyle-2023 -t exam -s read\n"
	  "  strigil search -f ids valerian | strigil note - -s to-read\n",
	  cmd_note },
	{ "practice", "[LIST|QUERY...]", "appraise works and claims blind",
	  cmd_practice_options, &cmd_practice_defaults,
	  sizeof(struct practice_options),
	  "Asks for the recorded levels, scores and verdicts, then shows them "
	  "with the\nreason.  Answers may come from standard input, one to a "
	  "line; an empty line\nskips a question, 'q' ends.\n",
	  "  strigil practice start-here\n"
	  "  strigil practice -k verdict -n 5\n"
	  "  strigil practice -b insomnia melatonin\n",
	  cmd_practice },
	{ "new", "bibliography|topic NAME", "start a bibliography or topic of "
	  "your own",
	  cmd_none_options, NULL, 0,
	  "Writes a template to edit, and prints its path: a bibliography that "
	  "shows every\n"
	  "element of the format once, or a topic, one question with its "
	  "answer.  -b NAME\n"
	  "opens it; NAME may also be a path.\n",
	  "  strigil new bibliography course\n"
	  "  strigil new topic ./my-question.xml\n"
	  "  strigil check -b insomnia my-question.xml\n",
	  cmd_new },
	{ "pack", "FILE.tgz [LIST...]", "put a bibliography and your lists "
	  "into one file",
	  cmd_none_options, NULL, 0,
	  "Makes a course pack from the bibliography's sources and the lists "
	  "named.\nOthers open it with -b FILE.tgz, in any directory.\n",
	  "  strigil pack course.tgz week-1 week-2\n"
	  "  strigil pack sleep.tgz -b insomnia\n"
	  "  strigil -b course.tgz\n",
	  cmd_pack },
	{ "add", "FILE|ID...", "add works to a bibliography of your own",
	  cmd_add_options, NULL, sizeof(struct add_options),
	  "Takes exports from PubMed, Zotero and others ('-' is standard "
	  "input), or a\nDOI or id in open bibliographies.  Works already "
	  "there are completed, never\nreplaced.\n",
	  "  strigil add -t course export.ris\n"
	  "  strigil add -t course -b insomnia kyle-2023\n"
	  "  strigil search -f ris -n all melatonin | strigil add -t course -\n",
	  cmd_add },
	{ "status", "FILE", "check the works against a list of retractions",
	  cmd_status_options, NULL, sizeof(struct status_options),
	  "FILE is CSV with a DOI or PMID column, and optionally date, reason "
	  "and kind;\n'-' is standard input.  Exit status 1 when none of the "
	  "works is on the list.\n",
	  "  strigil status retractions.csv\n"
	  "  strigil status -t course retractions.csv\n"
	  "  strigil status -b insomnia - <retractions.csv\n",
	  cmd_status },
	{ "refs", "FILE", "look up the references in a text",
	  cmd_refs_options, NULL, 0,
	  "References in any style, one to a line or paragraph, or RIS, BibTeX "
	  "or NBIB;\n'-' is standard input.  Exit status 3 when a "
	  "reference differs, is missing\nhere, or is retracted, corrected or "
	  "superseded.\n",
	  "  strigil refs essay.txt\n"
	  "  strigil refs library.bib\n"
	  "  strigil refs -f json essay.txt\n",
	  cmd_refs },
	{ "handout", "LIST", "print a reading list as a handout",
	  cmd_handout_options, NULL, sizeof(struct handout_choice),
	  "LIST is the name of a list ('strigil show lists').  In HTML, ten "
	  "items\nfill about one A4 page in print.\n",
	  "  strigil handout start-here\n"
	  "  strigil handout start-here --style=apa -f html >week1.html\n"
	  "  strigil handout start-here --teacher --pdf=answers.pdf\n",
	  cmd_handout },
	{ "log", "[[replay] NAME]", "print a log of searches",
	  cmd_log_options, NULL, 0,
	  "--log=NAME, or the setting, starts one.  'replay' searches again "
	  "and shows which\n"
	  "counts changed; if any did, the exit status is 1.\n",
	  "  strigil search --log=review sleep\n"
	  "  strigil log review -f csv\n"
	  "  strigil log replay review\n",
	  cmd_log },
	{ "diff", "OLD [NEW]", "print what changed in a bibliography",
	  cmd_diff_options, NULL, 0,
	  "OLD and NEW are files, directories or names of installed "
	  "bibliographies; without\nNEW, OLD is compared with the open "
	  "bibliography (-b).  Exit status 0 when they\nare the same, 1 when they "
	  "differ.\n",
	  "  strigil diff old.xml new.xml\n"
	  "  strigil diff ~/backup/course -b course\n"
	  "  strigil diff old.xml new.xml -f json\n",
	  cmd_diff },
	{ "index", "", "build the index, or print its path",
	  cmd_index_options, NULL, sizeof(struct index_options), "",
	  "  strigil index\n"
	  "  strigil index --where\n"
	  "  strigil index --rebuild\n",
	  cmd_index },
	{ "schema", "[json|rng|rnc]", "print the JSON schema, or a grammar",
	  cmd_none_options, NULL, 0,
	  "json describes what -f json prints; rng and rnc are the grammar of\n"
	  "bibliographies, in RELAX NG and in its compact form.\n",
	  "  strigil schema >strigil.schema.json\n"
	  "  strigil schema rng >bibliography.rng\n"
	  "  strigil schema rnc >bibliography.rnc\n",
	  cmd_schema },
	{ "serve", "", "answer other programs (Model Context Protocol)",
	  cmd_serve_options, NULL, sizeof(struct serve_options),
	  "Read-only, as with --restricted.\n",
	  "  strigil serve --stdio\n"
	  "  strigil serve --stdio -b insomnia\n"
	  "  strigil serve --stdio -b insomnia -b course\n",
	  cmd_serve },
	{ "complete", "[--] WORD...", "print completions for a shell",
	  cmd_none_options, NULL, 0,
	  "The WORDs are those after \"strigil\"; the last is being typed.\n",
	  "  strigil complete se\n"
	  "  strigil complete search 'techn'\n"
	  "  strigil complete -- search mela\n",
	  cmd_complete },
	{ "help", "[TOPIC]", "print part of the manual",
	  cmd_none_options, NULL, 0,
	  "Topics: any command, strigil, tutorial, educators, browser, query, "
	  "evidence,\nformats, bibliography, configuration, admin, keys; reading "
	  "(how to read the\nopen bibliographies); strigil-COMMAND (the manual "
	  "page of a command).\n",
	  "  strigil help\n"
	  "  strigil help query\n"
	  "  strigil help list\n"
	  "  strigil help reading -b insomnia\n",
	  cmd_help },
};
const size_t commands_count = COUNT(commands);

const struct command *
command_find(const char *name)
{
	size_t i;

	for (i = 1; i < commands_count; i++)
		if (text_same(commands[i].name, name))
			return &commands[i];
	return NULL;
}

const struct command *
command_near(const char *word)
{
	const struct command *near = NULL;
	size_t n = strlen(word), best, distance, i;

	if (n < COMMAND_LETTERS)
		return NULL;
	best = n < LONG_LETTERS ? 2 : 3;
	for (i = 1; i < commands_count; i++) {
		distance = text_distance(commands[i].name, word, best);
		if (distance < best) {
			best = distance;
			near = &commands[i];
		}
	}
	return near;
}

static enum status
print_version(void)
{
	(void)printf("%s\nLicence GPL-3.0-or-later; the bundled bibliographies "
	    "CC BY 4.0.\n",
	    PACKAGE_STRING);
	return run_finish(STATUS_FOUND);
}

enum status
command_help(const struct run *run)
{
	const struct command *command = run->command;
	bool bare = *command->name == '\0';
	size_t i;

	(void)printf("Examples:\n%s\nstrigil %s%s[OPTION]...%s%s\n\n%s.\n%s%s",
	    command->examples, command->name, bare ? "" : " ",
	    *command->operands == '\0' ? "" : " ", command->operands,
	    command->purpose, *command->more == '\0' ? "" :
	    "\n", command->more);
	if (bare) {
		(void)printf("\nCommands:\n");
		for (i = 1; i < commands_count; i++)
			(void)printf("  %-8s %-14s %s\n", commands[i].name,
			    commands[i].operands, commands[i].purpose);
	}
	(void)printf("\nOptions:\n");
	options_print(run, stdout, command->options);
	(void)printf("\nManual: strigil%s%s(1), or 'strigil help%s%s'.\n",
	    bare ? "" : "-", command->name, bare ? "" : " strigil-",
	    command->name);
	return run_finish(STATUS_FOUND);
}

/*
 * Descriptors 0 to 2 must be open, or a file opened later would get one of
 * them.  If standard output was closed, printing must fail: the caller must not
 * get status 0 for lost output.
 */
static bool
open_standard_descriptors(void)
{
	static const int modes[] = { O_RDWR, O_RDONLY, O_RDWR };
	int fd;

	for (fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) !=
		    fd)
			return false;
	return true;
}

static void
prepare_run(struct run *run, int argc, char **argv)
{
	bool restricted = restrict_is_asked(argc, argv) ||
	    config_restricts();

	if (restricted)
		restrict_environment();
	(void)setlocale(LC_CTYPE, "");
	json_set_alloc_funcs(mem_raw, free);
	/* If SIGCHLD were ignored, the exit status of a child would be lost. */
	(void)signal(SIGCHLD, SIG_DFL);
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	/* libxml2 must open no files but the named ones. */
	(void)unsetenv("XML_CATALOG_FILES");
	(void)unsetenv("SGML_CATALOG_FILES");
	(void)unsetenv("SQLITE_TMPDIR");
	run->settings = settings_new(run);
	run->settings->restricted = restricted;
	run->settings->editor = run_is_set("VISUAL") || run_is_set("EDITOR");
	run->format = &formats[0];
	run->escape_delay = -1;
	run->history = HISTORY_LINES;
	run->version_of_format = -1;
}

/*
 * The first operand is the command if it is a command's name; after "--" it is
 * a search word.
 */
static int
choose_command(struct run *run, int argc, char **argv)
{
	int at = options_take(run, cmd_none_options, true, argc, argv);
	const struct command *command;

	run->command = &commands[0];
	if (at < 0 || at >= argc || text_same(argv[at - 1], "--"))
		return at;
	command = command_find(argv[at]);
	if (command != NULL)
		run->command = command;
	return at;
}

/* Whether this program writes the requested version of JSON. */
static enum status
check_format_version(const struct run *run)
{
	long asked = run->version_of_format;

	if (asked == -1 || asked == EXPORT_FORMAT_VERSION)
		return STATUS_FOUND;
	run_complain("JSON format version %ld requested; this program "
	    "writes version %d", asked, EXPORT_FORMAT_VERSION);
	return asked < EXPORT_FORMAT_VERSION ? STATUS_TOO_OLD :
	    STATUS_TOO_NEW;
}

static enum status
main_run_command(struct run *run, int argc, char **argv)
{
	const struct command *command = run->command;
	struct err err = ERR_INIT;
	enum status status;
	int at = 0;

	if (command->size > 0) {
		run->options = mem_zero(run, command->size, 1);
		if (command->defaults != NULL)
			memcpy(run->options, command->defaults, command->size);
	}
	if (!run->help && !run->version && *command->name != '\0') {
		at = options_take(run, command->options, false, argc, argv);
		if (at < 0)
			return STATUS_ERROR;
	}
	if (run->help)
		return command_help(run);
	if (run->version)
		return print_version();
	status = check_format_version(run);
	if (status != STATUS_FOUND)
		return status;
	if (!config_read(run))
		return STATUS_ERROR;
	options_again(run);
	if (run->settings->restricted) {
		restrict_environment();
		restrict_resources(*command->name == '\0' ||
		    command->run == cmd_serve);
		if (run->settings->log != NULL)
			run_complain("no log is kept in restricted mode");
	}
	status = command->run(run, argc - at, argv + at);
	/* Output that may be incomplete is never a success. */
	if (run->library != NULL && !library_ok(run->library, &err))
		status = run_fail(&err);
	else if (*command->name != '\0' && keeping_has_failed(run, status))
		status = STATUS_ERROR;
	if (run->unlogged || (*command->name != '\0' &&
	    run->statuses_problem != NULL))
		status = STATUS_ERROR;
	pager_end(run);
	return status;
}

int
main(int argc, char **argv)
{
	struct run *run = mem_room(NULL, sizeof(struct run), ROOM);
	enum status status = STATUS_ERROR;
	int at;

	if (open_standard_descriptors()) {
		prepare_run(run, argc, argv);
		at = choose_command(run, argc, argv);
		if (at >= 0)
			status = main_run_command(run, argc - at, argv + at);
	}
	mem_free(run);
	return (int)status;
}
