/* Keymaps: the current key bindings. */
#include "tui/keymap.h"

#include <assert.h>

#include "base/mem.h"
#include "base/text.h"
#include "tui/key.h"

struct keymap {
	struct list	rows;		/* struct binding */
};

static void
keymap_add(struct keymap *keymap, const struct binding *from)
{
	struct binding *row = mem_new(keymap, struct binding);

	assert(from->modes != 0 && from->action < ACTION_COUNT);
	*row = *from;
	list_add(keymap, &keymap->rows, row);
}

struct keymap *
keymap_new(const void *ctx)
{
	struct keymap *keymap = mem_new(ctx, struct keymap);
	size_t i;

	for (i = 0; i < bindings_count; i++)
		keymap_add(keymap, &bindings[i]);
	return keymap;
}

size_t
keymap_count(const struct keymap *keymap)
{
	return keymap->rows.count;
}

const struct binding *
keymap_row(const struct keymap *keymap, size_t i)
{
	assert(i < keymap->rows.count);
	return list_at(&keymap->rows, i);
}

/* The row for a key; with `chain`, one with any second key. */
static const struct binding *
row_of_key(const struct keymap *keymap, enum mode mode, unsigned key,
    unsigned then, bool chain)
{
	const struct binding *row;
	size_t i;

	assert(mode < MODE_COUNT);
	for (i = 0; i < keymap->rows.count; i++) {
		row = list_at(&keymap->rows, i);
		if (binding_is_in(row, mode) && row->key == key &&
		    (chain ? row->then != K_NONE : row->then == then))
			return row;
	}
	return NULL;
}

const struct binding *
keymap_find(const struct keymap *keymap, enum mode mode, unsigned key,
    unsigned then)
{
	return key == K_NONE ? NULL : row_of_key(keymap, mode, key, then,
	    false);
}

bool
keymap_is_chain(const struct keymap *keymap, enum mode mode, unsigned key)
{
	return row_of_key(keymap, mode, key, K_NONE, true) != NULL;
}

char *
binding_keys(const void *ctx, const struct binding *row)
{
	char *first = key_text(ctx, row->key);

	return row->then == K_NONE ? first : mem_format(ctx, "%s%s", first,
	    key_text(ctx, row->then));
}

char *
keymap_keys(const struct keymap *keymap, const void *ctx, enum mode mode,
    enum action action, const char *argument)
{
	struct buf out = { .data = NULL };
	const struct binding *row;
	size_t i;

	assert(mode < MODE_COUNT);
	assert(action < ACTION_COUNT);
	for (i = 0; i < keymap->rows.count; i++) {
		row = list_at(&keymap->rows, i);
		if (binding_is_in(row, mode) && row->action == action &&
		    row->key != K_NONE && text_same(row->argument, argument))
			buf_format(ctx, &out, "%s%s", out.len > 0 ? " " : "",
			    binding_keys(ctx, row));
	}
	return out.data;
}

/* Changing. */

enum { MODES_ALL = 1 << MODE_LIST | 1 << MODE_TEXT | 1 << MODE_MAP };

/* Takes the next word of *s and moves past it and the spaces. */
static char *
keymap_take_word(const void *ctx, const char **s)
{
	size_t n = strcspn(*s, " ");
	char *word = mem_text_n(ctx, *s, n);

	*s += n;
	while (**s == ' ')
		(*s)++;
	return word;
}

/*
 * A set of modes, one bit each, for the word that names them; 0 if the word
 * names none.
 */
static unsigned
take_modes(const char *word, struct err *err)
{
	unsigned modes = 0;
	int mode;

	for (mode = 0; mode < MODE_COUNT; mode++)
		if (text_same(word, mode_word((enum mode)mode)))
			modes |= 1U << mode;
	if (text_same(word, "all"))
		modes = MODES_ALL;
	if (modes == 0)
		(void)err_set(err, ERR_USAGE, "invalid view '%s'; choose "
		    "list, page, map, line or all", word);
	return modes;
}

/* Parses one or two keys, for a row. */
static bool
take_keys(const char *word, struct binding *row, struct err *err)
{
	const char *s = word;

	row->key = key_parse(&s);
	row->then = key_parse(&s);
	if (row->key != K_NONE && *s == '\0')
		return true;
	return err_set(err, ERR_USAGE, "invalid key '%s'; names are in angle "
	    "brackets, as in <Space>", word);
}

static bool
keymap_take_command(struct keymap *keymap, const char *text,
    struct binding *row, struct err *err)
{
	size_t n = strcspn(text, " ");
	const char *argument = text + n + strspn(text + n, " ");

