/*
 * Queries: from text to a tree of clauses.
 *
 *	query  = items { "OR" items }
 *	items  = { part }			every part must match
 *	part   = [ "-" | "NOT" ] near
 *	near   = atom { "NEAR" [ "/" number ] atom }	words and phrases
 *	atom   = "(" query ")" | field ":" value | '"' words '"' | word
 *	value  = '"' words '"' | word | from ".." to | ( "<" | ">" ) bound
 *
 * An unmatched parenthesis or quotation mark, an operator without operands and
 * an unknown field are read as text, or ignored if they contain no word.
 */
#include "search/query.h"

#include <assert.h>
#include <ctype.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"
#include "record/identifier.h"
#include "search/field_kind.h"

struct query_parser {
	struct query	*query;
	const struct list *declared;	/* struct field: fields in addition to
					   the table */
	const char	*s;
	size_t		 n;
	size_t		 at;
	size_t		 clauses;
	size_t		 depth;
	const size_t	*pairs;		/* see pair_parentheses() */
	bool		 full;		/* too many clauses: parsing stops */
};

static struct clause	*parse_any(struct query_parser *ps, size_t end);

/* Notes and clauses. */

static void
note_problem(struct query_parser *ps, size_t start, size_t end, const char *text)
{
	struct query_note *it;

	if (ps->full || ps->query->notes.count >= QUERY_NOTES_MAX)
		return;
	it = mem_new(ps->query, struct query_note);
	*it = (struct query_note){ start, end, text };
	list_add(ps->query, &ps->query->notes, it);
}

static struct clause *
clause_new(struct query_parser *ps, enum clause_kind kind, size_t start)
{
	struct clause *clause = mem_new(ps->query, struct clause);

	clause->kind = kind;
	clause->start = start;
	clause->end = ps->at;
	return clause;
}

/* "a (b c)" equals "a b c": without OR, parentheses have no effect. */
static void
clause_add(struct query_parser *ps, struct clause *to, struct clause *part)
{
	size_t i;

	if (to->kind == CLAUSE_ALL && part->kind == CLAUSE_ALL)
		for (i = 0; i < part->parts.count; i++)
			list_add(ps->query, &to->parts,
			    list_at(&part->parts, i));
	else
		list_add(ps->query, &to->parts, part);
	to->end = part->end;
}

/* Characters. */

static bool
at_end(const struct query_parser *ps)
{
	return ps->full || ps->at >= ps->n;
}

static char
peek(const struct query_parser *ps)
{
	return at_end(ps) ? '\0' : ps->s[ps->at];
}

static void
query_skip_blanks(struct query_parser *ps)
{
	while (peek(ps) == ' ')
		ps->at++;
}

/* Whether this operator comes next, as a separate word. */
static bool
sees_operator(const struct query_parser *ps, const char *word)
{
	size_t n = strlen(word);

	/* Case matters: "Aldhafian OR, Smith J" has initials. */
	return ps->n - ps->at >= n && memcmp(ps->s + ps->at, word, n) == 0 &&
	    (ps->at + n == ps->n || strchr(" ()", ps->query->text[ps->at +
	    n]) != NULL);
}

/* The position of the quotation mark that closes the one here; 0: none. */
static size_t
closing_quote(const struct query_parser *ps)
{
	const char *end = ps->at + 1 >= ps->n ? NULL :
	    memchr(ps->s + ps->at + 1, '"', ps->n - ps->at - 1);

	return end == NULL ? 0 : (size_t)(end - ps->s);
}

/*
 * Finds the closing parenthesis for each opening one (0: none), outside quotes.
 */
static size_t *
pair_parentheses(const void *ctx, const char *s, size_t n)
{
	size_t *pairs = mem_array(ctx, size_t, n + 1);
	size_t *open = mem_array(pairs, size_t, n + 1), depth = 0, i;
	const char *quote;

	for (i = 0; i < n; i++) {
		quote = s[i] == '"' ? memchr(s + i + 1, '"', n - i - 1) :
		    NULL;
		if (quote != NULL)
			i = (size_t)(quote - s);
		else if (s[i] == '(')
			open[depth++] = i;
		else if (s[i] == ')' && depth > 0)
			pairs[open[--depth]] = i;
	}
	return pairs;
}

