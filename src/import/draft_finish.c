/* Drafts: completes a work that has been read. */
#include "import/draft.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "record/identifier.h"
#include "record/level.h"
#include "record/value.h"

enum { ID_MAX = 64 };

/* The first page may be a range already, but not if both have a hyphen: "S1-7". */
static void
join_pages(struct draft *draft)
{
	const char *first = draft->first_page, *last = draft->last_page;

	if (first != NULL && (last == NULL || text_same(first, last) ||
	    (strchr(first, '-') != NULL && strchr(last, '-') == NULL)))
		draft_pages(draft, first, W(pages));
	else if (first != NULL)
		draft_pages(draft, mem_format(draft->work, "%s-%s", first,
		    last), W(pages));
	if (draft->number != NULL)
		draft_text(draft, draft->number, W(pages));
	if (last != NULL)
		draft_pages(draft, last, W(pages));
}

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
	draft_status(draft);
	set_level(work);
	draft->handler->record(draft->handler->user, mem_move(NULL,
	    draft->found));
	draft->found = NULL;
	draft->work = NULL;
}
