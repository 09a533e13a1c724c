/* Changes: compares two states of a bibliography, record by record. */
#include "page/changes.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/number.h"
#include "library/notebook.h"
#include "page/wording.h"
#include "record/guide.h"
#include "record/identifier.h"
#include "record/serialize.h"
#include "record/topic.h"

#define SIGNATURE	"strigil-snapshot 2"

enum { NAME_CELLS = 120 };

/* A record whose entry is being made. */
struct taking {
	const void		*ctx;
	struct library		*library;
	struct snapshot_entry	*entry;
};

/* Joins the values of facts with the same name. */
static void
add_fact(struct taking *taking, const char *what, const char *value)
{
	struct fact *fact;
	size_t i;

	if (value == NULL)
		return;
	for (i = 0; i < taking->entry->facts.count; i++) {
		fact = list_at(&taking->entry->facts, i);
		if (!text_same(fact->what, what))
			continue;
		if (!text_same(fact->value, value))
			fact->value = mem_format(taking->ctx, "%s; %s",
			    fact->value, value);
		return;
	}
	fact = mem_new(taking->ctx, struct fact);
	fact->what = mem_text(taking->ctx, what);
	fact->value = mem_text(taking->ctx, value);
	list_add(taking->ctx, &taking->entry->facts, fact);
}

static void
changes_add_certainty(struct taking *taking, const char *outcome, const char *rating)
{
	void *scratch = mem_context(NULL);

	if (outcome == NULL)
		add_fact(taking, "Certainty", code_label(&ratings, rating));
	else
		add_fact(taking, mem_format(scratch, "Certainty for %s",
		    library_label(taking->library, scratch, outcome)),
		    code_label(&ratings, rating));
	mem_free(scratch);
}

static void
add_direction(struct taking *taking, const struct work *work,
    const struct finding *finding)
{
	void *scratch = mem_context(NULL);
	const char *about = finding->outcome != NULL ? finding->outcome :
	    finding->mechanism;
	char *what = mem_format(scratch, "Direction for %s", about == NULL ?
	    "a finding" : library_label(taking->library, scratch, about));

	if (finding->timepoint != NULL)
		what = mem_format(scratch, "%s, %s", what, finding->timepoint);
	if (finding->direction != NULL)
		add_fact(taking, what, wording_finding(scratch,
		    taking->library, work, finding));
	mem_free(scratch);
}

static void
facts_of_work(struct taking *taking, const void *record)
{
	const struct work *work = record;
	const struct certainty *certainty;
	const struct notice *notice;
	void *scratch = mem_context(NULL);
	const char *level = wording_level(scratch, work);
	size_t i;

	add_fact(taking, "Level", text_begins(level, "level ") ? level +
	    strlen("level ") : level);
	for (i = 0; i < work->notices.count; i++) {
		notice = list_at(&work->notices, i);
		add_fact(taking, "Status", mem_format(scratch, "%s%s%s",
		    code_label(&notice_kinds, notice->kind), notice->date ==
		    NULL ? "" : ", ", notice->date == NULL ? "" :
		    notice->date));
	}
	if (work->trial_status != NULL)
		add_fact(taking, "Trial", code_label(&trial_statuses,
		    work->trial_status));
	for (i = 0; i < work->certainty.count; i++) {
		certainty = list_at(&work->certainty, i);
		changes_add_certainty(taking, certainty->outcome, certainty->rating);
	}
	for (i = 0; i < work->findings.count; i++)
		add_direction(taking, work, list_at(&work->findings, i));
	add_fact(taking, "DOI", work->doi);
	add_fact(taking, "PMID", work->pmid);
	mem_free(scratch);
}

static void
facts_of_proposition(struct taking *taking, const void *record)
{
	const struct proposition *proposition = record;

	add_fact(taking, "Verdict", proposition->verdict == NULL ? NULL :
	    code_label(&verdicts, proposition->verdict));
}

static void
facts_of_topic(struct taking *taking, const void *record)
{
	const struct topic *topic = record;
	const struct topic_certainty *certainty;
	size_t i;

	add_fact(taking, "Answer", topic->answer);
	for (i = 0; i < topic->certainty.count; i++) {
		certainty = list_at(&topic->certainty, i);
		changes_add_certainty(taking, certainty->outcome, certainty->rating);
	}
}

static void
facts_of_term(struct taking *taking, const void *record)
{
	const struct term *term = record;

	add_fact(taking, "Broader term", term->broader == NULL ? NULL :
	    library_label(taking->library, taking->ctx, term->broader));
}

