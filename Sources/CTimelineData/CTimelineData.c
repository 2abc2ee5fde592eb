#include "CTimelineData.h"

#define FILE_BYTES(name) \
  timeline_data name(void) { return (timeline_data){name##_bytes, sizeof name##_bytes}; }

static const unsigned char timeline_data_orthography_bytes[] = {
#embed "../../data/en/orthography.tsv"
};
FILE_BYTES(timeline_data_orthography)

static const unsigned char timeline_data_event_classes_bytes[] = {
#embed "../../data/en/event-classes.tsv"
};
FILE_BYTES(timeline_data_event_classes)

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
