/* English vocabulary of texts on health. */
#include "answer/english.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

const char *const english_classes[] = {
	"increase raise boost elevate enhance heighten gain more "
	"greater multiply expand grow higher bring encourage promote "
	"stimulate extra additional rise",
	"improve better enhance boost optimise upgrade help benefit "
	"gain optimal superior good great",
	"help assist aid support benefit useful helpful facilitate "
	"promote encourage",
	"reduce lower decrease lessen diminish ease relieve relief "
	"alleviate soothe less fewer cut shrink weaken minimise drop calm "
	"decline rid away dampen settle shift curb dull numb quieten "
	"take_the_edge_off taking_the_edge_off takes_the_edge_off",
	"remove rid eliminate clear dissolve absorb resorb reabsorb "
	"resorption away flush shift banish",
	"break breakdown broken broke disrupt dissolve shatter crush tear "
	"tore torn rip separate destroy crumble split pull apart smash "
	"bust burst demolish",
	"release loosen loose looseness soften free relax unlock untie "
	"undo slacken unstick ungum free_up frees_up",
	"tight stiff tense rigid taut tightness stiffness tension "
	"restricted shortened short inflexible contracted",
	"heal repair mend regenerate regeneration rebuild recover recovery "
	"recuperate restore restoration regrow renew heal remodel fix cure "
	"knit",
	"recover recovery return resume rehabilitation rehab back "
	"recuperation comeback back_playing back_to_training "
	"back_to_playing back_on_the_pitch back_in_the_game get_back_to",
	"fast faster quick quicker speed accelerate soon sooner rapid "
	"hasten shorten swift early earlier prompt",
	"slow slowly gradual",
	"pain hurt ache sore soreness tender tenderness discomfort "
	"uncomfortable painful unpleasant suffer agony sting irritation "
	"throb burn twinge niggle stab pound wrecked battered",
	"relief relieve alleviate ease soothe pain-free painless",
	"injury injure hurt damage harm wound trauma strain accident "
	"lesion",
	"overuse repetitive repeated repetition overload",
	"safe harmless safety risk-free gentle tolerated tolerable",
	"harm adverse dangerous danger risk unwanted harmful "
	"side-effect hazard unsafe reaction complication die died death "
	"dead kill fatal fatality deadly lethal",
	"effective efficacy efficacious successful success work effect "
	"result excellent great remarkable wonderful powerful",
	"evidence research study trial science scientific sample "
	"literature review literature proof prove investigation "
	"experiment finding data",
	"little scarce scant sparse limited weak thin insufficient "
	"lack poor small tiny anecdotal anecdote few lacking "
	"inadequate",
	"unknown unclear uncertain unproven debated disputed "
	"controversial understood mystery nobody undetermined "
	"unsettled",
	"patient people person client individual sufferer",
	"therapist clinician practitioner provider physiotherapist "
	"physio chiropractor trainer professional doctor specialist",
	"move motion mobility movement mobile mobilise mobilize "
	"turn_my_head turn_your_head turn_her_head turn_his_head",
	"range motion mobility",
	"flexible flexibility supple pliable elastic extensible bend "
	"stretchy limber agile bendy",
	"limit restrict hinder impede restriction limitation constrain "
	"prevent impair reduce hamper less lose loss",
	"swelling swollen oedema edema puffiness",
	"blood circulation circulatory perfusion vascular vessel "
	"bloodstream",
	"flow circulation circulate supply",
	"nutrient oxygen nourish",
	"old ancient antiquity century millennia thousand historical "
	"traditional history origin root",
	"popular popularity professional widespread spread common "
	"favourite trend trendy adopt grow frequent",
	"athlete sportsman sport athletic player runner competitor sprinter "
	"swimmer cyclist rower footballer dancer gymnast",
	"session visit appointment treatment how_many_goes few_goes "
	"couple_of_goes",
	"several many multiple various different",
	"week month day",
	"pressure force press load push compress compression",
	"hand finger manual by_hand bare_hands use_hands use_your_hands "
	"use_their_hands",
	"effort strain fatigue tire energy stress",
	"feel sense perceive sensation notice detect touch felt",
	"find locate reveal identify discover detect assess examine "
	"diagnose pinpoint",
	"abnormal altered irregular dysfunction dysfunctional "
	"unhealthy faulty rough change changed restriction lesion "
	"problem trouble",
	"precise specific accurate target exact focused",
	"nerve nervous neural neurological neurologic",
	"brain central spinal",
	"exercise strengthen workout training rehabilitation",
	"stretch stretching elongate lengthen",
	"combine combination together alongside adjunct add part plan "
	"supplement accompany conjunction",
	"alone itself own solely",
	"function functional functioning ability activity daily task chore "
	"housework perform",
	"normal ordinary usual healthy everyday natural",
	"condition complaint disorder ailment problem disease",
	"chronic longstanding long-standing persistent stubborn "
	"lasting long",
	"inflammation inflammatory inflame",
	"start begin trigger set reset initiate provoke activate stimulate "
	"restart kick-start off again anew wake stir stir_up stirs_up "
	"spark ramp_up",
	"cause produce production create creation lead induce make "
	"generate",
	"controlled small tiny micro minor",
	"fibre fiber strand thread",
	"line align alignment parallel orient orientation direction "
	"along orderly organise arrange",
	"cross across perpendicular transverse crosswise",
	"cell cellular",
	"rat rodent animal mouse rabbit",
	"treat treatment therapy therapeutic manage",
	"method technique approach modality procedure practice",
	"prevent avoid stop keep",
	"contraindicated contraindication avoid unsuitable precaution "
	"not-suitable should",
	"resolve fade disappear vanish clear gone go subside go_away "
	"goes_away",
	"short brief minute few",
	"shape curve contour form",
	"stroke rub glide drag draw run slide",
	"strength strong power powerful strengthen less_weight more_weight "
	"lift_more lift_less push_more push_less lift_heavier",
	"weak weaker weakness",
	"perform performance match race competition run_faster jump_higher "
	"sprint_faster "
	"throw_harder",
	"hospital clinic university practice gym centre",
	"team professional",
	"develop invent devise design create found inventor founder",
	"train course certified certification teach learn instruction",
	"immediate once instant instantly straight",
	"first initial",
	"need require necessary must",
	"name term brand",
	"explain explanation theory theoretical hypothesis mechanism "
	"principle",
	"medicine drug painkiller medication pill tablet",
	"percent per cent",
	"stay remain left form",
	"west western",
	"contraindicated should_not must_not not_be_done ought_not "
	"not_suitable",
	"remove get_rid gets_rid getting_rid",
	"release let_go lets_go letting_go",
	"recover back_to_normal back_to_work back_to_sport",
	"combine goes_along go_along one_part",
	"unknown nobody_knows no_one_knows can_tell",
	"heal back_to_health",
	"popular caught_on catch_on taken_up take_up",
	"increase go_up goes_up",
	"reduce go_down goes_down",
	"popular popularity fashionable favourite favorite craze hype",
	"move wander travel",
	"limit weak stiff tight restrict",
	"form formation develop lay produce production build",
	"touch feel hand finger",
	"equal same identical similar comparable alike equivalent",
	"differ different difference vary various distinct",
	"old elderly aged",
	"child children kid teenager adolescent youngster pediatric "
	"paediatric",
	"pregnant pregnancy",
	"doctor physician medical health",
	"tired fatigue exhaustion weary drowsy sleepy groggy sluggish "
	"hungover hung_over",
	"anxiety stress worry nervous",
	"drink beverage",
	"last lasting permanent persist endure duration",
	"temporary brief transient short-lived short",
	"number amount quantity dose dosage many much",
	"often frequency frequent",
	"worsen worse aggravate deteriorate",
	"sham placebo dummy fake pretend",
	"numb tingling tingle pins_and_needles",
	"buy pay money",
	"surgery surgical operation operated op postoperative postop",
	"sham placebo real blind blinded pretend in_the_mind in_my_head "
	"in_your_head all_in_your_head all_in_my_head in_the_head "
	"psychological imagine imagining imagination imaginary belief "
	"expectation suggestion because_you_expect because_i_expect "
	"you_expect_to because_you_believe because_you_think "
	"think_it_works believe_it_works mind_over_matter",
	"yesterday last_week last_month last_year last_night last_time "
	"last_season last_summer last_winter last_spring",
	"grade rating certainty quality confidence",
	"name name_for also_called also_known_as known_as another_name "
	"other_name synonym_for another_word other_word same_thing_as "
	"same_as stands_for",
	/*
	 * Words that show what a question asks about: its first words, and
	 * words of its answers.
	 */
	"how_many how_often how_many_sessions how_many_visits "
	"how_many_appointments how_frequently how_many_times number "
	"how_long_until often frequency",
	"how_hard how_deep how_strong how_firm firm firmly gentle gently "
	"light heavy hard deep deeply press pressure force dig",
	"how_long how_soon is_gone is_it_gone are_gone next_day fade fades "
	"still_there tomorrow disappear disappears vanish vanishes "
	"still_be_there how_long_till how_long_before next_morning "
	"day_after the_day_after wear_off_by hold_up week_later "
	"weeks_later month_later months_later last lasting lasts permanent "
	"temporary wear_off wears_off long_term quick_fix short_term "
	"for_good how_long_until_it come_back comes_back later duration "
	"short-lived",
	"can_anyone_do can_anyone_give can_anyone_use who_can who_may "
	"who_is_allowed who_gives who_performs who_does "
	"qualified train training course certified certification licence "
	"license skill lesson need_a_course",
	"myself yourself my_own your_own wife husband partner friend mum "
	"mom dad girlfriend "
	"boyfriend untrained layperson amateur at_home home do_it_yourself "
	"self on_my_own "
	"on_your_own",
	"contraindicated who_should_not who_cannot who_must_not "
	"must_not should_not stay_away avoid unsuitable who_should_avoid "
	"when_not not_allowed should_i_not ok_to may_i can_i_have",
	"when_did when_was where_does come_from comes_from came_from "
	"who_invented history origin invent invented founder first_used "
	"started begin ancient who_came came_up_with thought_of dreamed_up "
	"dates_back date_back how_old who_started how_far_back "
	"where_did_it_start who_made where_is_it_from traditional old "
	"oldest",
	"what_is what_are whats what_s what_even_is what_exactly_is "
	"what_actually_is define definition meaning stand_for stands_for "
	"explain describe abbreviation mean means",
	"how_does how_do how_is how_it how_come going_on goes_on "
	"what_goes mechanism theory physiology "
	"explanation what_happens why_does why_would supposed_to meant_to "
	"what_does",
	"legit legitimate what_is_known what_do_we_know myth true_or_false "
	"scam con hoax worth any_good do_anything do_the_job does_the_job "
	"does_anything effective work help good_evidence proven prove "
	"gimmick quackery bogus nonsense snake_oil waste_of_money "
	"waste_of_time rip_off believe_in make_a_difference any_use "
	"do_any_good worthwhile hype overhyped fad recommend really_work "
	"actually_work any_point evidence",
	"known what_is_the_proof what_is_the_evidence what_is_the_research "
	"what_is_the_science what_does_the_evidence_say "
	"what_does_the_research_say what_does_the_science_say "
	"what_does_research_say what_do_studies_say "
	"what_do_the_studies_say what_proof what_evidence",
	"which_is_better what_is_better is_it_better better_to better_than "
	"vs versus compare compared instead_of rather_than "
	"beat beats superior or_better more_effective than",
	"which_one which_kind what_kind which_material what_material "
	"made_of made_from what_sort which_sort which_device which_brand "
	"best_brand should_i_buy should_i_get should_i_choose",
	"difference_between anything_other_than differ different same_as "
	"same_thing same "
	"renamed just_another",
	"does_it_hurt is_it_sore how_sore how_much_will_it_hurt "
	"does_it_feel is_it_painful how_painful will_it_hurt uncomfortable "
	"soreness sore hurt horrible awful unbearable torture brutal nasty "
	"scared_of_pain hate_pain",
	"risk risky safe safely injure complication die died death kill "
	"fatal deadly side_affects "
	"side_affect go_wrong goes_wrong went_wrong side_effect "
	"side_effects damage "
	"hurt_you bad_for dangerous danger risk harm harmful safe unsafe",
	"child kid teenage teens youth junior daughter son boy girl "
	"toddler baby year_old years_old "
	"school teenager",
	"add on_top worth_adding together plus extra addition combine",
	"one 1",
	"two 2 twice",
	"three 3",
	"four 4",
	"five 5",
	"six 6",
	"seven 7",
	"eight 8",
	"nine 9",
	"ten 10",
	"eleven 11",
	"twelve 12",
};
const size_t english_classes_count = COUNT(english_classes);

