/* Drafts: works being read from other formats. */
#include "import/draft.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/text.h"
#include "record/identifier.h"
#include "record/language.h"
#include "record/level.h"
#include "record/value.h"
#include "import/pubtype.h"
#include "import/status_words.h"

enum { ID_MAX = 64, LABEL_MAX = 60 };

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

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

/* Functions for kinds of members. */

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
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
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

/*
 * The protocol of a trial is not a trial, and a scoping review is not a
 * systematic review.
 */
static bool
overrides(const char *design)
{
	return text_same(design, "protocol") || text_same(design,
	    "scoping-review") || text_same(design, "network-meta-analysis");
}

/*
 * Keeps an overriding design, or else the one that comes first in the list of
 * designs.
 */
static void
set_design(struct work *work, const char *design)
{
	if (design == NULL || (work->design != NULL &&
	    overrides(work->design)))
		return;
	if (work->design == NULL || overrides(design) ||
	    code_find(&designs, design) < code_find(&designs, work->design))
		work->design = design;
}

static void
draft_take_type(struct draft *draft, const char *text, size_t at)
{
	const char *status = status_of_type(text);

	set_design(draft->work, pubtype_design(text));
	if (status != NULL)
		(void)draft_notice(draft, status, NULL, NULL);
	draft_list(draft, text, at);
}

void
draft_type(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, ";\n", at, draft_take_type);
}

/*
 * Reads a note that our own exports use for a value without a field in the
 * format; false for other notes.
 */
static bool
take_labelled_note(struct draft *draft, const char *text)
{
	static const struct {
		const char	*label;
		draft_take	*take;
		size_t		 at;
	} labels[] = {
		{ "Competing interests: ", draft_text,
		  W(competing_interests) },
		{ "Registration: ", draft_registration, W(registration) },
		{ "Investigators: ", draft_people, W(investigators) },
	};
	size_t i;

	for (i = 0; i < COUNT(labels); i++)
		if (text_begins(text, labels[i].label)) {
			labels[i].take(draft, text + strlen(labels[i].label),
			    labels[i].at);
			return true;
		}
	return false;
}

/* Adds a notice from its wording, with its place of publication or its date. */
static void
take_said(struct draft *draft, const struct status_said *said)
{
	char *place = mem_text_n(NULL, said->place, said->n);
	struct notice found = { .kind = said->kind };

	if (!said->sentence) {
		draft_relation(draft, said->kind, place);
	} else {
		if (text_begins(place, "on ")) {
			place[strcspn(place, ".;")] = '\0';
			found.date = draft_iso_date(place, place);
		}
		(void)draft_add_notice(draft, &found);
	}
	mem_free(place);
}

/*
 * The end of a status at the start of joined notes, as our own RIS and BibTeX
 * have them; or NULL. A status ends in a full stop or consists of its kind
 * alone, so that a reference such as "2021; 9(9):99" is not split.
 */
static const char *
status_end(const char *text)
{
	struct status_said said;
	const char *end = strstr(text, "; ");
	bool is_status;
	char *one;

	if (end == NULL)
		return NULL;
	one = mem_text_n(NULL, text, (size_t)(end - text));
	is_status = status_said(one, STATUS_IN_NOTE, &said) && !said.sentence;
	mem_free(one);
	if (!is_status || said.n == 0 || end[-1] == '.')
		return is_status ? end : NULL;
	end = strstr(end, ".; ");
	return end == NULL ? NULL : end + 1;
}

static void
draft_take_note(struct draft *draft, const char *text, size_t at)
{
	struct status_said said;
	const char *end;
	char *one;

	for (; (end = status_end(text)) != NULL; text = end + 2) {
		one = mem_text_n(NULL, text, (size_t)(end - text));
		draft_take_note(draft, one, at);
		mem_free(one);
	}
	if (text_begins(text, "PMID:"))
		draft_pmid(draft, text, W(pmid));
	else if (text_begins(text, "PMCID:"))
		draft_pmcid(draft, text, W(pmcid));
	if (take_labelled_note(draft, text))
		return;
	set_design(draft->work, pubtype_design(text));
	if (status_said(text, STATUS_IN_NOTE, &said))
		take_said(draft, &said);
	if (said.kind == NULL || said.sentence)
		draft_list(draft, text, at);
}

void
draft_note(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, "\n", at, draft_take_note);
}

/* Pages. */

void
draft_first_page(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	if (draft->first_page == NULL && *text != '\0')
		draft->first_page = mem_text(draft->work, text);
}