/* For each type: the member that names a record, and the facts of a record. */
static const struct {
	const char	*name;
	void		(*facts)(struct taking *taking, const void *record);
} types[RECTYPE_COUNT] = {
	[RECTYPE_ABOUT] = { "title", NULL },
	[RECTYPE_ARTICLE] = { "title", NULL },
	[RECTYPE_TERM] = { "label", facts_of_term },
	[RECTYPE_WORK] = { "title", facts_of_work },
	[RECTYPE_CLAIM] = { "statement", NULL },
	[RECTYPE_PROPOSITION] = { "statement", facts_of_proposition },
	[RECTYPE_TOPIC] = { "question", facts_of_topic },
	[RECTYPE_TRIAL_LIST] = { "title", NULL },
	[RECTYPE_ENTRY] = { "word", NULL },
	[RECTYPE_TOUR] = { "title", NULL },
	[RECTYPE_LIST] = { "title", NULL },
};

static char *
name_of(const void *ctx, enum rectype type, const void *record,
    const char *id)
{
	const struct schema *schema = rectype_schema(type);
	const char *name = NULL;
	size_t i;

	for (i = 0; i < schema->count; i++)
		if (!schema->members[i].many && schema->members[i].type !=
		    VALUE_RECORD && text_same(schema->members[i].key,
		    types[type].name))
			name = record_value(record, &schema->members[i]);
	if (name == NULL)
		return mem_text(ctx, id);
	if (type != RECTYPE_WORK)
		return text_cut(ctx, name, NAME_CELLS);
	return mem_format(ctx, "%s: %s", wording_short(ctx, record),
	    text_cut(ctx, name, NAME_CELLS));
}

static uint64_t
hash_of(enum rectype type, const void *record)
{
	void *scratch = mem_context(NULL);
	struct buf bytes = { .data = NULL };
	uint64_t hash;

	record_pack(scratch, rectype_schema(type), record, &bytes);
	hash = XXH3_64bits(buf_string(&bytes), bytes.len);
	mem_free(scratch);
	return hash;
}

static struct snapshot_entry *
entry_of(const void *ctx, struct library *library, enum rectype type,
    const char *id)
{
	void *scratch = mem_context(NULL);
	const void *record = library_record(library, scratch, type, id);
	struct snapshot_entry *entry = record == NULL ? NULL : mem_new(ctx,
	    struct snapshot_entry);
	struct taking taking = { ctx, library, entry };
	char *bibliography;

	if (record != NULL) {
		entry->address = address_of(ctx, type, id);
		bibliography = library_bibliography_of(library, ctx, type, id);
		entry->bibliography = bibliography == NULL ? "" : bibliography;
		entry->name = name_of(ctx, type, record, id);
		entry->hash = hash_of(type, record);
		if (types[type].facts != NULL)
			types[type].facts(&taking, record);
	}
	mem_free(scratch);
	return entry;
}

static int
by_address(const void *a, const void *b)
{
	const struct snapshot_entry *const *one = a, *const *other = b;

	return strcmp((*one)->address, (*other)->address);
}

static void
sort_entries(struct list *entries)
{
	if (entries->count > 1)
		qsort(entries->at, entries->count, sizeof(*entries->at),
		    by_address);
}

/* Whether a record is the user's own. */
static bool
changes_is_own(const struct library *library, enum rectype type, const char *id)
{
	struct notebook *notebook = library_notebook(library);

	return type == RECTYPE_LIST && notebook != NULL && notebook_list(
	    notebook, id) != NULL;
}

bool
snapshot_fits(struct library *library)
{
	long count = 0;
	int type;

	for (type = 0; type < RECTYPE_COUNT; type++)
		count += library_count(library, (enum rectype)type);
	return count <= SNAPSHOT_MAX;
}

struct snapshot *
snapshot_take(const void *ctx, struct library *library)
{
	struct snapshot *snapshot = mem_new(ctx, struct snapshot);
	const struct about *about = library_about(library);
	struct snapshot_entry *entry;
	struct list ids;
	size_t i;
	int type;

	snapshot->title = mem_text(snapshot, library_title(library));
	snapshot->left_out = library_left_out(library);
	snapshot->version = about == NULL || about->version == NULL ? NULL :
	    mem_text(snapshot, about->version);
	for (type = 0; type < RECTYPE_COUNT; type++) {
		ids = library_ids(library, snapshot, (enum rectype)type);
		for (i = 0; i < ids.count; i++) {
			entry = changes_is_own(library, (enum rectype)type, list_at(
			    &ids, i)) ? NULL : entry_of(snapshot, library,
			    (enum rectype)type, list_at(&ids, i));
			if (entry != NULL)
				list_add(snapshot, &snapshot->entries, entry);
		}
	}
	sort_entries(&snapshot->entries);
	return snapshot;
}

