/* Practice: answering the question on screen. */
#include "tui/practising.h"

#include "library/note_edit.h"
#include "page/practice.h"
#include "tui/history.h"
#include "tui/reading.h"
#include "tui/shown.h"

/* Whether a question is waiting for an answer. */
static bool
practising_is_asked(const struct app *app)
{
	const struct address *here = &app_here(app)->address;

	return here->page == PAGE_PRACTICE && here->about == NULL;
}

unsigned
practising_open(struct app *app)
{
	if (!practising_is_asked(app))
		return app_fail(app, "No question here; :practice asks one");
	app_open_prompt(app, PROMPT_COMMAND, "answer ");
	return EFFECT_DRAW;
}

unsigned
practising_open_next(struct app *app)
{
	const struct address *here = &app_here(app)->address;
	struct practice_session session;
	struct address next;
	unsigned effects;
	void *scratch;

	if (practising_is_asked(app))
		return practising_open(app);
	scratch = mem_context(NULL);
	practice_session_read(scratch, app->library, here, &session);
	next = practice_ask_at(scratch, here, session.next);
	effects = history_replace(app, &next);
	mem_free(scratch);
	return effects;
}

/* Saves the answer; false, with a message, on failure. */
static bool
keep_answer(struct app *app, const struct practice_question *question,
    bool agrees)
{
	void *scratch = mem_context(NULL);
	struct notebook *notebook = reading_notebook(app);
	struct notes_draft *draft = notebook == NULL ? NULL :
	    shown_edit_notes(app, scratch);
	bool kept = false;

	if (draft != NULL) {
		practice_progress_put(draft->notes, question->page,
		    question->bibliography, question->kind, agrees);
		kept = reading_save_notes(app, draft, agrees ? "Matches the "
		    "record" :
		    "Differs from the record");
	}
	mem_free(scratch);
	return kept;
}

/* Shows the question with the recorded answer, in place of the question. */
static unsigned
show_answer(struct app *app, const void *ctx,
    const struct practice_question *question, const char *words)
{
	struct address answered = address_copy(ctx, &app_here(app)->address);
	char *message = app->message == NULL ? NULL : mem_text(ctx,
	    app->message);
	unsigned effects;

	answered.about = practice_about(ctx, question);
	answered.answer = words;
	answered.skip = NULL;
	effects = history_replace(app, &answered);
	if (message != NULL)
		app_say(app, message);
	return effects;
}

unsigned
practising_answer(struct app *app, const char *words)
{
	void *scratch = mem_context(NULL);
	struct practice_session session = { .question = NULL };
	enum practice_judgement judgement = PRACTICE_NOT_CLEAR;
	unsigned effects;

	if (practising_is_asked(app))
		practice_session_read(scratch, app->library, &app_here(app)->address,
		    &session);
	if (session.question != NULL)
		judgement = practice_judge(app->library, session.question,
		    words);
	if (session.question == NULL)
		effects = app_fail(app, "No question here; :practice asks "
		    "one");
	else if (judgement == PRACTICE_NOT_CLEAR)
		effects = app_fail(app, "Not a possible answer, or ambiguous");
	else if (!keep_answer(app, session.question, judgement ==
	    PRACTICE_AGREES))
		effects = EFFECT_DRAW | EFFECT_BELL;
	else
		effects = show_answer(app, scratch, session.question, words);
	mem_free(scratch);
	return effects;
}