/* Atoms. */

static const char *
text_between(struct query_parser *ps, size_t start, size_t end)
{
	const char *text = text_clean(ps->query, ps->s + start, end - start);

	/*
	 * The cleaned text has a no-break space for a combining mark without a
	 * letter.
	 */
	return text_begins(text, "\u00A0") ? text + 2 : text;
}

static struct clause *
parse_phrase(struct query_parser *ps)
{
	size_t start = ps->at, end = closing_quote(ps);
	struct clause *clause;

	if (end == 0) {
		note_problem(ps, start, start + 1, "unmatched quotation mark");
		ps->at++;
		return NULL;
	}
	ps->at = end + 1;
	if (!text_has_word(ps->s + start + 1, end - start - 1))
		return NULL;
	clause = clause_new(ps, CLAUSE_PHRASE, start);
	clause->text = text_between(ps, start + 1, end);
	clause->exact = true;
	return clause;
}

/* The end of a DOI, which may contain matched parentheses. */
static size_t
doi_end(const struct query_parser *ps, size_t at)
{
	size_t end = at + identifier_doi_length(ps->s + at), i;
	long open = 0;

	for (i = at; i < end && open >= 0; i++)
		open += ps->s[i] == '(' ? 1 : ps->s[i] == ')' ? -1 : 0;
	return open < 0 ? i - 1 : end;
}

/*
 * A word ends at a space, a quotation mark or a parenthesis, unless that is
 * part of an identifier.
 */
static size_t
query_word_end(const struct query_parser *ps, size_t at)
{
	size_t end;

	while (at < ps->n && strchr(" \"()", ps->s[at]) == NULL) {
		end = ps->s[at] == '1' ? doi_end(ps, at) : ps->s[at] == 'S' ?
		    at + identifier_pii_length(ps->s + at) : at;
		at = end > at ? end : at + 1;
	}
	return at;
}

/*
 * Adds a note on "nofield:word", probably a mistake unless it is an address; it
 * is searched as text.
 */
static void
note_strange_field(struct query_parser *ps, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && isalpha((unsigned char)ps->s[at]))
		at++;
	if (at > start && at + 1 < end && ps->s[at] == ':' &&
	    ps->s[at + 1] != '/' && identifier_find(ps->s + start, at -
	    start) == IDENTIFIER_COUNT)
		note_problem(ps, start, at + 1, "unknown field; searched as "
		    "text");
}

static struct clause *
parse_word(struct query_parser *ps)
{
	size_t start = ps->at, from = start, to;
	size_t end = query_word_end(ps, start);
	struct clause *clause;

	ps->at = end > start ? end : start + 1;
	if (!text_has_word(ps->s + start, ps->at - start))
		return NULL;
	while (!text_is_word_byte(ps->s[from]))
		from++;
	to = end;
	while (to > from + 1 && strchr("*,;:.!?", ps->s[to - 1]) != NULL)
		to--;
	clause = clause_new(ps, CLAUSE_WORD, start);
	clause->exact = ps->s[start] == '=';
	clause->prefix = memchr(ps->s + to, '*', end - to) != NULL;
	clause->text = text_between(ps, from, to);
	note_strange_field(ps, start, end);
	return clause;
}

/*
 * Parses field:value if the name is a field's; otherwise returns NULL and stays
 * in place.
 */
static struct clause *
parse_field(struct query_parser *ps)
{
	size_t start = ps->at, end = query_word_end(ps, start), quote;
	const char *colon = memchr(ps->s + start, ':', end - start);
	const struct field *field;
	struct clause *clause;

	if (colon == NULL)
		return NULL;
	field = query_field(ps->declared, ps->s + start, (size_t)(colon - ps->s) -
	    start);
	if (field == NULL)
		return NULL;
	ps->at = (size_t)(colon - ps->s) + 1;
	quote = peek(ps) == '"' ? closing_quote(ps) : 0;
	clause = clause_new(ps, CLAUSE_FIELD, start);
	clause->field = field;
	if (quote != 0) {
		clause->text = text_between(ps, ps->at + 1, quote);
		clause->exact = true;
		ps->at = quote + 1;
	} else {
		if (field->kind == FIELD_IDENTIFIER && peek(ps) == ' ')
			query_skip_blanks(ps);	/* "DOI: 10.1000/182" */
		end = query_word_end(ps, ps->at);
		clause->prefix = end > ps->at && ps->s[end - 1] == '*';
		clause->text = text_between(ps, ps->at, end - clause->prefix);
		ps->at = end;
	}
	clause->end = ps->at;
	return clause;
}

