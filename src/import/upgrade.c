/* Upgrade: records of version 1 of the format become those of version 2. */
#include "import/upgrade.h"

#include "base/text.h"
#include "record/work.h"

static void
upgrade_finding(struct work *work, struct finding *finding)
{
	bool lost = text_same(finding->direction, "favours-comparator");
	const struct list *terms = lost ? &work->comparators :
	    &work->techniques;

	finding->direction = mem_text(finding, "favours");
	finding->side = mem_text(finding, lost ? "comparator" : "technique");
	if (terms->count == 1)
		finding->favours = mem_text(finding, list_at(terms, 0));
}

/* What version 1 calls the treatment may be a directness in version 2. */
static bool
names_treatment(const struct about *about, const char *id)
{
	return about_has_directness(about, id) ||
	    (about != NULL && text_same(about->treatment, id));
}

void
upgrade_work(struct found *found, const struct about *about,
    struct diag_sink *sink)
{
	struct work *work = found->record;
	struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->direction == NULL ||
		    !text_begins(finding->direction, "favours-"))
			continue;
		if (!text_same(finding->direction, "favours-comparator") &&
		    !text_same(finding->direction, "favours-treatment") &&
		    !names_treatment(about, finding->direction +
		    strlen("favours-"))) {
			diag_error(sink, found_place(found, finding,
			    "direction"), "direction '%s' names a treatment "
			    "that this bibliography is not about",
			    finding->direction);
			found->bad = true;
			continue;
		}
		upgrade_finding(work, finding);
	}
}
