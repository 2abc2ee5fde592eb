import TimelineLanguage

/// The tags that a model tells apart, and the features that go with them.
struct TagInventory {
  struct Key: Hashable, Comparable {
    let universal: UniversalTag
    let treebank: String
    static func < (a: Key, b: Key) -> Bool {
      (a.universal.rawValue, a.treebank) < (b.universal.rawValue, b.treebank)
    }
  }

  private(set) var keys: [Key] = []
  private var numbers: [Key: UInt8] = [:]
  private var fallback: [UniversalTag: UInt8] = [:]
  private(set) var featureTexts: [String] = [""]
  private var featureNumbers: [String: UInt16] = ["": 0]
  private var usual: [UInt16] = []

  /// At most 64 tags: the most frequent pairs of universal and treebank tag, imperatives apart.
  init(_ sentences: [TreebankSentence]) {
    var counts: [Key: Int] = [:]
    for word in sentences.lazy.flatMap(\.words) { counts[Self.key(word), default: 0] += 1 }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    keys = ranked.prefix(64).map(\.key)
    for (number, key) in keys.enumerated() {
      numbers[key] = UInt8(number)
      if fallback[key.universal] == nil { fallback[key.universal] = UInt8(number) }
    }
    var features: [UInt8: [String: Int]] = [:]
    for word in sentences.lazy.flatMap(\.words) {
      features[number(word), default: [:]][Self.features(word), default: 0] += 1
    }
    for number in keys.indices {
      let best = features[UInt8(number), default: [:]].max { ($0.value, $1.key) < ($1.value, $0.key) }
      usual.append(featureNumber(best?.key ?? ""))
    }
  }

  static func key(_ word: TreebankWord) -> Key {
    let imperative = word.treebankTag == "VB" && word.features.contains("Mood=Imp")
    return Key(universal: word.tag, treebank: imperative ? "VB!" : word.treebankTag)
  }

  /// The features that a word's form and tag can tell: not the misspelling, nor what the tree tells.
  static func features(_ word: TreebankWord) -> String {
    word.features.split(separator: "|").filter {
      !$0.hasPrefix("Typo") && !$0.hasPrefix("Voice") && !$0.hasPrefix("ExtPos") && !$0.hasPrefix("Abbr")
        && !$0.hasPrefix("Style")
    }.joined(separator: "|")
  }

  func number(_ word: TreebankWord) -> UInt8 { numbers[Self.key(word)] ?? fallback[word.tag] ?? 0 }

  mutating func featureNumber(_ text: String) -> UInt16 {
    if let number = featureNumbers[text] { return number }
    let number = UInt16(featureTexts.count)
    featureTexts.append(text)
    featureNumbers[text] = number
    return number
  }

  func usualFeatures(_ tag: UInt8) -> UInt16 { usual[Int(tag)] }

  var tagBytes: [UInt8] {
    var bytes: [UInt8] = []
    for (number, key) in keys.enumerated() {
      var record = [UInt8](repeating: 0, count: 16)
      record[0] = key.universal.rawValue
      record[2] = UInt8(usual[number] & 0xFF)
      record[3] = UInt8(usual[number] >> 8)
      let name = key.treebank == "VB!" ? "VB" : key.treebank
      for (index, byte) in name.utf8.prefix(8).enumerated() { record[8 + index] = byte }
      bytes += record
    }
    return bytes
  }

  var featureBytes: (records: [UInt8], text: [UInt8]) {
    var records: [UInt8] = []
    var text: [UInt8] = []
    for feature in featureTexts {
      records.append(number: Self.morphology(feature).rawValue)
      records.append(number: UInt32(text.count))
      records.append(number: UInt32(feature.utf8.count))
      text += Array(feature.utf8)
    }
    return (records, text)
  }

  private static let bits: [String: Morphology] = [
    "Tense=Past": .past, "Tense=Pres": .present, "Mood=Ind": .indicative, "Mood=Imp": .imperative,
    "VerbForm=Fin": .finite, "VerbForm=Inf": .infinitive, "VerbForm=Part": .participle,
    "VerbForm=Ger": .gerund, "Voice=Pass": .passive, "Number=Sing": .singular, "Number=Plur": .plural,
    "Person=1": .firstPerson, "Person=2": .secondPerson, "Person=3": .thirdPerson, "Degree=Pos": .positive,
    "Degree=Cmp": .comparative, "Degree=Sup": .superlative, "Poss=Yes": .possessive,
    "PronType=Int": .interrogative, "Polarity=Neg": .negative, "NumType=Card": .cardinal,
    "NumType=Ord": .ordinal, "Case=Nom": .nominative, "Case=Acc": .accusative,
  ]

  static func morphology(_ text: String) -> Morphology {
    var result: Morphology = []
    for part in text.split(separator: "|") { result.formUnion(bits[String(part)] ?? []) }
    // The treebanks write modal verbs as finite without a mood.
    if text == "VerbForm=Fin" { result.insert(.modal) }
    return result
  }
}

extension [UInt8] {
  mutating func append(number: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
  mutating func append(number: UInt16) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }
}
