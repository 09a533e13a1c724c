/* Course packs: the sources of a bibliography in one gzipped tar archive. */
#include "import/pack.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "import/tar.h"

enum { EXTENDED_MAX = 1 << 16 };

struct pack {
	struct input	*input;
	uint64_t	 left;		/* bytes up to the next header */
	uint64_t	 all;		/* bytes of all entries so far */
	size_t		 entries;
	bool		 ended;
	/* The current entry. */
	char		 name[PACK_NAME_MAX + 2];
	char		 type;
	uint64_t	 size;
};

/* Reads exactly this many bytes. */
static bool
pack_read(struct pack *pack, void *bytes, size_t size, struct err *err)
{
	char *at = bytes;
	size_t got;

	for (; size > 0; at += got, size -= got) {
		if (!input_read(pack->input, at, size, &got, err))
			return false;
		if (got == 0)
			return err_set(err, ERR_INPUT, "the pack is incomplete");
	}
	return true;
}

/* Skips the rest of an entry, and of its last block. */
static bool
pass_over(struct pack *pack, struct err *err)
{
	char bytes[TAR_BLOCK];

	for (; pack->left > 0; pack->left -= TAR_BLOCK)
		if (!pack_read(pack, bytes, TAR_BLOCK, err))
			return false;
	return true;
}

static bool
is_zero(const char *block)
{
	size_t i;

	for (i = 0; i < TAR_BLOCK; i++)
		if (block[i] != '\0')
			return false;
	return true;
}

/* Parses an octal number; false if there is none. */
static bool
take_octal(const char *field, size_t n, uint64_t *number)
{
	size_t i = 0;

	for (*number = 0; i < n && field[i] == ' '; i++)
		;
	if (i == n || field[i] < '0' || field[i] > '7')
		return false;
	for (; i < n && field[i] >= '0' && field[i] <= '7'; i++)
		*number = *number * 8 + (uint64_t)(field[i] - '0');
	return i == n || field[i] == ' ' || field[i] == '\0';
}

/* The sum of all bytes, with the checksum field counted as spaces. */
static bool
is_tar_head(const struct tar_head *head)
{
	const unsigned char *bytes = (const unsigned char *)head;
	const size_t at = offsetof(struct tar_head, checksum);
	uint64_t noted, sum = 0;
	size_t i;

	for (i = 0; i < TAR_BLOCK; i++)
		sum += i >= at && i < at + sizeof(head->checksum) ? ' ' :
		    bytes[i];
	return memcmp(head->magic, "ustar", 5) == 0 && take_octal(
	    head->checksum, sizeof(head->checksum), &noted) && noted == sum;
}

/* Builds the full name; GNU tar uses the prefix for other data. */
static void
pack_take_name(struct pack *pack, const struct tar_head *head)
{
	bool prefixed = head->magic[5] == '\0' && head->prefix[0] != '\0';

	(void)snprintf(pack->name, sizeof(pack->name), "%.*s%s%.*s",
	    prefixed ? (int)sizeof(head->prefix) : 0, head->prefix,
	    prefixed ? "/" : "", (int)sizeof(head->name), head->name);
	while (text_begins(pack->name, "./"))
		memmove(pack->name, pack->name + 2, strlen(pack->name) - 1);
}

/* The reason why a name is not allowed, or NULL. */
static const char *
fault_of_name(const char *name)
{
	const char *at;
	size_t n;

	if (*name == '/')
		return "an absolute path";
	for (at = name; *at != '\0'; at++)
		if (*at < ' ' || *at > '~' || *at == '\\')
			return "a name with characters other than ASCII "
			    "letters, digits and punctuation";
	for (at = name; *at != '\0'; at += n + (at[n] == '/')) {
		n = strcspn(at, "/");
		if (n == 2 && strncmp(at, "..", 2) == 0)
			return "a name that leads out of the pack";
	}
	return NULL;
}

static const char *
name_of_type(char type)
{
	return type == '1' || type == '2' ? "a link" : type == '3' ||
	    type == '4' ? "a device" : type == '6' ? "a FIFO" :
	    "of an unsupported type";
}

/*
 * Skips a pax header, which describes the next entry: times and owners are
 * ignored, but a name or size is an error.
 */
