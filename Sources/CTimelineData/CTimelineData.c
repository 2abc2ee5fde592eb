#include "CTimelineData.h"

#define FILE_BYTES(name) \
  timeline_data name(void) { return (timeline_data){name##_bytes, sizeof name##_bytes}; }

static const unsigned char timeline_data_orthography_bytes[] = {
#embed "../../data/en/orthography.tsv"
};
FILE_BYTES(timeline_data_orthography)
