/* Streams: documents of one file, printed one by one. */
#include "export/stream.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"
#include "export/links.h"
#include "page/page_citations.h"

enum {
	PIECE_REFERENCES = 100,
	SORTED_BYTES = 128	/* bytes of each sort key */
};

/* A work that a document links to, in the list of references. */
struct cited_work {
	uint64_t	 hash;		/* hash of the id; later the hash of
					   its group */
	size_t		 id;		/* offset in `texts` */
	size_t		 sorted;	/* offset of the sort key */
};

/* An entry of the reference list. */
struct listed_work {
	const char	*id;
	const char	*sorted;
	uint64_t	 group;		/* 0: no letter */
};

struct export_stream {
	const struct format	*format;
	struct library		*library;
	enum cite_style		 style;
	struct print_options	 options;
	const struct export_target	*target;
	struct cited_work	*cited;
	size_t			 count;
	size_t			 capacity;
	struct buf		 texts;		/* all texts, each ended by
						   NUL */
};

struct export_stream *
export_stream_new(const void *ctx, const struct format *format,
    struct library *library, enum cite_style style,
    const struct print_options *options, const struct export_target *target)
{
	struct export_stream *stream = mem_new(ctx, struct export_stream);

	assert(format->joint != NULL);
	stream->format = format;
	stream->library = library;
	stream->style = style;
	stream->options = *options;
	stream->options.part = PRINT_FIRST;
	stream->target = target;
	return stream;
}

/* Stores at most `most` bytes of a text; returns the offset. */
static size_t
keep_text(struct export_stream *stream, const char *text, size_t most)
{
	size_t at = stream->texts.len;

	buf_add(stream, &stream->texts, text, strnlen(text, most));
	buf_add(stream, &stream->texts, "", 1);
	return at;
}

/* State while collecting the links of a piece. */
struct following {
	struct export_stream	*stream;
	const void		*ctx;
	struct list		 leads;		/* char * */
};

static void
stream_follow(void *user, const char *link)
{
	struct following *following = user;
	struct export_stream *stream = following->stream;
	struct address address;
	struct cited_work *work;

	if (!text_begins(link, "work/") || !library_resolve(stream->library,
	    following->ctx, link, &address) || address.page != PAGE_RECORD ||
	    address.kind != RECTYPE_WORK)
		return;
	list_add(following->ctx, &following->leads, mem_text(following->ctx,
	    link));
	stream->cited = mem_grow(stream, stream->cited, &stream->capacity,
	    stream->count + 1, sizeof(*stream->cited));
	work = &stream->cited[stream->count++];
	work->hash = XXH3_64bits(address.id, strlen(address.id));
	work->id = keep_text(stream, address.id, SIZE_MAX);
}

/* Prints a document (NULL: none); `leads` lists the addresses in the file. */
static void
print_piece(struct export_stream *stream, const void *ctx,
    const struct doc *doc, const struct list *leads)
{
	struct list docs = { .at = NULL };

	if (doc != NULL)
		list_add(ctx, &docs, (void *)(uintptr_t)doc);
	if (stream->options.part == PRINT_NEXT)
		export_text(stream->target, stream->format->joint);
	stream->options.leads = leads;
	export_text(stream->target, stream->format->pages(ctx, &docs,
	    &stream->options));
	stream->options.part = PRINT_NEXT;
}

void
export_stream_add(struct export_stream *stream, const struct doc *doc)
{
	void *scratch = mem_context(NULL);
	struct following following = { stream, scratch, { .at = NULL } };

	if (stream->format->citing)
		doc_links(doc, stream_follow, &following);
	links_sort(&following.leads);
	print_piece(stream, scratch, doc, &following.leads);
	mem_free(scratch);
}

static int
cited_by_hash(const void *a, const void *b)
{
	const struct cited_work *one = a, *other = b;

	return one->hash != other->hash ? (one->hash < other->hash ? -1 : 1) :
	    one->id < other->id ? -1 : one->id > other->id;
}

static int
cited_by_place(const void *a, const void *b)
{
	const struct cited_work *one = a, *other = b;

	return one->id < other->id ? -1 : one->id > other->id;
}