/* Adds a note on a field with an invalid value, which becomes text. */
static struct clause *
query_take_field(struct query_parser *ps, struct clause *clause)
{
	const char *problem = field_kind(clause->field)->parse(ps->query,
	    clause);

	if (problem != NULL) {
		note_problem(ps, clause->start, clause->end, problem);
		return NULL;
	}
	return clause;
}

static bool
take_operator(struct query_parser *ps, const char *word)
{
	size_t before = ps->at;

	query_skip_blanks(ps);
	if (sees_operator(ps, word)) {
		ps->at += strlen(word);
		query_skip_blanks(ps);
		return true;
	}
	ps->at = before;
	return false;
}

/* Omits the query from `start` on, with a note. */
static void
shorten(struct query_parser *ps, size_t start)
{
	note_problem(ps, start, ps->n, "query shortened to fit");
	ps->full = true;
}

/*
 * The number of clauses is limited, as each is looked up separately, whereas
 * plain words are read together; the query ends at the limit.  Returns whether
 * this clause fits.
 */
static bool
clause_fits(struct query_parser *ps, const struct clause *clause, bool costly)
{
	ps->clauses += costly ? QUERY_COSTLY : 1;
	if (ps->clauses <= QUERY_CLAUSES_MAX)
		return true;
	shorten(ps, clause->start);
	return false;
}

static struct clause *
parse_group(struct query_parser *ps)
{
	size_t start = ps->at, end = ps->pairs[start];
	struct clause *group;

	ps->at++;
	if (end == 0 || ps->depth >= QUERY_DEPTH_MAX) {
		note_problem(ps, start, start + 1, end == 0 ? "unmatched "
		    "parenthesis" : "parentheses nested too deeply");
		return NULL;
	}
	ps->depth++;
	group = parse_any(ps, end);
	ps->depth--;
	ps->at = end + 1;
	return group == NULL || ps->full || group->kind != CLAUSE_ANY ||
	    clause_fits(ps, group, true) ? group : NULL;
}

static struct clause *
parse_value(struct query_parser *ps)
{
	struct clause *clause;

	if (peek(ps) == '"')
		clause = parse_phrase(ps);
	else if ((clause = parse_field(ps)) != NULL)
		clause = query_take_field(ps, clause);
	else
		clause = parse_word(ps);
	return clause != NULL && clause_fits(ps, clause, clause->kind !=
	    CLAUSE_WORD || clause->exact || clause->prefix) ? clause : NULL;
}

static struct clause *
parse_atom(struct query_parser *ps)
{
	if (peek(ps) == '(')
		return parse_group(ps);
	if (peek(ps) == ')') {
		note_problem(ps, ps->at, ps->at + 1, "unmatched parenthesis");
		ps->at++;
		return NULL;
	}
	if (sees_operator(ps, "AND") || sees_operator(ps, "OR")) {
		note_problem(ps, ps->at, ps->at + 2, "nothing to join");
		ps->at = query_word_end(ps, ps->at);
		return NULL;
	}
	return parse_value(ps);
}

/* Operators. */

/* The end of "NEAR" or "NEAR/5" if it comes next; otherwise 0. */
static size_t
near_end(const struct query_parser *ps, unsigned *distance)
{
	size_t end = query_word_end(ps, ps->at), n = end - ps->at;
	const char *s = ps->s + ps->at, *digits;
	long number;

	*distance = QUERY_DISTANCE;
	if (n < 4 || memcmp(s, "NEAR", 4) != 0)
		return 0;
	if (n == 4)
		return end;
	if (s[4] != '/')
		return 0;
	digits = mem_text_n(ps->query, s + 5, n - 5);
	if (!number_natural(digits, QUERY_DISTANCE_MAX, &number))
		return 0;
	*distance = (unsigned)number;
	return end;
}

