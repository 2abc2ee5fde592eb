// The arithmetic of tagger and parser: numbers of 16 bits with a fixed point, sums of 32 that wrap around.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The arithmetic for one set of instructions. Every set gives the same numbers, bit for bit.
typedef struct {
  /// sums = start + W · x for `count` inputs, which lie one behind the other as their sums do.
  ///
  /// The weights lie in blocks of 16 outputs: for each pair of inputs, 16 pairs of weights. `inputs` is a
  /// multiple of 4, `outputs` of 16; `start` has `outputs` numbers.
  void (*_Nonnull multiply)(
      const int16_t *_Nonnull weights, const int16_t *_Nonnull x, const int32_t *_Nonnull start,
      int32_t *_Nonnull sums, ptrdiff_t count, ptrdiff_t inputs, ptrdiff_t outputs);

  /// One step of the recurrence: from the sums of forget gates, output gates and values (24 bits behind the
  /// point) to new cells and new states (13 bits).
  void (*_Nonnull advance)(
      const int32_t *_Nonnull sums, float *_Nonnull cells, int16_t *_Nonnull states, ptrdiff_t units);

  /// shares = sums / 2^14.
  void (*_Nonnull narrow)(const int32_t *_Nonnull sums, int16_t *_Nonnull shares, ptrdiff_t count);

  /// The sum of rows, where it is negative 0. `width` is a multiple of 16.
  void (*_Nonnull rectifiedSum)(
      const int16_t *_Nonnull const *_Nonnull rows, ptrdiff_t count, int16_t *_Nonnull sum, ptrdiff_t width);

  /// The sum of rows of a table with 64 columns, given by their numbers.
  void (*_Nonnull addRows)(
      const int8_t *_Nonnull table, const uint32_t *_Nonnull rows, ptrdiff_t count, int16_t *_Nonnull sums);

  /// The first place of the highest score of some.
  ptrdiff_t (*_Nonnull highest)(const int32_t *_Nonnull scores, ptrdiff_t first, ptrdiff_t end);
} TimelineKernels;

/// Asks the memory for what will be read soon.
static inline void timelinePrefetch(const void *_Nonnull place) { __builtin_prefetch(place); }

/// Instructions that the arithmetic is compiled for, each with those before it.
typedef enum { timelineBaseline, timelineAVX2, timelineAVX512 } TimelineInstructions;

/// The best instructions that this processor has.
TimelineInstructions timelineInstructions(void);

/// The arithmetic for instructions, or for the best below them that it is compiled for.
TimelineKernels timelineKernels(TimelineInstructions instructions);
