#!/bin/sh
# Every record of the real PubMed and MEDLINE samples, against another parser.
. "$srcdir/tests/shared/find"
find_shared corpora
exec python3 "$srcdir/tests/shared/corpora.py" "$STRIGIL" "$shared/corpora"