/* The text format: one fact per line, fields separated by tabs. */

char *
snapshot_print(const void *ctx, const struct snapshot *snapshot)
{
	struct buf out = { .data = NULL };
	const struct snapshot_entry *entry;
	const struct fact *fact;
	size_t i, j;

	buf_format(ctx, &out, SIGNATURE "\t%s\t%s\t%s\t%s\t%zu\n",
	    snapshot->date, snapshot->stamp, snapshot->title,
	    snapshot->version == NULL ? "" : snapshot->version,
	    snapshot->entries.count);
	for (i = 0; i < snapshot->entries.count; i++) {
		entry = list_at(&snapshot->entries, i);
		buf_format(ctx, &out, "%s\t%s\t%016" PRIx64 "\t%s",
		    entry->address, entry->bibliography, entry->hash,
		    entry->name);
		for (j = 0; j < entry->facts.count; j++) {
			fact = list_at(&entry->facts, j);
			buf_format(ctx, &out, "\t%s\t%s", fact->what,
			    fact->value);
		}
		buf_text(ctx, &out, "\n");
	}
	return out.data;
}

/* The next field of a line, made safe for screens; NULL at the end. */
static char *
next_part(const void *ctx, const char **at)
{
	size_t n = strcspn(*at, "\t\n");
	char *part;

	if (**at == '\n' || **at == '\0')
		return NULL;
	part = text_clean(ctx, *at, n);
	*at += n + ((*at)[n] == '\t');
	return part;
}

static bool
snapshot_read_entry(struct snapshot *snapshot, const char **at)
{
	struct snapshot_entry *entry = mem_new(snapshot,
	    struct snapshot_entry);
	const char *hash;
	struct fact *fact;

	entry->address = next_part(snapshot, at);
	entry->bibliography = next_part(snapshot, at);
	hash = next_part(snapshot, at);
	entry->name = next_part(snapshot, at);
	if (entry->name == NULL || strchr(entry->address, '/') == NULL)
		return false;
	entry->hash = strtoull(hash, NULL, 16);
	while (**at != '\n' && **at != '\0') {
		fact = mem_new(snapshot, struct fact);
		fact->what = next_part(snapshot, at);
		fact->value = next_part(snapshot, at);
		if (fact->value == NULL)
			return false;
		list_add(snapshot, &entry->facts, fact);
	}
	list_add(snapshot, &snapshot->entries, entry);
	return true;
}

/* Reads the first line, up to its end; false if it is not valid. */
static bool
snapshot_read_head(struct snapshot *snapshot, const char **at, long *count)
{
	bool fits = text_same(next_part(snapshot, at), SIGNATURE);
	const char *number;

	snapshot->date = next_part(snapshot, at);
	snapshot->stamp = next_part(snapshot, at);
	snapshot->title = next_part(snapshot, at);
	snapshot->version = next_part(snapshot, at);
	number = next_part(snapshot, at);
	return fits && number != NULL && number_natural(number, LONG_MAX,
	    count) && **at == '\n';
}

struct snapshot *
snapshot_read(const void *ctx, const char *text)
{
	struct snapshot *snapshot = mem_new(ctx, struct snapshot);
	const char *at = text;
	long count;
	bool fits = snapshot_read_head(snapshot, &at, &count);

	while (fits && *at == '\n' && at[1] != '\0') {
		at++;
		fits = snapshot_read_entry(snapshot, &at);
	}
	/* A text that was cut off has fewer entries or an unfinished line. */
	if (fits && *at == '\n' && snapshot->entries.count == (size_t)count) {
		sort_entries(&snapshot->entries);
		return snapshot;
	}
	mem_free(snapshot);
	return NULL;
}

bool
snapshot_has_stamp(const char *text, const char *stamp)
{
	struct snapshot *head = mem_new(NULL, struct snapshot);
	const char *at = text;
	long count, lines = -1;
	bool has = snapshot_read_head(head, &at, &count) &&
	    text_same(head->stamp, stamp);

	for (; has && (at = strchr(at, '\n')) != NULL; at++)
		lines++;
	mem_free(head);
	return has && lines == count && text[strlen(text) - 1] == '\n';
}

/* Comparing. */

static const char *
value_of_fact(const struct snapshot_entry *entry, const char *what)
{
	const struct fact *fact;
	size_t i;

	for (i = 0; i < entry->facts.count; i++) {
		fact = list_at(&entry->facts, i);
		if (text_same(fact->what, what))
			return fact->value;
	}
	return NULL;
}

