/* Identity: one work is one record, even if several files have it. */
#include "library/identity.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/found.h"
#include "index/store.h"
#include "library/identity_fill.h"
#include "library/naming.h"
#include "record/work.h"
#include "record/work_status.h"

/* Shorter words, such as "of" and "the", are in every title. */
enum { LONG_WORD = 4 };

/*
 * The number of words with at least `bytes` bytes in a folded title, and how
 * many of these words are in the other title, which has a space at both ends.
 */
static size_t
title_words(const char *title, size_t bytes, const char *other, size_t *shared)
{
	size_t words = 0, n;
	char *search;

	*shared = 0;
	for (; *title != '\0'; title += n + (title[n] == ' ')) {
		n = strcspn(title, " ");
		if (n < bytes)
			continue;
		search = mem_format(NULL, " %.*s ", (int)n, title);
		words++;
		*shared += strstr(other, search) != NULL;
		mem_free(search);
	}
	return words;
}

/*
 * Whether the words of a folded name begin words of the other, in order: "j
 * made up" abbreviates "journal of made up studies".
 */
static bool
abbreviates(const char *brief, const char *name)
{
	size_t n;

	while (*brief != '\0' && *name != '\0') {
		n = strcspn(brief, " ");
		if (strncmp(brief, name, n) == 0)
			brief += n + (brief[n] == ' ');
		n = strcspn(name, " ");
		name += n + (name[n] == ' ');
	}
	return *brief == '\0';
}

enum container { CONTAINER_UNKNOWN, CONTAINER_SAME, CONTAINER_OTHER };

/* Whether two works are in the same journal or book, by names that both have. */
static enum container
compare_containers(const struct work *a, const struct work *b)
{
	const char *mine[2] = { a->container, a->container_short },
	    *its[2] = { b->container, b->container_short };
	void *scratch = mem_context(NULL);
	char *one, *other;
	bool known = false, match = false;
	size_t i;

	for (i = 0; i < 4; i++) {
		if (mine[i / 2] == NULL || its[i % 2] == NULL)
			continue;
		one = text_fold(scratch, mine[i / 2]);
		other = text_fold(scratch, its[i % 2]);
		known = true;
		match = match || abbreviates(one, other) ||
		    abbreviates(other, one);
	}
	mem_free(scratch);
	return !known ? CONTAINER_UNKNOWN : match ? CONTAINER_SAME :
	    CONTAINER_OTHER;
}

/*
 * Whether two folded titles have at least `part` of every `whole` words of the
 * shorter title in common.
 */
static bool
words_agree(const char *mine, const char *its, size_t part, size_t whole)
{
	char *padded_mine = mem_format(NULL, " %s ", mine);
	char *padded_its = mem_format(padded_mine, " %s ", its);
	size_t common, shared, words, others;

	words = title_words(mine, LONG_WORD, padded_its, &common);
	others = title_words(its, LONG_WORD, padded_mine, &shared);
	if (words == 0 || others == 0) {
		words = title_words(mine, 1, padded_its, &common);
		others = title_words(its, 1, padded_mine, &shared);
	}
	if (others < words) {
		words = others;
		common = shared;
	}
	mem_free(padded_mine);
	return whole * common >= part * words;
}

/*
 * Whether two works share half of the words of a title, in translation or in the
 * original; in different journals, four fifths.
 */
static bool
titles_agree(const struct work *a, const struct work *b)
{
	const char *mine[2] = { a->title, a->original_title },
	    *its[2] = { b->title, b->original_title };
	void *scratch = mem_context(NULL);
	bool apart = compare_containers(a, b) == CONTAINER_OTHER;
	bool agree = text_same(a->title, WORK_NO_TITLE) || text_same(b->title,
	    WORK_NO_TITLE);
	size_t i;

	for (i = 0; i < 4 && !agree; i++)
		agree = mine[i / 2] != NULL && its[i % 2] != NULL &&
		    words_agree(text_fold(scratch, mine[i / 2]),
		    text_fold(scratch, its[i % 2]), apart ? 4 : 1, apart ? 5 :
		    2);
	mem_free(scratch);
	return agree;
}

static bool
differ(const char *a, const char *b)
{
	return a != NULL && b != NULL && !text_same(a, b);
}

static bool
agree(const char *a, const char *b)
{
	return a != NULL && text_same(a, b);
}

/* Title, year and first author are not identifiers. */
bool
identity_is_shared(const struct work *a, const struct work *b)
{
	return agree(a->pmid, b->pmid) || agree(a->pmcid, b->pmcid) ||
	    (a->doi != NULL && b->doi != NULL && strcasecmp(a->doi, b->doi) ==
	    0);
}

