/* Drafts: works being read from other formats. */
#include "import/draft.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "record/language.h"
#include "record/value.h"

enum { LABEL_MAX = 60 };	/* letters of a label: "METHODS" */

/* Beginning. */

void
draft_begin(struct draft *draft, struct place place)
{
	draft->found = mem_room(draft->ctx, sizeof(*draft->found), FOUND_ROOM);
	draft->found->kind = RECTYPE_WORK;
	draft->found->place = place;
	draft->found->imported = true;
	draft->work = record_new(draft->found, &work_schema);
	draft->work->at = place;
	draft->found->record = draft->work;
	draft->place = place;
	draft->author = (struct author){ .family = NULL };
	draft->kind = draft->extra = draft->key = NULL;
	draft->title_parts = draft->whole_name = draft->role = NULL;
	draft->date[0] = draft->date[1] = draft->date[2] = NULL;
	draft->first_page = draft->last_page = draft->number = NULL;
	draft->human = draft->animal = draft->full = false;
	draft->kinds = 0;
	draft->host_type = NULL;
	mem_free(draft->distinct.slots);
	draft->distinct = (struct distinct){ .slots = NULL };
}

/* Functions that fill the members of a work. */

static struct list *
list_of(struct draft *draft, size_t at)
{
	return (struct list *)(void *)((char *)draft->work + at);
}

void
draft_text(struct draft *draft, const char *text, size_t at)
{
	const char **field;

	assert(draft->work != NULL);
	field = (const char **)(void *)((char *)draft->work + at);
	if (*field == NULL && *text != '\0')
		*field = mem_text(draft->work, text);
}

void
draft_list(struct draft *draft, const char *text, size_t at)
{
	char *copy;

	assert(draft->work != NULL);
	copy = *text == '\0' ? NULL : mem_text(draft->work, text);
	if (copy != NULL && distinct_add(draft->ctx, &draft->distinct, at,
	    copy))
		list_add(draft->work, list_of(draft, at), copy);
	else
		mem_free(copy);
}

/*
 * The length of the first part of a text: text in quotation marks is one part
 * if the closing mark ends the part.
 */
static size_t
part_length(const char *text, const char *between)
{
	const char *end = text + strspn(text, " ");

	if (*end == '"' && strchr(between, ';') != NULL) {
		end = strchr(end + 1, '"');
		while (end != NULL && end[1] == '"')
			end = strchr(end + 2, '"');
		end = end == NULL ? text : end + 1 + strspn(end + 1, " ");
		if (end > text && (*end == '\0' || strchr(between, *end) !=
		    NULL))
			return (size_t)(end - text);
	}
	return strcspn(text, between);
}

void
draft_split(struct draft *draft, const char *text, const char *between,
    size_t at, draft_take *take)
{
	size_t n;
	char *part;

	assert(draft->work != NULL);
	if (strpbrk(text, between) == NULL && text_is_clean(text,
	    strlen(text))) {
		if (*text != '\0')
			take(draft, text, at);
		return;
	}
	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = part_length(text, between);
		part = text_clean(NULL, text, n);
		if (*part != '\0')
			take(draft, part, at);
		mem_free(part);
	}
}

void
draft_words(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, ";\n", at, draft_list);
}

void
draft_ignore(struct draft *draft, const char *text, size_t at)
{
	(void)draft;
	(void)text;
	(void)at;
}

/* Checking. */

const struct member *
draft_member(const char *key)
{
	size_t i;

	for (i = 0; i < work_schema.count; i++)
		if (text_same(work_schema.members[i].key, key))
			return &work_schema.members[i];
	return NULL;
}

bool
draft_is_valid(const char *key, const char *text)
{
	char *problem = value_problem(NULL, draft_member(key), text);
	bool valid = problem == NULL;

	mem_free(problem);
	return valid;
}

/* Titles. */

/* Sets the title, without the full stop that NLM adds. */
void
draft_title(struct draft *draft, const char *text, size_t at)
{
	size_t n = strlen(text);
	char *title;

	assert(draft->work != NULL);
	if (text_same(text, "[Not Available].") ||
	    text_same(text, "[Not Available]"))
		return;
	if (n > 1 && text[n - 1] == '.' && text[n - 2] != '.')
		n--;
	title = mem_text_n(NULL, text, n);
	draft_text(draft, title, at);
	mem_free(title);
}

void
draft_original_title(struct draft *draft, const char *text, size_t at)
{
	size_t n = strlen(text);
	char *title = mem_text_n(NULL, text, n > 1 && text[n - 1] == '.' ?
	    n - 1 : n);

	assert(draft->work != NULL);
	draft_text(draft, title, at);
	mem_free(title);
}

void
draft_edition(struct draft *draft, const char *text, size_t at)
{
	if (strspn(text, "0123456789") != 4 || text[4] != '/')
		draft_text(draft, text, at);
}

static void
take_language(struct draft *draft, const char *text, size_t at)
{
	const char *code = language_code(text);

	if (code == NULL)
		draft_warn(draft, "'%s' is not a known language",
		    text);
	draft_list(draft, code != NULL ? code : text, at);
}

void
draft_language(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, ";,/\n", at, take_language);
}

/* Abstracts. */

