"""A second reader of exports, independent of strigil's and plain on purpose:
tags into lists of values, and from these what a reference has.

read(path) returns the works of a file as dicts, or None for a format that is
not read here.  A work has the keys of BLANK.
"""
import csv
import json
import re
import unicodedata
import xml.etree.ElementTree as ET

BLANK = {"title": "", "authors": [], "groups": [], "year": "", "journal": "",
         "abbreviations": [], "volume": "", "issue": "", "pages": "",
         "doi": "", "pmid": "", "pmcid": "", "abstract": "", "keywords": [],
         "languages": [], "type": "", "types": [], "notices": [],
         "issns": []}


def letters(text):
    text = unicodedata.normalize("NFKD", text or "")
    return re.sub(r"[^a-z0-9]", "", text.lower())


def decode(data):
    for bom, coding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"),
                        (b"\xfe\xff", "utf-16")):
        if data.startswith(bom):
            return data.decode(coding).lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def tagged(text, pattern, first, last, wrap):
    """Records as dicts from tags to lists of values."""
    records, record, tag = [], None, None
    for line in re.split(r"\r\n|\r|\n", text):
        match = re.match(pattern, line)
        if match:
            tag, value = match[1], (match[2] or "").strip()
            if tag == last:
                record, tag = None, None
                continue
            if record is None or (tag == first and first in record):
                record = {}
                records.append(record)
            record.setdefault(tag, []).append(value)
        elif not line.strip():
            if last is None:
                record, tag = None, None
        elif record is not None and tag is not None:
            joint = " " if wrap else "\n"
            record[tag][-1] += joint + line.strip()
    return [r for r in records if first in r]


def first_of(record, *tags):
    for tag in tags:
        for value in record.get(tag, []):
            if value.strip():
                return value.replace("\n", " ")
    return ""


def all_of(record, *tags, split=";"):
    found = []
    for tag in tags:
        for value in record.get(tag, []):
            found += re.split("[" + split + "\n]", value)
    return [value.strip() for value in found if value.strip()]


def year_in(*values):
    for value in values:
        match = re.search(r"(?<!\d)([12]\d\d\d)(?!\d)", value)
        if match:
            return match[1]
    return ""


def doi_in(*values):
    for value in values:
        match = re.search(r"10\.\d{4,9}[.\d]*/[^\s]+", value)
        if match:
            return match[0].rstrip(".,;").lower()
    return ""


def number_in(text, pattern=r"\d+"):
    match = re.search(pattern, text or "")
    return match[0] if match else ""


def issns_in(*values):
    return [i.upper() for value in values for i in
            re.findall(r"(?<![\dXx])(?<!\d-)\d{4}-?\d{3}[\dXx](?![\w-])",
                       value)]


DASHES = re.compile("\\s*[-\u2010-\u2015\u2212]+\\s*")


def ranged(first, last):
    return first + "-" + last if first and last and last != first else \
        first or last


def title_notices(title):
    return [kind for kind, words in (
        ("retraction", r"^\W*retracted( article)?[]:]|\(retracted article\b"),
        ("withdrawal", r"^\W*withdrawn[]:]"),
    ) if re.search(words, title, re.I)]


def type_notices(types):
    kinds = {"retractedpublication": "retraction", "preprint": "preprint"}
    return [kinds[letters(t)] for t in types if letters(t) in kinds]


RIS_KINDS = {"CHAP": "chapter", "BOOK": "book", "THES": "thesis",
             "RPRT": "report", "CONF": "conference", "CPAPER": "conference",
             "GOVDOC": "report", "STAND": "report", "ELEC": "report",
             "WEB": "report", "EBOOK": "book", "ABST": "conference",
             "SLIDE": "conference", "ECHAP": "chapter",
             "ENCYC": "chapter", "DICT": "chapter", "EDBOOK": "book"}