void
identity_give_up(struct work *work, const struct work *held)
{
	const struct {
		const char	*name;
		const char	**mine;
		const char	*its;
	} all[] = { { "DOI", &work->doi, held->doi },
	    { "PMID", &work->pmid, held->pmid },
	    { "PMCID", &work->pmcid, held->pmcid } };
	size_t i;

	for (i = 0; i < COUNT(all); i++) {
		if (*all[i].mine == NULL || all[i].its == NULL ||
		    strcasecmp(*all[i].mine, all[i].its) != 0)
			continue;
		list_add(work, &work->unresolved, mem_format(work, "its record "
		    "gave the %s %s, which belongs to '%s'",
		    all[i].name, *all[i].mine, held->id));
		*all[i].mine = work->link = NULL;
	}
}

/* Whether two texts start with different numbers: "12-15", "13". */
static bool
numbers_differ(const char *a, const char *b)
{
	return a != NULL && b != NULL && isdigit((unsigned char)*a) &&
	    isdigit((unsigned char)*b) && strtoul(a, NULL, 10) !=
	    strtoul(b, NULL, 10);
}

/* Works without a year or people. */

/* Words of titles that many works share: "Reply from the authors". */
static const char *const common[] = { "abstract", "abstracts",
	"acknowledgements", "acknowledgments", "annual", "announcement",
	"announcements", "answer", "answers", "appendix", "article", "articles",
	"author", "authors", "bibliography", "book", "books", "chapter",
	"comment", "commentary", "comments", "conclusion", "conclusions",
	"conference", "congress", "contents", "correction", "corrections",
	"correspondence", "corrigenda", "corrigendum", "discussion", "editor",
	"editorial", "editorials", "editors", "errata", "erratum", "foreword",
	"from", "general", "guest", "index", "interview", "introduction",
	"invited", "issue", "journal", "letter", "letters", "meeting", "news",
	"note", "notes", "notice", "obituary", "opinion", "opinions", "oral",
	"original", "paper", "papers", "part", "poster", "posters", "preface",
	"presentation", "presentations", "proceedings", "question", "questions",
	"reader", "readers", "references", "remarks", "replies", "reply",
	"report", "reports", "research", "response", "retracted", "retraction",
	"review", "reviewed", "reviewers", "reviews", "scientific", "section",
	"session", "society", "special", "study", "summary", "supplement",
	"table", "that", "their", "these", "this", "title", "titles", "topics",
	"viewpoint", "volume", "with", "your" };

/* Whether a folded title has three words that are not common. */
static bool
is_specific_title(const char *title)
{
	size_t words = 0, n;

	for (; *title != '\0'; title += n + (title[n] == ' ')) {
		n = strcspn(title, " ");
		words += n >= LONG_WORD && !isdigit((unsigned char)*title) &&
		    !TEXT_WORD_AMONG(title, n, common);
	}
	return words >= 3;
}

/* Whether two texts are equal, or start with the same number: "12-15", "12". */
static bool
pages_agree(const char *a, const char *b)
{
	return agree(a, b) || (a != NULL && b != NULL && isdigit((unsigned
	    char)*a) && isdigit((unsigned char)*b) && !numbers_differ(a, b));
}

/* Whether two texts are known and do not agree: "Asia", "Europe". */
static bool
places_differ(const char *a, const char *b)
{
	return a != NULL && b != NULL && !pages_agree(a, b);
}

/*
 * Whether two works appeared in the same place: the same page of a journal or
 * book, or the same address, ISBN, or publisher and year.
 */
static bool
places_agree(const struct work *a, const struct work *b)
{
	if (compare_containers(a, b) == CONTAINER_SAME && pages_agree(a->pages,
	    b->pages))
		return true;
	if (a->container != NULL || b->container != NULL)
		return agree(a->link, b->link);
	return agree(a->link, b->link) || agree(a->isbn, b->isbn) ||
	    (agree(a->publisher, b->publisher) && agree(a->year, b->year));
}

bool
identity_is_made_up(const struct work *work)
{
	const char *format = work->imported;
	size_t n = format == NULL ? 0 : strcspn(format, " -");

	return n > 0 && (text_begins(work->id, "pmid-") || text_begins(work->id,
	    "doi-") || (strncasecmp(work->id, format, n) == 0 &&
	    work->id[n] == '-'));
}

/*
 * Whether two works have the same title and id, and either no reader generated
 * the id or the works are on the same page.
 */
static bool
ids_agree(const struct work *a, const struct work *b)
{
	return agree(a->id, b->id) && text_same(a->title, b->title) &&
	    (pages_agree(a->pages, b->pages) || (!identity_is_made_up(a) &&
	    !identity_is_made_up(b)));
}

