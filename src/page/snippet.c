/* Snippets: the sentence of a record that matches a search best. */
#include "page/snippet.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

struct best {
	const void		*ctx;
	const struct highlights	*marks;
	size_t			 count;
	size_t			 most;		/* highest possible score */
	char			*sentence;
	const char		*where;
};

/* Returns the end of a sentence: after its full stop, a space and a capital. */
static size_t
sentence_end(const char *text)
{
	size_t i;

	for (i = 0; text[i] != '\0'; i++)
		if (strchr(".?!", text[i]) != NULL && text[i + 1] == ' ' &&
		    (isupper((unsigned char)text[i + 2]) ||
		    (unsigned char)text[i + 2] >= 0x80))
			return i + 1;
	return i;
}

static void
snippet_consider(struct best *best, const char *text, const char *where)
{
	char *sentence;
	size_t n, count;

	for (; text != NULL && *text != '\0' && best->count < best->most;
	    text += n + strspn(text + n, " ")) {
		n = sentence_end(text);
		sentence = mem_text_n(best->ctx, text, n);
		count = highlights_count(best->marks, sentence);
		if (count <= best->count) {
			mem_free(sentence);
			continue;
		}
		mem_free(best->sentence);
		best->sentence = sentence;
		best->count = count;
		best->where = where;
	}
}

char *
snippet_of_work(const void *ctx, const struct highlights *marks,
    const struct work *work, size_t most, const char **where)
{
	struct best best = { ctx, marks, highlights_count(marks, work->title),
	    highlights_most(marks), NULL, NULL };
	const struct finding *finding;
	const struct abstract_section *section;
	size_t i;

	snippet_consider(&best, work->evidence_note, "note");
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		snippet_consider(&best, finding->statement, "finding");
	}
	for (i = 0; i < work->abstract.count; i++) {
		section = list_at(&work->abstract, i);
		snippet_consider(&best, section->text, "abstract");
	}
	*where = best.where;
	return best.sentence == NULL ? NULL : text_cut(ctx, best.sentence,
	    most);
}
