/* PDF, by a program that is installed. */
#ifndef CLI_PRINTER_H
#define CLI_PRINTER_H

#include "cli/run.h"
#include "page/doc.h"

/*
 * Writes a document as PDF, by the first program of these that works:
 * weasyprint (from HTML), groff or mandoc (from man).  After complaining the
 * status is not STATUS_FOUND, and the file is as it was.
 */
enum status	printer_write(struct run *run, struct doc *doc,
		    const char *path);

#endif
