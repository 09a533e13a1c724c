/* strigil help: prints a part of the manual. */
#include <errno.h>

#include "base/text.h"
#include "edge/options.h"
#include "edge/run.h"

enum status
cmd_help(struct run *run, int argc, char **argv)
{
	(void)run; (void)argc; (void)argv;
	return STATUS_FOUND;
}
enum status
cmd_browse(struct run *run, int argc, char **argv)
{
	(void)run; (void)argc; (void)argv;
	return STATUS_FOUND;
}
