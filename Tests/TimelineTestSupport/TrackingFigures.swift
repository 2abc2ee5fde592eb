/// The figures of a tracking: B-cubed, links and statuses, by the rules of the corpus' own scorer.
package struct TrackingFigures: Sendable {
  /// Where the tracking puts a gold claim: the tracked claim, and the kind of the mention's link.
  package struct Place: Sendable {
    package var claim: Int
    package var link: String

    package init(claim: Int, link: String) {
      self.claim = claim
      self.link = link
    }
  }

  /// A tracking of the articles published by a day, with its statuses on that day.
  package struct Snapshot: Sendable {
    package var places: [GoldCorpus.Member: Place]
    package var statuses: [Int: String]

    package init(places: [GoldCorpus.Member: Place], statuses: [Int: String]) {
      self.places = places
      self.statuses = statuses
    }
  }

  package var precision = 0.0
  package var recall = 0.0
  package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
  package var together = 0.0
  package var typed = 0.0
  package var status = 0.0
  package var faults: [String] = []

  /// - Parameter snapshot: The tracking as of a day; of everything for nil.
  package init(_ corpus: GoldCorpus, snapshot: (String?) throws -> Snapshot) rethrows {
    let final = try snapshot(nil).places
    var keys: [GoldCorpus.Member] = []
    var clusters: [GoldCorpus.Member: String] = [:]
    for thread in corpus.threads {
      for member in thread.members where member.optional != true && !corpus.isOptional(member) {
        keys.append(member)
        clusters[member] = thread.cluster
      }
    }
    func predicted(_ key: GoldCorpus.Member) -> String {
      final[key].map { "p\($0.claim)" } ?? "alone \(key.doc) \(key.cid)"
    }
    for key in keys {
      let mine = Set(keys.filter { predicted($0) == predicted(key) })
      let gold = Set(keys.filter { clusters[$0] == clusters[key] })
      precision += Double(mine.intersection(gold).count) / Double(mine.count)
      recall += Double(mine.intersection(gold).count) / Double(gold.count)
      for other in mine.subtracting(gold) where (key.doc, key.cid) < (other.doc, other.cid) {
        faults.append("merged \(key.doc) \(key.cid) with \(other.doc) \(other.cid)")
      }
    }
    precision /= Double(keys.count)
    recall /= Double(keys.count)
    readLinks(corpus, final)
    try readStatuses(corpus, snapshot)
  }

  private mutating func readLinks(_ corpus: GoldCorpus, _ final: [GoldCorpus.Member: Place]) {
    var total = 0
    var joined = 0
    var right = 0
    for thread in corpus.threads {
      for relation in thread.relations
      where !corpus.isOptional(relation.from) && !corpus.isOptional(relation.to) {
        total += 1
        let (from, to) = (final[relation.from], final[relation.to])
        let isOne = from != nil && from?.claim == to?.claim
        joined += isOne ? 1 : 0
        if isOne, from?.link == relation.type {
          right += 1
        } else {
          faults.append(
            "\(thread.cluster) \(relation.type) \(relation.from.doc) \(relation.from.cid) -> "
              + "\(relation.to.doc) \(relation.to.cid): \(isOne ? from?.link ?? "" : "apart")")
        }
      }
    }
    together = Double(joined) / Double(max(total, 1))
    typed = Double(right) / Double(max(total, 1))
  }

  private mutating func readStatuses(
    _ corpus: GoldCorpus, _ snapshot: (String?) throws -> Snapshot
  ) rethrows {
    let published = Dictionary(
      uniqueKeysWithValues: corpus.documents.map {
        ($0.article.key, String($0.article.published.description.prefix(10)))
      })
    var cache: [String: Snapshot] = [:]
    var rows = 0
    var right = 0
    for thread in corpus.threads {
      for row in thread.status_at ?? [] where row.status != "superseded" && row.claim == nil {
        let known = try cache[row.as_of] ?? snapshot(row.as_of)
        cache[row.as_of] = known
        var votes: [Int: Int] = [:]
        for member in thread.members where (published[member.doc] ?? "") <= row.as_of {
          if let place = known.places[member] { votes[place.claim, default: 0] += 1 }
        }
        let winner = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        let got = winner.flatMap { known.statuses[$0] }
        rows += 1
        if got == row.status {
          right += 1
        } else {
          faults.append("\(thread.cluster) \(row.as_of) is \(row.status), got \(got ?? "nothing")")
        }
      }
    }
    status = Double(right) / Double(max(rows, 1))
  }
}