def ris(text):
    # Authors under two tags keep their order.
    text = re.sub(r"(?m)^A1(?=  ?-)", "AU", text)
    pattern = r"^\s*([A-Z][A-Z0-9]) {1,4}-(?![^ ]) *(.*)$"
    for r in tagged(text, pattern, "TY", "ER", False):
        kind = RIS_KINDS.get(r["TY"][0], "article")
        part = kind in ("article", "chapter", "conference")
        names = [n for tag in ("JF", "BT", "T2", "JO", "JA", "J2", "JI", "J1",
                               "J9") for n in r.get(tag, []) if n]
        title = first_of(r, "TI", "T1", "CT") or (
            "" if part else first_of(r, "BT"))
        types = all_of(r, "M3", "PT")
        yield {
            "title": title,
            # ERIC marks editors.
            "authors": [n for n in all_of(r, "AU")
                        if not re.search(r",.*, Ed\.?$", n)],
            "year": year_in(*r.get("PY", []), *r.get("DA", []),
                            *r.get("Y1", [])),
            "journal": names[0] if part and names else "",
            "abbreviations": names[1:] if part else [],
            "volume": first_of(r, "VL", "VO"),
            "issue": first_of(r, "IS", "CP"),
            "pages": ranged(first_of(r, "SP", "PG", "C7", "AR"),
                            first_of(r, "EP")),
            "doi": doi_in(first_of(r, "DO", "DI"), first_of(r, "L3")),
            "pmid": number_in(first_of(r, "PM")),
            "pmcid": number_in(first_of(r, "C2"), r"^PMC\d+"),
            "abstract": " ".join(r.get("AB", []) + r.get("N2", [])),
            "keywords": all_of({"K": [v.replace("&amp;", "&") for t in
                                      ("KW", "DE") for v in r.get(t, [])]},
                               "K"),
            "languages": all_of(r, "LA", "LG", split=";,"),
            "type": kind, "types": types,
            "notices": title_notices(title) + type_notices(types),
            "issns": issns_in(*r.get("SN", []), *r.get("NS", [])),
        }


def nbib(text):
    places = {"RIN": "retraction", "PRIN": "partial-retraction",
              "RPI": "retracted-republished", "ECI": "expression-of-concern",
              "EIN": "erratum", "UIN": "superseded", "CIN": "comment",
              "CRI": "erratum"}
    for r in tagged(text, r"^([A-Z]{2,4}) {0,2}- ?(.*)$", "PMID", None, True):
        ids = r.get("LID", []) + r.get("AID", [])
        title = first_of(r, "TI", "BTI", "TT")
        yield {
            "title": title,
            "authors": r.get("FAU", r.get("AU", [])),
            "groups": r.get("CN", []),
            "year": year_in(*r.get("DP", [])),
            "journal": first_of(r, "JT", "BTI" if "TI" in r else "JT", "TA"),
            "abbreviations": r.get("TA", []),
            "volume": first_of(r, "VI"), "issue": first_of(r, "IP"),
            "pages": first_of(r, "PG"),
            "doi": doi_in(*[i[:-5] for i in ids if i.endswith("[doi]")]),
            "pmid": number_in(r["PMID"][0], "[1-9].*"),
            "pmcid": first_of(r, "PMC"),
            "abstract": " ".join(r.get("AB", []) + r.get("OAB", [])),
            "keywords": all_of(r, "OT", split=""),
            "languages": r.get("LA", []), "types": r.get("PT", []),
            "notices": [places[t] for t in r if t in places] +
            title_notices(title) + type_notices(r.get("PT", [])),
            "issns": issns_in(*r.get("IS", [])),
        }


def wos(text):
    for r in tagged(text, r"^((?!FN|VR|EF)[A-Z][A-Z0-9])(?: (.*)|())$",
                    "PT", "ER", False):
        title = " ".join(first_of(r, "TI").split())
        yield {
            "title": title,
            "authors": all_of(r, "AF") or all_of(r, "AU"),
            "groups": all_of(r, "CA"),
            "year": year_in(*r.get("PY", [])),
            "journal": first_of(r, "SO"),
            "abbreviations": [n for t in ("JI", "J9") for n in r.get(t, [])],
            "volume": first_of(r, "VL"), "issue": first_of(r, "IS"),
            "pages": ranged(first_of(r, "BP", "AR"), first_of(r, "EP")),
            "doi": doi_in(first_of(r, "DI")), "pmid": first_of(r, "PM"),
            "abstract": " ".join(r.get("AB", [])),
            "keywords": all_of({"K": [
                v.replace("\n", " ").replace("&amp;", "&")
                for v in r.get("DE", []) + r.get("ID", [])]}, "K"),
            "languages": r.get("LA", []),
            "types": all_of(r, "DT"), "notices": title_notices(title),
            "issns": issns_in(*r.get("SN", []), *r.get("EI", [])),
        }