static void
add_fact_change(struct change *change, const char *what, const char *before,
    const char *after)
{
	struct fact_change *fact;

	if (text_same(before, after))
		return;
	fact = mem_new(change, struct fact_change);
	*fact = (struct fact_change){ what, before, after };
	list_add(change, &change->facts, fact);
}

static void
compare_facts(struct change *change, const struct snapshot_entry *old,
    const struct snapshot_entry *now)
{
	const struct fact *fact;
	size_t i;

	for (i = 0; now != NULL && i < now->facts.count; i++) {
		fact = list_at(&now->facts, i);
		add_fact_change(change, fact->what, old == NULL ? NULL :
		    value_of_fact(old, fact->what), fact->value);
	}
	for (i = 0; old != NULL && i < old->facts.count; i++) {
		fact = list_at(&old->facts, i);
		if (now == NULL || value_of_fact(now, fact->what) == NULL)
			add_fact_change(change, fact->what, fact->value,
			    NULL);
	}
}

/* Adds the change to one record; `old` or `now` may be NULL. */
static void
changes_compare_entries(const void *ctx, struct list *changes,
    const struct snapshot_entry *old, const struct snapshot_entry *now)
{
	const struct snapshot_entry *one = now != NULL ? now : old;
	void *scratch = mem_context(NULL);
	struct address address;
	struct change *change;

	if ((old == NULL || now == NULL || old->hash != now->hash) &&
	    address_parse(scratch, one->address, &address) && address.page ==
	    PAGE_RECORD && address.kind < RECTYPE_COUNT) {
		change = mem_new(ctx, struct change);
		change->type = address.kind;
		change->address = one->address;
		change->bibliography = one->bibliography;
		change->name = one->name;
		if (old != NULL && now != NULL && !text_same(old->address,
		    now->address)) {
			change->before = old->address;
			add_fact_change(change, "Id", strchr(old->address,
			    '/') + 1, strchr(now->address, '/') + 1);
		}
		compare_facts(change, old, now);
		change->kind = old == NULL ? CHANGE_ADDED : now == NULL ?
		    CHANGE_REMOVED : change->facts.count > 0 ? CHANGE_FACTS :
		    CHANGE_EDITED;
		list_add(ctx, changes, change);
	}
	mem_free(scratch);
}

static int
by_type(const void *a, const void *b)
{
	const struct change *const *one = a, *const *other = b;

	if ((*one)->type != (*other)->type)
		return (*one)->type < (*other)->type ? -1 : 1;
	if ((*one)->kind != (*other)->kind)
		return (*one)->kind < (*other)->kind ? -1 : 1;
	return strcmp((*one)->address, (*other)->address);
}

/* An old and a new entry with the same address; either may be missing. */
struct entry_pair {
	struct snapshot_entry	*old;
	struct snapshot_entry	*now;
};

/* An identifier of an entry: "DOI 10.5555/1". */
struct entry_name {
	const char		*name;
	struct snapshot_entry	*entry;
};

static const struct {
	const char	*what;
	enum identifier	 kind;
} identifying[] = { { "DOI", IDENTIFIER_DOI }, { "PMID", IDENTIFIER_PMID } };
enum { IDENTIFYING = COUNT(identifying) };

static char *
identity_of(const void *ctx, const struct snapshot_entry *entry, size_t i)
{
	const char *value = value_of_fact(entry, identifying[i].what);

	return value == NULL ? NULL : mem_format(ctx, "%s %s",
	    identifying[i].what, identifier_value(ctx, identifying[i].kind,
	    value));
}

static int
by_entry_name(const void *a, const void *b)
{
	const struct entry_name *const *one = a, *const *other = b;

	return strcmp((*one)->name, (*other)->name);
}

/* The identifiers of entries that only the old state has, sorted. */
static struct list
names_of_removed(const void *ctx, const struct list *pairs)
{
	struct list names = { .at = NULL };
	const struct entry_pair *pair;
	struct entry_name *name;
	char *identity;
	size_t i, k;

	for (i = 0; i < pairs->count; i++) {
		pair = list_at(pairs, i);
		for (k = 0; pair->now == NULL && k < IDENTIFYING; k++) {
			identity = identity_of(ctx, pair->old, k);
			if (identity == NULL)
				continue;
			name = mem_new(ctx, struct entry_name);
			*name = (struct entry_name){ identity, pair->old };
			list_add(ctx, &names, name);
		}
	}
	if (names.count > 1)
		qsort(names.at, names.count, sizeof(*names.at),
		    by_entry_name);
	return names;
}

