// Included once for each set of instructions: KERNEL(name) makes the names, LANES is how many numbers of 32
// bits a vector holds.

// Sums, pairs of 16-bit numbers, and their products before each pair's two are added.
typedef int32_t KERNEL(Sums) __attribute__((vector_size(LANES * 4), aligned(4)));
typedef int16_t KERNEL(Pairs) __attribute__((vector_size(LANES * 4), aligned(2)));
typedef int32_t KERNEL(Products) __attribute__((vector_size(LANES * 8), aligned(4)));

/// Adds pairs of weights times one pair of inputs; a single instruction on most processors.
static inline __attribute__((always_inline)) KERNEL(Sums)
    KERNEL(addProducts)(KERNEL(Sums) sums, const int16_t *weights, KERNEL(Pairs) pair) {
  KERNEL(Products) p = __builtin_convertvector(*(const KERNEL(Pairs) *)weights, KERNEL(Products)) *
                       __builtin_convertvector(pair, KERNEL(Products));
#if LANES == 16
  return sums + (__builtin_shufflevector(p, p, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30) +
                 __builtin_shufflevector(p, p, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31));
#elif LANES == 8
  return sums + (__builtin_shufflevector(p, p, 0, 2, 4, 6, 8, 10, 12, 14) +
                 __builtin_shufflevector(p, p, 1, 3, 5, 7, 9, 11, 13, 15));
#else
  return sums + (__builtin_shufflevector(p, p, 0, 2, 4, 6) + __builtin_shufflevector(p, p, 1, 3, 5, 7));
#endif
}

/// Two inputs, spread over all lanes.
static inline __attribute__((always_inline)) KERNEL(Pairs) KERNEL(spread)(const int16_t *x) {
  int32_t pair;
  __builtin_memcpy(&pair, x, sizeof pair);
  return (KERNEL(Pairs))((KERNEL(Sums)){} + pair);
}

/// The sums of `vectors` vectors of outputs for one or two inputs, all held in registers. Of few vectors two sums
/// each are held, of even and of odd pairs, so that no product waits for the one before it.
static inline __attribute__((always_inline)) void KERNEL(tile)(
    const int16_t *weights, const int16_t *x, const int32_t *start, int32_t *sums, ptrdiff_t inputs,
    ptrdiff_t outputs, int rows, int vectors) {
  const int parts = rows * vectors <= 4 ? 2 : 1;
  KERNEL(Sums) s[2][2][8];
  for (int v = 0; v < vectors; v++)
    for (int r = 0; r < rows; r++) {
      s[0][r][v] = *(const KERNEL(Sums) *)(start + v * LANES);
      s[1][r][v] = (KERNEL(Sums)){};
    }
  for (ptrdiff_t first = 0; first < inputs; first += 2 * parts)
    for (int part = 0; part < parts; part++) {
      const ptrdiff_t input = first + 2 * part;
      KERNEL(Pairs) pairs[2];
      for (int r = 0; r < rows; r++) pairs[r] = KERNEL(spread)(x + r * inputs + input);
      for (int v = 0; v < vectors; v++) {
        const int16_t *place = weights + v * LANES / 16 * 16 * inputs + input * 16 + v * LANES % 16 * 2;
        for (int r = 0; r < rows; r++) s[part][r][v] = KERNEL(addProducts)(s[part][r][v], place, pairs[r]);
      }
    }
  for (int v = 0; v < vectors; v++)
    for (int r = 0; r < rows; r++)
      *(KERNEL(Sums) *)(sums + r * outputs + v * LANES) = parts > 1 ? s[0][r][v] + s[1][r][v] : s[0][r][v];
}

/// The sums of all outputs for one or two inputs: eight vectors of sums at a time, then as many as are left.
static inline __attribute__((always_inline)) void KERNEL(tiles)(
    const int16_t *weights, const int16_t *x, const int32_t *start, int32_t *sums, ptrdiff_t inputs,
    ptrdiff_t outputs, int rows) {
  ptrdiff_t output = 0;
#define TILES(vectors)                                                                                        \
  if ((vectors) * LANES >= 16)                                                                                \
    for (; output + (vectors) * LANES <= outputs; output += (vectors) * LANES)                                \
      KERNEL(tile)(                                                                                           \
          weights + output * inputs, x, start + output, sums + output, inputs, outputs, rows, vectors);
  if (rows == 1) TILES(8)
  TILES(4)
  TILES(2)
  TILES(1)
#undef TILES
}

