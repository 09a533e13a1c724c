/* Export: records in formats for other programs. */
#ifndef EXPORT_RECORDS_H
#define EXPORT_RECORDS_H

#include "export/formats.h"

/*
 * Tab-separated values, without a newline: id, level, design, n, year, authors,
 * title, status of a work; id, verdict, kind, hedge, article, statement of a
 * claim.  See struct format for the others.
 */
char	*export_tsv_work(const void *ctx, const struct work *work);
char	*export_tsv_claim(const void *ctx, const struct claim *claim);

size_t	 export_all_anki(const struct export_source *source,
	    const struct export_target *target);
size_t	 export_all_quiz(const struct export_source *source,
	    const struct export_target *target);

size_t	 export_all_ids(const struct export_source *source,
	    const struct export_target *target);
size_t	 export_all_json(const struct export_source *source,
	    const struct export_target *target);
size_t	 export_all_csl(const struct export_source *source,
	    const struct export_target *target);

size_t	 export_all_xml(const struct export_source *source,
	    const struct export_target *target);
size_t	 export_all_csv(const struct export_source *source,
	    const struct export_target *target);

/*
 * Writes documents in the JSON that export_all_json() writes for pages other
 * than records.
 */
void	 export_docs_json(const struct list *docs,
	    const struct export_target *target);

void	 export_counts_tsv(const struct export_source *source,
	    const struct export_target *target);
void	 export_counts_json(const struct export_source *source,
	    const struct export_target *target);

#endif
