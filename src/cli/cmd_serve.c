/*
 * strigil serve: answers other programs over standard input and output, using
 * the Model Context Protocol (specification of 2025-06-18): JSON-RPC 2.0, one
 * message per line.  An assistant can quote the records, and has access to
 * nothing else.
 *
 * It only reads, as with --restricted; the sizes of requests and answers are
 * limited.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "answer/trace.h"
#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/run.h"
#include "export/export.h"
#include "page/page.h"
#include "page/page_answer.h"
#include "page/page_refs.h"
#include "page/page_trace.h"
#include "record/topic.h"

const struct option_row cmd_serve_options[] = {
	{ 0, "stdio", NULL, "use standard input and output "
	  "(required)", FLAG(struct serve_options, stdio) },
	{ .name = NULL }
};

enum {
	REQUEST_MAX	= 1 << 20,	/* bytes in a line */
	TEXT_MAX	= 1 << 18	/* bytes in a page; longer pages are
					   cut */
};

/* Error codes of JSON-RPC 2.0, and the protocol's code for resources. */
enum rpc_error {
	RPC_PARSE_ERROR		= -32700,
	RPC_INVALID_REQUEST	= -32600,
	RPC_UNKNOWN_METHOD	= -32601,
	RPC_INVALID_PARAMS	= -32602,
	RPC_INTERNAL_ERROR	= -32603,
	RPC_UNKNOWN_RESOURCE	= -32002
};

/* Supported versions, newest first. */
static const char *const versions[] = { "2025-06-18", "2025-03-26",
    "2024-11-05" };

/* A request and its answer; all memory is owned by `ctx`. */
struct serving {
	struct library	*library;
	void		*ctx;
	struct err	 err;
	enum rpc_error	 code;		/* error code of a failed method */
};

/* Records a method's failure; returns NULL for the method to return. */
static json_t *
serve_fail(struct serving *serving, enum rpc_error code, const char *text)
{
	serving->code = code;
	(void)err_set(&serving->err, ERR_INPUT, "%s", text);
	return NULL;
}

/* Pages as Markdown, cut at a limit, with a remark if cut. */

static char *
serve_markdown(struct serving *serving, struct doc *doc)
{
	static const struct print_options options = { .width = 80 };
	struct list docs = { .at = NULL };
	char *text;
	size_t n;

	list_add(serving->ctx, &docs, doc);
	text = export_pages(serving->ctx, format_find("markdown",
	    FORMAT_PAGES), serving->library, &docs, CITE_AMA, &options);
	if (strlen(text) <= TEXT_MAX)
		return text;
	for (n = TEXT_MAX; n > 0 && text[n] != '\n'; n--)
		continue;
	text[n] = '\0';
	return mem_format(serving->ctx, "%s\n\n(The page is longer; only its "
	    "start is shown.)\n", text);
}

/* Tools: each builds a document from one text, or fails with a message. */

static struct doc *
serve_search(struct serving *serving, const char *text)
{
	const struct address address = { .page = PAGE_SEARCH, .query = text };

	return page_make(serving->ctx, serving->library, &address);
}

static struct doc *
serve_claims(struct serving *serving, const char *text)
{
	const struct address address = { .page = PAGE_CLAIMS, .query = text };

	return page_make(serving->ctx, serving->library, &address);
}

static struct doc *
serve_show(struct serving *serving, const char *text)
{
	struct doc *doc = NULL;
	struct address address;
	char *nearest;

	if (library_resolve(serving->library, serving->ctx, text, &address) ||
	    answer_resolve(serving->library, serving->ctx, text, &address))
		doc = page_make(serving->ctx, serving->library, &address);
	if (doc != NULL)
		return doc;
	nearest = library_nearest(serving->library, serving->ctx, text);
	(void)err_set(&serving->err, ERR_INPUT, "'%s' is not in this "
	    "bibliography%s%s",
	    text, nearest == NULL ? "" : "; the nearest is ", nearest == NULL ?
	    "" : nearest);
	return NULL;
}

