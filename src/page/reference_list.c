/* Reference lists: splits a text into its references. */
#include "page/reference_list.h"

#include <ctype.h>

#include "base/text.h"
#include "record/identifier.h"

enum {
	WORDS_MIN = 5,
	INSERTED_MIN = 40	/* bytes of a whole reference */
};

/* Whether a line starts a record of a known format. */
static bool
begins_record(const char *line, size_t n)
{
	if (n >= 5 && (text_begins(line, "TY  -") ||
	    text_begins(line, "PMID-")))
		return true;
	return n > 2 && *line == '@' && isalpha((unsigned char)line[1]) &&
	    memchr(line, '{', n) != NULL;
}

struct splitter {
	const void	*ctx;
	struct list	 out;
	struct buf	 piece;
	bool		 records;	/* records of a known format */
	bool		 paragraphs;
};

static bool
reference_list_is_blank(const char *line, size_t n)
{
	return strspn(line, " \t\r\n") >= n;
}

static void
add_reference(struct splitter *to, char *text, size_t at)
{
	struct reference_text *one = mem_new(to->ctx, struct reference_text);

	one->text = text;
	one->at = at;
	list_add(to->ctx, &to->out, one);
}

/*
 * Splits the text before an identifier of a kind that has already occurred, as
 * it begins another reference.
 */
static void
reference_list_add_piece(struct splitter *to, const char *piece)
{
	size_t start = 0, at = 0, n, named = 0;
	enum identifier kind;
	char *word;

	for (; piece[at] != '\0' && !to->records; at += n) {
		at += strspn(piece + at, " \n\t\r");
		n = strcspn(piece + at, " \n\t\r");
		word = mem_text_n(NULL, piece + at, n);
		kind = identifier_kind(word);
		mem_free(word);
		if (kind == IDENTIFIER_COUNT)
			continue;
		if ((named & (size_t)1 << kind) != 0) {
			add_reference(to, text_clean(to->ctx, piece + start, at -
			    start), start);
			start = at;
			named = 0;
		}
		named |= (size_t)1 << kind;
		if (piece[at + n] != '\0' && (piece[at + n] == '\n' ||
		    strchr(".;)", piece[at + n - 1]) != NULL)) {
			add_reference(to, text_clean(to->ctx, piece + start, at + n -
			    start), start);
			start = at + n;
			named = 0;
		}
	}
	if (!reference_list_is_blank(piece + start, strlen(piece + start)))
		add_reference(to, to->records ? mem_text(to->ctx, piece + start) :
		    text_clean(to->ctx, piece + start, strlen(piece + start)),
		    start);
}

/* Adds references from `first` on in the order of the text. */
static void
add_in_order(struct splitter *to, size_t first, const struct list *found)
{
	const struct reference_text *one, *other;
	size_t i, k;

	for (i = 0; i < found->count; i++) {
		one = list_at(found, i);
		for (k = to->out.count; k > first; k--) {
			other = list_at(&to->out, k - 1);
			if (other->at <= one->at)
				break;
		}
		list_insert(to->ctx, &to->out, k, list_at(found, i));
	}
}

/*
 * Adds the citations in running text, and the identifiers there, among the
 * references from `first` on; false if it has no citations.
 */
static bool
add_citations(struct splitter *to, size_t first, const char *piece)
{
	struct list found;

	if (to->records)
		return false;
	found = running_text_citations(to->ctx, piece);
	if (found.count == 0)
		return false;
	add_in_order(to, first, &found);
	found = running_text_identifiers(to->ctx, piece);
	add_in_order(to, first, &found);
	return true;
}

/* The end of the text in the parentheses that begin at `open`. */
static size_t
inserted_end(const char *text, size_t open)
{
	size_t depth = 0, at;

	for (at = open; text[at] != '\0'; at++) {
		depth += text[at] == '(';
		if (text[at] == ')' && --depth == 0)
			break;
	}
	return at;
}

/*
 * Takes whole references in parentheses out of running text: "One trial (Teapot
 * T. Tea and sleep. Sleep. 2021;1:2) found".
 */
static void
take_inserted(struct splitter *to, char *piece)
{
	size_t at, end;
	char *inner;

	for (at = 1; piece[at] != '\0' && !to->records; at++) {
		end = piece[at] == '(' ? inserted_end(piece, at) : at;
		if (end < at + INSERTED_MIN || piece[end] == '\0')
			continue;
		inner = text_clean(to->ctx, piece + at + 1, end - at - 1);
		if (strpbrk(inner, ";:") == NULL || strstr(inner, ". ") == NULL
		    || !reference_list_is_one(inner))
			continue;
		add_reference(to, inner, at);
		memset(piece + at, ' ', end - at + 1);
	}
}

static void
end_piece(struct splitter *to)
{
	const size_t first = to->out.count;

	if (to->piece.len > 0)
		take_inserted(to, to->piece.data);
	if (to->piece.len > 0 && !reference_list_is_blank(to->piece.data,
	    to->piece.len - 1) && !add_citations(to, first,
	    to->piece.data))
		reference_list_add_piece(to, to->piece.data);
	to->piece = (struct buf){ .data = NULL };
}

/* Whether the text has records, or paragraphs of several lines. */
static void
look(struct splitter *to, const char *text)
{
	const char *line;
	size_t n, in = 0;
	bool apart = false, several = false;

	for (line = text; *line != '\0'; line += n + (line[n] != '\0')) {
		n = strcspn(line, "\n");
		to->records |= begins_record(line, n);
		in = reference_list_is_blank(line, n) ? 0 : in + 1;
		apart |= in == 0 && line > text;
		several |= in > 1;
	}
	to->paragraphs = apart && several;
}

struct list
reference_list_split(const void *ctx, const char *text)
{
	struct splitter to = { .ctx = ctx };
	const char *line;
	size_t n;

	look(&to, text);
	for (line = text; *line != '\0'; line += n + (line[n] != '\0')) {
		n = strcspn(line, "\n");
		if (to.records ? begins_record(line, n) : !to.paragraphs ||
		    reference_list_is_blank(line, n))
			end_piece(&to);
		buf_add(ctx, &to.piece, line, n);
		buf_text(ctx, &to.piece, "\n");
	}
	end_piece(&to);
	return to.out;
}

bool
reference_list_is_one(const char *text)
{
	enum identifier label = IDENTIFIER_COUNT;
	bool year = false, named = false;
	size_t words = 0, n;
	const char *at;
	char *word;

	for (at = text; *at != '\0'; at += n) {
		at += strspn(at, " \n\t\r");
		n = strcspn(at, " \n\t\r");
		word = mem_text_n(NULL, at, n);
		words += n > 0;
		/* The label may be a separate word: "PMID 123". */
		named |= identifier_kind(word) != IDENTIFIER_COUNT ||
		    (label != IDENTIFIER_COUNT && isdigit((unsigned char)
		    *word));
		label = identifier_find(word, strcspn(word, ":-. "));
		mem_free(word);
	}
	if (named)
		return true;
	for (at = text; *at != '\0' && !year; at++)
		year = (text_begins(at, "19") || text_begins(at, "20")) &&
		    isdigit((unsigned char)at[2]) &&
		    isdigit((unsigned char)at[3]) &&
		    !isdigit((unsigned char)at[4]) && (at == text ||
		    !isdigit((unsigned char)at[-1]));
	return year && (words >= WORDS_MIN || (words > 1 &&
	    text_is_capital(text)));
}
