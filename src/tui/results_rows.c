/* Rows of the results: a work or a claim on one line, in columns. */
#include "tui/results_rows.h"

#include "base/text.h"
#include "page/page_search.h"
#include "page/wording.h"
#include "record/work_status.h"

enum {
	TITLE_MIN = 19,
	AUTHORS_MIN = 10,
	NAME_CELLS = 4,		/* minimum cells for a name that does not fit */
	STUB_CELLS = 12
};

/*
 * If two columns would have the same name, even when cut, each is named by a
 * later word of its label: the first one with four letters or more: "minutes"
 * for "Sleep in minutes", "quality" for "Sleep quality".
 */
static void
tell_names_apart(struct result_rows *rows, struct library *library)
{
	char *same[OUTCOMES] = { NULL }, *label, *word, *next = NULL;
	size_t i, j;

	for (i = 0; i < rows->names.count; i++)
		for (j = 0; j < rows->names.count; j++)
			if (i != j && strncmp(list_at(&rows->names, i),
			    list_at(&rows->names, j), NAME_CELLS) == 0)
				same[i] = list_at(&rows->outcomes, i);
	for (i = 0; i < rows->names.count; i++) {
		if (same[i] == NULL)
			continue;
		label = text_fold(rows, library_label(library, rows, same[i]));
		(void)strtok_r(label, " -", &next);
		do {
			word = strtok_r(NULL, " -", &next);
		} while (word != NULL && text_width(word) < NAME_CELLS);
		if (word != NULL)
			rows->names.at[i] = mem_text(rows, word);
	}
}

struct result_rows *
result_rows_new(const void *ctx, const struct hits *hits)
{
	struct result_rows *rows = mem_new(ctx, struct result_rows);
	size_t i;

	rows->hits = hits;
	rows->outcomes = library_main_outcomes(hits->library, rows, OUTCOMES);
	for (i = 0; i < rows->outcomes.count; i++) {
		list_add(rows, &rows->names, library_short_label(
		    hits->library, rows, list_at(&rows->outcomes, i)));
		rows->within[i] = library_within(hits->library, rows,
		    list_at(&rows->outcomes, i));
	}
	tell_names_apart(rows, hits->library);
	return rows;
}

/*
 * Columns.  A narrow screen drops them in this order: size, authors, year,
 * directions, design, overall direction; level and title always remain.
 */

struct columns {
	size_t	level;		/* widths; 0: hidden */
	size_t	design;
	size_t	size;
	size_t	overall;
	size_t	outcome;	/* width of each direction column with a cut
				   name */
	size_t	wider[OUTCOMES];	/* cells added to show the whole name */
	size_t	year;
	size_t	authors;
	size_t	title;
};

static size_t
used(const struct columns *c, size_t outcomes)
{
	return 2 + c->level + c->design + c->size + c->overall +
	    c->outcome * outcomes +
	    c->year + c->authors;
}

/*
 * Shows column names in full if the title, then the authors, can spare the
 * cells.
 */
static void
spell_names_out(const struct result_rows *rows, struct columns *c)
{
	size_t wider[OUTCOMES] = { 0 }, all = 0, give, spare, i, n;

	for (i = 0; i < rows->names.count; i++) {
		n = text_width(list_at(&rows->names, i));
		wider[i] = n > NAME_CELLS ? n - NAME_CELLS : 0;
		all += wider[i];
	}
	give = c->title > TITLE_MIN ? c->title - TITLE_MIN : 0;
	spare = c->authors > AUTHORS_MIN ? c->authors - AUTHORS_MIN : 0;
	if (c->outcome == 0 || give + spare < all)
		return;
	memcpy(c->wider, wider, sizeof(wider));
	give = give < all ? give : all;
	c->title -= give;
	c->authors -= all - give;
}

static struct columns
result_rows_choose_columns(const struct result_rows *rows, size_t width)
{
	struct columns c = { .level = width >= 90 ? 6 : 4, .design = 5,
	    .size = 6, .overall = 4, .outcome = NAME_CELLS + 1, .year = 5,
	    .authors = width >= 120 ? 26 : 18 };
	size_t n = rows->outcomes.count;
	size_t *const given_up[] = { &c.size, &c.authors, &c.year,
	    &c.outcome, &c.design, &c.overall };
	size_t i;

	for (i = 0; i < 6 && used(&c, n) + TITLE_MIN > width; i++)
		*given_up[i] = 0;
	c.title = width > used(&c, n) ? width - used(&c, n) : 1;
	spell_names_out(rows, &c);
	return c;
}

/* Writes a cell of a column and returns the start of the next one. */
static size_t
draw_column(struct surface *surface, size_t row, size_t column, size_t width,
    enum role role, const char *text)
{
	if (width > 0)
		(void)surface_text(surface, row, column, width - 1, role,
		    text);
	return column + width;
}

