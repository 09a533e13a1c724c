/*
 * The wording of a notice in one line, "Made Up J. 2021;9:99. PMID: 90000096.":
 * its texts may contain the labels of other parts and the mark that ends the
 * notice.
 */
#ifndef RECORD_NOTICE_H
#define RECORD_NOTICE_H

/*
 * A copy with an extra colon in labels ("PMID: ") and an extra semicolon where
 * one follows a full stop; owned by `ctx`.
 */
char	*notice_quote(const void *ctx, const char *text);

/* The reverse: removes one colon or semicolon where there are several. */
char	*notice_unquote(const void *ctx, const char *text);

#endif
