/* Copies text, opens web addresses and pipes text to commands. */
#include "tui/yank.h"

#include <assert.h>
#include <ctype.h>
#include <stddef.h>

#include "base/text.h"
#include "page/page.h"
#include "tui/history.h"
#include "tui/selecting.h"

/* The current record, owned by `ctx`; or NULL. */
static void *
record_here(struct app *app, const void *ctx, enum rectype *kind)
{
	struct address address = { .page = PAGE_SEARCH };
	char *text = app_subject(app, ctx);

	if (text == NULL || !library_resolve(app->library, ctx, text,
	    &address) || address.page != PAGE_RECORD)
		return NULL;
	*kind = address.kind;
	return library_record(app->library, ctx, address.kind, address.id);
}

/* Copying. */

/* Parts of a work that can be copied, besides every format (export/formats.h). */
static const struct {
	const char	*name;
	const char	*label;
	size_t		 offset;	/* offset of the member in struct
					   work */
} parts[] = {
	{ "doi", "DOI", offsetof(struct work, doi) },
	{ "address", "address", offsetof(struct work, link) },
	{ "note", "note", offsetof(struct work, evidence_note) },
};
enum { PARTS = COUNT(parts) };

struct list
yank_names(const void *ctx)
{
	struct list names = { .at = NULL };
	size_t i;

	list_add(ctx, &names, mem_text(ctx, "citation"));
	for (i = 0; i < PARTS; i++)
		list_add(ctx, &names, mem_text(ctx, parts[i].name));
	for (i = 0; i < formats_count; i++)
		list_add(ctx, &names, mem_text(ctx, formats[i].name));
	return names;
}

/* The label of `what` in messages; "citation" by default. */
static const char *
label_of(const void *ctx, const char *what)
{
	const struct format *format = format_find(what, ~0U);
	size_t i;

	if (format != NULL)
		return format->label != NULL ? format->label : mem_format(ctx,
		    "text as %s", format->name);
	for (i = 0; i < PARTS; i++)
		if (text_same(parts[i].name, what))
			return parts[i].label;
	return "citation";
}

/* The text to copy from a work, owned by `ctx`; NULL: none. */
static char *
copy_of_work(const struct app *app, const void *ctx, const struct work *work,
    const char *what)
{
	const char *text;
	size_t i;

	for (i = 0; i < PARTS; i++)
		if (text_same(parts[i].name, what)) {
			text = *(char *const *)(const void *)((const char *)
			    work + parts[i].offset);
			return text == NULL ? NULL : mem_text(ctx, text);
		}
	return cite(ctx, work, app->options.settings->citation);
}

/* Whether `what` can be copied; if not, shows a message. */
static bool
is_copied(struct app *app, const void *ctx, const char *what)
{
	struct list names = yank_names(ctx);
	struct buf said = { .data = NULL };
	size_t i;

	if (list_holds(&names, what))
		return true;
	for (i = 0; i < names.count; i++)
		buf_format(ctx, &said, "%s%s", i > 0 ? ", " :
		    "You can copy: ", (const char *)list_at(&names, i));
	app_say(app, said.data);
	return false;
}

/* The current page, or the page of the selected record, as plain text. */
static char *
yank_plain_text(struct app *app, const void *ctx)
{
	const struct print_options options = { .width = 76,
	    .ascii = app->options.ascii };
	struct address address;
	struct doc *doc;
	char *text;

	if (!app_has_rows(app))
		return print_plain(ctx, app_view(app)->ops->text(app_view(app),
		    ctx), &options);
	text = app_subject(app, ctx);
	if (text == NULL || !library_resolve(app->library, ctx, text,
	    &address))
		return NULL;
	doc = page_make(ctx, app->library, &address);
	return doc == NULL ? NULL : print_plain(ctx, doc, &options);
}

/* The text to copy, owned by `ctx`; NULL, with a message, if there is none. */
static char *
text_to_copy(struct app *app, const void *ctx, const char *what)
{
	enum rectype kind = RECTYPE_COUNT;
	void *record = record_here(app, ctx, &kind);
	char *text = NULL;

	if (record == NULL && text_same(what, "address") &&
	    !app_has_rows(app))
		text = app_address(app, ctx);
	else if (record == NULL)
		app_say(app, "Nothing to copy here");
	else if (kind != RECTYPE_WORK && text_same(what, "address"))
		text = address_of(ctx, kind, record_id(rectype_schema(kind),
		    record));
	else if (kind == RECTYPE_LIST && text_same(what, "citation"))
		text = yank_plain_text(app, ctx);
	else if (kind != RECTYPE_WORK)
		app_format(app, "No %s to copy: only works have one", label_of(ctx,
		    what));
	else if ((text = copy_of_work(app, ctx, record, what)) == NULL)
		app_format(app, "No %s recorded for this work", label_of(ctx,
		    what));
	return text;
}

