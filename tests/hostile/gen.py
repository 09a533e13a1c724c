#!/usr/bin/env python3
"""The hostile corpus: makes what strigil must survive.

gen.py small DIR      82 samples, each below 50 KB; EXPECT.tsv tells the verdict
gen.py big DIR        15 samples, 160 MB in all; check-hostile tells the verdict
gen.py filenames DIR  the names of filenames.txt, one a file: DIR/001, 002 ...
gen.py queries DIR    the searches of queries.txt, then 200 random ones

Nothing that is made here is kept in the repository.  Every byte is the same
each time, so that a line number in EXPECT.tsv stays true.
"""
import gzip
import io
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = '<bibliography xmlns="urn:strigil:bibliography:2"%s>\n'
CLOSE = "</bibliography>\n"
RANDOM_QUERIES, SEED = 200, 20161


def work(id="smith-2016", title="A plain title", note="A plain note.",
         design="cohort", extra="", year="2016"):
    """A legal work of seven lines, or with one thing in it that is not."""
    return (f' <work id="{id}" type="article">\n'
            f"  <title>{title}</title>\n"
            f'  <author family="Smith" given="Ann"/>\n'
            f"  <issued>{year}</issued>\n"
            f"  <design>{design}</design>\n"
            f"{extra}"
            f"  <evidence-note>{note}</evidence-note>\n"
            f" </work>\n")


def doc(body, dtd="", head=HEAD, attributes=""):
    """A bibliography; its first work begins in line 3."""
    return head + dtd + OPEN % attributes + body + CLOSE


SMALL = []


def add(name, content):
    SMALL.append((name, content if isinstance(content, bytes)
                  else content.encode("utf-8")))


def gzipped(*parts):
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as g:
        for part in parts:
            g.write(part)
    return out.getvalue()


def doctype(inside):
    return f"<!DOCTYPE bibliography {inside}>\n"


# a. Entities and DTDs.

LAUGHS = doctype('[\n <!ENTITY l0 "lol">\n' + "".join(
    f' <!ENTITY l{i} "{f"&l{i - 1};" * 10}">\n' for i in range(1, 10)) + "]")
PUBMED_ID = ('PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" '
             '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd"')

add("a01-billion-laughs.xml", doc(work(note="&l9;"), LAUGHS))
add("a02-billion-laughs-attribute.xml", doc(work(id="&l9;"), LAUGHS))
add("a03-quadratic-small.xml", doc(
    work(note="&q;" * 6000),
    doctype(f'[\n <!ENTITY q "{"A" * 20000}">\n]')))
add("a04-xxe-file.xml", doc(
    work(note="&x;"),
    doctype('[ <!ENTITY x SYSTEM "file:///etc/passwd"> ]')))
add("a05-xxe-http.xml", doc(
    work(note="&x;"),
    doctype('[ <!ENTITY x SYSTEM "http://127.0.0.1:9/x"> ]')))
add("a06-xxe-parameter.xml", doc(
    work(),
    doctype('[ <!ENTITY % d SYSTEM "file:///etc/passwd"> %d; ]')))
add("a07-xxe-oob.xml", doc(
    work(note="&e;"),
    doctype('[ <!ENTITY % f SYSTEM "file:///etc/hostname"> '
            '<!ENTITY % d SYSTEM "http://127.0.0.1:9/e.dtd"> %d; %f; ]')))
add("a08-external-dtd.xml", doc(work(), doctype(PUBMED_ID)))
add("a09-external-dtd-local.xml", doc(
    work(), doctype('SYSTEM "file:///etc/passwd"')))
add("a10-undeclared-entity.xml", doc(work(note="5&nbsp;mm")))
add("a11-entity-loop.xml", doc(
    work(note="&a;"),
    doctype('[ <!ENTITY a "&b;"> <!ENTITY b "&a;"> ]')))
add("a12-xinclude.xml", doc(work(
    extra='  <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
          'href="file:///etc/passwd" parse="text"/>\n')))
add("a13-stylesheet-pi.xml", doc(
    work(),
    head=HEAD +
    '<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>\n'
    '<?xml-model href="http://127.0.0.1:9/evil.rng"?>\n'))
add("a14-default-attribute.xml", doc(
    work(), doctype('[ <!ATTLIST work type CDATA "injected"> ]')))
add("a15-schema-location.xml", doc(
    work(),
    attributes=' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
               'xsi:noNamespaceSchemaLocation="http://127.0.0.1:9/x.xsd"'))

# b. Size and shape.


def attributes_of(n):
    return "  <x " + " ".join(f'a{i}="1"' for i in range(n)) + "/>\n"


def namespaces_of(n):
    return "  <x " + " ".join(f'xmlns:n{i}="u:{i}"' for i in range(n)) + "/>\n"


def deep(n):
    return "<b>" * n + "x" + "</b>" * n


