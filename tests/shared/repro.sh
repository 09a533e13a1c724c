#!/bin/sh
# The small files of ../shared/second-bibliography/repro: each gives what the
# comment at its head expects.  Prints what does not hold.
. "$srcdir/tests/shared/find"
find_shared second-bibliography
repro=$shared/second-bibliography/repro
home=$(mktemp -d) || exit 1
trap 'rm -rf "$home"' EXIT
XDG_CACHE_HOME=$home
export XDG_CACHE_HOME
failed=0

# shown NAME ADDRESS... keeps what is shown of a file, as one line.
shown() {
	file=$1
	shift
	"$STRIGIL" show -q -b "$repro/$file.xml" "$@" >"$home/page" 2>&1
	text=$(tr -s ' \n' ' ' <"$home/page")
}
says() {
	case $text in *"$1"*) ;; *)
		echo "$file: nothing says '$1'"
		failed=1
	esac
}
silent() {
	case $text in *"$1"*)
		echo "$file: '$1' is said"
		failed=1
	esac
}
loads() {
	for file; do
		if ! "$STRIGIL" check "$repro/$file.xml" >"$home/out" \
		    2>&1; then
			cat "$home/out"
			failed=1
		fi
	done
}

loads dta nutrition false-lines tea-of-the-manual

# Check and use agree on one work for the bundled bibliography.
file=add-one-to-bundled
if "$STRIGIL" check "$repro/$file.xml" >/dev/null 2>&1; then
	echo "$file: alone it must be refused"
	failed=1
fi
"$STRIGIL" check -b iastm "$repro/$file.xml" >/dev/null 2>&1 || failed=1
text=$("$STRIGIL" search -q -b iastm -b "$repro/$file.xml" -f ids newbie 2>&1)
says newbie-2026

shown dta x-2000
says 'level 2, cross-sectional study'
says 'Question diagnosis'
says 'sensitivity 98% (95% CI 95 to 99)'
silent Harms

shown false-lines a-2020
silent 'o findings are recorded'
silent 'ot reported'
says 'Time to fall asleep: favours CBT-I (herb vs CBT-I) [-]'
says 'Harms The herb gave a rash.'
shown false-lines 'plot?kind=direction'
says 'A 2020 2 100 - !'
shown false-lines term/cbt
says 'Time to fall asleep: favours CBT-I'

shown nutrition x-2000
says 'Death: higher with the exposure [>]'
says 'hazard ratio 1.13'
silent comparison
silent treatment
silent Harms

# A claim is said by the article of its own bibliography.
file=tea-of-the-manual
text=$("$STRIGIL" show -q -b iastm -b "$repro/$file.xml" claim/sleep-001 2>&1 |
    tr -s ' \n' ' ')
says 'Said by Sip Yourself to Sleep'
exit $failed
