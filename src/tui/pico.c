/* The PICO form: its counts are updated while the user types. */
#include "tui/pico.h"

#include "base/text.h"
#include "page/page_pico.h"
#include "tui/history.h"

bool
pico_is_typed(const struct app *app)
{
	return app->prompt != NULL && prompt_kind(app->prompt) >=
	    PROMPT_PEOPLE && prompt_kind(app->prompt) <= PROMPT_OUTCOME;
}

static size_t
line_typed(const struct app *app)
{
	return (size_t)(prompt_kind(app->prompt) - PROMPT_PEOPLE);
}

/* Goes to the form, unless it is on screen; false if that fails. */
static bool
go_to_form(struct app *app)
{
	const struct address form = { .page = PAGE_PICO, .query = "" };

	if (app_here(app)->address.page != PAGE_PICO)
		(void)history_go(app, history_entry_new(app, &form));
	return app_here(app)->address.page == PAGE_PICO;
}

static unsigned
set_line(struct app *app, size_t line, const char *words)
{
	struct address form = app_here(app)->address;

	*pico_words(&form, line) = *words == '\0' ? NULL : words;
	return history_replace(app, &form);
}

static unsigned
open_line(struct app *app, size_t line)
{
	const char *words;

	if (!go_to_form(app))
		return EFFECT_DRAW;
	words = *pico_words(&app_here(app)->address, line);
	app_open_prompt(app, (enum prompt_kind)(PROMPT_PEOPLE + line), words ==
	    NULL ? "" : words);
	return EFFECT_DRAW;
}

static unsigned
give_line(struct app *app, size_t line, const char *words)
{
	return go_to_form(app) ? set_line(app, line, words) : EFFECT_DRAW;
}

void
pico_follow(struct app *app)
{
	char *words = mem_text(NULL, prompt_text(app->prompt));

	(void)set_line(app, line_typed(app), words);
	mem_free(words);
}

unsigned
pico_step(struct app *app, bool forward)
{
	return open_line(app, (line_typed(app) + (forward ? 1 : PICO_LINES -
	    1)) % PICO_LINES);
}

unsigned
pico_accept(struct app *app, const char *text)
{
	char *query;
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW;

	(void)set_line(app, line_typed(app), text);
	(void)app_close_prompt(app);
	query = pico_query(scratch, &app_here(app)->address,
	    (1U << PICO_LINES) - 1);
	if (*query != '\0')
		effects = history_go(app, history_entry_new(app,
		    &(struct address){ .page = PAGE_SEARCH, .query = query }));
	mem_free(scratch);
	return effects;
}

unsigned
pico_people_open(struct app *app)
{
	return open_line(app, 0);
}

unsigned
pico_people(struct app *app, const char *words)
{
	return give_line(app, 0, words);
}

unsigned
pico_intervention_open(struct app *app)
{
	return open_line(app, 1);
}

unsigned
pico_intervention(struct app *app, const char *words)
{
	return give_line(app, 1, words);
}

unsigned
pico_comparator_open(struct app *app)
{
	return open_line(app, 2);
}

unsigned
pico_comparator(struct app *app, const char *words)
{
	return give_line(app, 2, words);
}

unsigned
pico_outcome_open(struct app *app)
{
	return open_line(app, 3);
}

unsigned
pico_outcome(struct app *app, const char *words)
{
	return give_line(app, 3, words);
}