add("b01-deep-300.xml", doc(work(note=deep(300))))
add("b02-many-attributes.xml", doc(work(extra=attributes_of(3000))))
add("b03-many-namespaces.xml", doc(work(extra=namespaces_of(2000))))
add("b04-long-name.xml", doc(work(extra="  <" + "n" * 40000 + "/>\n")))
add("b05-long-word.xml", doc(work(title="W" * 40000)))
add("b06-empty.xml", b"")
add("b07-whitespace.xml", b" \n\t \n")
add("b08-bom-only.xml", b"\xef\xbb\xbf")
add("b09-no-records.xml", doc(""))
add("b10-gzip-named-xml.xml", gzipped(
    (HEAD + OPEN % "").encode(), b" " * 20_000_000, CLOSE.encode()))
add("b11-many-newlines.xml", doc("\n" * 40000 + work(design="no-such-design")))

# c. Malformed.

TWO = doc(work() + work("jones-2017"))
UMLAUT = doc(work(title="Müller")).encode()

# Cut in line 8, inside the end tag; in line 4, inside the "ü".
add("c01-truncated-mid-element.xml", TWO[:TWO.index("</evidence-note>") + 10])
add("c02-truncated-mid-utf8.xml", UMLAUT[:UMLAUT.index(b"\xc3\xbc") + 1])
add("c03-mismatched-tag.xml", TWO.replace("</title>", "</titel>", 1))
add("c04-unescaped-ampersand.xml", doc(work(title="Smith & Jones")))
add("c05-two-roots.xml", TWO + "<bibliography/>\n")
add("c06-junk-after.xml", TWO + "trailing junk\n")
add("c07-html-page.xml",
    "<!DOCTYPE html>\n<html><head><title>Login</title></head>"
    "<body><p>Session expired<br></body></html>\n")
add("c08-wrong-root.xml", HEAD + "<library><book/></library>\n")
add("c09-json.xml", '{"records": []}\n')
add("c10-duplicate-attribute.xml", doc(work().replace(
    'type="article"', 'type="article" type="book"')))
add("c11-binary.xml", bytes(range(256)) * 8)

# d. Encodings.


def encoded(name, **of):
    head = f'<?xml version="1.0" encoding="{name}"?>\n'
    return doc(work(**of), head=head)


def with_bytes(raw):
    """A title with bytes that Python would not encode."""
    return doc(work(title="a@@b")).encode().replace(b"@@", raw)


add("d01-latin1-bytes-in-utf8.xml", doc(work(title="Müller")).encode("latin-1"))
add("d02-latin1-declared.xml",
    encoded("ISO-8859-1", title="Müller").encode("latin-1"))
add("d03-utf16le-bom.xml",
    b"\xff\xfe" + encoded("UTF-16", title="Müller").encode("utf-16-le"))
add("d04-overlong-utf8.xml", with_bytes(b"\xc0\xaf"))
add("d05-surrogate-utf8.xml", with_bytes(b"\xed\xa0\x80"))
add("d06-nul-in-text.xml", with_bytes(b"\0"))
add("d07-utf7-declared.xml", encoded("UTF-7", title="+ADw-b+AD4-"))
add("d08-unknown-encoding.xml", encoded("x-evil"))
add("d09-ebcdic.xml", encoded("IBM037").encode("cp037"))
add("d10-xml11.xml", doc(work(title="a&#1;b"),
                         head='<?xml version="1.1" encoding="UTF-8"?>\n'))
add("d11-utf8-declared-utf16.xml", encoded("UTF-16"))
add("d12-noncharacters.xml", doc(work(title="a&#xFFFE;b")))

# e. What would act on a terminal.

add("e01-esc-literal.xml", doc(work(title="a\x1b[2Jb")))
add("e02-esc-charref.xml", doc(work(title="a&#27;]52;c;ZXZpbA==&#7;b")))
add("e03-c1-csi.xml", doc(work(title="a&#x9B;2J&#x9B;31mred b",
                               note="x&#x9D;52;c;ZXZpbA==&#x9C;y")))
add("e04-c1-in-id.xml", doc(work(id="ev&#x9B;il-2016")))
add("e05-del-tab-nl.xml", doc(work(title="a&#127;b&#9;c&#10;d&#13;e")))
add("e06-bidi-override.xml", doc(work(
    title="safe \u202egnp.exe\u202c end \u2066iso",
    note="\u2067unclosed isolate then status bar")))
add("e07-zero-width.xml", doc(work(
    title="Gra\u200bst\u200c\u200don te\u00adchnique \ufeffx\u2060y")))
add("e08-zalgo.xml", doc(work(
    title="Z" + "\u0301\u0316\u0334\u0489" * 2000 + "algo")))
