/* Terms of the controlled vocabulary, and the header of a bibliography. */
#include "record/term.h"

#include "base/text.h"
#include "record/row.h"

#define S struct term
static const struct member term_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("label", "label", ELEMENT, TEXT, NEED_XML, label),
	CODE("facet", "facet", ATTRIBUTE, facets, NEED_XML, facet),
	ONE("broader", "broader", ATTRIBUTE, ANY_TERM, NEED_JSON, broader),
	MANY("synonyms", "synonym", ELEMENT, TEXT, NEED_JSON, synonyms),
	MANY("abbreviations", "abbreviation", ELEMENT, TEXT, NEED_JSON,
	    abbreviations),
	MANY("everyday", "everyday", ELEMENT, TEXT, NEED_NONE, everyday),
	ONE("mesh", "MeSH", ELEMENT, TEXT, NEED_NONE, mesh),
	ONE("scope", "scope", ELEMENT, TEXT, NEED_JSON, scope),
	PICK("control", "control", ATTRIBUTE, controls, NEED_NONE, control),
	MANY("recorded_in", "recorded-in", NONE, TEXT, NEED_NONE, recorded_in),
	DATES,
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

#define S struct declared_code
static const struct member declared_code_members[] = {
	PICK("list", "list", ATTRIBUTE, extendable, NEED_XML, list),
	ONE("id", "id", ATTRIBUTE, TEXT, NEED_XML, id),
	ONE("like", "like", ATTRIBUTE, TEXT, NEED_NONE, like),
	ONE("sign", "sign", ATTRIBUTE, TEXT, NEED_NONE, sign),
	ONE("label", "label", ELEMENT, TEXT, NEED_XML, label),
	ONE("meaning", "meaning", ELEMENT, TEXT, NEED_NONE, meaning),
};
static const struct schema SHAPE(declared_code, "code");
#undef S

#define S struct advice
static const struct member advice_members[] = {
	ONE("heading", "heading", ELEMENT, TEXT, NEED_NONE, heading),
	MANY("text", "text", ELEMENT, TEXT, NEED_XML, text),
};
static const struct schema SHAPE(advice, "how-to-read");
#undef S

#define S struct popular
static const struct member popular_members[] = {
	ONE("pages", "pages", ATTRIBUTE, INTEGER, NEED_XML, pages),
	ONE("text", "popular", CONTENT, TEXT, NEED_XML, text),
};
static const struct schema SHAPE(popular, "popular");
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
	PARTS("codes", "code", declared_code_schema, NEED_NONE, codes),
	PARTS("how_to_read", "how-to-read", advice_schema, NEED_NONE,
	    how_to_read),
	PART("popular", "popular", popular_schema, NEED_NONE, popular),
	DATES,
};
const struct schema SHAPE(about, "about");
#undef S

const struct declared_code *
about_declared(const struct about *about, const char *list, const char *id)
{
	const struct declared_code *code;
	size_t i;

	for (i = 0; about != NULL && i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		if (text_same(code->list, list) && text_same(code->id, id))
			return code;
	}
	return NULL;
}

bool
about_has_directness(const struct about *about, const char *id)
{
	const struct directness *directness;
	size_t i;

	for (i = 0; about != NULL && i < about->directness.count; i++) {
		directness = list_at(&about->directness, i);
		if (text_same(directness->id, id))
			return true;
	}
	return false;
}

const char *
code_list_name(const struct codelist *list)
{
	return list == &designs ? "design" : list == &estimate_types ?
	    "estimate-type" : list == &facets ? "facet" : NULL;
}

const char *
about_code(const struct about *about, const struct codelist *list,
    const char *id)
{
	const struct declared_code *code;

	if (code_find(list, id) != NULL)
		return id;
	code = about_declared(about, code_list_name(list), id);
	return code == NULL ? NULL : code->like != NULL ? code->like :
	    code->id;
}

const char *
about_label(const struct about *about, const struct codelist *list,
    const char *id)
{
	const struct declared_code *code = about_declared(about,
	    code_list_name(list), id);

	return code != NULL ? code->label : code_label(list, id);
}