const char english_stop_words[] =
    "fairly quite really rather almost generally simply actually "
    "certainly indeed perhaps maybe likely probably possibly "
    "properly always already nearly practically mostly mainly "
    "particularly especially basically typically commonly today now "
    "nowadays currently turn turned turns try tried tries bit "
    "although though however therefore thus including include "
    "includes according else somebody someone anybody anyone "
    "everybody everyone something anything everything become becomes "
    "became keep keeps kept called done being believe believed think "
    "thought thinks considered seem seemed appears appear found sure "
    "course tell please anyway lets per via upon toward towards "
    "among along around able unable would id ill im ive youre theyre "
    "thats heres theres a an the of in on at to for from by "
    "with without within into onto over under as and or but if so "
    "than that this these those it its they them their there then he "
    "she his her him we us our you your i my me is are was were be "
    "been am do does did has have had having can could may might "
    "will shall should must not no nor also just only very too much "
    "most some any all each every both either such other another "
    "same out up down off about after before during between through "
    "further once here when where why how what which who whom whose "
    "while because until against s t don doesnt isnt dont didnt cant "
    "wont get gets got let make makes made making use used uses "
    "using like well even still yet often usually sometimes ever "
    "never one two lot lots way ways kind sort thing things call "
    "known name say says said take takes took taken give "
    "gives given put come comes came go goes going went want need "
    "needs seems worked isn doesn didn won wasn aren couldn shouldn "
    "wouldn hasn haven hadn ve re ll m cannot";

