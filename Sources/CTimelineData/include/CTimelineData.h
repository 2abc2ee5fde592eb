#ifndef CTIMELINEDATA_H
#define CTIMELINEDATA_H

#include <stddef.h>

/// A file of `data/`, as it stood when the program was built. The bytes live as long as the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} timeline_data;

timeline_data timeline_data_orthography(void);
timeline_data timeline_data_times_lexicon(void);
timeline_data timeline_data_times_rules_lengths(void);
timeline_data timeline_data_times_rules_dates(void);
timeline_data timeline_data_times_rules_deictic(void);
timeline_data timeline_data_times_rules_shifts(void);
timeline_data timeline_data_times_rules_parts(void);
timeline_data timeline_data_times_rules_ranges(void);
timeline_data timeline_data_times_rules_clock(void);
timeline_data timeline_data_times_rules_named(void);
timeline_data timeline_data_times_rules_negatives(void);
timeline_data timeline_data_times_rules_everyday(void);
timeline_data timeline_data_times_rules_idioms(void);
timeline_data timeline_data_times_rules_workdays(void);
timeline_data timeline_data_times_rules_sets(void);
timeline_data timeline_data_times_rules_vague(void);
timeline_data timeline_data_times_events(void);
timeline_data timeline_data_times_tense(void);
timeline_data timeline_data_times_zones(void);
timeline_data timeline_data_claims_verbs(void);
timeline_data timeline_data_claims_nouns(void);
timeline_data timeline_data_claims_wordnet_nouns(void);
timeline_data timeline_data_claims_relations(void);
timeline_data timeline_data_claims_cues(void);
timeline_data timeline_data_claims_headlines(void);
timeline_data timeline_data_claims_people(void);
timeline_data timeline_data_claims_placeholders(void);
timeline_data timeline_data_claims_confidence(void);
timeline_data timeline_data_clauses(void);
timeline_data timeline_data_language_model(void);
timeline_data timeline_data_pages_months(void);
timeline_data timeline_data_pages_words(void);
timeline_data timeline_data_pages_classes(void);
timeline_data timeline_data_pages_meta(void);
timeline_data timeline_data_pages_month_first(void);
timeline_data timeline_data_languages(void);
timeline_data timeline_data_event_classes(void);
timeline_data timeline_data_tracking_weights(void);
timeline_data timeline_data_name_variants(void);
timeline_data timeline_data_transliteration(void);
timeline_data timeline_data_tracking_words(void);
timeline_data timeline_data_places_cities(void);
timeline_data timeline_data_places_countries(void);
timeline_data timeline_data_places_states(void);
timeline_data timeline_data_places_zones(void);
timeline_data timeline_data_places_demonyms(void);
timeline_data timeline_data_places_words(void);

#endif
