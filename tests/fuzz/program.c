/* The program without its main(), which would be a second one. */
#define main	program_main
int	program_main(int argc, char **argv);
#include "cli/main.c"