static bool
can_be_near(const struct clause *clause)
{
	return clause != NULL && (clause->kind == CLAUSE_WORD ||
	    clause->kind == CLAUSE_PHRASE);
}

/* Parses NEAR between `left` and what follows, if it is there. */
static struct clause *
join_near(struct query_parser *ps, struct clause *left)
{
	size_t before = ps->at, end;
	struct clause *near, *right;
	unsigned distance;

	query_skip_blanks(ps);
	end = at_end(ps) ? 0 : near_end(ps, &distance);
	if (end == 0) {
		ps->at = before;
		return left;
	}
	before = ps->at;
	ps->at = end;
	query_skip_blanks(ps);
	right = at_end(ps) ? NULL : parse_atom(ps);
	if (right == NULL || (!can_be_near(left) && left->kind !=
	    CLAUSE_NEAR) || !can_be_near(right)) {
		note_problem(ps, before, end, "NEAR joins two words or "
		    "phrases");
		ps->at = right == NULL ? ps->at : right->start;
		return left;
	}
	near = left->kind == CLAUSE_NEAR && left->distance == distance ? left :
	    clause_new(ps, CLAUSE_NEAR, left->start);
	if (left->kind == CLAUSE_NEAR && near != left) {
		note_problem(ps, before, end, "NEAR takes one distance; only "
		    "the first is used");
		near = left;
	}
	if (near->parts.count == QUERY_NEAR_MAX) {
		shorten(ps, before);
		return near;
	}
	if (near != left && !clause_fits(ps, near, true))
		return left;
	if (near != left) {
		near->distance = distance;
		clause_add(ps, near, left);
	}
	clause_add(ps, near, right);
	return near;
}

static struct clause *
parse_near(struct query_parser *ps)
{
	struct clause *clause = parse_atom(ps);
	size_t before;

	do {
		before = ps->at;
		if (clause != NULL && !at_end(ps))
			clause = join_near(ps, clause);
	} while (ps->at > before && clause != NULL &&
	    clause->kind == CLAUSE_NEAR);
	return clause;
}

static struct clause *
parse_part(struct query_parser *ps)
{
	size_t start = ps->at;
	bool negated = false, again = true;
	struct clause *atom, *clause;

	while (again) {		/* two negations cancel out */
		if (peek(ps) == '-' && ps->at + 1 < ps->n &&
		    strchr(" -", ps->s[ps->at + 1]) == NULL) {
			ps->at++;
			negated = !negated;
		} else if (sees_operator(ps, "NOT")) {
			ps->at += 3;
			query_skip_blanks(ps);
			negated = !negated;
		} else {
			again = false;
		}
	}
	atom = at_end(ps) ? NULL : parse_near(ps);
	if (atom == NULL || !negated) {
		if (negated)
			note_problem(ps, start, ps->at, "nothing to exclude");
		return atom;
	}
	if (atom->kind == CLAUSE_NOT)	/* "-(-rats)" */
		return list_at(&atom->parts, 0);
	clause = clause_new(ps, CLAUSE_NOT, start);
	clause_add(ps, clause, atom);
	return ps->full || clause_fits(ps, clause, true) ? clause : NULL;
}

/* "AND" between parts means the same as a space. */
static void
skip_and(struct query_parser *ps, size_t end)
{
	size_t before;

	query_skip_blanks(ps);
	before = ps->at;
	if (take_operator(ps, "AND") && (ps->at >= end ||
	    sees_operator(ps, "OR")))
		note_problem(ps, before, before + 3, "nothing to join");
}

/* Parses parts up to an "OR" or the end; NULL if there are none. */
static struct clause *
parse_items(struct query_parser *ps, size_t end)
{
	struct clause *all = NULL, *first = NULL, *part;

	query_skip_blanks(ps);
	while (!at_end(ps) && ps->at < end && !sees_operator(ps, "OR")) {
		part = parse_part(ps);
		skip_and(ps, end);
		if (part == NULL)
			continue;
		if (first == NULL) {
			first = part;
			continue;
		}
		if (all == NULL) {
			all = clause_new(ps, CLAUSE_ALL, first->start);
			clause_add(ps, all, first);
		}
		clause_add(ps, all, part);
	}
	return all != NULL ? all : first;
}

