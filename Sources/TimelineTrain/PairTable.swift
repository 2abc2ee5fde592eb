import Foundation
import TimelineClaims
import TimelineDates
import TimelineTracking

/// The evidence for and against every pair of mentions of two articles of a corpus, one JSON object a line, for the fitting of
/// `data/en/tracking-weights.tsv`.
struct PairTable {
  private struct Document: Decodable {
    var id: String
    var published: String
    var outlet: String?
    var text: String
  }

  private struct Row: Encodable {
    struct End: Encodable {
      var article: String
      var trigger: [Int]
      var time: [Int]?
    }
    var one: End
    var two: End
    var evidence: [String: Float]
  }

  private var articles: [ArticleTraits] = []
  private var ends: [[Row.End]] = []

  /// - Parameter corpus: Articles, one JSON object a line.
  init(_ corpus: String) throws {
    let extractor = ClaimExtractor()
    for line in corpus.split(separator: "\n") {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      guard let day = CivilDate(iso: String(document.published.prefix(10))) else {
        throw Commands.Failure(
          description: "\(document.id): expected a date, YYYY-MM-DD, instead of \(document.published)")
      }
      let published = DocumentTime(day: day.number)
      let claims = extractor.extract(document.text, published: published).claims
      articles.append(
        TraitsReader.english.traits(
          ofArticle: document.id, published: published, outlet: document.outlet, text: document.text,
          claims: claims))
      ends.append(
        claims.map { claim in
          Row.End(
            article: document.id, trigger: [claim.trigger.span.lowerBound, claim.trigger.span.upperBound],
            time: claim.time.map { [$0.span.lowerBound, $0.span.upperBound] })
        })
    }
  }

  func write(_ line: (String) -> Void) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let order = articles.indices.sorted {
      (articles[$0].published.instant, articles[$0].key) < (articles[$1].published.instant, articles[$1].key)
    }
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        for pair in PairComparison.pairs(of: articles[first], and: articles[second]) {
          var evidence: [String: Float] = [:]
          for part in pair.evidence.parts { evidence["\(part.kind)"] = part.value }
          let row = Row(one: ends[first][pair.first], two: ends[second][pair.second], evidence: evidence)
          line(String(decoding: try encoder.encode(row), as: UTF8.self))
        }
      }
    }
  }
}
