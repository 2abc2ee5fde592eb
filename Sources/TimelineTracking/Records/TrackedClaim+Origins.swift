/// How many articles tell a claim, and how many of them on their own account.
extension TrackedClaim {
  /// How many articles tell it.
  public var articles: Int { Set(mentions.map(\.mention.article.key)).count }

  /// How many independent origins the telling has: articles of one outlet, and those that repeat others, count
  /// with what they repeat.
  public var origins: Int {
    var parent: [String: String] = [:]
    func root(_ name: String) -> String {
      var name = name
      while let up = parent[name], up != name { name = up }
      return name
    }
    var origin: [Int64: String] = [:]
    for linked in mentions {
      let article = linked.mention.article
      origin[linked.mention.id] = article.outlet.map { "outlet " + $0 } ?? "article " + article.key
    }
    for name in origin.values { parent[name] = name }
    for linked in mentions where linked.link.kind == .derived {
      guard let mine = origin[linked.mention.id], let other = linked.link.to.flatMap({ origin[$0] }) else {
        continue
      }
      parent[root(mine)] = root(other)
    }
    // An article that copies another, and what else copies that, tell the same, whatever they are linked to.
    var tellers: [String: String] = [:]
    for linked in mentions {
      let article = linked.mention.article
      guard let mine = origin[linked.mention.id] else { continue }
      let text = article.copyOf ?? article.key
      if let other = tellers[text] { parent[root(mine)] = root(other) } else { tellers[text] = mine }
    }
    return Set(parent.keys.map(root)).count
  }
}