static void
add_section(struct draft *draft, size_t at, const char *label,
    size_t label_len, const char *text, size_t n)
{
	struct abstract_section *section;
	char *clean = text_clean(draft->work, text, n);

	if (*clean == '\0')
		return;
	section = mem_new(draft->work, struct abstract_section);
	section->at = draft->place;
	if (label_len > 0)
		section->label = mem_text_n(section, label, label_len);
	section->text = clean;
	list_add(draft->work, list_of(draft, at), section);
}

/*
 * The length of a label in capitals at `text`, "MATERIALS AND METHODS:", or 0.
 * Labels are at the start or follow the end of a sentence.
 */
static size_t
label_at(const char *start, const char *text)
{
	size_t n, letters = 0;

	if (text > start && (text[-1] != ' ' || text - start < 2 ||
	    strchr(".?!)]%", text[-2]) == NULL))
		return 0;
	for (n = 0; n < LABEL_MAX; n++) {
		if (isupper((unsigned char)text[n]))
			letters++;
		else if (strchr(" ,&/-()'", text[n]) == NULL ||
		    text[n] == '\0')
			break;
	}
	return text[n] == ':' && text[n + 1] == ' ' && letters >= 3 ? n : 0;
}

/* The next label at or after `from`, and its length; NULL if there is none. */
static const char *
next_label(const char *start, const char *from, size_t *n)
{
	const char *colon;

	for (; (colon = strchr(from, ':')) != NULL; from = colon + 1) {
		if (colon - from > LABEL_MAX)
			from = colon - LABEL_MAX;
		for (; from < colon; from++) {
			*n = isupper((unsigned char)*from) ? label_at(start,
			    from) : 0;
			if (*n > 0)
				return from;
		}
	}
	return NULL;
}

/*
 * Whether a text is a placeholder that databases and R write if there is no
 * abstract.
 */
static bool
is_placeholder(const char *text)
{
	static const char *const words[] = { "NA", "N/A", "n/a", "NULL",
	    "No abstract", "No abstract available", "Abstract not available" };
	size_t n, i;

	text += strspn(text, "[ ");
	n = strcspn(text, ".]");
	if (text[n + strspn(text + n, ".] ")] != '\0')
		return false;
	for (i = 0; i < COUNT(words); i++)
		if (strlen(words[i]) == n && memcmp(text, words[i], n) == 0)
			return true;
	return false;
}

void
draft_abstract(struct draft *draft, const char *text, size_t at)
{
	const char *from = text, *label = NULL, *next;
	size_t label_len = 0, n;

	assert(draft->work != NULL);
	if (is_placeholder(text))
		return;
	while ((next = next_label(text, from, &n)) != NULL) {
		add_section(draft, at, label, label_len, from,
		    (size_t)(next - from));
		label = next;
		label_len = n;
		from = next + n + 1;
	}
	add_section(draft, at, label, label_len, from, strlen(from));
}

void
draft_section(struct draft *draft, const char *text, size_t at)
{
	struct abstract_section *section;

	assert(draft->work != NULL);
	(void)at;
	if (*text == '\0')
		return;
	section = mem_new(draft->work, struct abstract_section);
	section->at = draft->place;
	section->label = draft->kind;
	section->text = mem_text(section, text);
	list_add(draft->work, &draft->work->abstract, section);
}

/* Subjects and types. */

void
draft_heading(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	if (text_same(text, "Humans") || text_same(text, "Human") ||
	    text_same(text, "human") || text_same(text, "humans"))
		draft->human = true;
	if (text_same(text, "Animals") || text_same(text, "Animal") ||
	    text_same(text, "animals") || text_same(text, "animal"))
		draft->animal = true;
	draft_list(draft, text, at);
}

/* Other databases use "human" for other purposes; only MeSH's plurals count. */
static void
take_keyword(struct draft *draft, const char *text, size_t at)
{
	draft->human |= text_same(text, "Humans");
	draft->animal |= text_same(text, "Animals");
	/* EndNote has MEDLINE's marks of main topics: "*Pain/therapy". */
	draft_list(draft, text + (text[0] == '*' && text[1] != ' '), at);
}

void
draft_keywords(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, ";\n", at, take_keyword);
}

/* Pages. */

/* What EBSCO and Ovid write in place of pages. */
static bool
means_no_pages(const char *text)
{
	static const char *const words[] = { "N.PAG", "N.PAG.", "n. pag.",
	    "No Pagination", "No Pagination Specified" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (strcasecmp(words[i], text) == 0)
			return true;
	return false;
}

void
draft_first_page(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	if (draft->first_page == NULL && *text != '\0' &&
	    !means_no_pages(text))
		draft->first_page = mem_text(draft->work, text);
}

void
draft_last_page(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	if (draft->last_page == NULL && *text != '\0' &&
	    !means_no_pages(text))
		draft->last_page = mem_text(draft->work, text);
}

void
draft_number(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	if (draft->number == NULL && *text != '\0')
		draft->number = mem_text(draft->work, text);
}

void
draft_key(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	if (draft->key == NULL && *text != '\0')
		draft->key = mem_text(draft->work, text);
}

void
draft_remember(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	draft->extra = mem_text(draft->work, text);
}