static struct doc *
serve_trace(struct serving *serving, const char *text)
{
	const struct trace *trace = trace_article(knowledge_of(
	    serving->library), serving->ctx, text, strlen(text), &serving->err);

	return trace == NULL ? NULL : page_trace(serving->ctx,
	    serving->library, trace, "Text");
}

static struct doc *
serve_refs(struct serving *serving, const char *text)
{
	return page_refs(serving->ctx, refs_make(serving->ctx,
	    serving->library, text));
}

static const struct served_tool {
	const char	*name;
	const char	*title;
	const char	*description;
	const char	*argument;
	const char	*meaning;	/* description of the argument */
	struct doc	*(*make)(struct serving *serving, const char *text);
} tools[] = {
	{ "ask", "Ask a question or check a sentence", "Answers a clinical "
	  "question in everyday words, or says which recorded claims a "
	  "sentence makes, with their verdicts; then the works, each with its "
	  "level of evidence.  \"Not covered here\" does not mean \"no "
	  "evidence\".", "question",
	  "a question, a sentence, or words", serve_search },
	{ "search", "Search for works", "Works that match a query, with their "
	  "level of evidence and what they found.  Fields narrow the search: "
	  "design:rct level:1..2 year:2015.. condition:ID.", "query",
	  "words, quoted phrases, fields", serve_search },
	{ "claims", "Search for claims", "What popular articles claim, under "
	  "the verdict on each claim.", "query", "words, or verdict:untested",
	  serve_claims },
	{ "show", "Show a record", "A work, claim, topic or term on one page, "
	  "with sources for each statement.", "address", "an id, DOI, PMID, the "
	  "name of a term, or an address such as topic/ID", serve_show },
	{ "trace", "Trace an article", "Marks the sentences of a text that "
	  "state a recorded claim, with the verdict and the reason.", "text",
	  "text, Markdown or HTML", serve_trace },
	{ "refs", "Look up references", "For each reference of a list: found, "
	  "found with different details, retracted, or not found here.  A "
	  "reference not found here may well "
	  "exist.", "text", "references, one to a line or paragraph", serve_refs },
};

static const struct served_tool *
tool_find(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(tools); i++)
		if (text_same(tools[i].name, name))
			return &tools[i];
	return NULL;
}

/*
 * Methods: each returns its result, owned by the caller, or NULL after
 * serve_fail().
 */

static json_t *
serve_initialize(struct serving *serving, json_t *params)
{
	const char *asked = json_string_value(json_object_get(params,
	    "protocolVersion")), *version = versions[0];
	size_t i;

	(void)serving;
	for (i = 0; i < COUNT(versions); i++)
		if (text_same(versions[i], asked))
			version = versions[i];
	return json_pack("{s:s, s:{s:{}, s:{}}, s:{s:s, s:s}, s:s}",
	    "protocolVersion", version, "capabilities", "tools", "resources",
	    "serverInfo", "name", PACKAGE_NAME, "version", PACKAGE_VERSION,
	    "instructions", "Curated evidence.  Quote the level, the verdict "
	    "and the record's id with every statement, and say when something "
	    "is not covered.  Nothing here is medical advice.");
}

static json_t *
serve_ping(struct serving *serving, json_t *params)
{
	(void)serving;
	(void)params;
	return json_object();
}

static json_t *
serve_list_tools(struct serving *serving, json_t *params)
{
	json_t *list = json_array();
	size_t i;

	(void)serving;
	(void)params;
	for (i = 0; i < COUNT(tools); i++)
		(void)json_array_append_new(list, json_pack("{s:s, s:s, s:s, "
		    "s:{s:s, s:{s:{s:s, s:s}}, s:[s]}, s:{s:b, s:b}}",
		    "name", tools[i].name, "title", tools[i].title,
		    "description", tools[i].description,
		    "inputSchema", "type", "object",
		    "properties", tools[i].argument, "type", "string",
		    "description", tools[i].meaning,
		    "required", tools[i].argument,
		    "annotations", "readOnlyHint", 1, "openWorldHint", 0));
	return json_pack("{s:o}", "tools", list);
}