const char english_question_words[] =
    "want wants know known told tell based heard read say says does "
    "tested test shown show ask wondering wonder whether if "
    "difference look looks looking yesterday nothing real "
    "ok okay allowed suitable appropriate advisable good bad any expect again "
    "repeat after whats stuff still "
    "round going am cant wont dont im ive u r pls please plz thanks hi "
    "hello hey true false correct yes covered "
    "coach trainer teacher tutor lecturer classmate teammate team_mate "
    "tiktok youtube instagram google online internet article magazine "
    "reckon reckons swear swears insist insists honestly purpose "
    "deliberately worry worried essay exam lecture homework";

const char english_general_words[] =
    "help improve better enhance boost benefit gain reduce lower "
    "decrease ease less increase more raise work effect effective "
    "result treat treatment therapy cure fix heal get use take want "
    "need bad good best lot feel long time day problem body people "
    "cause make stop prevent start evidence research study prove";

const char english_more[] =
    "increase raise boost elevate enhance heighten gain more greater "
    "multiply expand grow higher promote stimulate rise improve "
    "better restore helps";

const char english_less[] =
    "reduce lower decrease lessen diminish ease relieve relief "
    "alleviate soothe less fewer shrink weaken minimise drop decline "
    "limit restrict worsen worse hinder";

