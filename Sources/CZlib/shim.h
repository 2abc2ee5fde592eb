#ifndef TIMELINE_ZLIB_SHIM_H
#define TIMELINE_ZLIB_SHIM_H

#include <zlib.h>

// inflateInit2 is a macro. 47: zlib or gzip, told by the first bytes.
static inline int timeline_inflate_init(z_streamp stream) { return inflateInit2(stream, 47); }

// Deflated bytes (RFC 1951) without a frame around them.
static inline int timeline_inflate_init_raw(z_streamp stream) { return inflateInit2(stream, -15); }

#endif
