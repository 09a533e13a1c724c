#!/usr/bin/env python3
"""The fifteen sentences: how many "strigil ask" answers with every verdict.

usage: answers.py PROGRAM FIFTEEN.tsv LEAST

A sentence counts when each of its propositions is stated in the answer (so
its verdict is printed).  Exit status 1 when fewer than LEAST do.
"""
import csv
import json
import subprocess
import sys


def stated(program, sentence):
    run = subprocess.run([program, "ask", "-q", "--format=json", "--", sentence],
                         capture_output=True, text=True, check=False)
    answer = json.loads(run.stdout)["answer"]
    return {p["id"] for p in answer["propositions"] if p["relation"] == "same"}


def main():
    program, path, least = sys.argv[1], sys.argv[2], int(sys.argv[3])
    right = 0
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        missing = set(row["propositions"].split(",")) - stated(program, row["sentence"])
        right += not missing
        if missing:
            print(row["id"], "without", " ".join(sorted(missing)))
    print(f"{right} of {len(rows)} answered")
    return right < least


if __name__ == "__main__":
    sys.exit(main())
