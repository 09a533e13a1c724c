/* Drafts: publication types and notes, with the design and status they state. */
#include "import/draft.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/pubtype.h"
#include "import/status_words.h"

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

void
draft_status(struct draft *draft)
{
	struct work *work = draft->work;
	const struct abstract_section *first = work->abstract.count == 0 ?
	    NULL : list_at(&work->abstract, 0);
	struct status_said said;

	assert(work->title != NULL);
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