/* Keeps the first link to each work. */
static void
keep_first_of_each(struct export_stream *stream)
{
	size_t kept = 0, i;

	if (stream->count == 0)
		return;
	qsort(stream->cited, stream->count, sizeof(*stream->cited),
	    cited_by_hash);
	for (i = 0; i < stream->count; i++)
		if (kept == 0 || stream->cited[i].hash !=
		    stream->cited[kept - 1].hash)
			stream->cited[kept++] = stream->cited[i];
	stream->count = kept;
	qsort(stream->cited, kept, sizeof(*stream->cited), cited_by_place);
}

static struct work *
load_cited(struct export_stream *stream, const void *ctx, const char *id)
{
	return library_record(stream->library, ctx, RECTYPE_WORK, id);
}

/* Determines the sort key and letter of each work. */
static void
learn_order(struct export_stream *stream)
{
	struct cited_work *cited;
	struct work *work;
	void *scratch;
	const char *group;
	size_t i;

	for (i = 0; i < stream->count; i++) {
		scratch = mem_context(NULL);
		cited = &stream->cited[i];
		work = load_cited(stream, scratch, stream->texts.data +
		    cited->id);
		group = work == NULL ? "" : cite_group(scratch, work,
		    stream->style);
		cited->hash = *group == '\0' ? 0 : XXH3_64bits(group,
		    strlen(group));
		cited->sorted = keep_text(stream, work == NULL ? "" :
		    cite_sort_key(scratch, work, stream->style), SORTED_BYTES);
		mem_free(scratch);
	}
}

static int
listed_by_key(const void *a, const void *b)
{
	const struct listed_work *one = a, *other = b;
	int order = strcmp(one->sorted, other->sorted);

	if (order != 0)
		return order;
	if (one->group != other->group)
		return one->group < other->group ? -1 : 1;
	return one->id < other->id ? -1 : one->id > other->id;
}

/* The works in the order of the style. */
static struct listed_work *
list_works(struct export_stream *stream, bool sorted)
{
	struct listed_work *all = mem_array(stream, struct listed_work,
	    stream->count + 1);
	size_t i;

	if (sorted)
		learn_order(stream);
	for (i = 0; i < stream->count; i++)
		all[i] = (struct listed_work){ stream->texts.data +
		    stream->cited[i].id, sorted ? stream->texts.data +
		    stream->cited[i].sorted : "", sorted ?
		    stream->cited[i].hash : 0 };
	if (sorted && stream->count > 1)
		qsort(all, stream->count, sizeof(*all), listed_by_key);
	return all;
}

/*
 * The letter of a work: "a" for the first of several works in a group, and so
 * on; 0 for the only work in its group.
 */
static char
letter_in_row(const struct listed_work *all, size_t count, size_t i)
{
	size_t before = 0;

	if (all[i].group == 0)
		return '\0';
	while (before < i && before < 'z' - 'a' && all[i - before - 1].group ==
	    all[i].group)
		before++;
	if (before == 0 && (i + 1 == count || all[i + 1].group !=
	    all[i].group))
		return '\0';
	return (char)('a' + before);
}

/* Prints a piece of the list, starting at `from`. */
static void
print_references(struct export_stream *stream, const struct listed_work *all,
    bool sorted, size_t from)
{
	void *scratch = mem_context(NULL);
	struct doc *doc = page_references(scratch, from == 0);
	struct list leads = { .at = NULL };
	struct work *work;
	size_t i;

	for (i = from; i < stream->count && i - from < PIECE_REFERENCES; i++) {
		work = load_cited(stream, scratch, all[i].id);
		if (work == NULL)
			continue;
		page_put_reference(doc, work, sorted ? 0 : i + 1,
		    cite_lettered(scratch, work, stream->style, letter_in_row(
		    all, stream->count, i)));
		list_add(scratch, &leads, address_of(scratch, RECTYPE_WORK,
		    work->id));
	}
	links_sort(&leads);
	print_piece(stream, scratch, doc, &leads);
	mem_free(scratch);
}

void
export_stream_end(struct export_stream *stream)
{
	static const struct list nothing = { .at = NULL };
	bool sorted = cite_style_is_sorted(stream->style);
	const struct listed_work *all;
	void *scratch;
	size_t i;

	if (!stream->format->citing)
		return;
	keep_first_of_each(stream);
	all = list_works(stream, sorted);
	for (i = 0; i < stream->count; i += PIECE_REFERENCES)
		print_references(stream, all, sorted, i);
	scratch = mem_context(NULL);
	stream->options.part = PRINT_LAST;
	print_piece(stream, scratch, NULL, &nothing);
	mem_free(scratch);
}
