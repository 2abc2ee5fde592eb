#include "CTimelineData.h"

#define FILE_BYTES(name) \
  timeline_data name(void) { return (timeline_data){name##_bytes, sizeof name##_bytes}; }

static const unsigned char timeline_data_orthography_bytes[] = {
#embed "../../data/en/orthography.tsv"
};
FILE_BYTES(timeline_data_orthography)

static const unsigned char timeline_data_times_lexicon_bytes[] = {
#embed "../../data/en/times/lexicon.tsv"
};
FILE_BYTES(timeline_data_times_lexicon)

static const unsigned char timeline_data_times_rules_lengths_bytes[] = {
#embed "../../data/en/times/rules/lengths.txt"
};
FILE_BYTES(timeline_data_times_rules_lengths)

static const unsigned char timeline_data_times_rules_dates_bytes[] = {
#embed "../../data/en/times/rules/dates.txt"
};
FILE_BYTES(timeline_data_times_rules_dates)

static const unsigned char timeline_data_times_rules_deictic_bytes[] = {
#embed "../../data/en/times/rules/deictic.txt"
};
FILE_BYTES(timeline_data_times_rules_deictic)

static const unsigned char timeline_data_times_rules_shifts_bytes[] = {
#embed "../../data/en/times/rules/shifts.txt"
};
FILE_BYTES(timeline_data_times_rules_shifts)

static const unsigned char timeline_data_times_rules_parts_bytes[] = {
#embed "../../data/en/times/rules/parts.txt"
};
FILE_BYTES(timeline_data_times_rules_parts)

static const unsigned char timeline_data_times_rules_ranges_bytes[] = {
#embed "../../data/en/times/rules/ranges.txt"
};
FILE_BYTES(timeline_data_times_rules_ranges)

static const unsigned char timeline_data_times_rules_clock_bytes[] = {
#embed "../../data/en/times/rules/clock.txt"
};
FILE_BYTES(timeline_data_times_rules_clock)

static const unsigned char timeline_data_times_rules_idioms_bytes[] = {
#embed "../../data/en/times/rules/idioms.txt"
};
FILE_BYTES(timeline_data_times_rules_idioms)

static const unsigned char timeline_data_times_rules_workdays_bytes[] = {
#embed "../../data/en/times/rules/workdays.txt"
};
FILE_BYTES(timeline_data_times_rules_workdays)

static const unsigned char timeline_data_times_rules_everyday_bytes[] = {
#embed "../../data/en/times/rules/everyday.txt"
};
FILE_BYTES(timeline_data_times_rules_everyday)

static const unsigned char timeline_data_times_rules_negatives_bytes[] = {
#embed "../../data/en/times/rules/negatives.txt"
};
FILE_BYTES(timeline_data_times_rules_negatives)

static const unsigned char timeline_data_times_rules_named_bytes[] = {
#embed "../../data/en/times/rules/named.txt"
};
FILE_BYTES(timeline_data_times_rules_named)

static const unsigned char timeline_data_times_rules_sets_bytes[] = {
#embed "../../data/en/times/rules/sets.txt"
};
FILE_BYTES(timeline_data_times_rules_sets)

static const unsigned char timeline_data_times_rules_vague_bytes[] = {
#embed "../../data/en/times/rules/vague.txt"
};
FILE_BYTES(timeline_data_times_rules_vague)

static const unsigned char timeline_data_times_events_bytes[] = {
#embed "../../data/en/times/events.tsv"
};
FILE_BYTES(timeline_data_times_events)

static const unsigned char timeline_data_times_tense_bytes[] = {
#embed "../../data/en/times/tense.tsv"
};
FILE_BYTES(timeline_data_times_tense)

static const unsigned char timeline_data_times_zones_bytes[] = {
#embed "../../data/en/times/zones.tsv"
};
FILE_BYTES(timeline_data_times_zones)

static const unsigned char timeline_data_claims_verbs_bytes[] = {
#embed "../../data/en/claims/verbs.tsv"
};
FILE_BYTES(timeline_data_claims_verbs)

static const unsigned char timeline_data_claims_nouns_bytes[] = {
#embed "../../data/en/claims/nouns.tsv"
};
FILE_BYTES(timeline_data_claims_nouns)

static const unsigned char timeline_data_claims_wordnet_nouns_bytes[] = {
#embed "../../data/en/claims/wordnet-nouns.tsv"
};
FILE_BYTES(timeline_data_claims_wordnet_nouns)

static const unsigned char timeline_data_claims_relations_bytes[] = {
#embed "../../data/en/claims/relations.tsv"
};
FILE_BYTES(timeline_data_claims_relations)

static const unsigned char timeline_data_claims_cues_bytes[] = {
#embed "../../data/en/claims/cues.tsv"
};
FILE_BYTES(timeline_data_claims_cues)
static const unsigned char timeline_data_clauses_bytes[] = {
#embed "../../data/en/clauses.tsv"
};
FILE_BYTES(timeline_data_clauses)

// Numbers are read from the model where they lie.
static const _Alignas(64) unsigned char timeline_data_language_model_bytes[] = {
#embed "../../data/en/language.model"
};
FILE_BYTES(timeline_data_language_model)

static const unsigned char timeline_data_claims_people_bytes[] = {
#embed "../../data/en/claims/people.tsv"
};
FILE_BYTES(timeline_data_claims_people)

static const unsigned char timeline_data_claims_headlines_bytes[] = {
#embed "../../data/en/claims/headlines.tsv"
};
FILE_BYTES(timeline_data_claims_headlines)

static const unsigned char timeline_data_claims_placeholders_bytes[] = {
#embed "../../data/en/claims/placeholders.tsv"
};
FILE_BYTES(timeline_data_claims_placeholders)

static const unsigned char timeline_data_event_classes_bytes[] = {
#embed "../../data/en/event-classes.tsv"
};
FILE_BYTES(timeline_data_event_classes)

static const unsigned char timeline_data_tracking_weights_bytes[] = {
#embed "../../data/en/tracking-weights.tsv"
};
FILE_BYTES(timeline_data_tracking_weights)

static const unsigned char timeline_data_name_variants_bytes[] = {
#embed "../../data/en/name-variants.tsv"
};
FILE_BYTES(timeline_data_name_variants)

static const unsigned char timeline_data_transliteration_bytes[] = {
#embed "../../data/en/transliteration.tsv"
};
FILE_BYTES(timeline_data_transliteration)

static const unsigned char timeline_data_tracking_words_bytes[] = {
#embed "../../data/en/tracking-words.tsv"
};
FILE_BYTES(timeline_data_tracking_words)

static const unsigned char timeline_data_places_cities_bytes[] = {
#embed "../../data/places/cities.tsv"
};
FILE_BYTES(timeline_data_places_cities)

static const unsigned char timeline_data_places_countries_bytes[] = {
#embed "../../data/places/countries.tsv"
};
FILE_BYTES(timeline_data_places_countries)

static const unsigned char timeline_data_places_states_bytes[] = {
#embed "../../data/places/states.tsv"
};
FILE_BYTES(timeline_data_places_states)

static const unsigned char timeline_data_places_zones_bytes[] = {
#embed "../../data/places/zones.tsv"
};
FILE_BYTES(timeline_data_places_zones)

static const unsigned char timeline_data_places_demonyms_bytes[] = {
#embed "../../data/en/places/demonyms.tsv"
};
FILE_BYTES(timeline_data_places_demonyms)

static const unsigned char timeline_data_places_words_bytes[] = {
#embed "../../data/en/places/words.tsv"
};
FILE_BYTES(timeline_data_places_words)

static const unsigned char timeline_data_claims_confidence_bytes[] = {
#embed "../../data/en/claims/confidence.tsv"
};
FILE_BYTES(timeline_data_claims_confidence)

static const unsigned char timeline_data_pages_months_bytes[] = {
#embed "../../data/pages/months.tsv"
};
FILE_BYTES(timeline_data_pages_months)

static const unsigned char timeline_data_pages_words_bytes[] = {
#embed "../../data/pages/words.tsv"
};
FILE_BYTES(timeline_data_pages_words)

static const unsigned char timeline_data_pages_classes_bytes[] = {
#embed "../../data/pages/classes.tsv"
};
FILE_BYTES(timeline_data_pages_classes)

static const unsigned char timeline_data_pages_meta_bytes[] = {
#embed "../../data/pages/meta.tsv"
};
FILE_BYTES(timeline_data_pages_meta)

static const unsigned char timeline_data_pages_month_first_bytes[] = {
#embed "../../data/pages/month-first.tsv"
};
FILE_BYTES(timeline_data_pages_month_first)

static const unsigned char timeline_data_languages_bytes[] = {
#embed "../../data/languages.tsv"
};
FILE_BYTES(timeline_data_languages)
