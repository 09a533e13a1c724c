/*
 * Prints a reference list as citeproc-js makes it, a line each: id, reference,
 * and what of it is in italics, with tabs between.
 * Usage: node citeproc.js STYLE.csl LOCALES [LANGUAGE] <csl-json, with the modules
 * in NODE_PATH.
 */
"use strict";

const fs = require("fs");
const CSL = require("citeproc");

const entities = { "&#38;": "&", "&amp;": "&", "&lt;": "<", "&gt;": ">",
	"&quot;": '"', "&#60;": "<", "&#62;": ">" };

/* The text of what citeproc calls HTML. */
function plain(html) {
	return html
	    .replace(/<sup>(\d+)<\/sup>/g, (all, digits) => [...digits]
	        .map((digit) => "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[digit])
	        .join(""))
	    .replace(/<[^>]*>/g, "")
	    .replace(/&[#a-z0-9]+;/g, (e) => entities[e] ?? e)
	    .replace(/\s+/g, " ").trim();
}

/* What is in italics. */
function italics(html) {
	return [...html.matchAll(/<i>(.*?)<\/i>/g)].map((m) => plain(m[1]))
	    .join("|");
}

const [, , style, locales, language] = process.argv;
const items = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const engine = new CSL.Engine({
	retrieveLocale: (name) => fs.readFileSync(
	    `${locales}/locales-${name}.xml`, "utf8"),
	retrieveItem: (id) => byId.get(id),
}, fs.readFileSync(style, "utf8"), language ?? "en-US", true);
engine.updateItems([...byId.keys()]);
const [parameters, entries] = engine.makeBibliography();
entries.forEach((entry, i) =>
	console.log([parameters.entry_ids[i][0], plain(entry), italics(entry)]
	    .join("\t")));