const char english_who[] = "who gives";
const char english_research[] = "evidence";
const char english_grade[] = "certainty";
const char english_scarce[] = "scarce";

const char english_movement[] = "stroke";
const char english_painful[] = "does it hurt";
const char english_harmed[] = "hurt you";
const char english_injured[] = "injure";

/* Words before "stroke" as an illness: "after a stroke", "heat stroke". */
static const char *const illness_before[] = {
	"after", "had", "have", "having", "has", "cause", "causes", "caused",
	"suffered", "suffer", "two", "of", "from", "prevent", "prevents",
	"mini", "more", "post", "since", "got", "acute", "chronic", "heat",
};

/*
 * Words before and after "stroke" as a movement: "each stroke", "stroke along
 * the".
 */
static const char *const movement_before[] = {
	"the", "each", "every", "per", "single", "one", "long", "short",
	"deep", "light", "firm", "slow", "fast", "gentle", "to", "and",
};
static const char *const movement_after[] = {
	"the", "along", "across", "over", "direction", "length", "speed",
	"rate", "by", "your", "my",
};

/* Plurals that no rule of spelling makes, and the words themselves. */
static const char *const plurals[][2] = {
	{ "feet", "foot" }, { "teeth", "tooth" }, { "men", "man" },
	{ "women", "woman" }, { "children", "child" }, { "mice", "mouse" },
	{ "calves", "calf" }, { "wives", "wife" }, { "knives", "knife" },
	{ "vertebrae", "vertebra" }, { "diagnoses", "diagnosis" },
};