/*
 * The text that a tool returns; its failure is also a result, marked as an
 * error.
 */
static json_t *
serve_call_tool(struct serving *serving, json_t *params)
{
	const char *name = json_string_value(json_object_get(params, "name"));
	const struct served_tool *tool = tool_find(name == NULL ? "" : name);
	const char *text;
	struct doc *doc;

	if (tool == NULL)
		return serve_fail(serving, RPC_INVALID_PARAMS, "no such tool");
	text = json_string_value(json_object_get(json_object_get(params,
	    "arguments"), tool->argument));
	if (text == NULL)
		return serve_fail(serving, RPC_INVALID_PARAMS, mem_format(
		    serving->ctx, "%s needs a text: %s", tool->name,
		    tool->argument));
	doc = tool->make(serving, text);
	return json_pack("{s:[{s:s, s:s}], s:b}", "content", "type", "text",
	    "text", doc != NULL ? serve_markdown(serving, doc) :
	    serving->err.text, "isError", doc == NULL);
}

/*
 * Lists the pages by name and the topics; other addresses can be read as well.
 */
static json_t *
serve_list_resources(struct serving *serving, json_t *params)
{
	struct list ids = library_ids(serving->library, serving->ctx,
	    RECTYPE_TOPIC);
	json_t *list = json_array();
	const struct topic *topic;
	size_t i;

	(void)params;
	for (i = 0; i < ids.count; i++) {
		topic = library_record(serving->library, serving->ctx,
		    RECTYPE_TOPIC, ids.at[i]);
		if (topic != NULL)
			(void)json_array_append_new(list, json_pack("{s:s, "
			    "s:s, s:s, s:s}", "uri", mem_format(serving->ctx,
			    "strigil:topic/%s", topic->id), "name", topic->id,
			    "title", topic->question, "mimeType",
			    "text/markdown"));
	}
	for (i = 0; address_page_name((int)i) != NULL; i++)
		(void)json_array_append_new(list, json_pack("{s:s, s:s, s:s, "
		    "s:s}", "uri", mem_format(serving->ctx, "strigil:%s",
		    address_page_name((int)i)), "name", address_page_name(
		    (int)i), "title", address_page_purpose((int)i), "mimeType",
		    "text/markdown"));
	return json_pack("{s:o}", "resources", list);
}

static json_t *
serve_list_templates(struct serving *serving, json_t *params)
{
	(void)serving;
	(void)params;
	return json_pack("{s:[{s:s, s:s, s:s, s:s}]}", "resourceTemplates",
	    "uriTemplate", "strigil:{address}", "name", "page", "description",
	    "work/ID, claim/ID, topic/ID, term/ID, search?q=QUERY",
	    "mimeType", "text/markdown");
}

static json_t *
serve_read_resource(struct serving *serving, json_t *params)
{
	const char *uri = json_string_value(json_object_get(params, "uri"));
	struct doc *doc;

	if (uri == NULL || !text_begins(uri, "strigil:"))
		return serve_fail(serving, RPC_INVALID_PARAMS,
		    "an address must start with strigil:");
	doc = serve_show(serving, uri + strlen("strigil:"));
	if (doc == NULL) {
		serving->code = RPC_UNKNOWN_RESOURCE;
		return NULL;
	}
	return json_pack("{s:[{s:s, s:s, s:s}]}", "contents", "uri", uri,
	    "mimeType", "text/markdown", "text", serve_markdown(serving, doc));
}

static const struct method {
	const char	*name;
	json_t		*(*answer)(struct serving *serving, json_t *params);
} methods[] = {
	{ "initialize", serve_initialize },
	{ "ping", serve_ping },
	{ "tools/list", serve_list_tools },
	{ "tools/call", serve_call_tool },
	{ "resources/list", serve_list_resources },
	{ "resources/templates/list", serve_list_templates },
	{ "resources/read", serve_read_resource },
};

/* Messages. */

static json_t *
serve_error(json_t *id, enum rpc_error code, const char *text)
{
	return json_pack("{s:s, s:O?, s:{s:i, s:s}}", "jsonrpc", "2.0", "id",
	    id == NULL ? json_null() : id, "error", "code", (int)code,
	    "message", text);
}

