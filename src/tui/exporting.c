/*
 * Exporting: what is marked, or the record at hand, as text for a file.  The
 * end of the file's name tells in which format.
 */
#include "tui/parts.h"

#include <stdlib.h>

#include "base/text.h"
#include "page/page.h"
#include "export/printer.h"
#include "export/records.h"
#include "export/references.h"

struct exported {
	struct app		*app;
	const void		*ctx;
	const struct list	*addresses;	/* char * */
	const char		*printer;	/* of pages */
};

/* The record of an address, or NULL. */
static void *
record_of(const struct exported *exported, size_t i, enum rectype *kind)
{
	struct address address;

	if (!library_resolve(exported->app->library, exported->ctx,
	    exported->addresses->at[i], &address) ||
	    address.page != PAGE_RECORD)
		return NULL;
	*kind = address.kind;
	return library_record(exported->app->library, exported->ctx,
	    address.kind, address.id);
}

/* References: of works only, one behind the other. */
static char *
as_references(const struct exported *exported,
    char *(*make)(const void *ctx, const struct work *work))
{
	struct buf out = { .data = NULL };
	enum rectype kind = RECTYPE_COUNT;
	void *record;
	size_t i;

	for (i = 0; i < exported->addresses->count; i++) {
		record = record_of(exported, i, &kind);
		if (record != NULL && kind == RECTYPE_WORK)
			buf_text(exported->ctx, &out, make(exported->ctx,
			    record));
	}
	return out.data;
}

static char *
as_ris(const struct exported *exported)
{
	return as_references(exported, reference_ris);
}

static char *
as_bibtex(const struct exported *exported)
{
	return as_references(exported, reference_bibtex);
}

static char *
tsv_line(const void *ctx, const struct work *work)
{
	return mem_format(ctx, "%s\n", export_tsv_work(ctx, work));
}

static char *
as_tsv(const struct exported *exported)
{
	return as_references(exported, tsv_line);
}

static char *
dump(const void *ctx, json_t *json)
{
	char *text = json_dumps(json, JSON_INDENT(1));
	char *copy = mem_format(ctx, "%s\n", text);

	free(text);
	json_decref(json);
	return copy;
}

static char *
as_json(const struct exported *exported)
{
	json_t *answer = export_json();
	enum rectype kind = RECTYPE_COUNT;
	void *record;
	size_t i;

	for (i = 0; i < exported->addresses->count; i++) {
		record = record_of(exported, i, &kind);
		if (record != NULL)
			export_json_add(answer, kind, record);
	}
	return dump(exported->ctx, answer);
}

static char *
as_csl(const struct exported *exported)
{
	json_t *list = json_array();
	enum rectype kind = RECTYPE_COUNT;
	void *record;
	size_t i;

	for (i = 0; i < exported->addresses->count; i++) {
		record = record_of(exported, i, &kind);
		if (record != NULL && kind == RECTYPE_WORK)
			json_array_append_new(list, reference_csl(record));
	}
	return dump(exported->ctx, list);
}

static char *
as_pages(const struct exported *exported)
{
	const struct print_options options = { 76,
	    exported->app->options.ascii, false };
	struct list docs = { .at = NULL };
	struct address address;
	struct doc *doc;
	size_t i;

	for (i = 0; i < exported->addresses->count; i++) {
		doc = !library_resolve(exported->app->library, exported->ctx,
		    exported->addresses->at[i], &address) ? NULL : page_make(
		    exported->ctx, exported->app->library, &address);
		if (doc != NULL)
			list_add(exported->ctx, &docs, doc);
	}
	return docs.count == 0 ? NULL : printer_find(exported->printer)->print(
	    exported->ctx, &docs, &options);
}

static const struct {
	const char	*ending;
	char		*(*make)(const struct exported *exported);
	const char	*printer;
} formats[] = {
	{ ".ris", as_ris, NULL },
	{ ".bib", as_bibtex, NULL },
	{ ".csl.json", as_csl, NULL },
	{ ".json", as_json, NULL },
	{ ".tsv", as_tsv, NULL },
	{ ".md", as_pages, "markdown" },
	{ ".html", as_pages, "html" },
	{ ".txt", as_pages, "text" },
};

/* What is marked, or else what is at hand. */
static const struct list *
addresses_of(struct app *app, const void *ctx, struct list *one)
{
	const struct list *marked = selection_list(app->marked);
	char *address = app->page != NULL ? app_address(app, ctx) :
	    results_selected(app->results, ctx);

	if (marked->count > 0)
		return marked;
	if (address != NULL)
		list_add(ctx, one, address);
	return one;
}

/* The text for a file, owned by `ctx`; NULL, after telling why not. */
static char *
text_for(struct app *app, const void *ctx, const char *path)
{
	struct list one = { .at = NULL };
	struct exported exported = { app, ctx, addresses_of(app, ctx, &one),
	    NULL };
	size_t n = strlen(path), end, i;
	char *text;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		end = strlen(formats[i].ending);
		if (n > end && text_same(path + n - end, formats[i].ending))
			break;
	}
	if (i == sizeof(formats) / sizeof(formats[0])) {
		app_say(app, "The name must end in .ris, .bib, .csl.json, "
		    ".json, .tsv, .md, .html or .txt.");
		return NULL;
	}
	exported.printer = formats[i].printer;
	text = formats[i].make(&exported);
	if (text == NULL)
		app_say(app, "There is nothing here for such a file.");
	return text;
}

unsigned
exporting_to(struct app *app, const char *path)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	bool again = text_same(app->refused, path);
	char *text;

	if (app->options.settings->restricted) {
		app_say(app, "In restricted mode no files are written.");
	} else {
		text = text_for(app, scratch, path);
		if (text != NULL)
			effects = yank_request(app, again ?
			    REQUEST_OVERWRITE : REQUEST_SAVE, text, path);
	}
	mem_free(app->refused);
	app->refused = NULL;
	mem_free(scratch);
	return effects;
}

unsigned
exporting_open(struct app *app)
{
	if (app->options.settings->restricted)
		return exporting_to(app, "");
	prompt_open(app, ASK_EXPORT, "");
	app_say(app, "Which file?  It ends in .ris .bib .csl.json .json .tsv "
	    ".md .html or .txt.");
	return EFFECT_DRAW;
}

unsigned
exporting_accept(struct app *app)
{
	char *path = mem_text(NULL, line_edit_text(app->prompt));
	unsigned effects = prompt_close(app);

	if (*path != '\0')
		effects = exporting_to(app, path);
	mem_free(path);
	return effects;
}

void
app_refuse(struct app *app, const char *path)
{
	char *text = mem_format(NULL, "%s is there already; the same once "
	    "more overwrites it.", path);

	mem_free(app->refused);
	app->refused = mem_text(app, path);
	app_say(app, text);
	mem_free(text);
}