const char *
english_singular(const char *word, size_t n)
{
	size_t i;

	for (i = 0; i < COUNT(plurals); i++)
		if (strlen(plurals[i][0]) == n && strncasecmp(plurals[i][0],
		    word, n) == 0)
			return plurals[i][1];
	return NULL;
}

bool
english_is_position(const char *word, size_t n, const char *after,
    size_t after_n)
{
	static const char *const positions[] = { "back", "front", "side",
	    "top", "bottom", "inside", "outside" };
	static const char *const of[] = { "of" };

	return TEXT_WORD_AMONG(word, n, positions) && TEXT_WORD_AMONG(after,
	    after_n, of);
}

enum stroke
english_stroke(const char *word, size_t n, const char *before, size_t before_n,
    const char *after, size_t after_n)
{
	static const char *const moving[] = { "stroking", "stroked" };
	static const char *const many[] = { "strokes" };
	static const char *const one[] = { "stroke" };

	if (TEXT_WORD_AMONG(word, n, moving))
		return STROKE_MOVEMENT;
	if (TEXT_WORD_AMONG(word, n, many))
		return TEXT_WORD_AMONG(before, before_n, illness_before) ?
		    STROKE_ILLNESS : STROKE_MOVEMENT;
	if (!TEXT_WORD_AMONG(word, n, one))
		return STROKE_NOT;
	return TEXT_WORD_AMONG(before, before_n, movement_before) ||
	    TEXT_WORD_AMONG(after, after_n, movement_after) ?
	    STROKE_MOVEMENT : STROKE_ILLNESS;
}

static const char *const persons[] = {
	"you", "me", "my", "your", "him", "her", "us", "them", "people",
	"patients", "someone", "anyone", "yourself", "myself",
};

enum hurting
english_hurting(const char *word, size_t n, const char *after, size_t after_n)
{
	static const char *const hurts[] = { "hurt", "hurts", "hurting" };

	return !TEXT_WORD_AMONG(word, n, hurts) ? HURTING_NOT :
	    TEXT_WORD_AMONG(after, after_n, persons) ? HURTING_HARMS :
	    HURTING_IS_PAINFUL;
}

static const char *const doing[] = {
	"perform", "performs", "performing", "performed", "give", "gives",
	"do", "does", "doing", "provide", "provides", "providing", "deliver",
	"delivers", "offer", "offers", "offering", "administer",
	"administers", "apply", "applies", "practise", "practises",
	"practice", "carry",
};

bool
english_is_doing(const char *word, size_t n)
{
	return TEXT_WORD_AMONG(word, n, doing);
}

const char *
hedge_name(enum hedge hedge)
{
	static const char *const names[] = {
		[HEDGE_ASSERTED] = "asserted",
		[HEDGE_HYPOTHESISED] = "hypothesised",
		[HEDGE_REPORTED] = "reported",
		[HEDGE_NONE] = "none",
	};

	assert(hedge <= HEDGE_NONE);
	return names[hedge];
}

/* Verbs of statements; the name of a thing has none. */
static const char *const verbs[] = {
	"is", "are", "was", "were", "be", "been", "has", "have", "had", "can",
	"cannot", "could", "may", "might", "will", "would", "should", "must",
	"does", "do", "did", "isn't", "aren't", "doesn't", "don't", "didn't",
	"can't", "won't", "needs", "need", "takes", "gets", "get", "goes",
	"reduces", "reduce", "reduced", "increases", "increase", "increased",
	"improves", "improve", "improved", "breaks", "break", "broke",
	"releases", "release", "released", "helps", "help", "helped", "heals",
	"heal", "healed", "stimulates", "stimulate", "stimulated", "causes",
	"cause", "caused", "leads", "lead", "led", "makes", "make", "made",
	"works", "work", "worked", "treats", "treat", "treated", "speeds",
	"speed", "promotes", "promote", "relieves", "relieve", "relieved",
	"eases", "ease", "lowers", "lower", "raises", "raise", "raised",
	"boosts", "boost", "boosted", "restores", "restore", "prevents",
	"prevent", "enhances", "enhance", "removes", "remove", "removed",
	"produces", "produce", "brings", "bring", "gives", "give", "keeps",
	"lasts", "last", "shows", "show", "showed", "shown", "proves",
	"proven", "uses", "use", "used", "feels", "feel", "hurts", "hurt",
	"loosens", "loosen", "softens", "soften", "activates", "activate",
	"triggers", "trigger", "shortens", "shorten", "cures", "cure",
	"benefits", "fails", "fail", "affects", "affect", "means", "beats",
	"stops", "stop", "allows", "allow", "lets", "let", "gains", "recover",
	"recovers", "recovered", "came", "comes", "come", "says", "said",
};

