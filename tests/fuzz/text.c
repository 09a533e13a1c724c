/* What holds for any text after cleaning. */
#include "fuzz.h"

#include <locale.h>
#include <string.h>
#include <unistr.h>

#include "base/mem.h"
#include "base/text.h"

static void
check_clean(void *ctx, const char *clean)
{
	size_t n = strlen(clean), i;
	char *again = text_clean(ctx, clean, n);

	HOLD(u8_check((const uint8_t *)clean, n) == NULL);
	HOLD(strcmp(again, clean) == 0);
	for (i = 0; i < n; i++)
		HOLD((unsigned char)clean[i] >= 0x20 && clean[i] != 0x7F);
}

/* Lines of a wrapped text fit, go forward, and lose nothing but blanks. */
static void
check_lines(const char *text, size_t cells)
{
	const char *at, *next;
	size_t n, letters = 0, all = 0, i;

	for (at = text; *at != '\0'; at = next) {
		n = text_line(at, cells, &next);
		HOLD(next > at && at + n <= next);
		HOLD(text_width_n(at, n) <= cells || cells < 2 ||
		    memchr(at, '/', n) != NULL);	/* an address */
		for (i = 0; i < n; i++)
			letters += at[i] != ' ';
	}
	for (i = 0; text[i] != '\0'; i++)
		all += text[i] != ' ';
	HOLD(letters == all);
}

static void
check_cut(void *ctx, const char *text, size_t cells)
{
	char *cut = text_cut(ctx, text, cells);

	HOLD(text_width(cut) <= cells);
	HOLD(text_fit(text, cells) <= strlen(text));
	HOLD(u8_check((const uint8_t *)cut, strlen(cut)) == NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	void *ctx = mem_context(NULL);
	const char *ascii;
	char *clean;
	size_t cells = n > 0 ? bytes[0] % 40u : 0;

	(void)setlocale(LC_ALL, "C.UTF-8");
	clean = text_clean(ctx, (const char *)bytes, n);
	check_clean(ctx, clean);
	check_lines(clean, cells + 1);
	check_cut(ctx, clean, cells);
	for (ascii = text_ascii(ctx, clean); *ascii != '\0'; ascii++)
		HOLD((unsigned char)*ascii >= 0x20 &&
		    (unsigned char)*ascii < 0x7F);
	(void)text_fold(ctx, clean);
	(void)text_distance(text_fold(ctx, clean), "tendinopathy", 2);
	mem_free(ctx);
	return 0;
}
