/* Words for a status, in the forms found in real exports. */
#include "import/status_words.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/*
 * The rule for text after the words: only a full stop (WHOLE); nothing or
 * punctuation (MARK), so that "Retraction in use" does not match; any other
 * word (MORE); the volume of the other work (VOLUME).
 */
enum follows { WHOLE, MARK, MORE, VOLUME };

enum {
	TYPE = STATUS_IN_TYPE,
	NOTE = STATUS_IN_NOTE,
	TITLE = STATUS_IN_TITLE | STATUS_IN_TITLE_OF_TEXT,
	/* "Retraction: ..." may be an essay, which has an abstract. */
	BARE = STATUS_IN_TITLE,
	ABSTRACT = STATUS_IN_ABSTRACT,
	TAIL = 32	/* at the end of a title, in parentheses or brackets */
};

static const struct status_row {
	const char	*words;
	const char	*kind;
	unsigned	 where;
	enum follows	 follows;
} statuses[] = {
	/* Statuses of the work itself. */
	{ "Retracted", "retraction", TYPE | NOTE, WHOLE },
	{ "Retracted:", "retraction", TITLE | NOTE, MORE },
	{ "[Retracted]", "retraction", TITLE | NOTE, MORE },
	{ "(Retracted)", "retraction", TITLE | NOTE, MORE },
	{ "Retracted article", "retraction", TYPE | NOTE | TITLE | TAIL,
	  MARK },
	{ "Retracted paper", "retraction", NOTE | TITLE | TAIL, MARK },
	{ "Retracted chapter", "retraction", NOTE | TITLE | TAIL, MARK },
	{ "Retracted publication", "retraction", TYPE | NOTE | TITLE | TAIL,
	  MARK },
	{ "Retraction in", "retraction", NOTE | TAIL, MARK },
	{ "Retraction published in", "retraction", NOTE | TAIL, MORE },
	{ "Retraction appears in", "retraction", NOTE | TAIL, MORE },
	{ "Retracted in", "retraction", NOTE | TAIL, MARK },
	{ "Retracted by", "retraction", NOTE, MARK },
	{ "Partial retraction in", "partial-retraction", NOTE | TAIL, MARK },
	{ "Partially retracted", "partial-retraction", NOTE | TITLE, MARK },
	{ "Retracted and republished in", "retraction-and-republication",
	  NOTE | TAIL, MARK },
	{ "Withdrawn", "withdrawal", TYPE | NOTE | TITLE | TAIL, MARK },
	{ "[Withdrawn]", "withdrawal", TITLE | NOTE, MORE },
	{ "(Withdrawn)", "withdrawal", TITLE, MORE },
	{ "Withdrawn article", "withdrawal", NOTE | TITLE | TAIL, MARK },
	{ "Withdrawn publication", "withdrawal", TYPE | NOTE | TAIL, MARK },
	{ "Withdrawn as duplicate", "withdrawal", TITLE, MARK },
	{ "Removed:", "withdrawal", TITLE, MORE },
	{ "Temporary removal:", "withdrawal", TITLE, MORE },
	{ "Tombstone", "withdrawal", TYPE, WHOLE },
	{ "Publication with expression of concern", "expression-of-concern",
	  TYPE | NOTE | TAIL, MARK },
	{ "Expression of concern in", "expression-of-concern", NOTE | TAIL,
	  MARK },
	{ "Expression of concern", "expression-of-concern", NOTE, MARK },
	{ "Erratum in", "erratum", NOTE | TAIL, MARK },
	{ "Correction in", "erratum", NOTE | TAIL, MARK },
	{ "Published erratum appears in", "erratum", NOTE | TAIL, MORE },
	{ "Published correction appears in", "erratum", NOTE | TAIL, MORE },
	{ "Corrected and republished in", "erratum", NOTE | TAIL, MARK },
	{ "Update in", "superseded", NOTE, MARK },
	{ "Updated in", "superseded", NOTE, MARK },
	{ "Superseded by", "superseded", NOTE, MORE },
	{ "Comment in", "comment", NOTE, MARK },
	{ "Preprint", "preprint", TYPE | NOTE, WHOLE },
	{ "Preprint:", "preprint", NOTE, MORE },
	{ "Posted content", "preprint", TYPE, WHOLE },
	{ "Published as:", "published-version", NOTE, MORE },
	{ "Preprint of this", "preprint-version", NOTE, MORE },
	/*
	 * Publishers write a sentence, which may be at the start of an
	 * abstract.
	 */
	{ "This article has been retracted", "retraction", NOTE | ABSTRACT,
	  MORE },
	{ "This article was retracted", "retraction", NOTE | ABSTRACT, MORE },
	{ "This article is retracted", "retraction", NOTE | ABSTRACT, MORE },
	{ "This paper has been retracted", "retraction", NOTE | ABSTRACT,
	  MORE },
	{ "This paper was retracted", "retraction", NOTE | ABSTRACT, MORE },
	{ "This publication has been retracted", "retraction",
	  NOTE | ABSTRACT, MORE },
	{ "The article has been retracted", "retraction", NOTE, MORE },
	{ "This article has been withdrawn", "withdrawal", NOTE | ABSTRACT,
	  MORE },
	{ "This article was withdrawn", "withdrawal", NOTE | ABSTRACT, MORE },
	{ "This paper has been withdrawn", "withdrawal", NOTE | ABSTRACT,
	  MORE },
	{ "This review has been withdrawn", "withdrawal", NOTE | ABSTRACT,
	  MORE },
	/* A notice about another work. */
	{ "Retraction of Publication", "retraction-of", TYPE, WHOLE },
	{ "Retraction Notice", "retraction-of", TYPE | TITLE, MARK },
	{ "Retraction notice to", "retraction-of", TITLE, MORE },
	{ "Retraction notice for", "retraction-of", TITLE, MORE },
	{ "Retraction note", "retraction-of", TITLE, MARK },
	{ "Retraction note to", "retraction-of", TITLE, MORE },
	{ "Retraction", "retraction-of", TYPE, WHOLE },
	{ "Retraction:", "retraction-of", BARE, MORE },
	{ "Article retraction:", "retraction-of", BARE, MORE },
	{ "Retraction to:", "retraction-of", TITLE, MORE },
	{ "Partial retraction to", "retraction-of", TITLE, MARK },
	{ "Partial retraction:", "retraction-of", BARE, MORE },
	{ "Statement of retraction", "retraction-of", TITLE, MARK },
	{ "Notice of retraction", "retraction-of", TITLE, MARK },
	{ "Notice of retraction and replacement", "retraction-of", TITLE,
	  MARK },
	{ "Retraction of", "retraction-of", NOTE, MARK },
	{ "Retraction of", "retraction-of", TAIL, VOLUME },
	{ "Withdrawal notice", "retraction-of", TITLE, MARK },
	{ "Withdrawal:", "retraction-of", BARE, MORE },
	{ "Item Withdrawal", "retraction-of", TYPE, WHOLE },
	{ "Expression of Concern", "concern-about", TYPE, WHOLE },
	{ "Expression of concern:", "concern-about", TITLE, MORE },
	{ "Expression of concern for", "concern-about", TITLE | NOTE, MARK },
	{ "Expression of concern to", "concern-about", TITLE, MARK },
	{ "Expression of concern of", "concern-about", TAIL, VOLUME },
	{ "Editorial expression of concern", "concern-about", TITLE, MARK },
	{ "Published Erratum", "erratum-for", TYPE, WHOLE },
	{ "Erratum", "erratum-for", TYPE | TITLE, MARK },
	{ "Corrigendum", "erratum-for", TYPE | TITLE, MARK },
	{ "Corrigendum to", "erratum-for", TITLE, MORE },
	{ "Correction", "erratum-for", TYPE, WHOLE },
	{ "Correction:", "erratum-for", BARE, MORE },
	{ "Correction to:", "erratum-for", TITLE, MORE },
	{ "Correction to", "erratum-for", BARE, MORE },
	{ "Erratum to", "erratum-for", TITLE, MORE },
	{ "Erratum for", "erratum-for", TITLE, MORE },
	{ "Erratum for", "erratum-for", NOTE, MARK },
	{ "Author correction", "erratum-for", TITLE, MARK },
	{ "Publisher correction", "erratum-for", TITLE, MARK },
	{ "Corrected and Republished Article", "republished-from", TYPE,
	  WHOLE },
	{ "Republished from", "republished-from", NOTE, MARK },
	{ "Republished in", "republished-in", NOTE, MARK },
	{ "Update of", "update-of", NOTE, MARK },
	{ "Comment on", "comment-on", NOTE, MARK },
};

