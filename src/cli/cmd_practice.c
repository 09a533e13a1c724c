/* strigil practice: appraisal exercises with hidden answers, line by line. */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/linear.h"
#include "cli/options.h"
#include "cli/output.h"
#include "library/note_edit.h"
#include "page/practice.h"
#include "page/practice_kinds.h"

enum { KINDS = 8, QUESTIONS_MAX = 100000 };

const struct practice_options cmd_practice_defaults = { .seed = -1,
    .most = 10 };

const struct option_row cmd_practice_options[] = {
	{ 'n', "max", "NUMBER", "ask at most NUMBER questions, or 'all' "
	  "(default: 10)",
	  NUMBER(struct practice_options, most, QUESTIONS_MAX),
	  .all = "all" },
	{ 'k', "kind", "KIND", NULL, NAME(struct practice_options, kind),
	  .codes = &practice_kinds },
	{ 0, "seed", "NUMBER", "use a fixed order: the same NUMBER gives the "
	  "same order",
	  NUMBER(struct practice_options, seed, LONG_MAX) },
	{ .name = NULL }
};

/* Answers of one kind. */
struct answer_counts {
	size_t	answered;
	size_t	agreed;
};

struct practice {
	struct run	*run;
	struct library	*library;
	bool		 too_long;		/* a line of the input */
	struct answer_counts	 by_kind[KINDS];	/* in the order of
						   practice_kinds */
	size_t		 skipped;
};

/* Asking. */

static void
practice_print(const struct practice *practice, const struct doc *doc)
{
	const struct print_options options = output_options(practice->run);
	char *text = print_plain(NULL, doc, &options);

	(void)fputs(text, stdout);
	mem_free(text);
}

/*
 * The next line, cleaned, owned by `ctx`; NULL at the end.  Lines from a file
 * are echoed, so that the output is complete.
 */
static char *
practice_read(struct practice *practice, const void *ctx)
{
	char *line;

	(void)fputs("> ", stdout);
	if (fflush(stdout) != 0)
		return NULL;
	line = linear_read_line(practice->run, ctx, &practice->too_long);
	if (line == NULL || !isatty(STDIN_FILENO))
		(void)printf("%s\n", line == NULL ? "" : line);
	return line;
}

static struct answer_counts
answers_sum(const struct answer_counts *by_kind)
{
	struct answer_counts sum = { 0, 0 };
	size_t i;

	for (i = 0; i < KINDS; i++) {
		sum.answered += by_kind[i].answered;
		sum.agreed += by_kind[i].agreed;
	}
	return sum;
}

static size_t
kind_number(const char *kind)
{
	size_t i;

	for (i = 0; i + 1 < KINDS; i++)
		if (text_same(practice_kinds.at[i].id, kind))
			break;
	return i;
}

/* Counts an answer and saves it at once, so that it is never lost. */
static enum status
count_answer(struct practice *practice,
    const struct practice_question *question, bool agreed)
{
	struct answer_counts *counts = &practice->by_kind[kind_number(question->kind)];
	struct notes_draft *draft = notebook_edit_notes(keeping_notebook(
	    practice->run), practice->run);
	enum status status;

	counts->answered++;
	counts->agreed += agreed;
	practice_progress_put(draft->notes, question->page,
	    question->bibliography, question->kind, agreed);
	status = keeping_save_notes(practice->run, draft);
	mem_free(draft);
	return status;
}

static enum status
practice_tell(struct practice *practice,
    const struct practice_question *question, bool agreed)
{
	enum status status = count_answer(practice, question, agreed);
	struct answer_counts sum = answers_sum(practice->by_kind);
	struct doc *doc = practice_reveal(practice->run, practice->library,
	    question);

	(void)printf("%s (%zu of %zu so far).\n", agreed ? "Matches the record" :
	    "Differs from the record", sum.agreed, sum.answered);
	practice_print(practice, doc);
	(void)putchar('\n');
	mem_free(doc);
	return status;
}

enum turn { TURN_NEXT, TURN_END, TURN_FAILED };

/* Asks one question until it is answered or skipped. */
static enum turn
ask(struct practice *practice, const struct practice_question *question,
    size_t number, size_t count)
{
	struct doc *doc = practice_ask(practice->run, practice->library,
	    question, number, count);
	enum practice_judgement judgement = PRACTICE_NOT_CLEAR;
	const char *line;

	practice_print(practice, doc);
	for (;;) {
		line = practice_read(practice, doc);
		if (line == NULL || text_same(line, "q"))
			break;
		if (*line == '\0') {
			practice->skipped++;
			(void)printf("Skipped.\n\n");
			break;
		}
		judgement = practice_judge(practice->library, question, line);
		if (judgement != PRACTICE_NOT_CLEAR)
			break;
		(void)printf("Not a possible answer, or ambiguous; Enter "
		    "skips, q quits.\n");
	}
	mem_free(doc);
	if (judgement == PRACTICE_NOT_CLEAR)
		return line == NULL || *line == 'q' ? TURN_END : TURN_NEXT;
	return practice_tell(practice, question, judgement ==
	    PRACTICE_AGREES) == STATUS_FOUND ? TURN_NEXT : TURN_FAILED;
}