def refer(text):
    for r in tagged(text, r"^%(.) ?(.*)$", "0", None, False):
        yield {
            "title": first_of(r, "T"), "authors": all_of(r, "A"),
            "year": year_in(*r.get("D", [])),
            "journal": first_of(r, "J", "B"), "volume": first_of(r, "V"),
            "issue": first_of(r, "N"), "pages": first_of(r, "P"),
            "doi": doi_in(first_of(r, "R")),
            "abstract": " ".join(r.get("X", [])),
            "keywords": all_of(r, "K"), "languages": r.get("G", []),
        }


def csl(text):
    items = json.loads(text)
    for item in items if isinstance(items, list) else items["items"]:
        names = item.get("author", [])
        parts = item.get("issued", {}).get("date-parts", [[""]])
        yield {
            "title": item.get("title", ""),
            "authors": [" ".join(n.get(k, "") for k in
                                 ("non-dropping-particle", "family")) + ", " +
                        n.get("given", "") + " " + n.get("suffix", "")
                        for n in names if "family" in n],
            "groups": [n["literal"] for n in names if "literal" in n],
            "year": str(parts[0][0]),
            "journal": item.get("container-title", ""),
            "abbreviations": [item[k] for k in ("container-title-short",
                                                "journalAbbreviation")
                              if item.get(k)],
            "volume": str(item.get("volume", "")),
            "issue": str(item.get("issue", "")),
            "pages": str(item.get("page", item.get("number", ""))),
            "doi": doi_in(item.get("DOI", "")),
            "pmid": str(item.get("PMID", "")),
            "pmcid": str(item.get("PMCID", "")),
            "abstract": item.get("abstract", ""),
            "languages": [item.get("language", "")],
            "issns": issns_in(item.get("ISSN", "")),
        }


def inner(element, path):
    found = element.find(path)
    return "" if found is None else "".join(found.itertext()).strip()


def endnote(root):
    for r in root.iter("record"):
        yield {
            "title": inner(r, "titles/title"),
            "authors": ["".join(a.itertext()) for a in
                        r.findall("contributors/authors/author")],
            "year": year_in(inner(r, "dates/year")),
            "journal": inner(r, "periodical/full-title") or
            inner(r, "titles/secondary-title"),
            "volume": inner(r, "volume"), "issue": inner(r, "number"),
            "pages": inner(r, "pages"),
            "doi": doi_in(inner(r, "electronic-resource-num")),
            "abstract": inner(r, "abstract"),
            "keywords": ["".join(k.itertext()) for k in
                         r.findall("keywords/keyword")],
            "languages": [inner(r, "language")],
        }


def jats(root):
    for mark in root.iter("xref"):
        mark.text = ""
    for article in root.iter("article"):
        meta = article.find("front/article-meta")
        ids = {i.get("pub-id-type"): i.text for i in
               meta.findall("article-id")}
        people = [c for c in meta.findall("contrib-group/contrib")
                  if c.get("contrib-type") == "author"]
        yield {
            "title": inner(meta, "title-group/article-title"),
            "authors": [inner(c, "name/surname") + ", " +
                        inner(c, "name/given-names") for c in people
                        if c.find("name") is not None],
            "groups": [inner(c, "collab") for c in people
                       if c.find("name") is None],
            "journal": inner(article, "front/journal-meta//journal-title"),
            "volume": inner(meta, "volume"), "issue": inner(meta, "issue"),
            "pages": ranged(inner(meta, "fpage") or
                            inner(meta, "elocation-id"),
                            inner(meta, "lpage")),
            "doi": (ids.get("doi") or "").lower(),
            "pmid": ids.get("pmid") or "",
            "keywords": ["".join(k.itertext()) for k in
                         meta.findall("kwd-group/kwd")],
        }


ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308",
           "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306",
           "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
           "r": "\u030a", "d": "\u0323", "b": "\u0331"}
LETTERS = {"ss": "\u00df", "o": "\u00f8", "O": "\u00d8", "ae": "\u00e6",
           "AE": "\u00c6", "aa": "\u00e5", "AA": "\u00c5", "l": "\u0142",
           "L": "\u0141", "i": "i", "j": "j", "oe": "\u0153",
           "OE": "\u0152"}


