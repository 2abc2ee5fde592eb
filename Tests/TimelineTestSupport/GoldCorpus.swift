package import Foundation
package import TimelineArticles
package import TimelineClaims
import TimelineDates
import TimelineTimes

/// The gold articles with their claims, as the extractor should find them.
package struct GoldCorpus: Sendable {
  package struct Document: Sendable {
    package var article: Article
    package var claims: [Claim]
    /// The gold name of each claim: `c1`, `c2` …
    package var names: [String]
    package var optional: [Bool]
  }

  package struct Member: Hashable, Sendable, Decodable {
    package var doc: String
    package var cid: String
    package var optional: Bool?

    package init(doc: String, cid: String) {
      self.doc = doc
      self.cid = cid
    }

    package static func == (one: Member, two: Member) -> Bool { one.doc == two.doc && one.cid == two.cid }
    package func hash(into hasher: inout Hasher) {
      hasher.combine(doc)
      hasher.combine(cid)
    }
  }

  package struct Relation: Sendable, Decodable {
    package var type: String
    package var from: Member
    package var to: Member
  }

  package struct StatusRow: Sendable, Decodable {
    package var as_of: String
    package var status: String
    package var claim: Member?
  }

  package struct Thread: Sendable, Decodable {
    package var cluster: String
    package var members: [Member]
    package var relations: [Relation]
    package var status_at: [StatusRow]?
  }

  /// In order of publication.
  package var documents: [Document]
  package var threads: [Thread]

  package static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("data/gold")
  }

  package init(folder: URL = GoldCorpus.folder) throws {
    let lines = try String(contentsOf: folder.appendingPathComponent("corpus.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    documents = try lines.map {
      try GoldCorpus.document(JSONDecoder().decode(RawDocument.self, from: Data($0.utf8)))
    }.sorted {
      ($0.article.published.description.prefix(10), $0.article.key) < (
        $1.article.published.description.prefix(10), $1.article.key
      )
    }
    threads = try JSONDecoder().decode(
      [Thread].self, from: Data(contentsOf: folder.appendingPathComponent("threads.json")))
  }

  package func isOptional(_ member: Member) -> Bool {
    guard let document = documents.first(where: { $0.article.key == member.doc }),
      let index = document.names.firstIndex(of: member.cid)
    else { return true }
    return document.optional[index]
  }
}

extension GoldCorpus {
  struct Unreadable: Error {
    var what: String
  }

  private struct RawDocument: Decodable {
    var id: String
    var published: String
    var outlet: String?
    var title: String?
    var text: String
    var claims: [RawClaim]
  }

  private struct Stated: Decodable {
    var start: String
    var end: String
  }

  private struct RawClaim: Decodable {
    var cid: String
    var trigger: [Int]
    var time: [Int]?
    var start: String?
    var end: String?
    var relation: String
    var modality: String
    var negated: Bool
    var conditional: Bool
    var source: String?
    var stated: Stated?
    var actors: [String]
    var places: [String]
    var alternatives: Bool
    var optional: Bool
  }

  private static func document(_ raw: RawDocument) throws -> Document {
    guard let published = DocumentTime(iso: raw.published) else { throw Unreadable(what: raw.published) }
    let article = Article(
      key: raw.id, published: published, outlet: raw.outlet, title: raw.title, text: raw.text)
    let scalars = Array(raw.text.unicodeScalars)
    func passage(_ span: [Int]) -> Passage {
      Passage(text: text(of: scalars[span[0]..<span[1]]), span: span[0]..<span[1])
    }
    let claims = raw.claims.map { claim in
      let trigger = passage(claim.trigger)
      let time = claim.time.map(passage)
      let period = period(claim.start, claim.end)
      var zone: String?
      if let time {
        zone = ["GMT", "CDT", "EDT", "local time", "Eastern time", "Pacific time"].first {
          time.text.contains($0)
        }
      }
      let sentence = Sentences.around(claim.trigger[0], in: scalars)
      return Claim(
        trigger: trigger, event: Lemma.of(trigger.text.lowercased()), time: time, term: nil,
        resolution: period.map { .resolved(Reading(period: $0, zone: zone)) },
        relation: Relation_(rawValue: claim.relation) ?? .on,
        modality: Modality(rawValue: claim.modality) ?? .happened, isNegated: claim.negated,
        isConditional: claim.conditional, source: claim.source,
        stated: claim.stated.flatMap { GoldCorpus.period($0.start, $0.end) }, actors: claim.actors,
        places: claim.places, placesAreAlternatives: claim.alternatives,
        quote: passage([sentence.lowerBound, sentence.upperBound]), title: trigger.text)
    }
    return Document(
      article: article, claims: claims, names: raw.claims.map(\.cid), optional: raw.claims.map(\.optional))
  }