static struct clause *
parse_any(struct query_parser *ps, size_t end)
{
	struct clause *any = NULL, *first = parse_items(ps, end), *next;
	size_t start;

	while (!at_end(ps) && ps->at < end) {
		start = ps->at;
		if (any != NULL && any->parts.count == QUERY_ANY_MAX) {
			shorten(ps, start);
			break;
		}
		(void)take_operator(ps, "OR");
		next = parse_items(ps, end);
		if (next == NULL || first == NULL)
			note_problem(ps, start, start + 2, "nothing to join");
		if (first == NULL)
			first = next;
		else if (next != NULL && any == NULL) {
			any = clause_new(ps, CLAUSE_ANY, first->start);
			clause_add(ps, any, first);
			clause_add(ps, any, next);
		} else if (next != NULL) {
			clause_add(ps, any, next);
		}
	}
	return any != NULL ? any : first;
}

/* The root is always CLAUSE_ALL. */
static void
parse_all(struct query_parser *ps)
{
	struct clause *whole = parse_any(ps, ps->n);
	struct clause *root = ps->query->root;

	if (whole != NULL && whole->kind == CLAUSE_ALL)
		ps->query->root = whole;
	else if (whole != NULL)
		clause_add(ps, root, whole);
}

/*
 * Whether a word contains no digit or colon from its first letter on, and so is
 * neither an identifier nor a field.  Ignores trailing punctuation.
 */
static bool
is_of_letters(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && !text_is_word_byte(s[i]))
		i++;
	while (n > i && strchr(",;:.!?*", s[n - 1]) != NULL)
		n--;
	for (; i < n; i++)
		if (isdigit((unsigned char)s[i]) || s[i] == ':')
			return false;
	return true;
}

/*
 * Replaces separators between such words by spaces: in "mood, cost" and
 * "mood/cost", but not in "p<0,05", "10.1000/x" or "author:a,b".
 */
static char *
with_blanks(const void *ctx, const char *text)
{
	char *out = mem_text(ctx, text), *at, *word = out;
	size_t n;

	for (; *word != '\0'; word += n + (word[n] != '\0')) {
		n = strcspn(word, " \"()");
		if (!is_of_letters(word, n))
			continue;
		for (at = word; at < word + n; at++)
			if (strchr(",;/", *at) != NULL)
				*at = ' ';
	}
	return out;
}

/*
 * The last word counts as unfinished if only the end of its group follows it:
 * "a OR b" with a filter is "(a OR b)".
 */
static void
mark_unfinished(struct clause *clause, const char *s, size_t end)
{
	while (clause->parts.count > 0)
		clause = list_at(&clause->parts, clause->parts.count - 1);
	while (end > clause->end && s[end - 1] == ')')
		end--;
	if ((clause->kind == CLAUSE_WORD || clause->kind == CLAUSE_FIELD) &&
	    clause->end == end && !clause->exact)
		clause->unfinished = true;
}

const struct field *
query_field(const struct list *declared, const char *name, size_t n)
{
	const struct field *field = field_find(name, n);
	size_t i;

	for (i = 0; field == NULL && declared != NULL && i < declared->count;
	    i++) {
		field = list_at(declared, i);
		if (strlen(field->name) != n ||
		    strncasecmp(field->name, name, n) != 0)
			field = NULL;
	}
	return field;
}

