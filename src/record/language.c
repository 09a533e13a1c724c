/* Languages of works: three-letter codes. */
#include "record/language.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

/* Source: the list of languages in the MEDLINE fact sheet, ISO 639-2. */
static const struct code language_rows[] = {
	{ "afr", "Afrikaans", "af", "" },
	{ "alb", "Albanian", "sq", "" },
	{ "amh", "Amharic", "am", "" },
	{ "ara", "Arabic", "ar", "" },
	{ "arm", "Armenian", "hy", "" },
	{ "aze", "Azerbaijani", "az", "" },
	{ "baq", "Basque", "eu", "" },
	{ "ben", "Bengali", "bn", "" },
	{ "bos", "Bosnian", "bs", "" },
	{ "bul", "Bulgarian", "bg", "" },
	{ "cat", "Catalan", "ca", "" },
	{ "chi", "Chinese", "zh", "" },
	{ "cze", "Czech", "cs", "" },
	{ "dan", "Danish", "da", "" },
	{ "dut", "Dutch", "nl", "" },
	{ "eng", "English", "en", "" },
	{ "epo", "Esperanto", "eo", "" },
	{ "est", "Estonian", "et", "" },
	{ "fin", "Finnish", "fi", "" },
	{ "fre", "French", "fr", "" },
	{ "geo", "Georgian", "ka", "" },
	{ "ger", "German", "de", "" },
	{ "gla", "Gaelic", "gd", "" },
	{ "gre", "Greek", "el", "" },
	{ "heb", "Hebrew", "he", "" },
	{ "hin", "Hindi", "hi", "" },
	{ "hrv", "Croatian", "hr", "" },
	{ "hun", "Hungarian", "hu", "" },
	{ "ice", "Icelandic", "is", "" },
	{ "ind", "Indonesian", "id", "" },
	{ "ita", "Italian", "it", "" },
	{ "jpn", "Japanese", "ja", "" },
	{ "kin", "Kinyarwanda", "rw", "" },
	{ "kor", "Korean", "ko", "" },
	{ "lat", "Latin", "la", "" },
	{ "lav", "Latvian", "lv", "" },
	{ "lit", "Lithuanian", "lt", "" },
	{ "mac", "Macedonian", "mk", "" },
	{ "mal", "Malayalam", "ml", "" },
	{ "mao", "Maori", "mi", "" },
	{ "may", "Malay", "ms", "" },
	{ "mul", "several languages", "mul", "" },
	{ "nor", "Norwegian", "no", "" },
	{ "per", "Persian", "fa", "" },
	{ "pol", "Polish", "pl", "" },
	{ "por", "Portuguese", "pt", "" },
	{ "pus", "Pushto", "ps", "" },
	{ "rum", "Romanian", "ro", "" },
	{ "rus", "Russian", "ru", "" },
	{ "san", "Sanskrit", "sa", "" },
	{ "slo", "Slovak", "sk", "" },
	{ "slv", "Slovenian", "sl", "" },
	{ "spa", "Spanish", "es", "" },
	{ "srp", "Serbian", "sr", "" },
	{ "swe", "Swedish", "sv", "" },
	{ "tha", "Thai", "th", "" },
	{ "tur", "Turkish", "tr", "" },
	{ "ukr", "Ukrainian", "uk", "" },
	{ "und", "undetermined", "und", "" },
	{ "urd", "Urdu", "ur", "" },
	{ "vie", "Vietnamese", "vi", "" },
	{ "wel", "Welsh", "cy", "" },
};
const struct codelist languages = { "language", language_rows,
    COUNT(language_rows) };

/* Other codes and names of the same languages. */
static const struct {
	const char	*other;
	const char	*code;
} others[] = {
	{ "sqi", "alb" },
	{ "hye", "arm" },
	{ "eus", "baq" },
	{ "zho", "chi" },
	{ "ces", "cze" },
	{ "nld", "dut" },
	{ "fra", "fre" },
	{ "kat", "geo" },
	{ "deu", "ger" },
	{ "ell", "gre" },
	{ "isl", "ice" },
	{ "mkd", "mac" },
	{ "mri", "mao" },
	{ "msa", "may" },
	{ "fas", "per" },
	{ "ron", "rum" },
	{ "slk", "slo" },
	{ "cym", "wel" },
	{ "chinese (simplified)", "chi" },
	{ "castilian", "spa" },
	{ "farsi", "per" },
	{ "hebrew (modern)", "heb" },
	{ "multiple", "mul" },
	{ "brazilian portuguese", "por" },
	{ "deutsch", "ger" },
	{ "français", "fre" },
	{ "francais", "fre" },
	{ "español", "spa" },
	{ "ngerman", "ger" },
	{ "austrian", "ger" },
	{ "american", "eng" },
	{ "british", "eng" },
	{ "usenglish", "eng" },
	{ "ukenglish", "eng" },
	{ "brazilian", "por" },
	{ "nb", "nor" },
	{ "nn", "nor" },
	{ "scr", "hrv" },
	{ "scc", "srp" },
};

/*
 * Whether `text` equals `word`, or is a tag that starts with it: "de", "de-CH".
 */
static bool
begins_tag(const char *text, const char *word)
{
	size_t n = strlen(word);

	return n > 0 && text_may_match(text, word) && strncasecmp(text, word, n) ==
	    0 && (text[n] == '\0' || (n == 2 && (text[n] == '-' || text[n] == '_')));
}

const char *
language_code(const char *text)
{
	size_t i;

	for (i = 0; i < languages.count; i++)
		if (begins_tag(text, languages.at[i].id) ||
		    begins_tag(text, languages.at[i].label) ||
		    begins_tag(text, languages.at[i].sign))
			return languages.at[i].id;
	for (i = 0; i < COUNT(others); i++)
		if (begins_tag(text, others[i].other))
			return others[i].code;
	return NULL;
}

const char *
language_name(const char *code)
{
	return code_label(&languages, code);
}