/* Writes a cell and highlights search terms in it; returns nothing. */
static void
put_marked(const struct result_rows *rows, struct surface *surface,
    size_t row, size_t column, size_t width, const char *text)
{
	const char *shown = surface->ascii ? text_ascii(rows->scratch, text) :
	    text;
	struct list ranges = highlights_find(rows->scratch,
	    rows->hits->marks, shown);
	const struct range *range;
	size_t room = width - 1, from, to, i;

	(void)draw_column(surface, row, column, width, ROLE_TEXT, shown);
	if (text_width(shown) > room)
		room -= surface->ascii && room > 3 ? 3 : 1;	/* the
								   ellipsis */
	for (i = 0; i < ranges.count; i++) {
		range = list_at(&ranges, i);
		from = text_width_n(shown, range->start);
		to = text_width_n(shown, range->end);
		to = to < room ? to : room;
		if (from < to)
			surface_role(surface, row, column + from, to - from,
			    ROLE_HIT);
	}
}

static void
draw_work_header(const struct result_rows *rows, struct surface *surface,
    size_t row, const struct columns *c)
{
	size_t at = draw_column(surface, row, 2, c->level, ROLE_LABEL,
	    c->level > 5 ? "level" : "lvl"), i;
	const char *name;

	at = draw_column(surface, row, at, c->design, ROLE_LABEL, "kind");
	at = draw_column(surface, row, at, c->size, ROLE_LABEL, "    n");
	at = draw_column(surface, row, at, c->overall, ROLE_LABEL, "all");
	for (i = 0; i < rows->outcomes.count; i++) {
		name = list_at(&rows->names, i);
		if (c->wider[i] == 0)
			name = mem_text_n(rows->scratch, name, text_fit(name,
			    NAME_CELLS));
		at = draw_column(surface, row, at, c->outcome + c->wider[i],
		    ROLE_LABEL, name);
	}
	at = draw_column(surface, row, at, c->year, ROLE_LABEL, "year");
	at = draw_column(surface, row, at, c->authors, ROLE_LABEL, "who");
	(void)draw_column(surface, row, at, c->title + 1, ROLE_LABEL, "title");
}

/* Whether a text occurs among words, ignoring case and accents. */
static bool
is_among(const struct result_rows *rows, const char *text, const char *words)
{
	return strstr(text_fold(rows->scratch, words),
	    text_fold(rows->scratch, text)) != NULL;
}

/*
 * The topic of a work: its first condition, without parentheses, that
 * distinguishes rows; or NULL. A condition that the search names, or that the
 * whole bibliography is about, does not distinguish them.
 */
static char *
row_topic(const struct result_rows *rows, const struct work *work)
{
	struct library *library = rows->hits->library;
	const char *label;
	char *topic;
	size_t i, n;

	for (i = 0; i < work->conditions.count; i++) {
		label = library_label(library, rows->scratch, list_at(
		    &work->conditions, i));
		n = strcspn(label, "(");
		topic = mem_text_n(rows->scratch, label, n - (label[n] == '('
		    && n > 0));
		if (!is_among(rows, topic, rows->hits->interpretation) &&
		    !is_among(rows, topic, library_title(library)))
			return topic;
	}
	return NULL;
}

/*
 * The title, after a notice or "registered" if there is one.  If the title must
 * be cut, the work's topic comes first, unless that would leave too little of
 * the title.
 */
static char *
row_title(const struct result_rows *rows, const struct work *work, size_t room)
{
	const struct notice *status = work_status(work);
	const char *known = mem_format(rows->scratch, "%s%s%s", status == NULL ?
	    "" : code_sign(&notice_kinds, status->kind), status == NULL ? "" :
	    " ", text_same(work->type, "registration") ? "(registered) " : "");
	char *title = mem_format(rows->scratch, "%s%s", known, work->title);
	char *topic;

	if (text_width(title) <= room)
		return title;
	topic = row_topic(rows, work);
	if (topic == NULL)
		return title;
	if (text_width(known) + text_width(topic) + STUB_CELLS > room)
		return mem_format(rows->scratch, "%s%s", known, topic);
	return mem_format(rows->scratch, "%s%s: %s", known, topic,
	    work->title);
}

/* "143", or "7 st" for a number of studies. */
static char *
short_size(const void *ctx, const struct work *work)
{
	if (work->participants != NULL && work->participants->n != NULL)
		return mem_format(ctx, "%5s", work->participants->n);
	if (work->included_studies != NULL)
		return mem_format(ctx, "%2s st", work->included_studies);
	return mem_text(ctx, "    .");
}

/* The short name of a work's design, from the bibliography or the format. */
static const char *
design_sign(const struct result_rows *rows, const struct work *work)
{
	const struct declared_code *code = about_declared(library_about(
	    rows->hits->library), "design", work->design);

	return code != NULL && code->sign != NULL ? code->sign :
	    code_sign(&designs, work_design(work));
}

