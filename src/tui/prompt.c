/* The prompt: a line being typed, over the list or at the bottom. */
#include "tui/prompt.h"

#include <assert.h>

#include "base/text.h"
#include "tui/key.h"

/* Completions of a line. */
struct offer {
	struct list	 words;		/* char * */
	size_t		 start;		/* byte of the line where they start */
	size_t		 next;		/* index of the completion to insert
					   next */
	char		*typed;
};

struct prompt {
	enum prompt_kind	 kind;
	struct line_edit	*line;
	struct lines		*lines;		/* typed earlier */
	struct offer		*offer;		/* NULL: not completing */
};

static const char *const signs[PROMPT_KINDS] = {
	[PROMPT_SEARCH] = "/",
	[PROMPT_NARROW] = "&",
	[PROMPT_COMMAND] = ":",
	[PROMPT_KEYS] = "/",
	[PROMPT_EXPORT] = ">",
	[PROMPT_PIPE] = "|",
	[PROMPT_FIND] = "/",
	[PROMPT_FIND_BACK] = "?",
	[PROMPT_PEOPLE] = "P",
	[PROMPT_INTERVENTION] = "I",
	[PROMPT_COMPARATOR] = "C",
	[PROMPT_OUTCOME] = "O",
};

struct prompt *
prompt_new(const void *ctx, enum prompt_kind kind, const char *text,
    struct lines *lines)
{
	struct prompt *prompt = mem_new(ctx, struct prompt);

	assert(kind < PROMPT_KINDS);
	assert(text != NULL);
	prompt->kind = kind;
	prompt->line = line_edit_new(prompt, text);
	prompt->lines = lines;
	return prompt;
}

enum prompt_kind
prompt_kind(const struct prompt *prompt)
{
	return prompt->kind;
}

const char *
prompt_text(const struct prompt *prompt)
{
	return line_edit_text(prompt->line);
}

size_t
prompt_cursor(const struct prompt *prompt)
{
	return line_edit_cursor(prompt->line);
}

bool
prompt_is_search(const struct prompt *prompt)
{
	return prompt->kind == PROMPT_SEARCH || prompt->kind == PROMPT_NARROW;
}

const struct line_edit *
prompt_line(const struct prompt *prompt)
{
	return prompt->line;
}

/* Inserts the next completion, and after the last one the typed text. */
static enum prompt_event
take_offer(struct prompt *prompt)
{
	struct offer *offer = prompt->offer;

	if (offer->words.count == 0)
		return PROMPT_NO_WORDS;
	line_edit_replace(prompt->line, offer->start, offer->next <
	    offer->words.count ? list_at(&offer->words, offer->next) :
	    offer->typed);
	offer->next = (offer->next + 1) % (offer->words.count + 1);
	return PROMPT_CHANGED;
}

enum prompt_event
prompt_offer(struct prompt *prompt, const struct list *words, size_t start)
{
	struct offer *offer = mem_new(prompt, struct offer);
	size_t i;

	assert(start <= prompt_cursor(prompt));
	mem_free(prompt->offer);
	prompt->offer = offer;
	for (i = 0; i < words->count; i++)
		list_add(offer, &offer->words, mem_text(offer,
		    list_at(words, i)));
	offer->start = start;
	offer->typed = mem_text_n(offer, prompt_text(prompt) + start,
	    prompt_cursor(prompt) - start);
	return take_offer(prompt);
}

char *
prompt_offered(const struct prompt *prompt, const void *ctx)
{
	const struct offer *offer = prompt->offer;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; offer != NULL && i < offer->words.count; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? "  " : "",
		    (const char *)list_at(&offer->words, (offer->next +
		    i) % offer->words.count));
	return out.data;
}

static enum prompt_event
edit(struct prompt *prompt, enum action action, unsigned key)
{
	bool changed;

	switch (action) {
	case ACTION_NONE:
		changed = line_edit_type(prompt->line, key);
		break;
	case ACTION_OLDER:
	case ACTION_NEWER:
		changed = line_edit_recall(prompt->line, prompt->lines,
		    action == ACTION_OLDER);
		break;
	default:
		changed = line_edit_edit(prompt->line, action);
		break;
	}
	return changed ? PROMPT_CHANGED : PROMPT_NOTHING;
}

enum prompt_event
prompt_key(struct prompt *prompt, enum action action, unsigned key)
{
	assert(action < ACTION_COUNT);
	if (action == ACTION_COMPLETE)
		return prompt->offer == NULL ? PROMPT_COMPLETE : take_offer(
		    prompt);
	mem_free(prompt->offer);
	prompt->offer = NULL;
	/* Down goes to the results if there is no newer line. */
	if (action == ACTION_NEWER && !line_edit_is_recalled(prompt->line))
		action = prompt_is_search(prompt) ? ACTION_ACCEPT :
		    ACTION_LINE_END;
	switch (action) {
	case ACTION_ACCEPT:
		lines_add(prompt->lines, prompt_text(prompt));
		return PROMPT_ACCEPTED;
	case ACTION_CANCEL:
		/* Alt with a letter sends Esc first: no text is lost. */
		if (line_edit_is_touched(prompt->line))
			lines_add(prompt->lines, prompt_text(prompt));
		return PROMPT_CANCELLED;
	case ACTION_SUSPEND:
	case ACTION_REDRAW:
	case ACTION_SWITCH:
	case ACTION_HELP:
		return PROMPT_ACTION;
	default:
		return edit(prompt, action, key);
	}
}

void
prompt_paste(struct prompt *prompt, unsigned key)
{
	(void)line_edit_type(prompt->line, key == K_ENTER || key == '\n' ||
	    key == K_TAB ? ' ' : key);
}

void
prompt_draw(const struct prompt *prompt, struct surface *surface, size_t row)
{
	surface_wipe(surface, row);
	(void)surface_text(surface, row, 0, 1, ROLE_KEY, signs[prompt->kind]);
	line_edit_draw(prompt->line, surface, row, 1, surface->columns - 2);
}
