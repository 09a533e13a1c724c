/* Writes PDF with an installed program. */
#include "cli/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum { MODE = 0666, PIECE = 1 << 16, NOT_INSTALLED = 127 };

/*
 * The macros of man(7) that handouts use, in small type: as in HTML, the
 * details of an item continue its line.  Hyphens are not printed as minus
 * signs, which would break copied addresses.
 */
static const char small_type[] =
    ".pl 29.7c\n.po 1.3c\n.ll 18.4c\n.ps 9\n.vs 10.2p\n.ad l\n.nh\n"
    ".char \\- -\n.eo\n"
    ".de HD\n'sp 1.2c\n..\n.de FT\n'bp\n..\n.wh 0 HD\n.wh -1.2c FT\n"
    ".de TH\n..\n"
    ".de SH\n.br\n.ft B\n.ps 12\n\\$1\n.br\n.ps\n.ft\n..\n"
    ".de SS\n.PP\n.ne 3v\n.ft B\n\\$1\n.br\n.ft\n..\n"
    ".de PP\n.br\n.in 0\n.sp 3p\n..\n"
    ".de IP\n.if !'\\$1'' \\{.PP\n.ne 2v\n.in 1m\n.ti 0\\}\n..\n"
    ".ec\n";

/*
 * These programs read the format's output, after the prelude, and write PDF to
 * standard output.  (wkhtmltopdf is no longer maintained.)
 */
static const struct printer {
	const char		*format;
	const char		*prelude;
	const char *const	*argv;
} printers[] = {
	{ "html", "", (const char *const[]){ "weasyprint", "-q", "-", "-",
	  NULL } },
	{ "man", small_type, (const char *const[]){ "groff", "-k", "-Tpdf",
	  "-P-pa4", NULL } },
	{ "man", "", (const char *const[]){ "mandoc", "-Tpdf", "-Opaper=a4",
	  "-man", NULL } },
};

/* The child reads from `in` and writes to `out`; it closes the other ends. */
static void
be_printer(const struct printer *printer, const int in[2], const int out[2])
{
	union {
		const char *const	*from;
		char *const		*to;
	} argv = { .from = printer->argv };
	int null = open("/dev/null", O_WRONLY);

	(void)signal(SIGPIPE, SIG_DFL);
	(void)dup2(null, STDERR_FILENO);
	(void)dup2(in[0], STDIN_FILENO);
	(void)dup2(out[1], STDOUT_FILENO);
	(void)close(in[0]);
	(void)close(in[1]);
	(void)close(out[0]);
	(void)close(out[1]);
	(void)execvp(argv.to[0], argv.to);
	_exit(NOT_INSTALLED);
}

/* A second child writes the input, so that neither blocks the other. */
static pid_t
feed(const char *text, const int in[2], const int out[2])
{
	pid_t pid = fork();
	size_t n = strlen(text);
	ssize_t k;

	if (pid != 0)
		return pid;
	(void)close(in[0]);
	(void)close(out[0]);
	(void)close(out[1]);
	for (; n > 0; text += k, n -= (size_t)k) {
		k = write(in[1], text, n);
		if (k < 0)
			_exit(1);
	}
	_exit(0);
}

/* Waits for a child; its exit status, or -1 after a signal. */
static int
printer_wait(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool
read_all(const void *ctx, int fd, struct buf *bytes)
{
	char *piece = mem_raw(PIECE);
	ssize_t n;

	do {
		n = read(fd, piece, PIECE);
		if (n > 0)
			buf_add(ctx, bytes, piece, (size_t)n);
	} while (n > 0 || (n < 0 && errno == EINTR && !run_is_interrupted()));
	free(piece);
	return n == 0;
}

/* The exit status of the printer, or -1. */
static int
printer_run(struct run *run, const struct printer *printer, const char *text,
    struct buf *pdf)
{
	int in[2], out[2], status;
	pid_t pid, feeder;

	if (pipe(in) != 0)
		return -1;
	if (pipe(out) != 0) {
		(void)close(in[0]);
		(void)close(in[1]);
		return -1;
	}
	(void)fflush(stdout);
	pid = fork();
	if (pid == 0)
		be_printer(printer, in, out);
	feeder = pid < 0 ? -1 : feed(text, in, out);
	(void)close(in[0]);
	(void)close(in[1]);
	(void)close(out[1]);
	if (!read_all(run, out[0], pdf)) {
		buf_clear(pdf);
		if (pid > 0)
			(void)kill(pid, SIGTERM);
	}
	(void)close(out[0]);
	if (feeder > 0)
		(void)printer_wait(feeder);
	status = pid < 0 ? -1 : printer_wait(pid);
	return status == 0 && pdf->len == 0 ? -1 : status;
}

/* The document as PDF, from the first printer that works. */
static bool
print_pdf(struct run *run, struct doc *doc, struct buf *pdf, struct err *err)
{
	const struct print_options options = { .width = 80 };
	const struct format *format;
	struct list docs = { .at = NULL };
	int status = NOT_INSTALLED;
	size_t i;

	list_add(doc, &docs, doc);
	for (i = 0; i < COUNT(printers) && status != 0; i++) {
		if (run_is_interrupted())
			return err_set(err, ERR_INTERRUPTED, "interrupted");
		format = format_find(printers[i].format, FORMAT_PAGES);
		buf_clear(pdf);
		status = printer_run(run, &printers[i], mem_format(run, "%s%s",
		    printers[i].prelude, format->pages(run, &docs, &options)),
		    pdf);
	}
	return status == 0 || (run_is_interrupted() ? err_set(err,
	    ERR_INTERRUPTED, "interrupted") : err_set(err, ERR_SYSTEM,
	    "PDF needs weasyprint, groff or mandoc, and none of them works "
	    "here; use -f html and print from a web browser"));
}

enum status
printer_write(struct run *run, struct doc *doc, const char *path)
{
	static const struct file_kind kind = { .name = "a PDF", .count = 5,
	    .bytes = "%PDF-" };
	struct err err = ERR_INIT;
	struct buf pdf = { .data = NULL };

	if (run->settings->restricted) {
		run_complain("cannot write files in restricted mode");
		return STATUS_ERROR;
	}
	if (!file_may_become(path, &kind, &err) ||
	    !print_pdf(run, doc, &pdf, &err) ||
	    !file_replace(path, MODE, pdf.data, pdf.len, &err))
		return run_fail(&err);
	return run_finish(STATUS_FOUND);
}
