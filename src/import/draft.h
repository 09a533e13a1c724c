/*
 * Drafts: a work while it is read from a format of other programs.
 *
 * Every foreign reader fills a draft and hands the finished work over.  What
 * a member is made from is said by a row of the reader's table: a name in the
 * format, a function of the kind `draft_take`, and the member's offset.
 */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "record/work.h"
#include "import/found.h"

struct draft {
	const void			*ctx;		/* owns what is unfinished */
	const struct read_handler	*handler;
	struct diag_sink		*sink;
	const char			*format;	/* "RIS" */
	struct found			*found;		/* NULL between works */
	struct work			*work;
	struct author			 author;	/* at hand, its parts */
	size_t				 people;	/* the list it is for */
	struct notice			*notice;	/* at hand */
	const char			*tag;		/* of the text at hand */
	const char			*kind;		/* what comes next */
	const char			*extra;
	const char			*title_parts;	/* of a title at hand */
	const char			*whole_name;	/* of a person at hand */
	const char			*role;		/* of the same */
	bool				 group;		/* is not a person */
	const char			*date[3];	/* year, month, day */
	const char			*key;		/* the record's own name */
	const char			*first_page;
	const char			*last_page;
	const char			*number;	/* of the article */
	struct place			 place;		/* of what is at hand */
	bool				 human;
	bool				 animal;
	size_t				 records;
};

/* Takes a cleaned text for the member at that offset; borrowed. */
typedef void	 draft_take(struct draft *draft, const char *text, size_t at);

/* The offset of a member, for tables. */
#define W(member)	offsetof(struct work, member)

/* Begins a work at `place`; everything of it will belong to found. */
void	 draft_begin(struct draft *draft, struct place place);

/*
 * Completes the work (title, id, level, link, status) and hands it over.
 * One without title and without identifier is reported and left out.
 */
void	 draft_finish(struct draft *draft);

/* A text unless it has one; the first wins. */
draft_take	 draft_text;
/* One more of a list, unless it is there. */
draft_take	 draft_list;
/* Several of a list, between semicolons. */
draft_take	 draft_words;
/* The same; the MeSH terms among them say who was studied. */
draft_take	 draft_keywords;
/* Several people between semicolons. */
draft_take	 draft_people;
/* A DOI, PMID, PMCID, ISBN; with the usual words and addresses before it. */
draft_take	 draft_doi;
draft_take	 draft_pmid;
draft_take	 draft_pmcid;
draft_take	 draft_isbn;
draft_take	 draft_issn;
/* An address; a DOI, PMID or PMCID in it is taken as well. */
draft_take	 draft_url;
/* A date: its year, and the date as far as it is known. */
draft_take	 draft_date;
draft_take	 draft_title;
/* A title in another language, without the full stop of MEDLINE. */
draft_take	 draft_original_title;
draft_take	 draft_language;
/* A part of the abstract; labels such as "METHODS:" make several. */
draft_take	 draft_abstract;
/*
 * "2021-03-12", "2021-03" or "2021" of "2021 Mar 12", "12 March 2021" and the
 * like, owned by `ctx`; NULL where there is no year.
 */
char		*draft_iso_date(const void *ctx, const char *text);
/* A person or a group for a list of people. */
draft_take	 draft_person;
draft_take	 draft_group;
/* A heading of a thesaurus; it says who was studied. */
draft_take	 draft_heading;
/* A publication type: design and status (import/pubtype.h). */
draft_take	 draft_type;
/* A note, which may say a status. */
draft_take	 draft_note;
draft_take	 draft_registration;
draft_take	 draft_pages;
draft_take	 draft_first_page;
draft_take	 draft_last_page;
draft_take	 draft_number;
draft_take	 draft_key;
/* Known, and left out: addresses of authors, dates of the database. */
draft_take	 draft_ignore;

/*
 * A notice; the other publication's reference, PMID or DOI may be NULL.  A
 * second one of the same kind adds what the first lacks.  Owned by the work.
 */
struct notice	*draft_notice(struct draft *draft, const char *kind,
		    const char *reference, const char *pmid);

/*
 * The same from text: "J. 2021;9(9):99. doi: 10.9/n. PMID: 1", of which each
 * part may be missing.
 */
void	 draft_relation(struct draft *draft, const char *kind,
	    const char *text);

/* Calls `take` with each cleaned part between characters of `between`. */
void	 draft_split(struct draft *draft, const char *text,
	    const char *between, size_t at, draft_take *take);

/*
 * The member of works with a JSON key, which must exist, and whether a text is
 * a legal value of it.
 */
const struct member	*draft_member(const char *key);
bool	 draft_is_valid(const char *key, const char *text);

/* Adds a person with the parts of the name to a list of people. */
void	 draft_name(struct draft *draft, size_t at, const char *family,
	    const char *given, const char *suffix);

/* The same by parts: begins a person for a list, takes parts, adds it. */
void	 draft_begin_person(struct draft *draft, size_t people);
draft_take	 draft_family;
draft_take	 draft_given;
draft_take	 draft_suffix;
void	 draft_end_person(struct draft *draft);

/* Warns at the draft's place. */
#define draft_warn(draft, ...)						\
	diag_warning((draft)->sink, (draft)->place, __VA_ARGS__)

#endif
