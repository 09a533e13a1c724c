#!/bin/sh
# Sentences and questions: what was reached may not be lost.  The floors lie a
# little below what is measured; the scorers print the figures.
. "$srcdir/tests/shared/find"
find_shared article-sentences
sentences=$shared/article-sentences
python3 "$srcdir/tests/shared/answers.py" "$STRIGIL" \
    "$sentences/fifteen.tsv" 11 || exit 1
"$sentences/score.py" "$STRIGIL -q trace --format=json {file}" |
    tee score | awk '
	/^sentences/ { precision = $3; f1 = $NF }
	/^alarms/ { split($3, alarm, "/") }
	END { exit !(precision >= 0.6 && f1 >= 0.5 && alarm[1] == 0) }'
bad=$?
cat score
exit "$bad"