/*
 * The result of a method, retried once after a failed read.  A failed look-up
 * is an error, never "not found".
 */
static json_t *
serve_method(struct serving *serving, const struct method *method,
    json_t *params)
{
	json_t *result = NULL;
	bool began = library_begin(serving->library);

	do {
		json_decref(result);
		serving->err = (struct err)ERR_INIT;
		result = method->answer(serving, params);
	} while (library_again(serving->library));
	library_finish(serving->library, began);
	if (library_ok(serving->library, &serving->err))
		return result;
	json_decref(result);
	library_forgive(serving->library);
	serving->code = RPC_INTERNAL_ERROR;
	return NULL;
}

/* The answer to a message; NULL if it needs none. */
static json_t *
serve_answer(struct library *library, json_t *message)
{
	struct serving serving = { .library = library, .err = ERR_INIT,
	    .code = RPC_UNKNOWN_METHOD };
	const char *name = json_string_value(json_object_get(message,
	    "method"));
	json_t *id = json_object_get(message, "id"), *result = NULL, *reply;
	size_t i;

	if (name == NULL)
		return json_object_get(message, "result") != NULL ||
		    json_object_get(message, "error") != NULL ? NULL :
		    serve_error(id, RPC_INVALID_REQUEST, "no method");
	if (id == NULL)
		return NULL;
	serving.ctx = mem_context(NULL);
	(void)err_set(&serving.err, ERR_INPUT, "unknown method");
	for (i = 0; i < COUNT(methods); i++)
		if (text_same(methods[i].name, name))
			result = serve_method(&serving, &methods[i],
			    json_object_get(message, "params"));
	reply = result == NULL ? serve_error(id, serving.code,
	    serving.err.text) : json_pack("{s:s, s:O, s:o}", "jsonrpc", "2.0",
	    "id", id, "result", result);
	mem_free(serving.ctx);
	return reply;
}

/* Reads one line without its newline; false at the end of the input. */
static bool
serve_read_line(const void *ctx, struct buf *line, bool *too_long)
{
	int byte;

	*line = (struct buf){ .data = NULL };
	*too_long = false;
	while ((byte = run_read_byte()) != EOF && byte != '\n') {
		*too_long |= line->len >= REQUEST_MAX;
		if (!*too_long)
			buf_add(ctx, line, &(char){ (char)byte }, 1);
	}
	return byte != EOF || line->len > 0;
}

static void
serve_line(struct library *library, const struct buf *line, bool too_long)
{
	json_t *message = too_long ? NULL : json_loadb(line->data == NULL ? "" :
	    line->data, line->len, 0, NULL);
	json_t *reply = too_long ? serve_error(NULL, RPC_INVALID_REQUEST,
	    "the message is longer than 1 MiB") : message == NULL ?
	    serve_error(NULL, RPC_PARSE_ERROR, "not JSON") :
	    !json_is_object(message) ? serve_error(NULL, RPC_INVALID_REQUEST,
	    "not a message") : serve_answer(library, message);

	if (reply != NULL) {
		(void)json_dumpf(reply, stdout, JSON_COMPACT);
		(void)putchar('\n');
		(void)fflush(stdout);
	}
	json_decref(reply);
	json_decref(message);
}

enum status
cmd_serve(struct run *run, int argc, char **argv)
{
	const struct serve_options *options = run->options;
	struct library *library;
	enum status status;
	bool too_long;
	struct buf line;
	void *ctx;

	(void)argv;
	if (argc > 0 || !options->stdio) {
		run_complain("usage: strigil serve --stdio");
		return STATUS_ERROR;
	}
	run->settings->restricted = true;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	for (;;) {
		ctx = mem_context(run);
		if (!serve_read_line(ctx, &line, &too_long))
			break;
		if (line.len > 0 || too_long)
			serve_line(library, &line, too_long);
		mem_free(ctx);
		if (ferror(stdout))
			break;
	}
	return run_finish(STATUS_FOUND);
}
