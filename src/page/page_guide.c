/* The glossary and tours, and what links to them. */
#include "page/page_guide.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "page/page.h"
#include "page/subjects.h"
#include "page/wording.h"

/* The glossary. */

static struct list
take_entries(const void *ctx, struct library *library)
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

static char *
wording_also(const void *ctx, const struct entry *entry)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < entry->also.count; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? ", " : "",
		    (const char *)list_at(&entry->also, i));
	return out.data;
}

void
page_entry(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct entry *entry = record;
	const struct address all = { .page = PAGE_GLOSSARY, .query = "" };

	(void)only;
	(void)library;
	(void)doc_title(doc, entry->word);
	doc_field(doc, "Also", wording_also(doc, entry));
	doc_gap(doc);
	doc_para(doc, entry->text);
	doc_gap(doc);
	block_link(doc_paragraph(doc, 0), address_print(doc, &all),
	    "the glossary");
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *const *one = a, *const *other = b;

	return strcasecmp((*one)->word, (*other)->word);
}

struct doc *
page_glossary(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, "glossary");
	struct list entries = take_entries(doc, library);
	const struct entry *entry;
	struct block *line;
	size_t i;

	(void)address;
	(void)doc_title(doc, "Glossary");
	if (entries.count == 0)
		doc_para(doc, "This bibliography has none.");
	else
		qsort(entries.at, entries.count, sizeof(*entries.at),
		    compare_entries);
	for (i = 0; i < entries.count; i++) {
		entry = list_at(&entries, i);
		doc_gap(doc);
		line = doc_paragraph(doc, 0);
		block_link(line, address_of(doc, RECTYPE_ENTRY, entry->id),
		    entry->word);
		if (entry->also.count > 0)
			block_format(line, ROLE_TEXT, " (%s)", wording_also(doc,
			    entry));
		block_text(doc_paragraph(doc, 1), entry->text);
	}
	return doc;
}

/* Tours. */

static void
guide_put_claim(struct doc *doc, struct library *library, const char *id)
{
	const struct claim *claim = library_record(library, doc, RECTYPE_CLAIM,
	    id);
	const struct proposition *proposition = claim == NULL || claim->group
	    == NULL ? NULL : library_record(library, doc, RECTYPE_PROPOSITION,
	    claim->group);
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_CLAIM, id), claim == NULL ? id :
	    claim->statement);
	if (claim != NULL)
		block_format(item, ROLE_TEXT, " (%s, %s)", wording_article_short(
		    doc, library, claim->article), code_label(&hedges, claim->hedge));
	if (proposition != NULL)
		block_format(item, ROLE_GRADE, " Verdict: %s.",
		    code_label(&verdicts, proposition->verdict));
}

static void
guide_put_work(struct doc *doc, struct library *library, const char *id)
{
	const struct work *work = library_record(library, doc, RECTYPE_WORK, id);
	struct block *item = doc_item(doc, 0);
	char *size = work == NULL ? NULL : wording_size(doc, work);

	block_link(item, address_of(doc, RECTYPE_WORK, id), work == NULL ? id :
	    wording_short(doc, work));
	if (work == NULL)
		return;
	block_format(item, ROLE_TEXT, ", %s, %s, ", work_design_label(work), size != NULL ? size : work->subjects == NULL ?
	    "subjects not reported" : code_label(&subjects, work->subjects));
	block_add(item, ROLE_GRADE, wording_level(doc, work));
	if (wording_caution(doc, work) != NULL)
		block_format(item, ROLE_WARNING, ". %s", wording_caution(doc,
		    work));
}

static void
guide_put_term(struct doc *doc, struct library *library, const char *id)
{
	block_link(doc_item(doc, 0), address_of(doc, RECTYPE_TERM, id),
	    library_label(library, doc, id));
}

/* Several works of one step are there to be compared. */
static void
put_comparison(struct doc *doc, const struct list *works)
{
	struct address address = { .page = PAGE_COMPARE, .query = "" };
	struct buf ids = { .data = NULL };
	size_t i;

	for (i = 0; i < works->count; i++)
		buf_format(doc, &ids, "%s%s", i > 0 ? "," : "",
		    (const char *)list_at(works, i));
	address.works = ids.data;
	if (works->count > 1)
		block_link(doc_item(doc, 0), address_print(doc, &address),
		    "side by side");
}

void
page_tour(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct tour *tour = record;
	const struct step *step;
	size_t i, j;

	(void)only;
	(void)doc_title(doc, tour->title);
	for (i = 0; i < tour->steps.count; i++) {
		step = list_at(&tour->steps, i);
		(void)doc_heading(doc, mem_format(doc, "%zu. %s", i + 1,
		    step->heading));
		doc_para(doc, step->text);
		for (j = 0; j < step->claims.count; j++)
			guide_put_claim(doc, library,
			    list_at(&step->claims, j));
		for (j = 0; j < step->works.count; j++)
			guide_put_work(doc, library, list_at(&step->works, j));
		put_comparison(doc, &step->works);
		for (j = 0; j < step->terms.count; j++)
			guide_put_term(doc, library, list_at(&step->terms, j));
	}
}

/* Linking words to their entries. */

struct gloss {
	const char	*word;
	const char	*address;
	bool		*done;		/* shared by the words of an entry */
};

struct glosses {
	struct gloss	*at;		/* the longest word first */
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
	struct list entries = take_entries(ctx, library);
	struct glosses glosses = { NULL, 0 };
	const struct entry *entry;
	const char *address;
	size_t i, j, count = 0;
	bool *done;

	for (i = 0; i < entries.count; i++)
		count += 1 +
		    ((const struct entry *)list_at(&entries, i))->also.count;
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

static bool
is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Capitals tell an abbreviation: OR is no or. */
static bool
guide_is_abbreviation(const char *word)
{
	return isupper((unsigned char)word[0]) && word[1] != '\0' &&
	    !islower((unsigned char)word[1]);
}

static const char *
find_word(const char *text, const char *word)
{
	size_t n = strlen(word);
	bool exact = guide_is_abbreviation(word);
	const char *at;

	for (at = text; *at != '\0'; at++)
		if ((exact ? strncmp(at, word, n) : strncasecmp(at, word, n))
		    == 0 && !is_letter(at[n]) && (at == text ||
		    !is_letter(at[-1])))
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

/* Puts a span back with the first word that is found in it as a link. */
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
page_gloss(struct doc *doc, struct library *library)
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
