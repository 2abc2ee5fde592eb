/// The events of two articles, as each tells them itself: mentions that an article ties are of one group.
struct EventGroups {
  /// For each mention the smallest ordinal of its group.
  let ofOne: [Int]
  let ofTwo: [Int]

  init(_ one: ArticleTraits, _ two: ArticleTraits) {
    ofOne = EventGroups.groups(of: one)
    ofTwo = EventGroups.groups(of: two)
  }

  private static func groups(of article: ArticleTraits) -> [Int] {
    var group = Array(article.mentions.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index {
        group[index] = group[group[index]]
        index = group[index]
      }
      return index
    }
    for tie in ArticleMatcher.ties(within: article) {
      let (one, two) = (root(tie.first), root(tie.second))
      group[max(one, two)] = min(one, two)
    }
    return group.indices.map(root)
  }
}