static const char *const hypotheses[] = {
	"may", "might", "could", "perhaps", "possibly", "probably", "likely",
	"thought to", "believed to", "supposed to", "meant to", "seems",
	"appears to", "suggests", "suggested", "theory", "theoretically",
};

static const char *const reports[] = {
	"study", "studies", "research", "trial", "trials", "review",
	"reviewers", "scientists", "experts", "according to", "claim",
	"claims", "claimed", "reported", "says", "said", "proven", "shown",
	"showed", "told", "found that", "convinced", "evidence shows",
};

static const char *const denials[] = {
	"not", "no", "never", "nothing", "cannot", "can't", "doesn't",
	"don't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't",
	"wouldn't", "couldn't", "hardly", "barely", "almost no", "myth",
	"untrue", "false", "without any", "neither", "none", "nonsense",
	"debunked", "disproved", "disproven", "refuted", "fail to", "fails to",
	"failed to", "failing to", "unable to", "nobody", "no one",
	"unknown", "unclear", "nor", "far from", "lack", "lacks", "lacked",
	"lacking", "wrong that", "wrong to", "doubt", "doubts", "doubtful",
	"deny", "denies", "denied", "refute", "refutes", "disprove",
	"disproves", "incapable", "hasn't", "haven't", "shan't",
	"anything but", "by no means", "rarely", "seldom", "useless",
	"ineffective", "worthless", "pointless",
};

/* Words of statements that say there is too little of something. */
static const char *const scarcities[] = {
	"little", "few", "lack", "lacks", "scarce", "limited", "insufficient",
	"yet to",
};

/* Comparisons without a winner. */
static const char *const ties[] = {
	"no better", "not better", "no worse", "not worse", "no different",
	"not different", "no difference", "not differ", "didn't differ",
	"no more effective", "not superior",
};

/* Statements that such a comparison supports or leaves open. */
static const char *const tie_statements[] = {
	"same", "equal", "equally", "alike", "whether", "used", "proposed",
};

/* Phrases that contain a negation but deny nothing. */
static const char *const no_denials[] = {
	"not only", "no doubt", "no longer", "not just", "not merely",
	"no matter", "not yet", "nothing but", "whether or not", "or not",
	"no wonder", "should not", "must not", "not be done", "why not",
	"without doubt", "without a doubt", "beyond doubt", "beyond any doubt",
	"no lack of", "not to deny", "no denying", "nobody denies",
	"nobody doubts", "no one doubts", "no one denies", "cannot be denied",
	"can't be denied", "not deny", "not rarely", "not useless",
	"not ineffective", "not worthless", "not pointless", "shouldn't",
	"mustn't",
};

/* The length of an apostrophe at `s`, straight or typographic; 0: none. */
static size_t
apostrophe_at(const char *s, size_t n)
{
	static const char curved[] = "\xE2\x80\x99";

	return n > 0 && *s == '\'' ? 1 : n >= strlen(curved) && memcmp(s,
	    curved, strlen(curved)) == 0 ? strlen(curved) : 0;
}

bool
english_is_apostrophe(const char *s, size_t n)
{
	return n > 0 && apostrophe_at(s, n) == n;
}

/* Letters before "'t", and the words. */
static const char *const contractions[][2] = {
	{ "aren", "are not" }, { "can", "cannot" }, { "couldn", "could not" },
	{ "didn", "did not" }, { "doesn", "does not" }, { "don", "do not" },
	{ "hadn", "had not" }, { "hasn", "has not" }, { "haven", "have not" },
	{ "isn", "is not" }, { "mustn", "must not" }, { "needn", "need not" },
	{ "shouldn", "should not" }, { "wasn", "was not" },
	{ "weren", "were not" }, { "won", "will not" },
	{ "wouldn", "would not" },
};

const char *
english_uncontracted(const char *letters, size_t n)
{
	size_t i;

	for (i = 0; i < COUNT(contractions); i++)
		if (strlen(contractions[i][0]) == n && strncasecmp(
		    contractions[i][0], letters, n) == 0)
			return contractions[i][1];
	return NULL;
}