add("e09-wide-emoji.xml", doc(work(
    title="手技療法 👩‍⚕️🏳️‍🌈 ｆｕｌｌ ｗｉｄｔｈ 한국어 e\u0301")))
add("e10-rtl-legit.xml", doc(work(
    title="\u05d8\u05d9\u05e4\u05d5\u05dc "
          "\u05d1\u05e8\u05e7\u05de\u05d5\u05ea "
          "\u05e8\u05db\u05d5\u05ea \u2014 "
          "\u0627\u0644\u0639\u0644\u0627\u062c "
          "\u0627\u0644\u064a\u062f\u0648\u064a")))
add("e11-tag-characters.xml", doc(work(
    title="ok" + "".join(chr(0xE0000 + ord(c)) for c in "ignore me"))))
add("e12-osc8-lookalike.xml", doc(work(
    title="]8;;http://evil/\\link]8;;\\ ^[[31m \\x1b[2J %s%n%s")))
add("e13-line-separators.xml", doc(work(title="a\u2028b\u2029c\u0085d")))
add("e14-private-use.xml", doc(work(title="p\ue000q\U0010fffdr")))
add("e15-leading-combining.xml", doc(work(
    title="\u0301\u20e3title", note="\u0301")))
add("e16-printf-format.xml", doc(work(
    title="%s%s%s%n%99999999d",
    note="%x $(touch /tmp/pwned) `id` ; rm -rf ~ | sh")))

# f. Meaning.

BAD_IDS = ["../../etc/passwd", "a b", "", "-rf", "x" * 300, "a/b"]
BAD_YEARS = ["99999999999999999999", "-1", "NaN", "2016.5", "１９９９",
             "0x7d0", "", "20 16"]
BAD_URLS = ["javascript:alert(1)", "file:///etc/passwd",
            "https://x/$(touch /tmp/pwned)",
            "-oProxyCommand=touch /tmp/pwned",
            "https://x/`id`;id|id&amp;&amp;id", "https://x/a b\u202ec",
            "data:text/html,x"]

add("f01-duplicate-id.xml", doc(work() + work()))
add("f02-duplicate-id-case.xml", doc(work() + work("Smith-2016")))
add("f03-bad-controlled-term.xml", doc(work(
    design="randomized-control-trail")))
add("f04-bad-ids.xml", doc("".join(work(id) for id in BAD_IDS)))
add("f05-missing-title.xml", doc(work().replace(
    "  <title>A plain title</title>\n", "")))
add("f06-blank-title.xml", doc(work(title="  \n ")))
add("f07-bad-numbers.xml", doc("".join(
    work(f"n{i}-2016", year=year) for i, year in enumerate(BAD_YEARS))))
add("f08-hostile-urls.xml", doc("".join(
    work(f"u{i}-2016", extra=f"  <URL>{url}</URL>\n")
    for i, url in enumerate(BAD_URLS))))
add("f09-hostile-doi.xml", doc(work(
    extra="  <DOI>10.1/';DROP TABLE note;--</DOI>\n")))
add("f10-sql-and-fts-text.xml", doc(work(
    title="Robert'); DROP TABLE note;-- AND OR NOT NEAR( \" * ^ : {a b}",
    note="'integrity-check' ; PRAGMA writable_schema=ON;")))
add("f11-dangling-reference.xml", doc(work(
    extra="  <condition>nobody-1900</condition>\n")))
add("f12-100-errors.xml", doc("".join(
    work(f"e{i}-2016", design=f"bad{i}") for i in range(100))))

# g. Imports.


def pubmed(title, subset="", family="Smith"):
    return (HEAD + f"<!DOCTYPE PubmedArticleSet {PUBMED_ID}{subset}>\n"
            "<PubmedArticleSet>\n"
            " <PubmedArticle><MedlineCitation>"
            '<PMID Version="1">1</PMID><Article>\n'
            f"  <ArticleTitle>{title}</ArticleTitle>\n"
            f"  <AuthorList><Author><LastName>{family}</LastName>"
            "<ForeName>Ann</ForeName></Author></AuthorList>\n"
            " </Article></MedlineCitation></PubmedArticle>\n"
            "</PubmedArticleSet>\n")


add("g01-pubmed-internal-subset.xml", pubmed(
    "&x;", ' [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]'))
add("g02-pubmed-markup.xml", pubmed(
    "Effect of CO<sub>2</sub> and <i>H<sub>2</sub>O</i> on "
    "<b>TNF</b>-alpha &lt;0.05"))
add("g03-pubmed-c1-in-author.xml", pubmed("T", family="Sm&#x9B;31mith"))
add("g04-mods-xlink-file.xml", HEAD +
    '<modsCollection xmlns="http://www.loc.gov/mods/v3" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><mods ID="m1">'
    "<titleInfo><title>T</title></titleInfo>"
    '<relatedItem type="host" xlink:href="file:///etc/passwd"/>'
    "<location><url>javascript:alert(1)</url></location>"
    "</mods></modsCollection>\n")
