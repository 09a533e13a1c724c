/* Trees: reading foreign XML by a table of the elements that matter. */
#include "import/tree.h"

#include <ctype.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/value.h"

enum { TEXT_MAX = 1 << 20 };

struct import *
import_open(void *ctx, const struct read_handler *handler,
    const struct node *root)
{
	struct import *im = mem_new(ctx, struct import);

	im->handler = handler;
	im->path[0] = root;
	return im;
}

static const struct node *
find_node(const struct node *nodes, const char *name)
{
	for (; nodes != NULL && nodes->name != NULL; nodes++)
		if (text_same(nodes->name, name))
			return nodes;
	return NULL;
}

static void
on_start(void *user, struct xml *xml, const struct xml_element *element)
{
	struct import *im = user;
	const struct node *node;

	(void)xml;
	if (im->inside > 0) {
		im->inside++;
		return;
	}
	node = im->skip > 0 || im->depth + 1 >= IMPORT_DEPTH ? NULL :
	    im->depth == 0 ? im->path[0] :
	    find_node(im->path[im->depth]->children, element->name);
	if (node == NULL) {
		im->skip++;
		return;
	}
	im->path[++im->depth] = node;
	if (node->begin != NULL)
		node->begin(im, element);
	if (node->take != NULL) {
		im->inside = 1;
		buf_clear(&im->text);
	}
}

static void
on_text(void *user, struct xml *xml, const char *s, size_t n)
{
	struct import *im = user;

	if (im->inside == 0)
		return;
	if (im->text.len + n > TEXT_MAX) {
		diag_error(xml_sink(xml), xml_place(xml),
		    "a text longer than 1 MiB");
		xml_stop(xml);
		return;
	}
	buf_add(im, &im->text, s, n);
}

static void
take_text(struct import *im, const struct node *node)
{
	char *text = text_clean(NULL, buf_string(&im->text), im->text.len);

	if (im->work != NULL)
		node->take(im, text);
	mem_free(text);
}

static void
on_end(void *user, struct xml *xml)
{
	struct import *im = user;
	const struct node *node;

	if (im->skip > 0) {
		im->skip--;
		return;
	}
	if (im->inside > 1) {
		im->inside--;
		return;
	}
	node = im->path[im->depth--];
	im->inside = 0;
	if (node->take != NULL)
		take_text(im, node);
	else if (node->end != NULL)
		node->end(im, xml);
}

const struct xml_handler import_events = { on_start, on_end, on_text };

void
import_begin(struct import *im, struct place place)
{
	im->found = mem_room(im, sizeof(*im->found), FOUND_ROOM);
	im->found->kind = RECTYPE_WORK;
	im->found->place = place;
	im->found->imported = true;
	im->work = record_new(im->found, &work_schema);
	im->work->at = place;
	im->found->record = im->work;
	im->author = NULL;
	im->kind = NULL;
	im->extra = NULL;
	im->human = false;
	im->animal = false;
	im->records++;
}

void
import_finish(struct import *im, struct xml *xml)
{
	if (im->found == NULL)
		return;
	im->handler->record(im->handler->user, xml, mem_move(NULL,
	    im->found));
	im->found = NULL;
	im->work = NULL;
}

void
import_set(struct import *im, const char **field, const char *text)
{
	if (*field == NULL && *text != '\0')
		*field = mem_text(im->work, text);
}

void
import_add(struct import *im, struct list *list, const char *text)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (text_same(list->at[i], text))
			return;
	if (*text != '\0')
		list_add(im->work, list, mem_text(im->work, text));
}

static const struct member *
work_member(const char *key)
{
	size_t i;

	for (i = 0; i < work_schema.count; i++)
		if (text_same(work_schema.members[i].key, key))
			return &work_schema.members[i];
	return NULL;
}

void
import_set_valid(struct import *im, const char **field, const char *key,
    const char *text)
{
	char *problem = value_problem(NULL, work_member(key), text);

	if (problem == NULL)
		import_set(im, field, text);
	mem_free(problem);
}

const char *
import_attribute(const struct xml_element *element, const char *name)
{
	size_t i;

	for (i = 0; i < element->count; i++)
		if (text_same(element->attributes[i].name, name))
			return element->attributes[i].value;
	return NULL;
}

const char *
import_year(struct import *im, const char *text)
{
	const char *p;

	for (p = text; *p != '\0'; p++) {
		if (!isdigit((unsigned char)p[0]))
			continue;
		if (strspn(p, "0123456789") == 4 && (p[0] == '1' ||
		    p[0] == '2'))
			return mem_text_n(im->work, p, 4);
		p += strspn(p, "0123456789") - 1;
	}
	return NULL;
}