struct query *
query_parse(const void *ctx, const struct list *declared,
    const char *bytes, size_t n)
{
	struct query *query = mem_new(ctx, struct query);
	struct query_parser ps = { .query = query, .declared = declared };
	bool cut = n > QUERY_BYTES_MAX;
	char *text;

	assert(bytes != NULL || n == 0);
	text = text_clean(query, bytes, cut ? QUERY_BYTES_MAX : n);
	query->text = text;
	ps.s = with_blanks(query, text);
	ps.n = strlen(text);
	ps.pairs = pair_parentheses(query, ps.s, ps.n);
	query->root = clause_new(&ps, CLAUSE_ALL, 0);
	parse_all(&ps);
	if (cut && !ps.full)
		note_problem(&ps, ps.n, ps.n, "query shortened to fit");
	else if (n > 0 && bytes[n - 1] != ' ' && !ps.full)
		mark_unfinished(query->root, ps.s, ps.n);
	return query;
}

/* Printing. */

static void	print_clause(const void *ctx, struct buf *out,
		    const struct clause *clause, bool inside);

static void
query_print_parts(const void *ctx, struct buf *out, const struct clause *clause,
    const char *between, bool inside)
{
	bool bracket = inside && clause->parts.count > 1;
	size_t i;

	if (bracket)
		buf_text(ctx, out, "(");
	for (i = 0; i < clause->parts.count; i++) {
		if (i > 0)
			buf_text(ctx, out, between);
		print_clause(ctx, out, list_at(&clause->parts, i), inside ||
		    clause->parts.count > 1);
	}
	if (bracket)
		buf_text(ctx, out, ")");
}

/* Whether a word would be parsed as an operator or a field. */
static bool
is_ambiguous(const char *text)
{
	const char *colon = strchr(text, ':');

	return text_same(text, "AND") || text_same(text, "OR") ||
	    text_same(text, "NOT") || text_begins(text, "NEAR") || (colon !=
	    NULL && field_find(text, (size_t)(colon - text)) != NULL);
}

static void
print_field(const void *ctx, struct buf *out, const struct clause *clause)
{
	const char *quote = clause->exact ? "\"" : "";

	buf_format(ctx, out, "%s:", clause->field->name);
	if (clause->range)
		buf_format(ctx, out, "%s..%s", clause->text, clause->until);
	else
		buf_format(ctx, out, "%s%s%s%s", quote, clause->text, quote,
		    clause->prefix ? "*" : "");
}

static void
print_not(const void *ctx, struct buf *out, const struct clause *inner)
{
	bool bracket = inner->kind == CLAUSE_NOT ||
	    inner->kind == CLAUSE_NEAR;

	buf_text(ctx, out, bracket ? "-(" : "-");
	print_clause(ctx, out, inner, true);
	if (bracket)
		buf_text(ctx, out, ")");
}

static void
print_near(const void *ctx, struct buf *out, const struct clause *clause)
{
	size_t i;

	for (i = 0; i < clause->parts.count; i++) {
		if (i > 0 && clause->distance == QUERY_DISTANCE)
			buf_text(ctx, out, " NEAR ");
		else if (i > 0)
			buf_format(ctx, out, " NEAR/%u ", clause->distance);
		print_clause(ctx, out, list_at(&clause->parts, i), true);
	}
}

static void
print_clause(const void *ctx, struct buf *out, const struct clause *clause,
    bool inside)
{
	switch (clause->kind) {
	case CLAUSE_ALL:
		query_print_parts(ctx, out, clause, " ", inside);
		break;
	case CLAUSE_ANY:
		query_print_parts(ctx, out, clause, " OR ", inside);
		break;
	case CLAUSE_NOT:
		print_not(ctx, out, list_at(&clause->parts, 0));
		break;
	case CLAUSE_PHRASE:
		buf_format(ctx, out, "\"%s\"", clause->text);
		break;
	case CLAUSE_FIELD:
		print_field(ctx, out, clause);
		break;
	case CLAUSE_NEAR:
		print_near(ctx, out, clause);
		break;
	case CLAUSE_WORD:
		buf_format(ctx, out, "%s%s%s", clause->exact ? "=" :
		    is_ambiguous(clause->text) ? "+" : "", clause->text,
		    clause->prefix ? "*" : "");
		break;
	}
}

char *
query_print(const void *ctx, const struct query *query)
{
	return query_print_clause(ctx, query->root);
}

char *
query_print_clause(const void *ctx, const struct clause *clause)
{
	struct buf out = { .data = NULL };

	print_clause(ctx, &out, clause, false);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
