#!/bin/sh
# Every fact of the bundled bibliography against the dossier it was made from.
. "$srcdir/tests/shared/find"
find_shared evidence
exec python3 "$srcdir/tests/shared/dossier.py" "$STRIGIL" \
    "$srcdir/data/iastm" "$shared/evidence"