static bool
pass_extended(struct pack *pack, uint64_t size, struct err *err)
{
	static const char *const refused[] = { " path=", " size=",
	    " GNU.sparse.", " hdrcharset=" };
	char *text;
	size_t i;
	bool ok;

	if (size > EXTENDED_MAX)
		return err_set(err, ERR_INPUT, "the pack has a pax header of "
		    "more than %d bytes", EXTENDED_MAX);
	text = mem_array(NULL, char, (size_t)pack->left + 1);
	ok = pack_read(pack, text, (size_t)pack->left, err);
	pack->left = 0;
	for (i = 0; ok && i < size; i++)
		text[i] = (char)(text[i] == '\0' ? ' ' : text[i]);
	text[size] = '\0';
	for (i = 0; ok && i < COUNT(refused); i++)
		if (strstr(text, refused[i]) != NULL)
			ok = err_set(err, ERR_INPUT, "the pack contains a file "
			    "name that is too long or not ASCII, or a sparse "
			    "file; use short ASCII names, or 'strigil pack'");
	mem_free(text);
	return ok;
}

/* Checks that only zeros follow the end. */
static bool
read_end(struct pack *pack, struct err *err)
{
	char block[TAR_BLOCK];
	size_t got;

	do {
		memset(block, 0, sizeof(block));
		if (!input_read(pack->input, block, TAR_BLOCK, &got, err))
			return false;
		pack->all += got;
		if (!is_zero(block) || pack->all > PACK_BYTES_MAX)
			return err_set(err, ERR_INPUT, "the pack has data "
			    "after its end");
	} while (got > 0);
	pack->ended = true;
	return true;
}

