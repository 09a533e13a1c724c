/* strigil: a browser for clinical evidence in a terminal. */
#include <locale.h>
#include <stdio.h>
#include "formats/xml.h"
#include "service/ingest.h"
static void report(void *user, const struct diag *d)
{
	(void)user;
	printf("%s:%zu:%zu: %s: %s\n", d->place.file, d->place.line, d->place.column, severity_name(d->severity), d->text);
}
int
main(int argc, char **argv)
{
	struct diag_sink sink = { report, NULL, 0, 0 };
	struct ingest_result r;
	struct err err = ERR_INIT;
	setlocale(LC_ALL, "");
	xml_init();
	const char *p = argv[1];
	if (argc > 2 ? !ingest_build(&p, 1, argv[2], NULL, &sink, &r, &err) : !ingest_check(p, NULL, 0, NULL, &sink, &r, &err))
		printf("err %s\n", err.text);
	printf("%zu errors, works %zu claims %zu terms %zu left %zu\n", sink.errors, r.works, r.claims, r.terms, r.left_out);
	return 0;
}
