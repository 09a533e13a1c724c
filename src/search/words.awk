# words.txt as rows of C strings of at most 4,000 bytes, for known_word.c.
function finish() { if (row != "") print "\t\"" row " \","; row = "" }
{ if (length(row) + length($0) > 3990) finish(); row = row " " $0 }
END { finish() }