	row->action = action_find(text, n);
	if (row->action == ACTION_NONE)
		return err_set(err, ERR_USAGE, "unknown command '%.*s'",
		    (int)n, text);
	row->argument = *argument == '\0' ? NULL : mem_text(keymap, argument);
	return true;
}

/* Removes a key in a mode, and chains that start with it; returns how many. */
static size_t
keymap_drop(struct keymap *keymap, enum mode mode, const struct binding *keys)
{
	struct list *rows = &keymap->rows;
	size_t i, kept = 0, count = rows->count, dropped = 0;
	struct binding *row;

	for (i = 0; i < count; i++) {
		row = list_at(rows, i);
		if (binding_is_in(row, mode) && row->key == keys->key &&
		    (keys->then == K_NONE || row->then == K_NONE ||
		    row->then == keys->then)) {
			row->modes &= ~(1U << mode);
			dropped++;
		}
		if (row->modes != 0)
			rows->at[kept++] = row;
	}
	rows->count = kept;
	return dropped;
}

/* The modes of "all" that allow an action. */
static unsigned
those_valid(unsigned modes, enum action action)
{
	int mode;

	for (mode = 0; mode < MODE_COUNT; mode++)
		if (!action_is_valid((enum mode)mode, action))
			modes &= ~(1U << mode);
	return modes;
}

static bool
keymap_has_row(const struct keymap *keymap, enum mode mode, enum action action)
{
	size_t i;

	for (i = 0; i < keymap->rows.count; i++)
		if (binding_is_in(keymap_row(keymap, i), mode) &&
		    keymap_row(keymap, i)->action == action)
			return true;
	return false;
}

/* An action without keys remains available by name. */
static void
keep_names(struct keymap *keymap, enum mode mode)
{
	struct binding row = { .modes = 1U << mode };
	size_t i;

	for (i = 0; i < bindings_count; i++) {
		row.action = bindings[i].action;
		if (binding_is_in(&bindings[i], mode) && !keymap_has_row(keymap,
		    mode, row.action))
			keymap_add(keymap, &row);
	}
}

/* Adds a row, which replaces the old bindings of its keys. */
static void
add_over(struct keymap *keymap, const struct binding *row)
{
	int mode;

	for (mode = 0; mode < MODE_COUNT; mode++)
		if (binding_is_in(row, (enum mode)mode))
			(void)keymap_drop(keymap, (enum mode)mode, row);
	keymap_add(keymap, row);
	for (mode = 0; mode < MODE_COUNT; mode++)
		if (binding_is_in(row, (enum mode)mode))
			keep_names(keymap, (enum mode)mode);
}

bool
keymap_bind(struct keymap *keymap, const char *text, struct err *err)
{
	void *scratch = mem_context(NULL);
	unsigned modes = take_modes(keymap_take_word(scratch, &text), err);
	struct binding row = { .key = K_NONE };
	bool ok = modes != 0 && take_keys(keymap_take_word(scratch, &text),
	    &row, err) && keymap_take_command(keymap, text, &row, err);
	int mode;

	mem_free(scratch);
	if (ok && modes == MODES_ALL && those_valid(modes, row.action) != 0)
		modes = those_valid(modes, row.action);
	for (mode = 0; ok && mode < MODE_COUNT; mode++)
		if ((modes & 1U << mode) != 0 &&
		    !action_is_valid((enum mode)mode, row.action))
			ok = err_set(err, ERR_USAGE, "no %s %s",
			    action_name(row.action), mode_where((enum mode)mode));
	row.modes = modes;
	if (ok)
		add_over(keymap, &row);
	return ok;
}

bool
keymap_unbind(struct keymap *keymap, const char *text, struct err *err)
{
	void *scratch = mem_context(NULL);
	unsigned modes = take_modes(keymap_take_word(scratch, &text), err);
	const char *name = keymap_take_word(scratch, &text);
	struct binding keys = { .key = K_NONE };
	bool ok = modes != 0 && take_keys(name, &keys, err);
	size_t dropped = 0;
	int mode;

	for (mode = 0; ok && mode < MODE_COUNT; mode++)
		if ((modes & 1U << mode) != 0) {
			dropped += keymap_drop(keymap, (enum mode)mode, &keys);
			keep_names(keymap, (enum mode)mode);
		}
	if (ok && dropped == 0)
		ok = err_set(err, ERR_USAGE, "'%s' is not bound there", name);
	mem_free(scratch);
	return ok;
}
