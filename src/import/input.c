/*
 * Input: reads the bytes of one source file, plain or gzip, from start to end.
 */
#include "import/input.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>

#include "base/file.h"
#include "base/mem.h"

enum { CHUNK = 65536 };

/*
 * Limit of a gzip file's expansion after the first bytes: real PubMed files
 * stay below 15, and deflate cannot exceed 1032.
 */
static const uint64_t ratio_max = 200, ratio_free = 1 << 20;
static const uint64_t total_max = (uint64_t)64 << 30;

struct input {
	int			 fd;
	const char		*path;
	uint64_t		 size;		/* size of the file when it was
						   opened */
	uint64_t		 used;		/* bytes read from the file */
	uint64_t		 made;		/* bytes returned */
	const struct input_watch	*watch;
	bool			 gzip;
	bool			 eof;		/* end of the file */
	bool			 ended;		/* the last gzip member has
						   ended */
	z_stream		 z;
	unsigned char		 raw[CHUNK];
	size_t			 raw_len;
	bool			 bounded;	/* reading stops early,
						   before the end of the file */
	uint64_t		 bound;		/* bytes left to read before
						   that stop */
	char			*head;		/* peeked bytes, still to be
						   read */
	size_t			 head_len;
	size_t			 head_at;
};

static int
input_destroy(struct input *input)
{
	if (input->gzip)
		(void)inflateEnd(&input->z);
	if (input->fd >= 0)
		(void)close(input->fd);
	return 0;
}

/* Fills `raw` from the file; sets *ended at its end. */
static bool
input_fill(struct input *input, struct err *err)
{
	ssize_t n;

	do {
		n = read(input->fd, input->raw, sizeof(input->raw));
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return err_system(err, "cannot read %s", input->path);
	input->raw_len = (size_t)n;
	input->used += (uint64_t)n;
	if (n == 0 && input->used != input->size)
		return err_set(err, ERR_INPUT, "the file changed while it "
		    "was being read");
	input->eof = n == 0;
	if (input->watch != NULL && !input->watch->step(input->watch->user,
	    input->used, input->size))
		return err_set(err, ERR_INTERRUPTED, "interrupted");
	return true;
}

static bool
start_gzip(struct input *input, struct err *err)
{
	/* 16 + MAX_WBITS: the gzip wrapper, see zlib.h. */
	if (inflateInit2(&input->z, 16 + MAX_WBITS) != Z_OK)
		return err_set(err, ERR_SYSTEM, "cannot start zlib");
	input->gzip = true;
	input->z.next_in = input->raw;
	input->z.avail_in = (unsigned)input->raw_len;
	return true;
}

static bool
input_begin(struct input *input, struct err *err)
{
	struct stat st;

	if (fstat(input->fd, &st) != 0)
		return err_system(err, "cannot read %s", input->path);
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_INPUT, "%s is a directory",
		    input->path);
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_INPUT, "%s is not a regular file",
		    input->path);
	input->size = (uint64_t)st.st_size;
	if (!input_fill(input, err))
		return false;
	if (input->raw_len >= 2 && input->raw[0] == 0x1F &&
	    input->raw[1] == 0x8B)
		return start_gzip(input, err);
	return true;
}

struct input *
input_open(const char *path, const struct input_watch *watch, struct err *err)
{
	struct input *input = mem_new(NULL, struct input);

	assert(path != NULL);
	talloc_set_destructor(input, input_destroy);
	input->path = mem_text(input, path);
	input->watch = watch;
	input->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (input->fd < 0) {
		if (errno == ENOENT && file_leads_nowhere(path))
			(void)err_set(err, ERR_SYSTEM, "cannot open %s: it is "
			    "a link to a missing file", path);
		else
			(void)err_system(err, "cannot open %s", path);
		mem_free(input);
		return NULL;
	}
	if (!input_begin(input, err)) {
		mem_free(input);
		return NULL;
	}
	return input;
}

void
input_free(struct input *input)
{
	mem_free(input);
}

bool
input_is_gzip(const struct input *input)
{
	return input->gzip;
}

void
input_bound(struct input *input, uint64_t size)
{
	assert(!input->bounded);
	input->bounded = true;
	input->bound = size;
}