/* The selected works, owned by `ctx`. */
static struct list
selected_works(struct app *app, const void *ctx)
{
	struct list addresses = selecting_addresses(app, ctx);
	struct list works = { .at = NULL };
	const struct address *address;
	void *work;
	size_t i;

	for (i = 0; i < addresses.count; i++) {
		address = list_at(&addresses, i);
		work = address->page != PAGE_RECORD || address->kind !=
		    RECTYPE_WORK ? NULL : library_record(app->library, ctx,
		    RECTYPE_WORK, address->id);
		if (work != NULL)
			list_add(ctx, &works, work);
	}
	return works;
}

/*
 * The texts to copy from works, owned by `ctx`; citations in the order of their
 * style.
 */
static struct list
copies_of(const struct app *app, const void *ctx, const struct list *works,
    const char *what)
{
	struct list copies = { .at = NULL };
	char *text;
	size_t i;

	if (text_same(what, "citation"))
		return cite_list(ctx, works, app->options.settings->citation);
	for (i = 0; i < works->count; i++) {
		text = copy_of_work(app, ctx, list_at(works, i), what);
		if (text != NULL)
			list_add(ctx, &copies, text);
	}
	return copies;
}

/* The text to copy from the selected works, owned by `ctx`, and their number. */
static char *
text_of_works(const struct app *app, const void *ctx,
    const struct list *works, const char *what, size_t *count)
{
	bool numbered = text_same(what, "citation") && !cite_style_is_sorted(
	    app->options.settings->citation);
	struct list copies = copies_of(app, ctx, works, what);
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < copies.count; i++) {
		if (numbered)
			buf_format(ctx, &out, "%zu. ", i + 1);
		buf_format(ctx, &out, "%s\n", (char *)list_at(&copies, i));
	}
	*count = copies.count;
	return out.data;
}

unsigned
yank_request(struct app *app, enum request_kind kind, const char *text,
    const char *argument)
{
	assert(text != NULL);
	mem_free(app->request.text);
	mem_free(app->request.argument);
	mem_free(app->request.remark);
	app->request = (struct request){ kind, mem_text(app, text),
	    argument == NULL ? NULL : mem_text(app, argument), NULL };
	return EFFECT_DRAW | EFFECT_REQUEST;
}

/* Like text_to_copy(), for selected works; reports their number. */
static char *
selection_to_copy(struct app *app, const void *ctx, const struct list *works,
    const char *what, const char **many)
{
	size_t selected = selection_list(app->selection)->count, count;
	char *text = text_of_works(app, ctx, works, what, &count);

	*many = count == selected ? mem_format(ctx, ": %zu selected", count) :
	    mem_format(ctx, ": %zu of %zu selected", count, selected);
	if (text == NULL)
		app_format(app, "No %s recorded for the selected works",
		    label_of(ctx, what));
	return text;
}

/* The pages of addresses, owned by `ctx`; NULL if there are none. */
static char *
as_pages(const struct app *app, const void *ctx, const struct format *format,
    const struct list *addresses, size_t *written)
{
	const struct print_options options = { .width = 76,
	    .ascii = app->options.ascii };
	struct list docs = { .at = NULL };
	struct doc *doc;
	size_t i;

	for (i = 0; i < addresses->count; i++) {
		doc = page_make(ctx, app->library, list_at(addresses, i));
		if (doc != NULL)
			list_add(ctx, &docs, doc);
	}
	*written = docs.count;
	return docs.count == 0 ? NULL : export_pages(ctx, format,
	    app->library, &docs, app->options.settings->citation, &options);
}

struct text {
	const void	*ctx;
	struct buf	 out;
};

static void
add_text(void *user, const char *bytes, size_t n)
{
	struct text *text = user;

	buf_add(text->ctx, &text->out, bytes, n);
}

/*
 * The records of addresses, owned by `ctx`; NULL if the format supports none of
 * them.
 */
