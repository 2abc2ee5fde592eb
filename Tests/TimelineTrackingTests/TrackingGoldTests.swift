import Foundation
import TimelineTestSupport
import Testing
import TimelineDates
import TimelineTracking

/// The tracking of the gold claims, without a database: every pair of articles is matched.
@Suite struct TrackingGoldTests {
  @Test func reachesTheFiguresOnGoldClaims() throws {
    let figures = try figures(GoldCorpus())
    #expect(figures.f1 >= 0.85)
    #expect(figures.typed >= 0.7)
    #expect(figures.together >= 0.8)
    #expect(figures.status >= 0.9)
  }

  @Test func reachesTheFiguresOnFurtherGoldClaims() throws {
    let figures = try figures(GoldCorpus(folder: GoldCorpus.folder.appendingPathComponent("more")))
    #expect(figures.precision >= 0.92)
    #expect(figures.f1 >= 0.8)
    #expect(figures.together >= 0.7)
    #expect(figures.typed >= 0.59)
  }

  private func figures(_ corpus: GoldCorpus) throws -> TrackingFigures {
    let articles = corpus.documents.enumerated().map { index, document in
      let article = document.article
      var traits = TraitsReader.english.traits(
        ofArticle: article.key, published: article.published, outlet: article.outlet, text: article.text,
        claims: document.claims)
      traits.id = Int64(index + 1)
      for place in traits.mentions.indices { traits.mentions[place].id = Int64(index * 1000 + place + 1) }
      return traits
    }
    let figures = TrackingFigures(corpus) { day in
      let known = articles.filter { day == nil || $0.published.description.prefix(10) <= day ?? "" }
      return snapshot(of: known, corpus, on: day)
    }
    print("B-cubed P \(figures.precision) R \(figures.recall) F1 \(figures.f1)")
    print("links together \(figures.together) typed \(figures.typed)  status \(figures.status)")
    for fault in figures.faults { print("  ", fault) }
    return figures
  }

  private func snapshot(
    of articles: [ArticleTraits], _ corpus: GoldCorpus, on day: String?
  ) -> TrackingFigures.Snapshot {
    var component: [Int64: Int64] = [:]
    for article in articles { for mention in article.mentions { component[mention.id] = mention.id } }
    func join(_ one: Int64, _ two: Int64) {
      guard let first = component[one], let second = component[two], first != second else { return }
      let (low, high) = (min(first, second), max(first, second))
      for (mention, found) in component where found == high { component[mention] = low }
    }
    for (index, article) in articles.enumerated() {
      for tie in ArticleMatcher.ties(within: article) {
        join(article.mentions[tie.first].id, article.mentions[tie.second].id)
      }
      for other in articles[..<index] {
        for tie in ArticleMatcher.ties(between: other, and: article) {
          join(other.mentions[tie.first].id, article.mentions[tie.second].id)
        }
      }
    }
    var sightings: [Int64: [Sighting]] = [:]
    for article in articles {
      for mention in article.mentions {
        sightings[component[mention.id] ?? 0, default: []].append(Sighting(mention, in: article))
      }
    }
    var places: [GoldCorpus.Member: TrackingFigures.Place] = [:]
    var statuses: [Int: String] = [:]
    let date = day.flatMap { CivilDate(iso: $0) }?.number ?? DayNumber(0)
    for (claim, members) in sightings {
      let history = ClaimHistory(members)
      statuses[Int(claim)] = history.status(on: date).rawValue
      for (sighting, link) in zip(history.sightings, history.links) {
        let document = corpus.documents[Int(sighting.article.id) - 1]
        let name = document.names[sighting.mention.ordinal]
        places[GoldCorpus.Member(doc: document.article.key, cid: name)] = .init(
          claim: Int(claim), link: link.kind.rawValue)
      }
    }
    return TrackingFigures.Snapshot(places: places, statuses: statuses)
  }
}
