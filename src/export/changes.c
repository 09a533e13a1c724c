/* What changed between two states of a bibliography, as JSON. */
#include "export/changes.h"

#include "export/records.h"

static json_t *
state_json(const struct snapshot *snapshot)
{
	return json_pack("{s:s, s:s?, s:I}", "title", snapshot->title,
	    "version", snapshot->version, "left-out",
	    (json_int_t)snapshot->left_out);
}

static json_t *
facts_json(const struct change *change)
{
	json_t *facts = json_array();
	const struct fact_change *fact;
	size_t i;

	for (i = 0; i < change->facts.count; i++) {
		fact = list_at(&change->facts, i);
		(void)json_array_append_new(facts, json_pack(
		    "{s:s, s:s?, s:s?}", "what", fact->what, "before",
		    fact->before, "after", fact->after));
	}
	return facts;
}

static json_t *
change_json(const struct change *change)
{
	json_t *keys = json_array(), *json;
	size_t i;

	for (i = 0; i < change->keys.count; i++)
		(void)json_array_append_new(keys, json_string(list_at(
		    &change->keys, i)));
	json = json_pack("{s:s, s:s}", "address", change->address, "name",
	    change->name);
	if (change->facts.count > 0)
		(void)json_object_set_new(json, "facts", facts_json(change));
	if (change->keys.count > 0)
		(void)json_object_set(json, "keys", keys);
	json_decref(keys);
	return json;
}

json_t *
changes_json(const struct snapshot *old, const struct snapshot *now,
    const struct list *changes)
{
	static const char *const names[] = {
		[CHANGE_ADDED] = "added", [CHANGE_REMOVED] = "removed",
		[CHANGE_FACTS] = "changed", [CHANGE_EDITED] = "edited",
	};
	json_t *json = json_pack("{s:i, s:b, s:o, s:o}", "format-version",
	    EXPORT_FORMAT_VERSION, "same", changes->count == 0, "old",
	    state_json(old), "new", state_json(now)), *list;
	const struct change *change;
	size_t kind, i;

	for (kind = CHANGE_ADDED; kind <= CHANGE_EDITED; kind++) {
		list = json_array();
		for (i = 0; i < changes->count; i++) {
			change = list_at(changes, i);
			if (change->kind == kind)
				(void)json_array_append_new(list,
				    change_json(change));
		}
		(void)json_object_set_new(json, names[kind], list);
	}
	return json;
}