/* Whether the text after the words is allowed. */
static bool
follows_well(const struct status_row *row, const char *rest, unsigned where)
{
	static const char volume[] = " vol";
	const char *marks = (where & TITLE) != 0 ? ":.)]" : ":.,;)]";
	bool lettered = isalpha((unsigned char)row->words[strlen(
	    row->words) - 1]) != 0;

	if (row->follows == WHOLE)
		return *rest == '\0' || text_same(rest, ".");
	if (row->follows == MARK)
		return *rest == '\0' || strchr(marks, *rest) != NULL;
	if (row->follows == VOLUME)
		return strncasecmp(rest, volume, strlen(volume)) == 0 &&
		    !isalpha((unsigned char)rest[strlen(volume)]);
	return !lettered || !isalpha((unsigned char)*rest);
}

/* The row with the longest words at the start of the text; or NULL. */
static const struct status_row *
find_words(const char *text, unsigned where)
{
	const struct status_row *best = NULL;
	size_t n, i, longest = 0;

	for (i = 0; i < COUNT(statuses); i++) {
		if (!text_may_match(text, statuses[i].words) ||
		    (statuses[i].where & where) == 0)
			continue;
		n = strlen(statuses[i].words);
		if (n > longest && strncasecmp(text, statuses[i].words, n) ==
		    0 && follows_well(&statuses[i], text + n,
		    where)) {
			best = &statuses[i];
			longest = n;
		}
	}
	return best;
}