add("g05-mods-wrong-namespace.xml", HEAD +
    '<modsCollection xmlns="urn:evil"><mods>'
    "<titleInfo><title>T</title></titleInfo></mods></modsCollection>\n")


def write(path, *parts):
    with open(path, "wb") as f:
        for part in parts:
            f.write(part.encode() if isinstance(part, str) else part)


def small(directory):
    for name, content in SMALL:
        assert len(content) < 50_000, (name, len(content))
        write(os.path.join(directory, name), content)


def big(directory):
    first, last = HEAD + OPEN % "", CLOSE

    def w(name, *parts):
        write(os.path.join(directory, name), *parts)

    def around(*parts):
        return (first, *parts, last)

    w("B01-quadratic-50k.xml", HEAD,
      doctype(f'[ <!ENTITY q "{"A" * 50000}"> ]'), OPEN % "",
      work(note="&q;" * 50000), last)
    w("B02-attribute-10mb.xml", *around(
        work(extra=f'  <URL href="{"A" * 10_000_001}"/>\n')))
    w("B03-text-11mb.xml", *around(work(note="A" * 11_000_000)))
    w("B04-deep-100k.xml", *around(work(note=deep(100_000))))
    w("B05-attributes-100k.xml", *around(work(extra=attributes_of(100_000))))
    w("B06-namespaces-50k.xml", *around(work(extra=namespaces_of(50_000))))
    w("B07-comment-50mb.xml", *around(
        "<!--", "c" * 50_000_000, "-->", work()))
    w("B08-pi-20mb.xml", *around("<?p ", "c" * 20_000_000, "?>", work()))
    w("B09-name-60k.xml", *around("<", "n" * 60_000, "/>"))
    w("B10-records-200k.xml", *around(
        *(work(f"r{i}-2016") for i in range(200_000))))
    w("B11-distinct-names-300k.xml", *around(
        *(f"<e{i}/>" for i in range(300_000))))
    w("B12-entities-attr-100k.xml", HEAD,
      doctype(f'[ <!ENTITY q "{"A" * 900}"> ]'), OPEN % "",
      work(extra=f'  <x a="{"&q;" * 100_000}"/>\n'), last)
    w("B13-newlines-70k.xml", *around(
        "\n" * 70_000, work(design="no-such-design")))
    w("B14-errors-100k.xml", *around(
        *(work(f"r{i}-2016", design="bad") for i in range(100_000))))
    w("B15-gzip-bomb-1gb.xml.gz", gzipped(
        first.encode(), *([b" " * 1_000_000] * 1000), last.encode()))


ESCAPES = {b"n": b"\n", b"t": b"\t", b"\\": b"\\"}


def unescape(line):
    """Resolves \\xNN, \\n, \\t and \\\\, as in C."""
    return re.sub(rb"\\(?:x([0-9a-fA-F]{2})|([nt\\]))",
                  lambda m: bytes.fromhex(m[1].decode()) if m[1]
                  else ESCAPES[m[2]], line)


def lines_of(name):
    with open(os.path.join(HERE, name), "rb") as f:
        return [unescape(line) for line in f.read().split(b"\n")[:-1]
                if not line.startswith(b"#")]


def random_queries():
    """Half of them any bytes but NUL, half made of what a query is made of."""
    pieces = [b'"', b"'", b"(", b")", b"*", b"-", b":", b"^", b"+", b" ",
              b"OR", b"AND", b"NOT", b"NEAR", b"title:", b"author:", b"year:",
              b"..", b"<", b">", b"2016", b"fascia", b"pain", b"\xc3\xbc",
              b"\xe2\x80\xae", b"\x1b[", b"\xff", b"{", b"}", b"[", b"]",
              b"\\", b"%", b"_", b";", b"/", b"#", b"~"]
    draw = random.Random(SEED).random
    for i in range(RANDOM_QUERIES):
        n = 1 + int(draw() * 60)
        if i % 2 == 0:
            yield bytes(1 + int(draw() * 255) for _ in range(n))
        else:
            yield b"".join(pieces[int(draw() * len(pieces))]
                           for _ in range(n))


def number(directory, lines):
    for i, line in enumerate(lines, 1):
        write(os.path.join(directory, f"{i:03d}"), line)


def main():
    makers = {
        "small": small,
        "big": big,
        "filenames": lambda d: number(d, lines_of("filenames.txt")),
        "queries": lambda d: number(
            d, [*lines_of("queries.txt"), *random_queries()]),
    }
    if len(sys.argv) != 3 or sys.argv[1] not in makers:
        sys.exit(__doc__)
    os.makedirs(sys.argv[2], exist_ok=True)
    makers[sys.argv[1]](sys.argv[2])


if __name__ == "__main__":
    main()
