#include "CTimelineNetwork.h"

// A product and a sum that become one instruction are rounded once and not twice: the numbers would be others
// from processor to processor.
#pragma STDC FP_CONTRACT OFF

// The same code is compiled for several sets of instructions and chosen from when the program runs.

#define KERNEL(name) baseline_##name
#define LANES 4
#include "Kernels.h"
#undef KERNEL
#undef LANES

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define KERNEL(name) avx2_##name
#define LANES 8
#include "Kernels.h"
#undef KERNEL
#undef LANES
#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)
#define KERNEL(name) avx512_##name
#define LANES 16
#include "Kernels.h"
#undef KERNEL
#undef LANES
#pragma clang attribute pop
#endif

TimelineInstructions timelineInstructions(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni"))
    return timelineAVX512;
  if (__builtin_cpu_supports("avx2")) return timelineAVX2;
#endif
  return timelineBaseline;
}

TimelineKernels timelineKernels(TimelineInstructions instructions) {
#if defined(__x86_64__)
  if (instructions == timelineAVX512) return avx512_kernels;
  if (instructions == timelineAVX2) return avx2_kernels;
#endif
  return baseline_kernels;
}
