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
