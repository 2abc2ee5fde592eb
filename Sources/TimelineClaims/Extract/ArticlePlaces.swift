import TimelineDates
import TimelineLanguage
import TimelinePlaces
import TimelineText

/// What the places of an article's claims mean, by the gazetteer and by what the article names elsewhere.
final class ArticlePlaces {
  private let document: Document
  private let gazetteer = Gazetteer.english
  private var known: [String: PlaceReading?] = [:]
  private(set) lazy var context = PlaceContext(document, gazetteer)

  init(_ document: Document) {
    self.document = document
  }

  func reading(of name: String) -> PlaceReading? {
    if let reading = known[name] { return reading }
    let reading = gazetteer.reading(of: name, in: context)
    known[name] = reading
    return reading
  }

  /// Whether a name behind a comma tells where the place before it lies: `Kourou, French Guiana`.
  func holds(_ area: String, _ name: String) -> Bool {
    !gazetteer.areas(named: area).isEmpty && gazetteer.reading(of: "\(name), \(area)", in: context) != nil
  }

  /// Whether a name is that of a country or of a capital, which stands for its government.
  func isGovernment(_ name: String) -> Bool {
    reading(of: name).map { $0.place.kind == .country || $0.place.isCapital } ?? false
  }

  /// The place without the noun that says what it is: `Donja Luka` of `the village of Donja Luka`.
  func bareName(_ name: String) -> String { gazetteer.bareCity(name) ?? name }

  /// The countries that the article names, in order of their codes.
  var countries: [GeoPlace] { context.countries.keys.sorted().compactMap(gazetteer.country) }
}

extension PlaceContext {
  /// What the names of a text and its dateline say.
  init(_ document: Document, _ gazetteer: Gazetteer) {
    self.init()
    var told: Set<UInt32> = []
    for sentence in document.sentences {
      if sentence.kind == .dateline, let place = Self.name(opening: sentence, document) {
        let name = place.lowercased().split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        dateline = gazetteer.reading(of: name.joined(separator: " "), in: PlaceContext())?.place
      }
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard Self.isCapitalised(document.tokens[token]) else {
          token += 1
          continue
        }
        var end = token + 1
        while end < sentence.tokens.upperBound, end - token < Self.longestName,
          Self.isCapitalised(document.tokens[end])
        {
          end += 1
        }
        note(token..<end, document, gazetteer, &told)
        token = end
      }
    }
  }

  /// A run as a whole, and each of its words; every word once.
  private mutating func note(
    _ run: Range<Int>, _ document: Document, _ gazetteer: Gazetteer, _ told: inout Set<UInt32>
  ) {
    if run.count > 1, told.insert(run.reduce(0) { $0 &* 31 &+ document.tokens[$1].hash }).inserted {
      note(document.text.string(document.bytes(of: run)), in: gazetteer)
    }
    for token in run where told.insert(document.tokens[token].hash).inserted {
      note(document.string(token), in: gazetteer)
    }
  }

  private static func isCapitalised(_ token: Token) -> Bool {
    token.kind == .word && token.traits.contains(.capitalised)
  }

  /// The words before the first comma, bracket, number or dash of a dateline.
  private static func name(opening sentence: Sentence, _ document: Document) -> String? {
    let words = sentence.tokens.prefix { isCapitalised(document.tokens[$0]) }
    guard let first = words.first, let last = words.last else { return nil }
    return document.text.string(document.bytes(of: first..<last + 1))
  }

  private static let longestName = 3
}