def latex(text):
    """The text without commands and braces."""
    text = text.replace("\\\\", "\\")
    text = re.sub(r"\\(['`^\"~=.]|[uvHckrdb](?![A-Za-z]))\s*\{?\s*\\?"
                  r"([A-Za-z])(?![A-Za-z]*\s*\{)\}?",
                  lambda m: m[2] + ACCENTS[m[1]], text)
    text = re.sub(r"\\(%s)(?![A-Za-z])\s*" % "|".join(LETTERS),
                  lambda m: LETTERS[m[1]], text)
    text = re.sub(r"\\([&%$#_{}])", r"\1", text)
    text = re.sub(r"\\[A-Za-z]+\s*", "", text)
    return " ".join(re.sub(r"[{}$\\]", "", text).replace("~", " ").split())


def braced(text, at):
    """The value in braces or quotation marks at `at`, and where it ends."""
    depth, close = 0, '"' if text[at] == '"' else "}"
    for end in range(at, len(text)):
        if text[end] == "\\":
            continue
        if text[end] == "{" and text[end - 1] != "\\":
            depth += 1
        elif text[end] == "}" and text[end - 1] != "\\":
            depth -= 1
        if text[end] == close and depth == 0 and end > at:
            return text[at + 1:end], end + 1
    return text[at + 1:], len(text)


MONTHS = {m: m for m in "jan feb mar apr may jun jul aug sep oct nov dec"
          .split()}


def bibtex_fields(text, at, strings):
    """The fields of an entry from `at` on, and where it ends."""
    fields = {}
    while True:
        match = re.compile(r"[\s,]*([^\s=,{}]+)\s*=\s*").match(text, at)
        if match is None:
            return fields, at
        name, at, value = match[1].lower(), match.end(), ""
        while at < len(text):
            if text[at] in '{"':
                part, at = braced(text, at)
            else:
                word = re.compile(r"[^\s,#}]*").match(text, at)
                part = strings.get(word[0].lower(), word[0])
                at = word.end()
            value += part
            more = re.compile(r"\s*#\s*").match(text, at)
            if more is None:
                break
            at = more.end()
        fields.setdefault(name, value)


BIB_KINDS = {"book": "book", "incollection": "chapter", "inbook": "chapter",
             "inproceedings": "conference", "conference": "conference",
             "phdthesis": "thesis", "mastersthesis": "thesis",
             "thesis": "thesis", "techreport": "report", "report": "report",
             "article": "article", "collection": "book"}


def bib_name(name):
    """A name as "family, given"."""
    suffix = re.fullmatch(r"([^,]+), ?([JS]r\.?|II+)", name)
    if "," in name and not suffix:
        return latex(name)
    words = latex(suffix[1] if suffix else name).split()
    at = next((i for i, w in enumerate(words[:-1]) if i > 0 and
               w[0].islower()), len(words) - 1)
    return " ".join(words[at:]) + ", " + " ".join(
        words[:at] + ([suffix[2]] if suffix else []))


def bib_names(text):
    names = re.split(r"\s+and\s+(?![^{]*\})", " " + " ".join(text.split()))
    names = [n.strip() for n in names
             if n.strip() and n.strip().lower() != "others"]
    groups = [n for n in names if
              re.fullmatch(r"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", n)]
    return ([bib_name(n) for n in names if n not in groups],
            [latex(g) for g in groups])


def bibtex(text):
    strings, end = dict(MONTHS), 0
    for match in re.finditer(r"@\s*(\w+)\s*[{(]\s*", text):
        kind, at = match[1].lower(), match.end()
        if at < end or kind == "preamble":
            continue
        if kind == "comment":
            end = braced(text, at - 1)[1]
            continue
        if kind == "string":
            strings.update(bibtex_fields(text, at, strings)[0])
            continue
        key = re.compile(r"[^,\s}]*\s*,").match(text, at)
        f, _ = bibtex_fields(text, key.end() if key else at, strings)
        people, groups = bib_names(f.get("author", ""))
        c = {k: latex(v) for k, v in f.items()}
        names = [c[k] for k in ("journaltitle", "fjournal", "journal",
                                "booktitle", "shortjournal") if c.get(k)]
        part = kind not in ("book", "phdthesis", "mastersthesis", "thesis")
        yield {
            "title": c.get("title", "") + (
                ": " + c["subtitle"] if "subtitle" in c else ""),
            "authors": people, "groups": groups,
            "year": year_in(c.get("date", ""), c.get("year", "")),
            "journal": names[0] if part and names else "",
            "abbreviations": names[1:] if part else [],
            "volume": c.get("volume", "") if kind == "article" else "",
            "issue": (c.get("number") or c.get("issue", ""))
            if kind == "article" else "",
            "pages": c.get("pages", ""),
            "doi": doi_in(f.get("doi", "").replace("\\", "")),
            "pmid": number_in(c.get("pmid", ""), r"^\d+$"),
            "pmcid": c.get("pmcid", ""),
            "abstract": c.get("abstract", ""),
            "keywords": [k.strip() for k in re.split(
                ";" if ";" in c.get("keywords", "") else ",",
                c.get("keywords", "")) if k.strip()],
            "languages": re.split("[;,]", c.get("language", "") or
                                  c.get("langid", "")),
            "type": "book" if kind == "inbook" and not names and " " not in
            c.get("chapter", "") else BIB_KINDS.get(kind, ""),
            "notices": title_notices(c.get("title", "")),
            "issns": issns_in(c.get("issn", "")),
        }