/*
 * Whether two works with the same title, at least one without year or people,
 * are the same: they have the same id, or a specific title and the same place.
 * Type and edition must be equal, and no other detail may differ if both have
 * it: "Asia" and "Europe" are two volumes, "S12" and "S13" two pages.
 */
static bool
is_same_place(const struct work *a, const struct work *b)
{
	void *scratch = mem_context(NULL);
	const char *title = text_fold(scratch, a->title);
	bool same = text_same(title, text_fold(scratch, b->title)) &&
	    text_same(a->type, b->type) && !differ(a->year, b->year) &&
	    !places_differ(a->volume, b->volume) &&
	    !places_differ(a->pages, b->pages) &&
	    !differ(a->issue, b->issue) && text_same(a->edition,
	    b->edition) &&
	    compare_containers(a, b) != CONTAINER_OTHER &&
	    (ids_agree(a, b) || (is_specific_title(title) && places_agree(a, b)));

	mem_free(scratch);
	return same;
}

/* The reason why two records may be of different works, or NULL. */
const char *
identity_conflict(const struct work *a, const struct work *b)
{
	if (differ(a->pmid, b->pmid))
		return "another PMID";
	if (a->doi != NULL && b->doi != NULL && strcasecmp(a->doi, b->doi) !=
	    0)
		return "another DOI";
	/*
	 * A letter and its reply, or an abstract and its paper, share a title.
	 */
	if (!identity_is_shared(a, b) && (numbers_differ(a->volume,
	    b->volume) || numbers_differ(a->pages, b->pages)))
		return "a different volume or page";
	if (!identity_is_shared(a, b) && (work_lacks_origin(a) ||
	    work_lacks_origin(b)) && !is_same_place(a, b))
		return "another place";
	return titles_agree(a, b) ? NULL : "another title";
}

bool
identity_agrees(const struct work *a, const struct work *b)
{
	return identity_conflict(a, b) == NULL;
}

/*
 * Gives the work this id with a number appended; true if no other work has that
 * id.
 */
static bool
is_free(struct store *store, struct work *work, const char *id, int n)
{
	work->id = mem_format(work, "%.53s-%d", id, n);
	return !store_is_taken(store, RECTYPE_WORK, work->id, true);
}

/*
 * Appends a number to the id, so that another work's "doe2020" is not lost.
 * The number is found by doubling and halving, as a thousand works may share an
 * id.
 */
static void
add_under_new_id(struct store *store, struct found *found,
    struct diag_sink *sink, struct place first)
{
	struct work *work = found->record;
	const char *id = work->id;
	struct place place;
	int taken = 1, open = 2, n;

	while (!is_free(store, work, id, open)) {
		taken = open;
		open *= 2;
	}
	while (open - taken > 1) {
		n = taken + (open - taken) / 2;
		if (is_free(store, work, id, n))
			open = n;
		else
			taken = n;
	}
	(void)is_free(store, work, id, open);
	(void)store_add(store, RECTYPE_WORK, work, found->place, false,
	    &place);
	diag_warning(sink, found->place, "the id '%s' belongs to another work "
	    "at %s:%zu; this one is stored as '%s'", id, first.file, first.line,
	    work->id);
}

static enum identity
identity_add_new(struct store *store, struct found *found,
    struct diag_sink *sink, struct place *first)
{
	if (store_add(store, RECTYPE_WORK, found->record, found->place,
	    found->bad, first))
		return IDENTITY_NEW;
	if (!found->imported || found->bad)
		return IDENTITY_TAKEN;
	add_under_new_id(store, found, sink, *first);
	return IDENTITY_NEW;
}

/* How thoroughly a work was appraised, which decides the leading record. */
static int
identity_grade(const struct work *work)
{
	bool levelled = work_level(work) > 0 || work_is_retracted(work) ||
	    work_is_superseded(work);

	if (work->imported != NULL)
		return 0;
	return 1 + levelled + 2 * (work->findings.count > 0) +
	    4 * (work->appraisals.count + work->certainty.count > 0);
}

/* The id in the store, without the name of the bibliography. */
static const char *
bare_id(const char *id, const char *bibliography)
{
	size_t n = bibliography == NULL ? 0 : strlen(bibliography);

	return n > 0 && strncmp(id, bibliography, n) == 0 && id[n] == ':' ?
	    id + n + 1 : id;
}