/* Summary. */

static void
print_answers(const char *head, const struct answer_counts *by_kind)
{
	struct answer_counts sum = answers_sum(by_kind);
	const char *before = " (";
	size_t i;

	(void)printf("%s: %zu of %zu match the record", head, sum.agreed,
	    sum.answered);
	for (i = 0; i < KINDS; i++) {
		if (by_kind[i].answered == 0)
			continue;
		(void)printf("%s%s %zu of %zu", before,
		    practice_kinds.at[i].label, by_kind[i].agreed,
		    by_kind[i].answered);
		before = ", ";
	}
	(void)printf("%s", sum.answered == 0 ? "" : ")");
}

static void
practice_summarise(struct practice *practice)
{
	const struct notes *notes = notebook_notes(keeping_notebook(
	    practice->run));
	struct answer_counts all[KINDS] = { { 0, 0 } };
	const struct practice_progress *progress;
	struct answer_counts *counts;
	size_t i;

	print_answers("This session", practice->by_kind);
	if (practice->skipped > 0)
		(void)printf("; %zu skipped", practice->skipped);
	(void)printf(".\n");
	for (i = 0; i < notes->practice.count; i++) {
		progress = list_at(&notes->practice, i);
		counts = &all[kind_number(progress->kind)];
		counts->answered += strtoul(progress->asked, NULL, 10);
		counts->agreed += strtoul(progress->agreed, NULL, 10);
	}
	print_answers("All sessions", all);
	(void)printf(".\n");
}

static enum status
practise(struct run *run, struct library *library,
    const struct list *questions)
{
	const struct practice_options *options = run->options;
	struct practice practice = { .run = run, .library = library };
	size_t count = questions->count, i;
	enum turn turn = TURN_NEXT;

	if ((size_t)options->most < count)
		count = (size_t)options->most;
	(void)printf("%zu of %zu questions.  Type a word or a number; Enter "
	    "skips, q quits.\n\n", count, questions->count);
	for (i = 0; i < count && turn == TURN_NEXT; i++)
		turn = ask(&practice, list_at(questions, i), i + 1, count);
	if (turn != TURN_FAILED)
		practice_summarise(&practice);
	return turn == TURN_FAILED || practice.too_long || run_has_failed(run) ?
	    STATUS_ERROR : run_finish(run_is_interrupted() ?
	    STATUS_STOPPED : STATUS_FOUND);
}

/*
 * Reports that no answers are recorded, and which data a question of this kind
 * needs.
 */
static enum status
say_nothing_asked(struct run *run, const char *words)
{
	const struct practice_options *options = run->options;
	const struct practice_kind *kind = options->kind == NULL ? NULL :
	    practice_kind_find(options->kind);
	const char *about = *words == '\0' ? "this bibliography" : words;

	return run_nothing(run, "no recorded answers for", kind == NULL ?
	    about : mem_format(run, "%s: a question of the kind '%s' needs %s",
	    about, kind->name, kind->needs));
}

enum status
cmd_practice(struct run *run, int argc, char **argv)
{
	const struct practice_options *options = run->options;
	char *words = run_operands(run, argc, argv);
	struct list addresses, questions;
	struct library *library;
	const char *remark;
	enum status status;

	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	if (keeping_is_broken(run, NULL))
		return STATUS_PROBLEMS;
	addresses = practice_pages(run, library, words, &remark);
	if (addresses.count == 0 && practice_is_address(words)) {
		run_unknown(run, library, words);
		return run_has_failed(run) ? STATUS_ERROR : STATUS_NOTHING;
	}
	if (remark != NULL && !run->quiet)
		run_complain("%s", remark);
	questions = practice_questions(run, library, &addresses, options->kind,
	    notebook_notes(keeping_notebook(run)));
	if (questions.count == 0)
		return say_nothing_asked(run, words);
	practice_shuffle(&questions, options->seed >= 0 ? (uint64_t)
	    options->seed : (uint64_t)time(NULL) ^ (uint64_t)getpid() << 32);
	practice_order(&questions);
	return practise(run, library, &questions);
}
