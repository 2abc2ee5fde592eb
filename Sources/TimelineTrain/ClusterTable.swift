/// Writes `data/en/word-clusters.tsv` from a table of clusters and one of how probable words are.
enum ClusterTable {
  /// The most frequent words are kept.
  static let most = 55_000

  private static let head = """
    # Words that stand in like places, for the trainer of the language model: a cluster's number, its words.
    #
    # Brown clusters (Brown et al. 1992) of the 55,000 most frequent words in small letters, from the tables
    # en_lexeme_cluster and en_lexeme_prob of spacy-lookups-data 1.0.5 (Explosion, MIT licence);
    # scripts/word-clusters makes this file.

    """

  /// - Parameters:
  ///   - clusters: The cluster of each word as spelt; 0 for none.
  ///   - logarithms: The logarithm of each word's probability. Of the spellings of a word in capitals and small
  ///     letters the most probable tells its cluster.
  static func text(_ clusters: [String: Int], _ logarithms: [String: Double]) -> String {
    var best: [String: (logarithm: Double, cluster: Int)] = [:]
    for (word, cluster) in clusters where cluster > 0 && isWord(word) {
      let key = word.asciiLowercased
      let found = (logarithm: logarithms[word] ?? -30, cluster: cluster)
      if let known = best[key], known >= found { continue }
      best[key] = found
    }
    let ranked = best.sorted { ($1.value.logarithm, $0.key) < ($0.value.logarithm, $1.key) }.prefix(most)
    var order: [Int] = []
    var words: [Int: [String]] = [:]
    for (word, entry) in ranked {
      if words[entry.cluster] == nil { order.append(entry.cluster) }
      words[entry.cluster, default: []].append(word)
    }
    let rows = order.enumerated().map { "\($0 + 1)\t\(words[$1, default: []].joined(separator: " "))\n" }
    return head + rows.joined()
  }

  /// Latin letters, with apostrophes and full stops behind the first.
  private static func isWord(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard let first = scalars.first, isLetter(first) else { return false }
    return scalars.allSatisfy { isLetter($0) || $0 == "'" || $0 == "." }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 65...90, 97...122, 0xC0...0xFF: true
    default: false
    }
  }
}