# What columns are called by 13 programs; letters and digits only.
COLUMNS = {
    "title": "title articletitle titleprimary documenttitle displayname",
    "people": "authorfullnames authors author authorss authornames "
              "authorsprimary",
    "year": "year publicationyear publishedyear pubyear yearpublished "
            "publicationdate datepublished",
    "journal": "journal sourcetitle journaltitle publication journalbook "
               "publicationtitle periodicalfull source "
               "primarylocationsourcedisplayname",
    "abbreviation": "abbreviatedsourcetitle journalabbreviation "
                    "periodicalabbrev",
    "volume": "volume bibliovolume", "issue": "issue number issuenumber "
              "biblioissue",
    "first": "pages page pagestart startpage firstpage bibliofirstpage artno",
    "last": "pageend endpage bibliolastpage otherpages",
    "doi": "doi", "pmid": "pmid pubmedid idspmid medlinepmid", "pmcid":
    "pmcid idspmcid",
    "abstract": "abstract abstractnote", "language":
    "language languageoforiginaldocument articlelanguage",
    "keywords": "keywords",
}


def table(text):
    lines = text.splitlines()
    while lines and not re.search("title", lines[0], re.I):
        lines.pop(0)
    if not lines:
        return
    sign = max("\t;,", key=lines[0].count)
    rows = csv.reader(("\n".join(lines) + "\n").splitlines(True),
                      delimiter=sign)
    head = [letters(name) for name in next(rows)]
    if sum(any(n in head for n in names.split())
           for names in COLUMNS.values()) < 3:
        return
    for row in rows:
        cells = {}
        for name, cell in zip(head, row):
            cells.setdefault(name, re.sub('^="(.*)"$', r"\1", cell.strip()))

        def cell(kind, cells=cells):
            return next((cells[n] for n in COLUMNS[kind].split()
                         if cells.get(n)), "")
        yield {
            "title": cell("title"),
            "people": re.sub(r"\(\d+\)", "", cell("people")),
            "year": year_in(cell("year")), "journal": cell("journal"),
            "abbreviations": [cell("abbreviation")],
            "volume": cell("volume"), "issue": cell("issue"),
            "pages": ranged(cell("first"), cell("last")),
            "doi": doi_in(cell("doi")), "pmid": number_in(cell("pmid")),
            "pmcid": number_in(cell("pmcid"), r"PMC\d+"),
            "abstract": cell("abstract"), "languages":
            re.split("[;,]", cell("language")),
            "keywords": re.split("[;|]" if re.search("[;|]", cell("keywords"))
                                 else ",", cell("keywords")),
        }


def read_any(path, text):
    head = text.lstrip()
    if head.startswith("<"):
        root = ET.fromstring(text.encode())
        return endnote(root) if root.tag == "xml" else \
            jats(root) if root.tag in ("article", "pmc-articleset") else None
    if re.search(r"(?m)^PMID- ", text):
        return nbib(text)
    if re.search(r"(?m)^\s*TY {1,4}- ", text):
        return ris(text)
    if head.startswith(("FN ", "PT ")):
        return wos(text)
    if re.match(r"%[0A] ", head):
        return refer(text)
    if head.startswith(("[", "{")):
        return csl(text)
    if re.search(r"(?m)^\s*@\w+\s*[{(]", text):
        return bibtex(text)
    if path.endswith((".csv", ".tsv")):
        return table(text)
    return None


def read(path):
    with open(path, "rb") as file:
        works = read_any(path, decode(file.read()))
    if works is None:
        return None
    works = [{**BLANK, **work} for work in works]
    return [w for w in works if w["title"] or w["doi"] or w["pmid"]
            or w["journal"]]
