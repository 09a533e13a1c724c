"""Prints which elements and attributes of a RELAX NG grammar a document lacks.

An attribute is looked for in its element, an element in its parent.  Usage:
unused.py GRAMMAR DOCUMENT; exit status 1 when there are any.
"""
import sys
import xml.etree.ElementTree as ET

RNG = "{http://relaxng.org/ns/structure/1.0}"


def allowed(grammar):
    """All pairs (element, its child) and (element, @attribute)."""
    root = ET.parse(grammar).getroot()
    defined = {d.get("name"): d for d in root.iter(RNG + "define")}
    pairs, seen = set(), set()

    def walk(node, parent):
        for part in node:
            name = part.get("name")
            if part.tag == RNG + "element":
                pairs.add((parent, name))
                if part not in seen:
                    seen.add(part)
                    walk(part, name)
            elif part.tag == RNG + "attribute" and name is not None:
                pairs.add((parent, "@" + name))
            elif part.tag == RNG + "ref":
                walk(defined[name], parent)
            else:
                walk(part, parent)

    walk(root.find(RNG + "start"), "")
    return pairs


def used(document):
    """The same pairs, as a document has them."""
    def local(element):
        return element.tag.rsplit("}", 1)[-1]

    root = ET.parse(document).getroot()
    pairs = {("", local(root))}
    for element in root.iter():
        pairs.update((local(element), local(child)) for child in element)
        pairs.update((local(element), "@" + key) for key in element.attrib)
    return pairs


def main():
    wanted = allowed(sys.argv[1])
    if len(wanted) < 200:
        sys.exit("the grammar could not be read")
    missing = wanted - used(sys.argv[2])
    for parent, child in sorted(missing):
        print(f"{parent}: {child}")
    sys.exit(1 if missing else 0)


main()
