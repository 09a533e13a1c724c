#!/usr/bin/env python3
"""Holds the PubMed reader against the real samples.

    corpora.py STRIGIL CORPORA

Parses every sample with another parser and compares what the program made of
it, record by record: nothing lost, nothing added, abstracts whole, and no PMID
but the record's own.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SAMPLES = (("pubmed-sample.xml.gz", 376), ("medline16-sample.xml.gz", 302))
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "../../src/record/language.c"),
          encoding="utf-8") as table:
    NAMES = dict(re.findall(r'\{ "([a-z]{3})", "([^"]+)"', table.read()))
problems = []


def text_of(element):
    """All text of an element and of the markup in it, on one line."""
    if element is None:
        return ""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def abstract_of(citation):
    """The sections of the abstract with their labels, then the abstracts in
    other languages."""
    sections = [(part.get("Label", "").replace("UNLABELLED", ""),
                 text_of(part)) for part
                in citation.findall("Article/Abstract/AbstractText")]
    for other in citation.findall("OtherAbstract"):
        language = "in " + NAMES.get(other.get("Language"),
                                     "another language")
        sections += [(language, text_of(part))
                     for part in other.findall("AbstractText")]
    return [section for section in sections if section[1]]


def authors_of(citation):
    """Family names with Jr or 3rd ("Carr, 3rd"), and the names of groups."""
    names = []
    for author in citation.findall("Article/AuthorList/Author"):
        parts = [text_of(author.find(tag)) for tag
                 in ("LastName", "CollectiveName", "Suffix")]
        names.append(", ".join(part for part in parts if part))
    return names


def family_and_suffix(author):
    """What strigil has of it: a suffix stands behind the given name."""
    return ", ".join(part for part in (author["family"],
                                       author.get("suffix")) if part)


def year_of(citation):
    """The year of issue: Year, or the first one in MedlineDate."""
    date = citation.find("Article/Journal/JournalIssue/PubDate")
    found = re.search(r"\b(\d{4})\b",
                      text_of(date.find("Year"))
                      or text_of(date.find("MedlineDate")))
    return int(found.group(1)) if found else None


def expect(pmid, what, ours, theirs):
    if ours != theirs:
        problems.append("%s: %s is %r, not %r" % (pmid, what, ours, theirs))


def bare(title):
    """A title without what PubMed puts around it: [translated] and a stop."""
    return re.sub(r"[\[\].\s]+", " ", title).strip()


def compare(work, citation):
    pmid = text_of(citation.find("PMID"))
    expect(pmid, "the PMID", work.get("pmid"), pmid)
    expect(pmid, "the title", bare(work.get("title", "")),
           bare(text_of(citation.find("Article/ArticleTitle"))))
    expect(pmid, "the year", work.get("year"), year_of(citation))
    expect(pmid, "the authors",
           [family_and_suffix(author) for author in work.get("authors", [])],
           authors_of(citation))
    expect(pmid, "the number of headings", len(work.get("headings", [])),
           len(citation.findall("MeshHeadingList/MeshHeading")))
    expect(pmid, "the abstract",
           [(part.get("label", ""), part["text"])
            for part in work.get("abstract", [])], abstract_of(citation))


def check(program, path, count):
    with gzip.open(path) as f:
        root = ElementTree.parse(f).getroot()
    citations = root.findall(".//MedlineCitation")
    expect(path, "the sample", len(citations), count)
    answer = json.loads(subprocess.run(
        [program, "search", "--bibliography=" + path, "--format=json",
         "--quiet", "--", ""], check=True, stdout=subprocess.PIPE).stdout)
    works = {work["pmid"]: work for work in answer["works"]}
    expect(path, "the number of records", len(answer["works"]), count)
    for citation in citations:
        pmid = text_of(citation.find("PMID"))
        if pmid in works:
            compare(works[pmid], citation)
        else:
            problems.append("%s is lost" % pmid)
    print("%s: %d records" % (os.path.basename(path), len(citations)))


def main():
    for name, count in SAMPLES:
        check(sys.argv[1], os.path.join(sys.argv[2], name), count)
    for line in problems:
        print(line)
    print("%d problems" % len(problems))
    return 1 if problems else 0


sys.exit(main())