/* Matches a phrase at `s` as whole words; returns its length, or 0. */
static size_t
phrase_at(const char *s, size_t n, const char *phrase)
{
	size_t at, step;

	for (at = 0; *phrase != '\0'; at += step, phrase++) {
		step = *phrase == '\'' ? apostrophe_at(s + at, n - at) : at <
		    n && tolower((unsigned char)s[at]) == *phrase;
		if (step == 0)
			return 0;
	}
	return at == n || !isalnum((unsigned char)s[at]) ? at : 0;
}

/* Matches the longest phrase of a table at `s`; returns its length, or 0. */
static size_t
any_at(const char *s, size_t n, const char *const *phrases, size_t count)
{
	size_t longest = 0, length, i;

	for (i = 0; i < count; i++) {
		length = phrase_at(s, n, phrases[i]);
		if (length > longest)
			longest = length;
	}
	return longest;
}

#define ANY_AT(s, n, table)	\
	any_at((s), (n), (table), COUNT(table))

/* The start of the next word. */
static size_t
next_word(const char *s, size_t n, size_t at)
{
	size_t mark = 0;

	while (at < n && ((mark = apostrophe_at(s + at, n - at)) > 0 ||
	    isalnum((unsigned char)s[at])))
		at += mark > 0 ? mark : 1;
	while (at < n && !isalnum((unsigned char)s[at]))
		at++;
	return at;
}

bool
english_is_verb(const char *word, size_t n)
{
	return TEXT_WORD_AMONG(word, n, verbs);
}

/* After these words no verb follows: "for lower back pain". */
static const char *const before_nouns[] = { "for", "in", "of", "on", "with",
	"from", "the", "a", "an", "my", "your", "his", "her", "their", "chronic" };

bool
english_has_verb(const char *text)
{
	size_t at, end, n = strlen(text);
	bool noun = true;

	for (at = 0; at < n; at = next_word(text, n, at)) {
		for (end = at; end < n && (isalnum((unsigned char)text[end]) ||
		    text[end] == '\''); end++)
			continue;
		if (!noun && english_is_verb(text + at, end - at))
			return true;
		noun = TEXT_WORD_AMONG(text + at, end - at, before_nouns);
	}
	return false;
}

enum hedge
english_hedge(const char *sentence, size_t n)
{
	bool report = false;
	size_t at;

	if (n > 0 && sentence[n - 1] == '?')
		return HEDGE_NONE;
	for (at = 0; at < n; at = next_word(sentence, n, at)) {
		if (ANY_AT(sentence + at, n - at, hypotheses) > 0)
			return HEDGE_HYPOTHESISED;
		report = report || ANY_AT(sentence + at, n - at, reports) > 0;
	}
	return report ? HEDGE_REPORTED : HEDGE_ASSERTED;
}

static bool	 is_double(const char *sentence, size_t n, bool tie_counts);

/* Whether the text has a negation; `tie_counts` includes those of ties. */
static bool
denies(const char *sentence, size_t n, bool tie_counts)
{
	size_t at, length;

	for (at = 0; at < n; at = next_word(sentence, n, at)) {
		length = ANY_AT(sentence + at, n - at, no_denials);
		if (length == 0 && !tie_counts)
			length = ANY_AT(sentence + at, n - at, ties);
		if (length > 0)
			at += length - 1;
		else if (ANY_AT(sentence + at, n - at, denials) > 0)
			return !is_double(sentence + at, n - at, tie_counts);
	}
	return false;
}

/*
 * Whether a judgement denies a denial: "it is not true that it does not help".
 */
static bool
is_double(const char *sentence, size_t n, bool tie_counts)
{
	static const char *const judging[] = { "true that", "the case that",
	    "correct that", "false that", "untrue that", "a myth that",
	    "myth that", "nonsense that" };
	size_t at, length;

	for (at = 0; at < n; at = next_word(sentence, n, at)) {
		length = ANY_AT(sentence + at, n - at, judging);
		if (length > 0)
			return denies(sentence + at + length, n - at - length,
			    tie_counts);
	}
	return false;
}

/* Arrangements of a treatment, which no record of it answers. */
static const char *const practical[] = {
	"insurance", "insurer", "insurers", "cost", "costs", "price", "prices",
	"pay", "pays", "afford", "where to buy", "where can i buy",
	"where do i buy", "where can i get", "where do i get",
	"where can i find", "where do i find", "how do i find", "near me",
	"should i wear", "to wear", "do i wear", "appointment for", "book",
	"booking",
	"opening hours", "parking", "referral", "refund", "how much is",
	"how much are",
};

