/// Connected components of rows, by union and find with path halving.
struct Components {
  private var parent: [Int64: Int64] = [:]

  init(_ ids: some Sequence<Int64>) {
    for id in ids { parent[id] = id }
  }

  mutating func root(_ id: Int64) -> Int64 {
    var id = id
    while let up = parent[id], up != id {
      let next = parent[up] ?? up
      parent[id] = next
      id = next
    }
    if parent[id] == nil { parent[id] = id }
    return id
  }

  mutating func join(_ one: Int64, _ two: Int64) {
    let (first, second) = (root(one), root(two))
    if first != second { parent[max(first, second)] = min(first, second) }
  }

  /// The components by their smallest row, in order.
  var members: [(root: Int64, members: Set<Int64>)] {
    var copy = self
    var found: [Int64: Set<Int64>] = [:]
    for id in parent.keys { found[copy.root(id), default: []].insert(id) }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
