/* Terms of the controlled vocabulary; what a bibliography says of itself. */
#include "record/term.h"

#include "record/row.h"

#define S struct term
static const struct member term_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("label", "label", ELEMENT, TEXT, NEED_XML, label),
	PICK("facet", "facet", ATTRIBUTE, facets, NEED_XML, facet),
	ONE("broader", "broader", ATTRIBUTE, ANY_TERM, NEED_JSON, broader),
	MANY("synonyms", "synonym", ELEMENT, TEXT, NEED_JSON, synonyms),
	MANY("abbreviations", "abbreviation", ELEMENT, TEXT, NEED_JSON,
	    abbreviations),
	ONE("mesh", "MeSH", ELEMENT, TEXT, NEED_NONE, mesh),
	ONE("scope", "scope", ELEMENT, TEXT, NEED_JSON, scope),
};
const struct schema SHAPE(term, "term");
#undef S

#define S struct directness
static const struct member directness_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML, id),
	PICK("indirect", "indirect", ATTRIBUTE, truths, NEED_XML, indirect),
	ONE("label", "label", ELEMENT, TEXT, NEED_XML, label),
	ONE("meaning", "meaning", ELEMENT, TEXT, NEED_NONE, meaning),
};
static const struct schema SHAPE(directness, "directness");
#undef S

#define S struct about
static const struct member about_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("title", "title", ELEMENT, TEXT, NEED_XML, title),
	ONE("version", "version", ELEMENT, DATE, NEED_NONE, version),
	ONE("rights", "rights", ELEMENT, TEXT, NEED_NONE, rights),
	ONE("rights_url", "rights-URL", ELEMENT, URL, NEED_NONE, rights_url),
	ONE("description", "description", ELEMENT, TEXT, NEED_NONE,
	    description),
	ONE("treatment", "treatment", ELEMENT, ID, NEED_NONE, treatment),
	ONE("treatment_label", "treatment-label", ELEMENT, TEXT, NEED_NONE,
	    treatment_label),
	PARTS("directness", "directness", directness_schema, NEED_NONE,
	    directness),
};
const struct schema SHAPE(about, "about");
#undef S