  private typealias Relation_ = TimelineClaims.Relation

  private static func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// Inclusive dates, or local date-times to the minute.
  private static func period(_ start: String?, _ end: String?) -> Period? {
    guard let start, let end, let first = DocumentTime(iso: start), let last = DocumentTime(iso: end) else {
      return nil
    }
    if first.second != nil || last.second != nil {
      return Period(start: first.localTime, end: last.localTime + 60, grain: .minute)
    }
    let days = last.day - first.day + 1
    let grain: Grain =
      days == 1 ? .day : days <= 7 ? .week : days <= 31 ? .month : days <= 92 ? .season : .year
    return Period(days: first.day, through: last.day, grain: grain)
  }
}

/// The sentence that a place of a text stands in; good enough for the gold articles.
enum Sentences {
  static func around(_ position: Int, in text: [Unicode.Scalar]) -> Range<Int> {
    var start = position
    while start > 0, !ends(at: start - 1, in: text) { start -= 1 }
    while start < position, text[start].properties.isWhitespace { start += 1 }
    var end = position
    while end < text.count, !ends(at: end, in: text) { end += 1 }
    return start..<min(end + 1, text.count)
  }

  private static func ends(at index: Int, in text: [Unicode.Scalar]) -> Bool {
    if text[index] == "\n" { return true }
    guard text[index] == "." || text[index] == "?" || text[index] == "!" else { return false }
    var next = index + 1
    while next < text.count, text[next] == "”" || text[next] == "\"" { next += 1 }
    guard next < text.count else { return true }
    guard text[next] == " " || text[next] == "\n", index > 1, text[index - 2] != " ", text[index - 2] != "."
    else {
      return false
    }
    let after = text[min(next + 1, text.count - 1)]
    return after.properties.isUppercase || after == "“" || after == "\"" || text[next] == "\n"
  }
}

/// Dictionary forms of the triggers of the gold articles.
enum Lemma {
  private static let irregular = [
    "met": "meet", "flew": "fly", "sat": "sit", "held": "hold", "ran": "run", "rode": "ride", "came": "come",
    "found": "find", "lost": "lose", "fell": "fall", "rose": "rise", "left": "leave", "led": "lead",
    "went": "go", "slid": "slide", "stood": "stand", "sold": "sell", "got": "get", "shut": "shut",
    "cut": "cut", "had": "have", "been": "be", "broke": "break", "drawn": "draw", "put": "put",
    "became": "become", "sent": "send", "training": "training", "meeting": "meeting", "opening": "opening",
    "landing": "landing", "hearing": "hearing", "closing": "closing", "ruling": "ruling",
    "rehearsal": "rehearsal", "cleaning": "cleaning", "fighting": "fighting", "debated": "debate",
    "moved": "move", "moving": "move", "approved": "approve", "received": "receive", "votes": "vote",
    "closed": "close", "released": "release", "sailed": "sail", "arrived": "arrive",
    "vaccinating": "vaccinate", "vaccinated": "vaccinate", "exploded": "explode", "voting": "voting",
    "indicted": "indict", "improved": "improve",
    "heard": "hear", "took": "take", "taken": "take", "gave": "give", "given": "give", "freed": "free",
    "using": "use", "raised": "raise", "seized": "seize", "retiring": "retire", "retired": "retire",
    "handed": "hand", "imposed": "impose", "served": "serve", "leaving": "leave", "resumed": "resume",
    "levied": "levy", "emptied": "empty", "rang": "ring", "rung": "ring",
  ]

  static func of(_ word: String) -> String {
    if let known = irregular[word] { return known }
    for (ending, stem) in [("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")]
    where word.hasSuffix(ending) && word.count > ending.count + 2 && !word.hasSuffix("ss") {
      var lemma = String(word.dropLast(ending.count)) + stem
      if ending != "s", let last = lemma.last, lemma.dropLast().last == last, !"ls".contains(last) {
        lemma.removeLast()
      }
      return lemma
    }
    return word
  }
}