static char *
as_records(const struct app *app, const void *ctx,
    const struct format *format, const struct list *addresses,
    size_t *written, size_t *left)
{
	const struct list all = export_works_of_lists(ctx, format,
	    app->library, addresses, left);
	const struct export_source source = { app->library, NULL, &all,
	    NULL };
	struct text text = { ctx, { .data = NULL } };
	const struct export_target target = { .write = add_text,
	    .user = &text, .end = '\n' };

	*written = format_write(format, &source, &target);
	return *written == 0 ? NULL : text.out.data;
}

char *
yank_text(struct app *app, const void *ctx, const struct format *format,
    size_t *written, size_t *left)
{
	struct list addresses = selecting_addresses(app, ctx);

	*left = 0;
	return format->pages != NULL ? as_pages(app, ctx, format, &addresses,
	    written) : as_records(app, ctx, format, &addresses, written, left);
}

/* The selection, or the current record or page, in a format. */
static char *
format_to_copy(struct app *app, const void *ctx, const struct format *format,
    const char **many)
{
	size_t selected = selection_list(app->selection)->count, written, left;
	char *text = yank_text(app, ctx, format, &written, &left);

	if (selected > 0)
		*many = written >= selected ? mem_format(ctx,
		    ": %zu selected", selected) : mem_format(ctx,
		    ": %zu of %zu selected", written, selected);
	if (left > 0)
		*many = mem_format(ctx, "%s; items left out because they are "
		    "not works in the open bibliographies: %zu", *many, left);
	if (text == NULL)
		app_say(app, "Nothing to copy in this format");
	return text;
}

unsigned
yank_copy(struct app *app, const char *what)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	const struct format *format = format_find(what, ~0U);
	const char *label = label_of(scratch, what), *many = "";
	struct list works = { .at = NULL };
	char *text = NULL;

	if (selection_list(app->selection)->count > 0)
		works = selected_works(app, scratch);
	if (format != NULL)
		text = format_to_copy(app, scratch, format, &many);
	else if (is_copied(app, scratch, what))
		text = works.count == 0 ? text_to_copy(app, scratch, what) :
		    selection_to_copy(app, scratch, &works, what, &many);
	if (text != NULL) {
		app_format(app, "%c%s copied%s (if your terminal allows it)",
		    toupper((unsigned char)*label), label + 1, many);
		effects = yank_request(app, REQUEST_COPY, text, NULL);
	}
	mem_free(scratch);
	return effects;
}

/* Shows the page without a frame, for selecting text with the mouse. */
unsigned
yank_bare(struct app *app)
{
	unsigned effects = EFFECT_DRAW;

	if (app->bare) {
		app->bare = false;
		return EFFECT_DRAW;
	}
	if (app_has_rows(app))
		effects = history_open(app);
	app->bare = !app_has_rows(app);
	return effects;
}

unsigned
yank_link(struct app *app)
{
	const struct settings *settings = app->options.settings;
	void *scratch = mem_context(NULL);
	enum rectype kind = RECTYPE_COUNT;
	const void *record = record_here(app, scratch, &kind);
	const struct work *work = kind == RECTYPE_WORK ? record : NULL;
	unsigned effects = EFFECT_DRAW;

	if (work == NULL || work->link == NULL) {
		app_say(app, "No web address");
		effects |= EFFECT_BELL;
	} else {
		app_say(app, work->link);
		if (settings->opener != NULL && !settings->restricted)
			effects = yank_request(app, REQUEST_OPEN, work->link,
			    settings->opener);
	}
	mem_free(scratch);
	return effects;
}

/* Piping. */

static unsigned
yank_refuse(struct app *app)
{
	return app_fail(app, "Cannot run commands in restricted mode");
}

unsigned
yank_pipe(struct app *app)
{
	if (app->options.settings->restricted)
		return yank_refuse(app);
	app_open_prompt(app, PROMPT_PIPE, "");
	return EFFECT_DRAW;
}

unsigned
yank_pipe_to(struct app *app, const char *command)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	char *text;

	if (app->options.settings->restricted) {
		mem_free(scratch);
		return yank_refuse(app);
	}
	text = yank_plain_text(app, scratch);
	if (text == NULL)
		app_say(app, "Nothing to pipe");
	else
		effects = yank_request(app, REQUEST_PIPE, text, command);
	mem_free(scratch);
	return effects;
}
