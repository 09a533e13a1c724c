/* Tar archives: the header of an entry. */
#ifndef IMPORT_TAR_H
#define IMPORT_TAR_H

enum { TAR_BLOCK = 512 };

/* POSIX.1-2017, pax, "ustar Interchange Format"; numbers are octal digits. */
struct tar_head {
	char	name[100];
	char	mode[8];
	char	uid[8];
	char	gid[8];
	char	size[12];
	char	mtime[12];
	char	checksum[8];		/* sum of all bytes, with this field as
					   spaces */
	char	type;
	char	link[100];
	char	magic[6];		/* "ustar" and NUL; GNU: and a space */
	char	version[2];
	char	owner[32];
	char	group[32];
	char	major[8];
	char	minor[8];
	char	prefix[155];		/* start of the name; GNU: other data */
	char	unused[12];
};
_Static_assert(sizeof(struct tar_head) == TAR_BLOCK, "a tar header fills one block");

#endif