static void KERNEL(multiply)(
    const int16_t *weights, const int16_t *x, const int32_t *start, int32_t *sums, ptrdiff_t count,
    ptrdiff_t inputs, ptrdiff_t outputs) {
  // Two inputs at a time, so that the weights come from memory half as often.
  for (; count >= 2; count -= 2, x += 2 * inputs, sums += 2 * outputs)
    KERNEL(tiles)(weights, x, start, sums, inputs, outputs, 2);
  if (count > 0) KERNEL(tiles)(weights, x, start, sums, inputs, outputs, 1);
}

/// tanh by the first terms of Lambert's continued fraction, right to 2^-13 where a number of 16 bits can tell.
static inline __attribute__((always_inline)) float KERNEL(tanh)(float value) {
  float below = value > 4.97f ? 4.97f : value;
  float x = below < -4.97f ? -4.97f : below;
  float s = x * x;
  float above = x * (135135 + s * (17325 + s * (378 + s)));
  return above / (135135 + s * (62370 + s * (3150 + s * 28)));
}

static void KERNEL(advance)(
    const int32_t *restrict sums, float *restrict cells, int16_t *restrict states, ptrdiff_t units) {
  const float unit = 1.0f / (1 << 24);
  for (ptrdiff_t j = 0; j < units; j++) {
    float forget = 0.5f * KERNEL(tanh)((float)sums[j] * (0.5f * unit)) + 0.5f;
    float output = 0.5f * KERNEL(tanh)((float)sums[j + units] * (0.5f * unit)) + 0.5f;
    float value = KERNEL(tanh)((float)sums[j + 2 * units] * unit);
    float cell = forget * cells[j] + (1 - forget) * value;
    cells[j] = cell;
    // Adding 1.5 · 2^23 rounds to whole numbers.
    states[j] = (int16_t)(int32_t)(output * KERNEL(tanh)(cell) * 8192 + 12582912 - 12582912);
  }
}

static void KERNEL(narrow)(const int32_t *restrict sums, int16_t *restrict shares, ptrdiff_t count) {
  for (ptrdiff_t j = 0; j < count; j++) shares[j] = (int16_t)(sums[j] >> 14);
}

static void KERNEL(rectifiedSum)(
    const int16_t *const *rows, ptrdiff_t count, int16_t *sum, ptrdiff_t width) {
  for (ptrdiff_t first = 0; first < width; first += 2 * LANES) {
    KERNEL(Pairs) total = {};
    for (ptrdiff_t row = 0; row < count; row++) total += *(const KERNEL(Pairs) *)(rows[row] + first);
    *(KERNEL(Pairs) *)(sum + first) = total & (total > 0);
  }
}

static void KERNEL(addRows)(const int8_t *table, const uint32_t *rows, ptrdiff_t count, int16_t *sums) {
  typedef int8_t Bytes __attribute__((vector_size(LANES * 2), aligned(1)));
  for (ptrdiff_t first = 0; first < 64; first += 4 * LANES) {
    KERNEL(Pairs) low = {}, high = {};
    for (ptrdiff_t row = 0; row < count; row++) {
      const int8_t *place = table + (size_t)rows[row] * 64 + first;
      low += __builtin_convertvector(*(const Bytes *)place, KERNEL(Pairs));
      high += __builtin_convertvector(*(const Bytes *)(place + 2 * LANES), KERNEL(Pairs));
    }
    *(KERNEL(Pairs) *)(sums + first) = low;
    *(KERNEL(Pairs) *)(sums + first + 2 * LANES) = high;
  }
}

static ptrdiff_t KERNEL(highest)(const int32_t *scores, ptrdiff_t first, ptrdiff_t end) {
  int32_t high = INT32_MIN;
  for (ptrdiff_t place = first; place < end; place++) high = scores[place] > high ? scores[place] : high;
  while (first + 1 < end && scores[first] != high) first++;
  return first;
}

static const TimelineKernels KERNEL(kernels) = {
    KERNEL(multiply), KERNEL(advance), KERNEL(narrow), KERNEL(rectifiedSum), KERNEL(addRows), KERNEL(highest),
};