void
draft_last_page(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	if (draft->last_page == NULL && *text != '\0')
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

static void
join_pages(struct draft *draft)
{
	const char *first = draft->first_page, *last = draft->last_page;

	if (first != NULL && (strchr(first, '-') != NULL || last == NULL ||
	    text_same(first, last)))
		draft_pages(draft, first, W(pages));
	else if (first != NULL)
		draft_pages(draft, mem_format(draft->work, "%s-%s", first,
		    last), W(pages));
	if (draft->number != NULL)
		draft_text(draft, draft->number, W(pages));
	if (last != NULL)
		draft_pages(draft, last, W(pages));
}

/* Finishing a work. */

/*
 * Makes an id from a key: lower-case letters, digits, hyphens; NULL if nothing
 * is left.
 */
static char *
make_id(const void *ctx, const char *prefix, const char *key)
{
	char *slug = text_fold(NULL, key), *p, *id;

	for (p = slug; *p != '\0'; p++)
		if (*p == ' ')
			*p = '-';
	id = mem_format(ctx, "%s%.*s", prefix, (int)(ID_MAX - strlen(prefix)),
	    slug);
	mem_free(slug);
	if (draft_is_valid("id", id))
		return id;
	mem_free(id);
	return NULL;
}

/* An id from title and year, so that a work has the same id in every file. */
static char *
made_up_id(const struct work *work, const char *format)
{
	unsigned hash = 2166136261U;	/* FNV-1a */
	char *prefix = text_fold(NULL, format), *id;
	const char *p;

	for (p = work->title; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619U;
	prefix[strcspn(prefix, " ")] = '\0';
	id = mem_format(work, "%s%s%s-%08x", prefix, work->year == NULL ? "" :
	    "-", work->year == NULL ? "" : work->year, hash);
	mem_free(prefix);
	return id;
}

static void
set_id(struct draft *draft)
{
	struct work *work = draft->work;

	if (draft->key != NULL)
		work->id = make_id(work, "", draft->key);
	if (work->id == NULL && work->pmid != NULL)
		work->id = mem_format(work, "pmid-%s", work->pmid);
	if (work->id == NULL && work->doi != NULL)
		work->id = make_id(work, "doi-", work->doi);
	if (work->id == NULL)
		work->id = made_up_id(work, draft->format);
}

static void
set_link(struct work *work)
{
	if (work->doi != NULL)
		work->link = identifier_doi_address(work, work->doi);
	else if (work->pmid != NULL)
		work->link = mem_format(work,
		    "https://pubmed.ncbi.nlm.nih.gov/%s/", work->pmid);
	else if (work->pmcid != NULL && work->link == NULL)
		work->link = mem_format(work,
		    "https://pmc.ncbi.nlm.nih.gov/articles/%s/", work->pmcid);
}

/*
 * Whether a DOI belongs to a preprint: preprint servers have their own prefixes
 * (Crossref).
 */
static bool
is_preprint_doi(const char *doi)
{
	static const char *const prefixes[] = { "10.1101/", "10.21203/rs.",
	    "10.20944/preprints", "10.31219/", "10.31234/", "10.48550/arXiv",
	    "10.2139/ssrn", "10.26434/chemrxiv", "10.31222/", "10.51224/" };
	size_t i;

	for (i = 0; i < COUNT(prefixes); i++)
		if (doi != NULL && strncasecmp(doi, prefixes[i],
		    strlen(prefixes[i])) == 0)
			return true;
	return false;
}

static void
set_status(struct draft *draft)
{
	struct work *work = draft->work;
	const struct abstract_section *first = work->abstract.count == 0 ?
	    NULL : list_at(&work->abstract, 0);
	struct status_said said;

	if (status_said(work->title, first == NULL ? STATUS_IN_TITLE :
	    STATUS_IN_TITLE_OF_TEXT, &said))
		take_said(draft, &said);
	if (first != NULL && status_said(first->text, STATUS_IN_ABSTRACT,
	    &said))
		take_said(draft, &said);
	if (is_preprint_doi(work->doi) && (work->container == NULL ||
	    strcasestr(work->container, "rxiv") != NULL ||
	    strcasestr(work->container, "preprint") != NULL ||
	    strcasestr(work->container, "research square") != NULL))
		(void)draft_notice(draft, "preprint", NULL, NULL);
}

static void
set_level(struct work *work)
{
	int level = work->subjects == NULL ? 0 : level_by_rule(work);

	if (level_withdraw(work))
		return;
	if (level > 0)
		work->level = mem_format(work, "%d", level);
	work->level_reason = level > 0 ?
	    DRAFT_LEVEL_REASON :
	    "imported; its publication type and headings do not give a level";
}

static bool
is_empty(const struct work *work)
{
	return work->title == NULL && work->original_title == NULL &&
	    work->doi == NULL && work->pmid == NULL && work->pmcid == NULL &&
	    work->container == NULL;
}

void
draft_finish(struct draft *draft)
{
	struct work *work = draft->work;

	if (work == NULL)
		return;
	draft->place = work->at;
	if (is_empty(work)) {
		diag_error(draft->sink, work->at, "a record with neither a "
		    "title nor an identifier");
		draft->found->bad = true;
	}
	join_pages(draft);
	if (work->title == NULL)
		work->title = work->original_title != NULL ?
		    work->original_title : WORK_NO_TITLE;
	if (work->design == NULL)
		work->design = "design-not-known";
	if (draft->human)
		work->subjects = "human";
	else if (draft->animal)
		work->subjects = "animal";
	if (work->type == NULL)
		work->type = "article";
	work->imported = draft->format;
	if (work->container == NULL)
		work->container = work->container_short;
	set_id(draft);
	set_link(work);
	set_status(draft);
	set_level(work);
	draft->handler->record(draft->handler->user, mem_move(NULL,
	    draft->found));
	draft->found = NULL;
	draft->work = NULL;
}