/* Questions about the length of one treatment. */
static const char *const lengths[] = {
	"one session", "each session", "a session", "per session",
	"the session", "single session", "one treatment", "each treatment",
	"one visit", "each visit", "one appointment", "an appointment",
};

static const char *const how_long[] = { "how long", "how many minutes",
	"minutes" };

static const char *const animals[] = { "rat", "rats", "mouse", "mice",
	"rabbit", "rabbits", "animal", "animals", "dog", "dogs", "horse",
	"horses" };

static const char *const people[] = { "people", "humans", "human", "patients",
	"athletes", "you", "your", "we", "our", "us", "me", "my", "everyone",
	"anyone" };

/* People who may have a complaint; no ailment is called after them. */
static const char *const kin[] = {
	"mum", "mom", "mother", "dad", "father", "sister", "brother", "wife",
	"husband", "gran", "granny", "grandma", "grandmother", "grandad",
	"grandpa", "grandfather", "uncle", "aunt", "cousin", "friend", "mate",
	"partner", "boyfriend", "girlfriend", "neighbour", "neighbor", "son",
	"daughter", "child", "kid", "patient", "client", "colleague", "person",
};

#define ANY_WITHIN(text, n, phrases)	any_within((text), (n), (phrases), \
	COUNT(phrases))
#define ANY_IN(text, phrases)	ANY_WITHIN((text), strlen(text), phrases)

static bool
any_within(const char *text, size_t n, const char *const *phrases,
    size_t count)
{
	size_t at, i;

	for (at = 0; at < n; at = next_word(text, n, at))
		for (i = 0; i < count; i++)
			if (phrase_at(text + at, n - at, phrases[i]) > 0)
				return true;
	return false;
}

bool
english_is_owner(const char *word, size_t n)
{
	return TEXT_WORD_AMONG(word, n, kin) && apostrophe_at(word + n,
	    strlen(word + n)) > 0;
}

bool
english_is_practical(const char *question)
{
	return ANY_IN(question, practical);
}

bool
english_asks_length(const char *question)
{
	return ANY_IN(question, how_long) && ANY_IN(question, lengths);
}

bool
english_leaps(const char *sentence, const char *statement)
{
	return ANY_IN(statement, animals) && !ANY_IN(statement, people) &&
	    ANY_IN(sentence, animals) && ANY_IN(sentence, people);
}

/* Words for harm, and for its absence. */
static const char *const harm_words[] = {
	"side effect", "side effects", "adverse", "harm", "harms", "harmful",
	"danger", "dangers", "dangerous", "unsafe", "hazard", "hazardous",
	"risk", "risks", "risky", "complication", "complications",
};

static const char *const safety_words[] = {
	"safe", "safely", "safety", "harmless", "tolerated", "risk-free",
};

/* Returns 1 if a text speaks of harm, -1 of safety, 0 of neither or both. */
static int
harm_in(const char *text, size_t n)
{
	bool harm = false, safety = false;
	size_t at;

	for (at = 0; at < n; at = next_word(text, n, at)) {
		harm = harm || ANY_AT(text + at, n - at, harm_words) > 0;
		safety = safety || ANY_AT(text + at, n - at, safety_words) > 0;
	}
	return harm - safety;
}

/*
 * "It has no side effects" does not deny that it is safe: "it is risky" does.  "It
 * does not work" does not deny that two things have the same effect.
 */
bool
english_is_denied(const char *sentence, size_t n, const char *statement)
{
	static const char *const same[] = { "same", "equal", "equally", "alike" };
	size_t length = strlen(statement), at;
	bool tie_counts = true;

	if (ANY_IN(statement, same) && !ANY_WITHIN(sentence, n, same))
		return false;
	for (at = 0; at < length; at = next_word(statement, length, at)) {
		if (ANY_AT(statement + at, length - at, scarcities) > 0)
			return false;
		if (ANY_AT(statement + at, length - at, tie_statements) > 0)
			tie_counts = false;
	}
	return (denies(sentence, n, tie_counts) != denies(statement, length,
	    tie_counts)) != (harm_in(sentence, n) *
	    harm_in(statement, length) < 0);
}
