/// The features of the tagger at one word.
///
/// `forms` has two border forms at each end; `index` counts with them. Earlier tags are those given.
public enum TaggerFeatures {
  /// How many there are, and how many of them see no tags.
  public static let count = 31
  static let countOfWords = 24

  @inline(__always)
  public static func fill(
    _ hashes: UnsafeMutablePointer<UInt32>, _ forms: UnsafePointer<WordForm>, at index: Int,
    previous: UInt32, beforePrevious: UInt32
  ) {
    fillWords(hashes, forms, at: index)
    fillTags(hashes, forms, at: index, previous: previous, beforePrevious: beforePrevious)
  }

  /// The features that see no tags.
  @inline(__always)
  static func fillWords(
    _ hashes: UnsafeMutablePointer<UInt32>, _ forms: UnsafePointer<WordForm>, at index: Int
  ) {
    let word = forms[index]
    let left = forms[index - 1]
    let right = forms[index + 1]
    let left2 = forms[index - 2]
    let right2 = forms[index + 2]
    hashes[0] = FeatureHash.of(1, word.key)
    hashes[1] = FeatureHash.of(2, left.key)
    hashes[2] = FeatureHash.of(3, right.key)
    hashes[3] = FeatureHash.of(4, left2.key)
    hashes[4] = FeatureHash.of(5, right2.key)
    hashes[5] = FeatureHash.of(6, left.key, word.key)
    hashes[6] = FeatureHash.of(7, word.key, right.key)
    hashes[7] = FeatureHash.of(8, left.key, right.key)
    hashes[8] = FeatureHash.of(9, word.suffix1, word.shape)
    hashes[9] = FeatureHash.of(10, word.suffix2)
    hashes[10] = FeatureHash.of(11, word.suffix3)
    hashes[11] = FeatureHash.of(12, word.suffix4)
    hashes[12] = FeatureHash.of(13, word.prefix1, word.suffix3)
    hashes[13] = FeatureHash.of(14, word.prefix3)
    hashes[14] = FeatureHash.of(15, word.shape)
    hashes[15] = FeatureHash.of(16, left.shape, word.shape, right.shape)
    hashes[16] = FeatureHash.of(17, word.ambiguity, right.ambiguity)
    hashes[17] = FeatureHash.of(18, word.ambiguity, right.ambiguity, right2.ambiguity)
    hashes[18] = FeatureHash.of(19, left.ambiguity, word.ambiguity)
    hashes[19] = FeatureHash.of(20, right.suffix3, word.suffix2)
    hashes[20] = FeatureHash.of(21, left.suffix3, word.suffix2)
    hashes[21] = FeatureHash.of(22, UInt32(word.cluster))
    hashes[22] = FeatureHash.of(23, UInt32(left.cluster), UInt32(word.cluster))
    hashes[23] = FeatureHash.of(24, UInt32(word.cluster), UInt32(right.cluster))
  }

  /// The features that see the tags before the word.
  @inline(__always)
  static func fillTags(
    _ hashes: UnsafeMutablePointer<UInt32>, _ forms: UnsafePointer<WordForm>, at index: Int,
    previous: UInt32, beforePrevious: UInt32
  ) {
    let word = forms[index]
    let right = forms[index + 1]
    hashes[24] = FeatureHash.of(25, previous)
    hashes[25] = FeatureHash.of(26, previous, beforePrevious)
    hashes[26] = FeatureHash.of(27, previous, word.key)
    hashes[27] = FeatureHash.of(28, previous, word.suffix3)
    hashes[28] = FeatureHash.of(29, previous, word.ambiguity, right.ambiguity)
    hashes[29] = FeatureHash.of(30, previous, beforePrevious, word.ambiguity)
    hashes[30] = FeatureHash.of(31, previous, right.key)
  }
}
