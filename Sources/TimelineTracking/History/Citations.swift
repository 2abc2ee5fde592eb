/// Which articles name which outlets as the source of something, each worked out once.
struct Citations {
  private struct Pair: Hashable {
    var article: UInt64
    var outlet: NameKey
  }

  private var known: [Pair: Bool] = [:]

  /// Whether an article names another's outlet: in its text, or as who said something.
  mutating func cites(_ article: ArticleTraits, _ other: ArticleTraits) -> Bool {
    guard let outlet = other.outlet, !outlet.isEmpty, outlet != article.outlet else { return false }
    let pair = Pair(article: article.key, outlet: outlet)
    if let found = known[pair] { return found }
    let found = article.cites(other) || Sighting.quotes(article, other)
    known[pair] = found
    return found
  }
}

extension Sighting {
  /// Whether an article names another's outlet as the source of something.
  static func quotes(_ article: ArticleTraits, _ other: ArticleTraits) -> Bool {
    guard let outlet = other.outlet, !outlet.isEmpty, article.outlet != outlet else { return false }
    return article.mentions.contains {
      ($0.source?.likeness(to: outlet) ?? 0) >= 0.9 || ($0.source.map { outlet.isNamed(by: $0) } ?? false)
    }
  }
}

extension NameKey {
  /// Whether a phrase in small letters names the same: every one of its words is a word of the name.
  func isNamed(by phrase: NameKey) -> Bool {
    phrase.words.count > 1 && phrase.words.allSatisfy { word in words.contains { $0 | 1 == word | 1 } }
  }
}
