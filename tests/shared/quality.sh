#!/bin/sh
# The judged queries: what was reached may not be lost.  The floors lie a
# little below what is measured; the scorer prints the figures.
. "$srcdir/tests/shared/find"
find_shared search-quality
score="python3 $shared/search-quality/score.py"
$score --fail-under 0.88 "$STRIGIL search --format=tsv -n 10 -- {query}" &&
    $score --claims --fail-under 0.78 \
	"$STRIGIL search --kind=claim --format=tsv -n 10 -- {query}"
