package import TimelineTracking

extension TrackingFigures.Snapshot {
  /// What a timeline lists, placed on the gold claims by their spans.
  package init(_ claims: [TrackedClaim], of corpus: GoldCorpus) {
    var named: [String: [(name: String, trigger: Range<Int>, time: Range<Int>?)]] = [:]
    for document in corpus.documents {
      named[document.article.key] = zip(document.names, document.claims).map {
        ($0, $1.trigger.span, $1.time?.span)
      }
    }
    var places: [GoldCorpus.Member: TrackingFigures.Place] = [:]
    var statuses: [Int: String] = [:]
    for (index, claim) in claims.enumerated() {
      statuses[index] = claim.status.rawValue
      for linked in claim.mentions {
        let (article, found) = (linked.mention.article.key, linked.mention.claim)
        guard
          let gold = named[article]?.first(where: {
            $0.trigger == found.trigger.span && $0.time == found.time?.span
          })
        else { continue }
        places[GoldCorpus.Member(doc: article, cid: gold.name)] = .init(
          claim: index, link: linked.link.kind.rawValue)
      }
    }
    self.init(places: places, statuses: statuses)
  }
}