/* Reads and checks the header of an entry. */
static bool
pack_take_head(struct pack *pack, const struct tar_head *head, struct err *err)
{
	uint64_t size;
	const char *fault;

	if (!is_tar_head(head))
		return err_set(err, ERR_INPUT, pack->entries == 0 ?
		    "its contents are not a tar archive" :
		    "the pack is damaged");
	if (!take_octal(head->size, sizeof(head->size), &size) ||
	    size > PACK_BYTES_MAX || pack->all + size > PACK_BYTES_MAX)
		return err_set(err, ERR_INPUT, "the pack contains more than %d "
		    "MiB", PACK_BYTES_MAX >> 20);
	if (++pack->entries > PACK_ENTRIES_MAX)
		return err_set(err, ERR_INPUT, "the pack has more than %d "
		    "entries", PACK_ENTRIES_MAX);
	pack->all += size;
	pack->left = (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
	pack->type = head->type;
	pack->size = size;
	pack_take_name(pack, head);
	if (head->type == 'x' || head->type == 'g')
		return pass_extended(pack, size, err);
	if (head->type == 'L' || head->type == 'K')
		return err_set(err, ERR_INPUT, "the pack has a file name longer "
		    "than 100 bytes");
	fault = fault_of_name(pack->name);
	if (fault != NULL)
		return err_set(err, ERR_INPUT, "the pack has %s: %s", fault,
		    pack->name);
	if (head->type != '0' && head->type != '\0' && head->type != '5')
		return err_set(err, ERR_INPUT, "%s in the pack is %s; a pack "
		    "may only contain "
		    "files", pack->name, name_of_type(head->type));
	return true;
}

/* Moves to the next file or directory; sets pack->ended after the last. */
static bool
next_entry(struct pack *pack, struct err *err)
{
	struct tar_head head;

	do {
		if (!pass_over(pack, err) || !pack_read(pack, &head, TAR_BLOCK,
		    err))
			return false;
		if (is_zero((const char *)&head))
			return pack->entries > 0 ? read_end(pack, err) :
			    err_set(err, ERR_INPUT, "the pack is empty");
		if (!pack_take_head(pack, &head, err))
			return false;
	} while (pack->type == 'x' || pack->type == 'g');
	return true;
}

/* Opens a pack before its first entry. */
static bool
begin(struct pack *pack, const char *path, const struct input_watch *watch,
    struct err *err)
{
	*pack = (struct pack){ .ended = false };
	pack->input = input_open(path, watch, err);
	if (pack->input == NULL)
		return false;
	if (input_is_gzip(pack->input))
		return true;
	input_free(pack->input);
	return err_set(err, ERR_INPUT, "it is not compressed with gzip");
}

/* Adds the name of the pack to an error message. */
static bool
name_fault(const char *path, struct err *err)
{
	char *text;

	if (err->code != ERR_INPUT)
		return false;
	text = mem_format(NULL, "%s cannot be used as a course pack: %s", path,
	    err->text);
	*err = (struct err)ERR_INIT;
	(void)err_set(err, ERR_INPUT, "%s", text);
	mem_free(text);
	return false;
}

/* Whether a path is a source; names with a leading "." belong to the system. */
static bool
is_entry_source(const struct pack *pack, bool (*is_source)(const char *name))
{
	const char *slash = strrchr(pack->name, '/');

	return pack->type != '5' && is_source(slash == NULL ? pack->name :
	    slash + 1);
}

static bool
pack_add_name(const void *ctx, struct pack *pack, struct list *names,
    struct err *err)
{
	size_t n = strlen(pack->name), i;

	if (n > strlen(".gz") && text_same(pack->name + n - 3, ".gz"))
		return err_set(err, ERR_INPUT, "%s is itself compressed; pack "
		    "the uncompressed file", pack->name);
	if (names->count == PACK_SOURCES_MAX)
		return err_set(err, ERR_INPUT, "the pack has more than %d "
		    "sources", PACK_SOURCES_MAX);
	for (i = 0; i < names->count; i++)
		if (text_same(list_at(names, i), pack->name))
			return err_set(err, ERR_INPUT, "%s is in the pack "
			    "twice", pack->name);
	list_add(ctx, names, mem_text(ctx, pack->name));
	return true;
}

bool
pack_list(const void *ctx, const char *path,
    bool (*is_source)(const char *name), struct list *names, struct err *err)
{
	struct pack pack;
	bool ok = begin(&pack, path, NULL, err);

	assert(is_source != NULL && names != NULL);
	if (!ok)
		return name_fault(path, err);
	while (ok && !pack.ended) {
		ok = next_entry(&pack, err);
		if (ok && !pack.ended && is_entry_source(&pack, is_source))
			ok = pack_add_name(ctx, &pack, names, err);
	}
	input_free(pack.input);
	if (ok && names->count == 0)
		ok = err_set(err, ERR_INPUT, "it contains no .xml, .nbib, "
		    ".ris, .bib or other source");
	if (!ok)
		return name_fault(path, err);
	qsort(names->at, names->count, sizeof(*names->at), text_order);
	return true;
}

bool
pack_is_named(const char *path)
{
	static const char *const ends[] = { ".tgz", ".tar.gz" };
	size_t n = strlen(path), m, i;

	for (i = 0; i < COUNT(ends); i++) {
		m = strlen(ends[i]);
		if (n > m && text_same(path + n - m, ends[i]))
			return true;
	}
	return false;
}

char *
pack_of(const void *ctx, const char *path, const char **name)
{
	const char *slash = path;
	struct stat st;
	char *pack;

	if (*path == '\0')
		return NULL;
	while ((slash = strchr(slash + 1, '/')) != NULL) {
		pack = mem_text_n(ctx, path, (size_t)(slash - path));
		if (slash[1] != '\0' && pack_is_named(pack) &&
		    stat(pack, &st) == 0 && S_ISREG(st.st_mode)) {
			*name = slash + 1;
			return pack;
		}
		mem_free(pack);
	}
	return NULL;
}

/* The input at the start of an entry, or NULL. */
static struct input *
open_entry(const char *path, const char *name, const struct input_watch *watch,
    struct err *err)
{
	struct pack pack;
	bool ok = begin(&pack, path, watch, err);

	if (!ok)
		return NULL;
	do {
		ok = next_entry(&pack, err);
	} while (ok && !pack.ended && !text_same(pack.name, name));
	if (ok && pack.ended)
		ok = err_set(err, ERR_INPUT, "it no longer contains %s", name);
	if (ok) {
		input_bound(pack.input, pack.size);
		return pack.input;
	}
	input_free(pack.input);
	return NULL;
}

struct input *
pack_open(const char *path, const struct input_watch *watch, struct err *err)
{
	const char *name;
	char *pack = pack_of(NULL, path, &name);
	struct input *input;

	if (pack == NULL)
		return input_open(path, watch, err);
	input = open_entry(pack, name, watch, err);
	if (input == NULL)
		(void)name_fault(pack, err);
	mem_free(pack);
	return input;
}