static bool
check_bounds(const struct input *input, struct err *err)
{
	if (input->made > ratio_free &&
	    input->made / ratio_max > input->used)
		return err_set(err, ERR_INPUT, "a compressed file that "
		    "expands to more than %d times its size", (int)ratio_max);
	if (input->made > total_max)
		return err_set(err, ERR_INPUT, "a file larger than %d GiB",
		    (int)(total_max >> 30));
	return true;
}

/* Gives zlib more of the file once it has used everything. */
static bool
refill(struct input *input, struct err *err)
{
	if (input->z.avail_in > 0 || input->eof)
		return true;
	if (!input_fill(input, err))
		return false;
	input->z.next_in = input->raw;
	input->z.avail_in = (unsigned)input->raw_len;
	return true;
}

/* A file may have several gzip members. */
static bool
next_member(struct input *input, struct err *err)
{
	if (!refill(input, err))
		return false;
	if (input->z.avail_in == 0)
		input->ended = true;
	else
		(void)inflateReset(&input->z);
	return true;
}

static bool
unpack(struct input *input, struct err *err)
{
	int rc;

	if (!refill(input, err))
		return false;
	rc = inflate(&input->z, Z_NO_FLUSH);
	if (rc == Z_STREAM_END)
		return next_member(input, err);
	if (rc == Z_BUF_ERROR && input->eof)
		return err_set(err, ERR_INPUT, "the compressed file is "
		    "incomplete");
	if (rc != Z_OK && rc != Z_BUF_ERROR)
		return err_set(err, ERR_INPUT, "the compressed file is "
		    "damaged");
	return true;
}

static bool
read_gzip(struct input *input, void *bytes, size_t size, size_t *got,
    struct err *err)
{
	input->z.next_out = bytes;
	input->z.avail_out = (unsigned)size;
	while (input->z.avail_out == size && !input->ended)
		if (!unpack(input, err))
			return false;
	*got = size - input->z.avail_out;
	return true;
}

static bool
read_plain(struct input *input, void *bytes, size_t size, size_t *got,
    struct err *err)
{
	size_t n;

	if (input->raw_len == 0 && !input->eof && !input_fill(input, err))
		return false;
	n = input->raw_len < size ? input->raw_len : size;
	memcpy(bytes, input->raw, n);
	memmove(input->raw, input->raw + n, input->raw_len - n);
	input->raw_len -= n;
	*got = n;
	return true;
}

static bool
read_head(struct input *input, void *bytes, size_t size, size_t *got)
{
	size_t left = input->head_len - input->head_at;

	*got = left < size ? left : size;
	memcpy(bytes, input->head + input->head_at, *got);
	input->head_at += *got;
	return true;
}

static bool
read_on(struct input *input, void *bytes, size_t size, size_t *got,
    struct err *err)
{
	bool ok;

	if (input->bounded && size > input->bound)
		size = (size_t)input->bound;
	*got = 0;
	if (size == 0)
		return true;
	ok = input->gzip ? read_gzip(input, bytes, size, got, err) :
	    read_plain(input, bytes, size, got, err);
	if (!ok)
		return false;
	if (input->bounded && *got == 0)
		return err_set(err, ERR_INPUT, "the file is incomplete");
	input->bound -= input->bounded ? *got : 0;
	input->made += *got;
	return check_bounds(input, err);
}

bool
input_read(struct input *input, void *bytes, size_t size, size_t *got,
    struct err *err)
{
	assert(size > 0 && got != NULL);
	if (input->head_at < input->head_len)
		return read_head(input, bytes, size, got);
	return read_on(input, bytes, size, got, err);
}

bool
input_peek(struct input *input, void *bytes, size_t size, size_t *got,
    struct err *err)
{
	size_t n;

	assert(input->head == NULL && size > 0);
	input->head = mem_array(input, char, size);
	do {
		if (!read_on(input, input->head + input->head_len, size -
		    input->head_len, &n, err))
			return false;
		input->head_len += n;
	} while (n > 0 && input->head_len < size);
	memcpy(bytes, input->head, input->head_len);
	*got = input->head_len;
	return true;
}