/* Pairs an added entry with a removed one that has its identifier. */
static void
pair_by_name(const void *ctx, struct entry_pair *pair,
    const struct list *removed)
{
	const struct entry_name wanted = { identity_of(ctx, pair->now, 0),
	    NULL }, other = { identity_of(ctx, pair->now, 1), NULL };
	const struct entry_name *keys[IDENTIFYING] = { &wanted, &other };
	struct entry_name **found;
	size_t k;

	for (k = 0; k < IDENTIFYING && pair->old == NULL; k++) {
		if (keys[k]->name == NULL || removed->count == 0)
			continue;
		found = bsearch(&keys[k], removed->at, removed->count,
		    sizeof(*removed->at), by_entry_name);
		if (found == NULL || (*found)->entry->is_paired)
			continue;
		pair->old = (*found)->entry;
		pair->old->is_paired = true;
	}
}

/* The entries of two states (struct entry_pair), paired by address. */
static struct list
pairs_of(const void *ctx, const struct snapshot *old,
    const struct snapshot *now)
{
	struct list pairs = { .at = NULL };
	struct snapshot_entry *a, *b;
	struct entry_pair *pair;
	size_t i = 0, j = 0;
	int order;

	while (i < old->entries.count || j < now->entries.count) {
		a = i == old->entries.count ? NULL : list_at(&old->entries, i);
		b = j == now->entries.count ? NULL : list_at(&now->entries, j);
		order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a->address,
		    b->address);
		pair = mem_new(ctx, struct entry_pair);
		pair->old = order <= 0 ? a : NULL;
		pair->now = order >= 0 ? b : NULL;
		list_add(ctx, &pairs, pair);
		i += order <= 0;
		j += order >= 0;
	}
	return pairs;
}

struct list
changes_between(const void *ctx, const struct snapshot *old,
    const struct snapshot *now)
{
	void *scratch = mem_context(NULL);
	struct list changes = { .at = NULL };
	struct list pairs = pairs_of(scratch, old, now), removed;
	struct entry_pair *pair;
	size_t i;

	removed = names_of_removed(scratch, &pairs);
	for (i = 0; i < pairs.count; i++) {
		pair = list_at(&pairs, i);
		if (pair->old == NULL)
			pair_by_name(scratch, pair, &removed);
	}
	for (i = 0; i < pairs.count; i++) {
		pair = list_at(&pairs, i);
		if (pair->now != NULL || !pair->old->is_paired)
			changes_compare_entries(ctx, &changes, pair->old,
			    pair->now);
	}
	for (i = 0; i < removed.count; i++)
		((struct entry_name *)list_at(&removed, i))->entry->is_paired =
		    false;
	mem_free(scratch);
	if (changes.count > 1)
		qsort(changes.at, changes.count, sizeof(*changes.at), by_type);
	return changes;
}

/* Whether two records agree in a member, ignoring derived values. */
static bool
is_member_same(const struct schema *schema, size_t i, const void *old,
    const void *now)
{
	const struct schema only = { schema->name, schema->size,
	    &schema->members[i], 1 };
	void *scratch = mem_context(NULL);
	struct buf a = { .data = NULL }, b = { .data = NULL };
	bool same;

	record_pack(scratch, &only, old, &a);
	record_pack(scratch, &only, now, &b);
	same = a.len == b.len && memcmp(buf_string(&a), buf_string(&b),
	    a.len) == 0;
	mem_free(scratch);
	return same;
}

static void
name_members(struct change *change, struct library *old, struct library *now)
{
	const struct schema *schema = rectype_schema(change->type);
	const char *id = strchr(change->address, '/') + 1;
	const char *old_id = change->before == NULL ? id :
	    strchr(change->before, '/') + 1;
	void *scratch = mem_context(NULL);
	const void *before = library_record(old, scratch, change->type,
	    old_id);
	const void *after = library_record(now, scratch, change->type, id);
	size_t i;

	for (i = 0; before != NULL && after != NULL && i < schema->count; i++)
		if (!is_member_same(schema, i, before, after))
			list_add(change, &change->keys, mem_text(change,
			    schema->members[i].key));
	mem_free(scratch);
}

void
changes_name_members(const struct list *changes, struct library *old,
    struct library *now)
{
	struct change *change;
	size_t i;

	for (i = 0; i < changes->count; i++) {
		change = list_at(changes, i);
		if (change->kind == CHANGE_FACTS || change->kind ==
		    CHANGE_EDITED)
			name_members(change, old, now);
	}
}