static void
draw_work(const struct result_rows *rows, struct surface *surface, size_t row,
    const struct columns *c, const struct work *work)
{
	char level[3] = { '.', '\0', '\0' };
	const struct code *direction;
	size_t at, i;

	if (work_level(work) > 0)
		level[0] = (char)('0' + work_level(work));
	if (work->level_adjusted != NULL)
		level[1] = '*';
	at = draw_column(surface, row, 2, c->level, ROLE_GRADE, level);
	at = draw_column(surface, row, at, c->design, ROLE_TEXT,
	    design_sign(rows, work));
	at = draw_column(surface, row, at, c->size, ROLE_TEXT,
	    short_size(rows->scratch, work));
	at = draw_column(surface, row, at, c->overall, ROLE_GRADE,
	    wording_overall_sign(rows->scratch, rows->hits->library, work,
	    &rows->hits->own));
	for (i = 0; i < rows->outcomes.count; i++) {
		direction = work_direction(work, &rows->within[i],
		    &rows->hits->own);
		at = draw_column(surface, row, at, c->outcome + c->wider[i],
		    direction == NULL ? ROLE_TEXT : role_of_code(direction->id),
		    direction == NULL ? " ." : mem_format(rows->scratch, " %s",
		    direction->sign));
	}
	at = draw_column(surface, row, at, c->year, ROLE_TEXT,
	    work->year == NULL ? "." : work->year);
	at = draw_column(surface, row, at, c->authors, ROLE_TEXT,
	    work_byline(rows->scratch, work));
	put_marked(rows, surface, row, at, c->title + 1, row_title(rows, work,
	    c->title));
}

enum { VERDICT_CELLS = 14 };

/*
 * The cells for the article's name; on a narrow screen the claim takes
 * precedence.
 */
static size_t
article_cells(size_t width)
{
	return width < 60 ? 0 : width < 120 ? 14 : 38;
}

static void
draw_claim_header(struct surface *surface, size_t row)
{
	size_t at = draw_column(surface, row, 2, VERDICT_CELLS, ROLE_LABEL,
	    "verdict");

	at = draw_column(surface, row, at, article_cells(surface->columns),
	    ROLE_LABEL, "said by");
	(void)draw_column(surface, row, at, 20, ROLE_LABEL, "claim");
}

static void
draw_claim(const struct result_rows *rows, struct surface *surface, size_t row,
    const struct claim *claim)
{
	size_t article = article_cells(surface->columns), at = 2;

	at = draw_column(surface, row, at, VERDICT_CELLS, claim->verdict ==
	    NULL ? ROLE_TEXT : role_of_code(claim->verdict), claim->verdict ==
	    NULL ? "." : code_sign(&verdicts, claim->verdict));
	at = draw_column(surface, row, at, article, ROLE_TEXT, article == 0 ?
	    "" : wording_article(rows->scratch, rows->hits->library,
	    claim->article));
	put_marked(rows, surface, row, at, surface->columns - at + 1,
	    claim->statement);
}

void
result_rows_header(const struct result_rows *rows, struct surface *surface,
    size_t row)
{
	struct columns c = result_rows_choose_columns(rows, surface->columns);

	if (hits_kind(rows->hits) == RECTYPE_WORK)
		draw_work_header(rows, surface, row, &c);
	else
		draw_claim_header(surface, row);
}

/* "Pain: favours A against usual care; 60 people, cohort study". */
static char *
work_in_words(const struct result_rows *rows, const struct work *work)
{
	void *ctx = rows->scratch;
	char *caution = wording_caution_brief(ctx, work), *studied =
	    wording_studied(ctx, work), *found = wording_overall(ctx,
	    rows->hits->library, work, &rows->hits->own);
	const struct finding *finding = work_overall(work, &rows->hits->own);
	char *rated = finding == NULL ? NULL : wording_finding_certainty(ctx,
	    rows->hits->library, work, finding);
	struct buf out = { .data = NULL };

	if (caution != NULL)
		buf_format(ctx, &out, "%s ", caution);
	buf_text(ctx, &out, found);
	if (studied != NULL)
		buf_format(ctx, &out, "; %s", studied);
	buf_format(ctx, &out, ", %s", work_design_label(work));
	if (rated != NULL)
		buf_format(ctx, &out, "; certainty %s", rated);
	return out.data;
}

/* "mixed: the reason", or that there is no verdict. */
static char *
claim_in_words(const struct result_rows *rows, const struct claim *claim)
{
	return claim->verdict == NULL ? mem_text(rows->scratch, "no verdict") :
	    mem_format(rows->scratch, "%s: %s", code_label(&verdicts,
	    claim->verdict), claim->verdict_reason == NULL ? "" :
	    claim->verdict_reason);
}

char *
result_rows_words(const struct result_rows *rows, const void *record)
{
	return hits_kind(rows->hits) == RECTYPE_WORK ? work_in_words(rows,
	    record) : claim_in_words(rows, record);
}

size_t
result_rows_bar(const struct result_rows *rows, size_t width)
{
	struct columns c = result_rows_choose_columns(rows, width);

	return hits_kind(rows->hits) == RECTYPE_WORK ? 2 + c.level + c.design :
	    2 + VERDICT_CELLS;
}

void
result_rows_draw(const struct result_rows *rows, struct surface *surface,
    size_t row, const void *record)
{
	struct columns c = result_rows_choose_columns(rows, surface->columns);

	if (hits_kind(rows->hits) == RECTYPE_WORK)
		draw_work(rows, surface, row, &c, record);
	else
		draw_claim(rows, surface, row, record);
}
