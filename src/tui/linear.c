/*
 * The browser line by line: what is shown as text that is read from top to
 * bottom, its links numbered.
 */
#include "tui/parts.h"

#include "base/text.h"
#include "page/page_search.h"

enum { HITS = 10, WIDTH = 76 };

/*
 * The hits from a row on.  Of a reversed order those are fetched that end
 * there, and turned round.
 */
static struct result *
hits_from(struct app *app, const void *ctx, size_t row)
{
	size_t total = (size_t)results_result(app->results)->total, i;
	bool reversed = app_here(app)->reversed && row < total;
	struct search search = { .target = results_target(app->results),
	    .order = results_order(app->results), .limit = HITS,
	    .offset = row };
	struct result *result;
	struct hit hit;

	if (reversed) {
		search.limit = total - row < HITS ? total - row : HITS;
		search.offset = total - row - search.limit;
	}
	result = library_search(app->library, ctx, &search, results_query(
	    app->results));
	for (i = 0; reversed && i < result->count / 2; i++) {
		hit = result->hits[i];
		result->hits[i] = result->hits[result->count - 1 - i];
		result->hits[result->count - 1 - i] = hit;
	}
	return result;
}

/* The results from the selected one on. */
static struct doc *
results_doc(struct app *app, const void *ctx)
{
	const struct result *result;
	struct doc *doc;
	size_t row, top;

	results_place(app->results, &row, &top);
	result = hits_from(app, ctx, row);
	doc = page_search(ctx, app->library, result, true);
	/* What it says at its end is for a command line. */
	if (result->total > (long)result->count)
		doc->blocks.count--;
	if (result->total > (long)(row + result->count))
		doc_para(doc, "There are more; page-down goes on.");
	return doc;
}

static const char *
word_before(enum block_kind kind)
{
	return kind == BLOCK_TITLE ? "Title: " : kind == BLOCK_HEADING ?
	    "Heading: " : "";
}

/* One page as text: where it goes, and the addresses of its links so far. */
struct reading {
	const void	*ctx;
	struct buf	*out;
	struct list	*links;		/* char *, numbered from 1 */
	bool		 ascii;
};

/* A text, and the number of its link behind it. */
static void
add_linked(struct reading *reading, struct buf *line, const char *text,
    const char *link)
{
	buf_text(reading->ctx, line, text);
	if (link == NULL)
		return;
	list_add(reading->ctx, reading->links, mem_text(reading->ctx, link));
	buf_format(reading->ctx, line, " [%zu]", reading->links->count);
}

static bool
has_link(const struct block *block)
{
	const struct span *span;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = block->spans.at[i];
		if (span->link != NULL)
			return true;
	}
	return false;
}

/* Drawings have words that are said instead; the links are the drawing's. */
static void
add_spans(struct reading *reading, struct buf *line,
    const struct block *block)
{
	const struct block *said = block->spoken != NULL ? block->spoken :
	    block;
	const struct span *span;
	size_t i;

	for (i = 0; i < said->spans.count; i++) {
		span = said->spans.at[i];
		add_linked(reading, line, span->text, span->link);
	}
	for (i = 0; said->spans.count > 0 && !has_link(said) &&
	    i < block->spans.count; i++) {
		span = block->spans.at[i];
		if (span->link != NULL)
			add_linked(reading, line, "", span->link);
	}
}

/* Writes a line, broken; a line of nothing is left out. */
static void
put_wrapped(struct reading *reading, struct buf *line)
{
	char *text = text_clean(NULL, buf_string(line), line->len);
	const char *at, *next;
	size_t n;

	for (at = reading->ascii ? text_ascii(text, text) : text; *at != '\0';
	    at = next) {
		n = text_line(at, WIDTH, &next);
		buf_format(reading->ctx, reading->out, "%.*s\n", (int)n, at);
	}
	mem_free(text);
	line->len = 0;
}

/* "Pain: Function 3 [7]; Strength ...", in prose "A: says this. B: ..." */
static void
put_table_row(struct reading *reading, const struct table *table,
    const struct table_row *row)
{
	bool prose = table->kind == TABLE_PROSE, any = false;
	const struct table_head *head;
	struct buf line = { .data = NULL };
	struct block *cell;
	size_t i;

	add_spans(reading, &line, row->head);
	for (i = 0; i < row->cells.count; i++) {
		cell = row->cells.at[i];
		head = table->heads.at[i];
		if (cell->spans.count == 0)
			continue;
		buf_format(reading->ctx, &line, "%s%s%s", !any ? ": " : prose
		    ? " " : "; ", head->label, *head->label == '\0' ? "" :
		    prose ? ": " : " ");
		add_spans(reading, &line, cell);
		if (prose)
			buf_text(reading->ctx, &line, ".");
		any = true;
	}
	if (!any)
		buf_text(reading->ctx, &line, ": nothing");
	put_wrapped(reading, &line);
}

static void
put_block(struct reading *reading, const struct block *block)
{
	struct buf line = { .data = NULL };
	size_t i;

	for (i = 0; block->kind == BLOCK_TABLE &&
	    i < block->table->rows.count; i++)
		put_table_row(reading, block->table, block->table->rows.at[i]);
	buf_text(reading->ctx, &line, word_before(block->kind));
	if (block->label != NULL) {
		add_linked(reading, &line, block->label, block->label_link);
		buf_text(reading->ctx, &line, ": ");
	}
	add_spans(reading, &line, block);
	put_wrapped(reading, &line);
}

char *
app_linear(struct app *app, const void *ctx, struct list *links)
{
	void *scratch = mem_context(ctx);
	const struct doc *doc = app->page != NULL ? page_view_doc(app->page) :
	    results_doc(app, scratch);
	struct buf out = { .data = NULL };
	struct reading reading = { ctx, &out, links, app->options.ascii };
	size_t i;

	for (i = 0; i < doc->blocks.count; i++)
		put_block(&reading, doc->blocks.at[i]);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Keys as they are typed in one line: all must have a meaning. */
static bool
are_keys(struct app *app, const char *line)
{
	const struct keymap *keymap = app->options.settings->keymap;
	enum mode mode = app_mode(app);
	unsigned key = key_parse(&line), then = key_parse(&line);

	return key != K_NONE && *line == '\0' && keymap_find(keymap, mode,
	    key, then) != NULL;
}

unsigned
app_line(struct app *app, const char *line)
{
	size_t n = strcspn(line, " ");
	unsigned effects = EFFECT_NONE, key;

	app_say(app, NULL);
	if (*line == ':')
		return command_run(app, line + 1);
	if (*line == '/' && line[1] != '\0')
		return search_line_query(app, line + 1);
	if (action_find(line, n) != ACTION_NONE)
		return command_run(app, line);
	if (are_keys(app, line)) {
		while ((key = key_parse(&line)) != K_NONE)
			effects = app_key(app, key);
		if (app->prompt != NULL)
			(void)prompt_key(app, ACTION_CANCEL, K_NONE);
		return effects;
	}
	app_say(app, "Type a number to follow a link, /WORDS to search, a "
	    "key or a command; ? tells which.");
	return EFFECT_BELL;
}

const char *
app_message(const struct app *app)
{
	return app->message;
}
