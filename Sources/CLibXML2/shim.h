#ifndef TIMELINE_LIBXML2_SHIM_H
#define TIMELINE_LIBXML2_SHIM_H

// Debian's libxml2 takes its converters from ICU, whose headers are not those of Foundation: a module that
// uses both would not compile. Nothing here uses a converter, whose type alone depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#endif
