/* People of a draft: authors, editors, groups. */
#include "import/draft.h"

#include <assert.h>
#include <strings.h>

#include "base/text.h"
#include "import/name.h"

/* Whether a name only says that there are more people: "et al.". */
static bool
means_others(const struct author *author)
{
	static const char *const words[] = { "et al", "et al.", "others",
	    "and others" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (author->given == NULL && strcasecmp(words[i],
		    author->family) == 0)
			return true;
	return false;
}

static void
draft_add_author(struct draft *draft, size_t at, struct author *author)
{
	if (text_same(author->given, "null"))
		author->given = NULL;	/* RefWorks: "null" after a group */
	if (author->family == NULL || *author->family == '\0' ||
	    text_same(author->family, "null"))
		return;
	if (means_others(author)) {
		if (at == W(authors))
			draft_text(draft, "yes", W(and_others));
		return;
	}
	/* A group may occur twice: as an author and as a group. */
	if (author->given == NULL && !distinct_add(draft->ctx,
	    &draft->distinct, at, author->family))
		return;
	author->at = draft->place;
	list_add(draft->work, (struct list *)(void *)((char *)draft->work +
	    at), author);
}

void
draft_name(struct draft *draft, size_t at, const char *family,
    const char *given, const char *suffix)
{
	struct author *author;

	assert(draft->work != NULL);
	author = mem_new(draft->work, struct author);
	author->family = mem_text(author, family == NULL ? "" : family);
	if (given != NULL && *given != '\0')
		author->given = mem_text(author, given);
	if (suffix != NULL && *suffix != '\0')
		author->suffix = mem_text(author, suffix);
	draft_add_author(draft, at, author);
}

void
draft_begin_person(struct draft *draft, size_t people)
{
	assert(draft->work != NULL);
	draft->author = (struct author){ .at = draft->place };
	draft->people = people;
}

static void
draft_add_part(struct draft *draft, const char **part, const char *between,
    const char *text)
{
	if (*text != '\0')
		*part = *part == NULL ? mem_text(draft->work, text) :
		    mem_format(draft->work, "%s%s%s", *part, between, text);
}

void
draft_family(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	draft_add_part(draft, &draft->author.family, " ", text);
}

void
draft_given(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	draft_add_part(draft, &draft->author.given, " ", text);
}

void
draft_suffix(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	(void)at;
	draft_add_part(draft, &draft->author.suffix, " ", text);
}

void
draft_end_person(struct draft *draft)
{
	if (draft->work != NULL)
		draft_name(draft, draft->people, draft->author.family,
		    draft->author.given, draft->author.suffix);
}

void
draft_person(struct draft *draft, const char *text, size_t at)
{
	struct author *author;

	assert(draft->work != NULL);
	author = mem_new(draft->work, struct author);
	name_read(author, text, false, author);
	draft_add_author(draft, at, author);
}

void
draft_full_name(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_person(draft, text, at);
	draft->extra = "full";
}

void
draft_short_name(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	if (draft->extra == NULL)
		draft_person(draft, text, at);
}

void
draft_people(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, name_is_group(text) ? "\n" : ";\n", at,
	    draft_person);
}

void
draft_group(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_name(draft, at, text, NULL, NULL);
}
