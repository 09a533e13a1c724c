/* Completion: continuations of a partial query. */
#include "library/complete.h"

#include <assert.h>

#include "base/text.h"
#include "library/private.h"
#include "record/codelist.h"
#include "record/field.h"
#include "search/design.h"
#include "search/vocabulary.h"

enum { OFFERS_MAX = 40, LEAST = 2 };

struct offers {
	const void	*ctx;
	struct list	 words;
	const char	*start;		/* the typed text, folded */
	const char	*before;	/* prefix to keep, such as "condition:" */
	bool		 nearly;	/* names may differ by one letter */
};

/* Whether a text starts with another, except for one letter after the first. */
static bool
begins_nearly(const char *text, const char *start)
{
	size_t same = 0;

	while (start[same] != '\0' && text[same] == start[same])
		same++;
	if (start[same] == '\0' || same == 0 || text[same] == '\0')
		return start[same] == '\0';
	return text_begins(text + same + 1, start + same + 1) ||
	    text_begins(text + same, start + same + 1) ||
	    text_begins(text + same + 1, start + same);
}

static void
offer(struct offers *offers, const char *word, const char *behind)
{
	char *folded = text_fold(NULL, word);
	const char *quote = strchr(word, ' ') != NULL &&
	    *offers->before != '\0' ? "\"" : "";
	size_t i;
	char *text;

	if ((offers->nearly ? begins_nearly(folded, offers->start) :
	    text_begins(folded, offers->start)) && offers->words.count < OFFERS_MAX) {
		text = mem_format(offers->ctx, "%s%s%s%s%s", offers->before,
		    quote, word, quote, behind);
		for (i = 0; i < offers->words.count; i++)
			if (text_same(list_at(&offers->words, i), text))
				break;
		if (i == offers->words.count)
			list_add(offers->ctx, &offers->words, text);
	}
	mem_free(folded);
}

static void
offer_fields(struct offers *offers, struct library *library)
{
	const struct list *declared = library_declared(library);
	const struct field *field;
	size_t i;

	for (i = 0; i < fields_count; i++)
		offer(offers, fields[i].name, ":");
	for (i = 0; i < declared->count; i++) {
		field = list_at(declared, i);
		offer(offers, field->name, ":");
	}
}

/* Offers terms by label and by synonym, in vocabulary order. */
static void
offer_terms(struct offers *offers, struct library *library, const char *facet)
{
	void *scratch = mem_context(NULL);
	struct list ids = facet == NULL ? library_ids(library, scratch,
	    RECTYPE_TERM) : library_texts(library, scratch, "SELECT id FROM "
	    "term WHERE " FACET_IS("facet", "?1") " ORDER BY number", facet);
	const struct term *term;
	size_t i, j;

	for (i = 0; i < ids.count; i++) {
		term = library_record(library, scratch, RECTYPE_TERM,
		    list_at(&ids, i));
		if (term == NULL)
			continue;
		offer(offers, term->label, "");
		for (j = 0; facet == NULL && j < term->synonyms.count;
		    j++)
			offer(offers, list_at(&term->synonyms, j), "");
	}
	mem_free(scratch);
}

/* Offers names in the notebook: lists, tags. */
static void
offer_kept(struct offers *offers, struct library *library,
    const struct field *field)
{
	void *scratch = mem_context(NULL);
	struct list words = { .at = NULL };
	size_t i;

	if (text_same(field->name, "list"))
		words = library_ids(library, scratch, RECTYPE_LIST);
	else if (text_same(field->name, "tag"))
		words = library_tags(library, scratch);
	for (i = 0; i < words.count; i++)
		offer(offers, list_at(&words, i), " ");
	mem_free(scratch);
}

/*
 * Offers designs by id, including declared ones, except those that are terms.
 */
static void
offer_designs(struct offers *offers, struct library *library)
{
	void *scratch = mem_context(NULL);
	const struct codelist *all = design_list(scratch, library->se);
	size_t i;

	for (i = 0; i < all->count; i++)
		if (library_record(library, scratch, RECTYPE_TERM,
		    all->at[i].id) == NULL)
			offer(offers, all->at[i].id, " ");
	mem_free(scratch);
}

static void
offer_values(struct offers *offers, struct library *library,
    const struct field *field)
{
	size_t i;

	offer_kept(offers, library, field);
	for (i = 0; field->choices != NULL && i < field->choices->count; i++)
		offer(offers, field->choices->at[i].id, " ");
	if (field->kind == FIELD_TERM)
		offer_terms(offers, library, field_facet(field));
	if (field->facet == FACET_DESIGN && field->kind == FIELD_TERM)
		offer_designs(offers, library);
	if (field->kind == FIELD_SIDE)
		offer_terms(offers, library, facet_name(FACET_TECHNIQUE));
}

/*
 * The start of the words before the cursor that may begin a term: the last
 * word, or the last two or three, to find terms of several words.
 */
static size_t
back_words(const char *text, size_t cursor, int words)
{
	size_t at = cursor;

	while (words-- > 0 && at > 0) {
		while (at > 0 && text[at - 1] == ' ')
			at--;
		while (at > 0 && strchr(" (\"", text[at - 1]) == NULL)
			at--;
	}
	return at;
}

/* The field at the start of a word; *value is the offset after the colon. */
static const struct field *
field_of(struct library *library, const char *word, size_t n, size_t *value)
{
	const char *colon = memchr(word, ':', n);

	*value = colon == NULL ? 0 : (size_t)(colon - word) + 1;
	return colon == NULL ? NULL : library_field(library, word,
	    *value - 1);
}

/* Completes "field:val", also with an opening quotation mark. */
static bool
complete_field(struct offers *offers, struct library *library,
    const char *text, size_t cursor, size_t *start)
{
	const struct field *field;
	size_t at = cursor, value = 0;
	char *typed;

	while (at > 0 && text[at - 1] != ':')
		at--;
	while (at > 0 && strchr(" (-", text[at - 1]) == NULL)
		at--;
	field = field_of(library, text + at, cursor - at, &value);
	if (field == NULL || (text[at + value] != '"' && memchr(text + at,
	    ' ', cursor - at) != NULL))
		return false;
	*start = at;
	typed = mem_text_n(offers->ctx, text + at + value, cursor - at -
	    value);
	offers->start = text_fold(offers->ctx, typed);
	offers->before = mem_text_n(offers->ctx, text + at, value);
	offer_values(offers, library, field);
	return true;
}

struct list
complete_query(struct library *library, const void *ctx, const char *text,
    size_t cursor, size_t *start)
{
	struct offers offers = { .ctx = ctx, .before = "" };
	int words;

	assert(cursor <= strlen(text) && start != NULL);
	if (complete_field(&offers, library, text, cursor, start))
		return offers.words;
	for (words = 3; words > 0 && offers.words.count == 0; words--) {
		*start = back_words(text, cursor, words);
		offers.start = text_fold(ctx, mem_text_n(ctx, text + *start,
		    cursor - *start));
		if (strlen(offers.start) < LEAST)
			continue;
		if (*start == back_words(text, cursor, 1))
			offer_fields(&offers, library);
		offer_terms(&offers, library, NULL);
		offers.nearly = offers.words.count == 0 && strchr(
		    offers.start, ' ') != NULL;
		if (offers.nearly)
			offer_terms(&offers, library, NULL);
		offers.nearly = false;
	}
	return offers.words;
}
