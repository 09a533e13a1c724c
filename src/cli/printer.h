/* Writes PDF with an installed program. */
#ifndef CLI_PRINTER_H
#define CLI_PRINTER_H

#include "cli/run.h"
#include "page/doc.h"

/*
 * Writes a document as PDF with the first of these programs that works:
 * weasyprint (from HTML), groff or mandoc (from man).  On failure it complains,
 * returns a status other than STATUS_FOUND, and leaves the file unchanged.
 */
enum status	printer_write(struct run *run, struct doc *doc,
		    const char *path);

#endif