/* From now on, references to either id refer to the leading record. */
static void
note_merged(const struct identity_request *in, const char *mine,
    const char *its, const struct work *lead, const struct work *other)
{
	if (!text_same(mine, lead->id))
		naming_add(in->merged, false, mine, lead->id);
	if (!text_same(its, lead->id))
		naming_add(in->merged, false, its, lead->id);
	if (other->study != NULL && !text_same(other->study, lead->study))
		naming_add(in->merged, true, other->study, lead->study);
}

/*
 * Merges into the new record, which leads and gets the id from its own
 * bibliography.
 */
static bool
merge_into_new(const struct identity_request *in, struct found *found,
    struct work *other, struct place where)
{
	struct work *work = found->record;
	const char *name = other->imported != NULL ? NULL :
	    store_bibliography(in->store, work, other->id);
	const struct recorded_at at = { name, bare_id(other->id, name),
	    mem_format(work, "%s:%zu", where.file, where.line) };
	const char *mine = work->id;

	if (other->imported == NULL && text_same(in->id, other->id))
		work->id = other->id;
	identity_fill(work, other, &at);
	if (!store_replace(in->store, other, work, &found->place))
		return false;
	if (other->imported == NULL)
		note_merged(in, mine, other->id, work, other);
	return true;
}

static bool
merge_into_old(const struct identity_request *in, struct found *found,
    struct work *other)
{
	struct work *work = found->record;
	const struct recorded_at at = { in->bibliography, in->id,
	    mem_format(other, "%s:%zu", found->place.file,
	    found->place.line) };

	identity_fill(other, work, &at);
	if (!store_replace(in->store, other, other, NULL))
		return false;
	if (work->imported == NULL)
		note_merged(in, work->id, other->id, other, work);
	return true;
}

/*
 * Merges two records of a work; IDENTITY_NEW if they are two works after all.
 */
static enum identity
merge_work(const struct identity_request *in, struct found *found,
    struct work *other, struct place where)
{
	struct work *work = found->record;
	bool dangles = in->apart && store_dangles(in->store, other->id);
	bool leads = dangles != in->dangles ? dangles :
	    identity_grade(work) > identity_grade(other);

	if (other->read_as.count >= IDENTITY_IDS_MAX && !text_same(
	    work->id, other->id))
		diag_warning(in->remarks, found->place, "the id '%s' is left "
		    "out: '%s' already has %d other ids", work->id,
		    other->id, IDENTITY_IDS_MAX);
	if (leads)
		return merge_into_new(in, found, other, where) ?
		    IDENTITY_LEADS : IDENTITY_NEW;
	return merge_into_old(in, found, other) ? IDENTITY_MERGED :
	    IDENTITY_NEW;
}

/*
 * Whether the bibliography of a work already has that work, which is a separate
 * error.
 */
static bool
is_doubled(const struct identity_request *in, const struct work *work,
    const struct work *other)
{
	const struct recorded *recorded;
	size_t i;

	if (work->imported != NULL || other->imported != NULL)
		return false;
	if (!in->apart || store_is_here(in->store, other->id))
		return true;
	for (i = 0; i < other->recorded.count; i++) {
		recorded = list_at(&other->recorded, i);
		if (text_same(recorded->bibliography, in->bibliography))
			return true;
	}
	return false;
}

/* Keeps both works; the identifier that they share stays with the first one. */
static enum identity
add_conflict(const struct identity_request *in, struct found *found,
    const struct work *other, struct place where, const char *against,
    struct place *first)
{
	enum identity answer = identity_add_new(in->store, found, in->sink,
	    first);
	const struct work *work = found->record;

	if (answer != IDENTITY_NEW || !identity_is_shared(work, other))
		return answer;
	store_forget_identifiers(in->store, work);
	diag_warning(in->remarks, found->place, "'%s' shares an identifier with "
	    "'%s' at %s:%zu, but has %s; both are kept", work->id,
	    other->id, where.file, where.line, against);
	return answer;
}

enum identity
identity_add(const struct identity_request *in, struct found *found,
    struct place *first)
{
	struct work *work = found->record, *other;
	void *scratch = mem_context(NULL);
	enum identity answer;
	struct place where;
	const char *against;

	assert(found->record != NULL && first != NULL);
	other = found->bad || work->id == NULL ? NULL : store_same(in->store,
	    scratch, work, identity_agrees, &where);
	if (other == NULL || is_doubled(in, work, other))
		answer = identity_add_new(in->store, found, in->sink, first);
	else if ((against = identity_conflict(work, other)) != NULL)
		answer = add_conflict(in, found, other, where, against, first);
	else if ((answer = merge_work(in, found, other, where)) ==
	    IDENTITY_NEW)
		answer = identity_add_new(in->store, found, in->sink, first);
	mem_free(scratch);
	return answer;
}
