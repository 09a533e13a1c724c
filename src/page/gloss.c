/* Glosses: links glossary words on a page to their entries. */
#include "page/gloss.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "record/guide.h"

struct list
gloss_entries(const void *ctx, struct library *library)
{
	struct list ids = library_ids(library, ctx, RECTYPE_ENTRY);
	struct list entries = { .at = NULL };
	void *entry;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		entry = library_record(library, ctx, RECTYPE_ENTRY,
		    list_at(&ids, i));
		if (entry != NULL)
			list_add(ctx, &entries, entry);
	}
	return entries;
}

struct gloss {
	const char	*word;
	const char	*address;
	bool		*done;		/* shared by all words of an entry */
};

struct glosses {
	struct gloss	*at;		/* longest first */
	size_t		 count;
};

static int
compare_glosses(const void *a, const void *b)
{
	const struct gloss *one = a, *other = b;
	size_t n = strlen(one->word), m = strlen(other->word);

	return n == m ? strcmp(one->word, other->word) : n < m ? 1 : -1;
}

static struct glosses
take_glosses(const void *ctx, struct library *library)
{
	struct list entries = gloss_entries(ctx, library);
	struct glosses glosses = { NULL, 0 };
	const struct glossary_entry *entry;
	const char *address;
	size_t i, j, count = 0;
	bool *done;

	for (i = 0; i < entries.count; i++)
		count += 1 +
		    ((const struct glossary_entry *)list_at(&entries, i))->also.count;
	glosses.at = mem_array(ctx, struct gloss, count + 1);
	for (i = 0; i < entries.count; i++) {
		entry = list_at(&entries, i);
		address = address_of(ctx, RECTYPE_ENTRY, entry->id);
		done = mem_new(ctx, bool);
		for (j = 0; j <= entry->also.count; j++)
			glosses.at[glosses.count++] = (struct gloss){ j == 0 ?
			    entry->word : list_at(&entry->also, j - 1), address,
			    done };
	}
	qsort(glosses.at, glosses.count, sizeof(*glosses.at),
	    compare_glosses);
	return glosses;
}

/* Words with two capitals are abbreviations, so OR is not the word "or". */
static bool
gloss_is_abbreviation(const char *word)
{
	return isupper((unsigned char)word[0]) && word[1] != '\0' &&
	    !islower((unsigned char)word[1]);
}

static const char *
find_word(const char *text, const char *word)
{
	size_t n = strlen(word);
	bool exact = gloss_is_abbreviation(word);
	const char *at;

	for (at = text; *at != '\0'; at++)
		if ((exact ? strncmp(at, word, n) : strncasecmp(at, word, n))
		    == 0 && !text_is_word_byte(at[n]) && (at == text ||
		    !text_is_word_byte(at[-1])))
			return at;
	return NULL;
}

static void
copy_span(struct block *block, const struct span *span, size_t from,
    size_t to)
{
	char *text = mem_text_n(NULL, span->text + from, to - from);

	block_add(block, span->role, text);
	mem_free(text);
}

/* Splits a span so that its first glossary word becomes a link. */
static void
gloss_span(struct block *block, struct span *span, struct glosses *glosses)
{
	struct gloss *gloss;
	const char *at = NULL;
	char *word;
	size_t i, start, end;

	for (i = 0; i < glosses->count; i++) {
		gloss = &glosses->at[i];
		if (!*gloss->done && (at = find_word(span->text,
		    gloss->word)) != NULL)
			break;
	}
	if (at == NULL) {
		list_add(block, &block->spans, span);
		return;
	}
	*gloss->done = true;
	start = (size_t)(at - span->text);
	end = start + strlen(gloss->word);
	copy_span(block, span, 0, start);
	word = mem_text_n(NULL, at, end - start);
	block_link(block, gloss->address, word);
	mem_free(word);
	copy_span(block, span, end, strlen(span->text));
}

static void
gloss_block(struct block *block, struct glosses *glosses)
{
	struct list spans = block->spans;
	struct span *span;
	size_t i;

	for (i = 0; block->label != NULL && i < glosses->count; i++)
		if (!*glosses->at[i].done && text_same(glosses->at[i].word,
		    block->label)) {
			block->label_link = glosses->at[i].address;
			*glosses->at[i].done = true;
		}
	block->spans = (struct list){ .at = NULL };
	for (i = 0; i < spans.count; i++) {
		span = list_at(&spans, i);
		if (span->link != NULL || span->role == ROLE_WARNING)
			list_add(block, &block->spans, span);
		else
			gloss_span(block, span, glosses);
	}
}

void
gloss_page(struct doc *doc, struct library *library)
{
	struct glosses glosses = take_glosses(doc, library);
	struct block *block;
	size_t i;

	for (i = 0; glosses.count > 0 && i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (block->kind == BLOCK_PARAGRAPH || block->kind ==
		    BLOCK_ROW || block->kind == BLOCK_ITEM)
			gloss_block(block, &glosses);
	}
}
