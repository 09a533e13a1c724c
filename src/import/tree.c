/* Trees: reads foreign XML, using a table of the elements that are used. */
#include "import/tree.h"

#include <assert.h>

#include "base/text.h"
#include "import/markup.h"

enum { TEXT_MAX = 1 << 20, DEPTH_MAX = 24, INLINE_MAX = 64 };

/* An element inside a text. */
struct inline_element {
	char	name[16];
	size_t	from;		/* start of its text */
	size_t	children;
	bool	skipped;	/* ignore its text */
};

struct tree {
	const struct node	*path[DEPTH_MAX];
	size_t			 depth;
	size_t			 skip;		/* depth outside the table */
	size_t			 inside;	/* depth within a `take` */
	struct inline_element	 inlines[INLINE_MAX];
	struct buf		 text;
	struct draft		 draft;
};

void *
tree_open(void *ctx, const struct reader *reader,
    const struct read_handler *handler)
{
	struct tree *tree = mem_new(ctx, struct tree);

	assert(reader->nodes != NULL && reader->format != NULL);
	tree->draft.ctx = tree;
	tree->draft.handler = handler;
	tree->draft.format = reader->format;
	tree->path[0] = reader->nodes;
	return tree;
}

const char *
tree_attribute(const struct xml_element *element, const char *name)
{
	size_t i;

	for (i = 0; i < element->count; i++)
		if (text_same(element->attributes[i].name, name))
			return element->attributes[i].value;
	return NULL;
}

static const struct node *
find_node(const struct node *nodes, const char *name)
{
	for (; nodes != NULL && nodes->name != NULL; nodes++)
		if (text_same(nodes->name, name))
			return nodes;
	return NULL;
}

/* Markup inside a text. */

static struct inline_element *
inline_at(struct tree *tree, size_t depth)
{
	return depth < INLINE_MAX ? &tree->inlines[depth] : NULL;
}

/* Footnote marks in JATS, and TeX next to a formula, are not text. */
static bool
is_unwanted(const char *name)
{
	return text_same(name, "annotation") || text_same(name,
	    "annotation-xml") || text_same(name, "tex-math") ||
	    text_same(name, "xref") || text_same(name, "fn");
}

/* Block elements inside a text separate words. */
static bool
is_block(const char *name)
{
	return text_same(name, "p") || text_same(name, "break") ||
	    text_same(name, "title") || text_same(name, "sec") ||
	    text_same(name, "list-item") || text_same(name, "br");
}

/* EndNote's <style face="superscript"> equals <sup> elsewhere. */
static const char *
effect_name(const struct xml_element *element)
{
	const char *face = text_same(element->name, "style") ?
	    tree_attribute(element, "face") : NULL;

	if (face == NULL)
		return element->name;
	return strstr(face, "superscript") != NULL ? "sup" :
	    strstr(face, "subscript") != NULL ? "sub" : element->name;
}

static void
begin_inline(struct tree *tree, const struct xml_element *element)
{
	const char *name = effect_name(element);
	struct inline_element *around = inline_at(tree, tree->inside), *at;

	at = inline_at(tree, ++tree->inside);
	if (at == NULL)
		return;
	*at = (struct inline_element){ .skipped = around == NULL ||
	    around->skipped || is_unwanted(name) };
	memcpy(at->name, name, strnlen(name, sizeof(at->name) - 1));
	if (at->skipped)
		return;
	if (around != NULL)
		buf_text(tree, &tree->text, markup_math_before(around->name,
		    around->children++));
	if (is_block(name))
		buf_text(tree, &tree->text, " ");
	at->from = tree->text.len;
}

/* Adds parentheses to a numerator or denominator of several terms. */
static void
bracket(struct tree *tree, size_t from)
{
	char *part;

	if (strpbrk(buf_string(&tree->text) + from, "+-/=") == NULL)
		return;
	part = mem_text(NULL, tree->text.data + from);
	tree->text.len = from;
	buf_format(tree, &tree->text, "(%s)", part);
	mem_free(part);
}

static void
end_inline(struct tree *tree)
{
	struct inline_element *at = inline_at(tree, tree->inside--);

	if (at == NULL || at->skipped)
		return;
	if (text_same(at->name, "sup"))
		markup_raise(tree, &tree->text, at->from);
	else if (text_same(at->name, "sub"))
		markup_lower(tree, &tree->text, at->from);
	else if (is_block(at->name))
		buf_text(tree, &tree->text, " ");
	else
		buf_text(tree, &tree->text, markup_math_after(at->name));
	if (text_same(inline_at(tree, tree->inside)->name, "mfrac"))
		bracket(tree, at->from);
}

/* The event handlers. */

static void
tree_on_start(void *user, struct xml *xml, const struct xml_element *element)
{
	struct tree *tree = user;
	const struct node *node;

	if (tree->inside > 0) {
		begin_inline(tree, element);
		return;
	}
	tree->draft.sink = xml_sink(xml);
	tree->draft.place = element->place;
	node = tree->skip > 0 || tree->depth + 1 >= DEPTH_MAX ? NULL :
	    tree->depth == 0 ? tree->path[0] :
	    find_node(tree->path[tree->depth]->children, element->name);
	if (node == NULL) {
		tree->skip++;
		return;
	}
	tree->path[++tree->depth] = node;
	if (node->begin != NULL)
		node->begin(&tree->draft, element);
	if (node->take != NULL) {
		tree->inside = 1;
		tree->inlines[1] = (struct inline_element){ .from = 0 };
		buf_clear(&tree->text);
	}
}

static void
tree_on_text(void *user, struct xml *xml, const char *s, size_t n)
{
	struct tree *tree = user;
	const struct inline_element *at = inline_at(tree, tree->inside);

	if (tree->inside == 0 || at == NULL || at->skipped)
		return;
	if (tree->text.len + n > TEXT_MAX) {
		diag_error(xml_sink(xml), xml_place(xml),
		    "a text longer than 1 MiB");
		xml_stop(xml);
		return;
	}
	buf_add(tree, &tree->text, s, n);
}

static void
take_text(struct tree *tree, const struct node *node)
{
	char *text;

	markup_settle(tree, &tree->text);
	text = text_clean(NULL, buf_string(&tree->text), tree->text.len);
	tree->draft.tag = node->name;
	if (tree->draft.work != NULL)
		node->take(&tree->draft, text, node->at);
	mem_free(text);
}

static void
tree_on_end(void *user, struct xml *xml)
{
	struct tree *tree = user;
	const struct node *node;

	(void)xml;
	if (tree->skip > 0) {
		tree->skip--;
		return;
	}
	if (tree->inside > 1) {
		end_inline(tree);
		return;
	}
	node = tree->path[tree->depth--];
	tree->inside = 0;
	if (node->take != NULL)
		take_text(tree, node);
	else if (node->end != NULL)
		node->end(&tree->draft);
}

const struct xml_handler tree_events = { tree_on_start, tree_on_end,
    tree_on_text };

void
tree_begin_work(struct draft *draft, const struct xml_element *element)
{
	draft_begin(draft, element->place);
}

void
tree_begin_person(struct draft *draft, const struct xml_element *element)
{
	(void)element;
	draft_begin_person(draft, draft->people);
}