/* Stores the text after the words: "See vol. 12, pg. 3" and the like. */
static void
set_place(struct status_said *said, const char *rest, size_t n)
{
	size_t skip = strspn(rest, " :.,;");

	skip = skip < n ? skip : n;
	/* "See vol. 12, pg. 3" */
	if (n - skip > 4 && strncasecmp(rest + skip, "See ", 4) == 0 &&
	    islower((unsigned char)rest[skip + 4]))
		skip += 4;
	said->place = rest + skip;
	said->n = n - skip;
}

/* The start of the last parentheses or brackets of a title, or NULL. */
static const char *
last_group(const char *title)
{
	size_t n = strlen(title), depth = 0;
	char open, close;

	while (n > 0 && strchr(". ", title[n - 1]) != NULL)
		n--;
	if (n == 0 || strchr(")]", title[n - 1]) == NULL)
		return NULL;
	close = title[n - 1];
	open = close == ')' ? '(' : '[';
	while (n-- > 0) {
		depth += title[n] == close;
		depth -= title[n] == open;
		if (depth == 0)
			return title + n;
	}
	return NULL;
}

/*
 * "(Retracted article.  See vol. 12, pg. 3, 2020)", "[Retracted]".  The word
 * alone counts only with a capital, as a lip can also be "(retracted)".
 */
static bool
said_at_end(const char *title, struct status_said *said)
{
	const char *group = last_group(title);
	const struct status_row *row;
	size_t n;

	if (group == NULL || group == title)
		return false;
	n = strlen(group) - 1;
	while (n > 0 && strchr(")]. ", group[n]) != NULL)
		n--;
	if (n == strlen("Retracted") && (text_begins(group + 1, "Retracted") ||
	    text_begins(group + 1, "RETRACTED") || (*group == '[' &&
	    strncasecmp(group + 1, "Retracted", n) == 0))) {
		*said = (struct status_said){ .kind = "retraction", .place = "" };
		return true;
	}
	row = find_words(group + 1, TAIL);
	if (row == NULL)
		return false;
	said->kind = row->kind;
	set_place(said, group + 1 + strlen(row->words), n -
	    strlen(row->words));
	return true;
}

bool
status_said(const char *text, enum status_place place,
    struct status_said *said)
{
	const struct status_row *row;

	assert(text != NULL && said != NULL);
	row = find_words(text, place);
	/* A later sentence of a note: "Cited by: 5; This article was ..." */
	while (row == NULL && place == STATUS_IN_NOTE && (text = strstr(text,
	    " This ")) != NULL)
		row = find_words(++text, place);
	*said = (struct status_said){ .kind = NULL, .place = "" };
	if (row != NULL) {
		said->kind = row->kind;
		said->sentence = text_begins(row->words, "Th");
		text += strlen(row->words);
		if ((place & (unsigned)TITLE) == 0)
			set_place(said, text, strlen(text));
		return true;
	}
	return (place & (unsigned)TITLE) != 0 && said_at_end(text, said);
}

const char *
status_of_type(const char *type)
{
	const struct status_row *row = find_words(type, TYPE);

	return row == NULL ? NULL : row->kind;
}
