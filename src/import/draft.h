/*
 * Drafts: works being read from other formats.
 *
 * Every import reader fills a draft and passes on the finished work.  A row of
 * the reader's table says how to fill a member: a name in the format, a
 * function of type `draft_take`, and the member's offset.
 */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "record/work.h"
#include "import/distinct.h"
#include "import/found.h"

struct draft {
	const void			*ctx;		/* owns unfinished
							   parts */
	const struct read_handler	*handler;
	struct diag_sink		*sink;
	const char			*format;	/* "RIS" */
	struct found			*found;		/* current record; NULL
							   between works */
	struct work			*work;
	struct author			 author;	/* current person */
	size_t				 people;	/* offset of the list
							   for this person */
	const char			*tag;		/* tag of the current
							   text */
	const char			*kind;		/* type of the next
							   text */
	const char			*extra;
	const char			*title_parts;	/* parts of the current
							   title */
	const char			*whole_name;	/* whole name of the
							   current person */
	const char			*role;		/* role of the current
							   person */
	const char			*host_type;	/* type implied by the
							   host; static */
	bool				 group;		/* not a person */
	const char			*date[3];	/* year, month, day */
	const char			*key;		/* name of the record in
							   the source */
	const char			*first_page;
	const char			*last_page;
	const char			*number;	/* article number */
	struct place			 place;		/* position of the
							   current text */
	bool				 human;
	bool				 animal;
	bool				 full;		/* notices were left
							   out */
	unsigned			 kinds;		/* bits of the kinds of
							   notices */
	struct notice			 spare;		/* the last notice that
							   was left out */
	struct distinct			 distinct;	/* texts in the lists
							   of the work */
};

/* The reason for the level of a work that nobody has appraised. */
#define DRAFT_LEVEL_REASON						\
	"from its publication type and headings alone; not appraised"

/* Stores a cleaned text in the member at that offset; borrowed. */
typedef void	 draft_take(struct draft *draft, const char *text, size_t at);

/* The offset of a member, for tables. */
#define W(member)	offsetof(struct work, member)

/*
 * Starts a work at `place`; everything in it will belong to draft->found.
 */
void	 draft_begin(struct draft *draft, struct place place);

/*
 * Completes the work (title, id, level, link, status) and passes it on.  A work
 * with neither title nor identifier is reported and left out.
 */
void	 draft_finish(struct draft *draft);

/* Sets a text, unless the member already has one: the first text counts. */
draft_take	 draft_text;
/* Adds to a list, without duplicates. */
draft_take	 draft_list;
/* Adds several texts, separated by semicolons, to a list. */
draft_take	 draft_words;
/* Adds keywords in the same way; MeSH terms among them set the population. */
draft_take	 draft_keywords;
/* Adds several people, separated by semicolons. */
draft_take	 draft_people;
/* A DOI, PMID, PMCID or ISBN, possibly after a label or address. */
draft_take	 draft_doi;
draft_take	 draft_pmid;
draft_take	 draft_pmcid;
draft_take	 draft_isbn;
draft_take	 draft_issn;
/* An address; also stores a DOI, PMID or PMCID in it. */
draft_take	 draft_url;
/* A date: sets the year, and the date as far as known. */
draft_take	 draft_date;
draft_take	 draft_title;
/* A title in another language, without MEDLINE's full stop. */
draft_take	 draft_original_title;
/* An edition; EndNote keeps the database's date, "2021/03/13", in its place. */
draft_take	 draft_edition;
draft_take	 draft_language;
/* A part of the abstract, split at labels such as "METHODS:". */
draft_take	 draft_abstract;
/* A whole part of the abstract, with the label `kind` of the draft. */
draft_take	 draft_section;
/*
 * "2021-03-12", "2021-03" or "2021" from texts such as "2021 Mar 12" and "12
 * March 2021", owned by `ctx`; NULL if there is no year.
 */
char		*draft_iso_date(const void *ctx, const char *text);
/* Adds a person or group to a list of people. */
draft_take	 draft_person;
draft_take	 draft_group;
/*
 * For the same people in two fields of a record, full names first: the short
 * names are used only if there were no full ones.
 */
draft_take	 draft_full_name;
draft_take	 draft_short_name;
/* A heading of a thesaurus; may set the population. */
draft_take	 draft_heading;
/* A publication type: design and status (import/pubtype.h). */
draft_take	 draft_type;
/* A note, which may contain a status. */
draft_take	 draft_note;
/* Adds the status that the title, the abstract or the DOI of a work states. */
void	 draft_status(struct draft *draft);
draft_take	 draft_registration;
draft_take	 draft_pages;
draft_take	 draft_first_page;
draft_take	 draft_last_page;
draft_take	 draft_number;
/*
 * A publisher's item identifier (pii): where a journal with volumes has no pages,
 * PubMed gives its article number in this form.
 */
draft_take	 draft_pii;
draft_take	 draft_key;
/* Keeps a text in `extra`, until a later one completes it. */
draft_take	 draft_remember;
/*
 * Fields that are ignored on purpose: authors' addresses, dates of the
 * database.
 */
draft_take	 draft_ignore;

/*
 * Adds a copy of a notice, or completes a notice of the same kind that has the
 * same identifier or reference, or has no details.  Owned by the work; a notice
 * that is left out belongs to the draft and is valid until the next one.
 */
struct notice	*draft_add_notice(struct draft *draft,
		    const struct notice *found);

/*
 * Like draft_add_notice(), with the parts of the notice; the reference and the
 * PMID may be NULL.
 */
struct notice	*draft_notice(struct draft *draft, const char *kind,
		    const char *reference, const char *pmid);

/*
 * Adds a notice from its text: "J. 2021;9(9):99. doi: 10.9/n. PMID: 1. Date:
 * 2021. URL: http://... Source: a list. Reason: errors"; any part may be
 * missing.
 */
void	 draft_relation(struct draft *draft, const char *kind,
	    const char *text);

/* Calls `take` with each cleaned part between the characters of `between`. */
void	 draft_split(struct draft *draft, const char *text,
	    const char *between, size_t at, draft_take *take);

/*
 * The member of works with a JSON key, which must exist; and whether a text is
 * a valid value of it.
 */
const struct member	*draft_member(const char *key);
bool	 draft_is_valid(const char *key, const char *text);

/* Adds a person, by parts of the name, to a list of people. */
void	 draft_name(struct draft *draft, size_t at, const char *family,
	    const char *given, const char *suffix);

/* Adds a person step by step: start one for a list, set parts, add it. */
void	 draft_begin_person(struct draft *draft, size_t people);
draft_take	 draft_family;
draft_take	 draft_given;
draft_take	 draft_suffix;
void	 draft_end_person(struct draft *draft);

/* Warns at the draft's position. */
#define draft_warn(draft, ...)						\
	diag_warning((draft)->sink, (draft)->place, __VA_ARGS__)

#endif
