#include "CTimelineData.h"

#define FILE_BYTES(name) \
  timeline_data name(void) { return (timeline_data){name##_bytes, sizeof name##_bytes}; }

static const unsigned char timeline_data_orthography_bytes[] = {
#embed "../../data/en/orthography.tsv"
};
FILE_BYTES(timeline_data_orthography)

static const unsigned char timeline_data_clauses_bytes[] = {
#embed "../../data/en/clauses.tsv"
};
FILE_BYTES(timeline_data_clauses)

// Numbers are read from the model where they lie.
static const _Alignas(64) unsigned char timeline_data_language_model_bytes[] = {
#embed "../../data/en/language.model"
};
FILE_BYTES(timeline_data_language_model)
