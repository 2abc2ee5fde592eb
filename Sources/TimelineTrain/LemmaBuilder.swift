import TimelineLanguage
import TimelineText

/// Learns how words are brought to their dictionary form, and what features single words have.
///
/// For each tag and ending the rule that most words follow is kept where it differs from that of the
/// next shorter ending; words that do not follow their rule are listed.
struct LemmaBuilder {
  struct Rule: Hashable {
    let strip: Int
    let add: [UInt8]
  }

  let inflections: [UInt8]
  let text: [UInt8]
  let rules: [UInt8]

  init(_ sentences: [TreebankSentence], _ tags: inout TagInventory) {
    struct Item: Hashable {
      let form: String
      let tag: UInt8
    }
    var lemmas: [Item: [String: Int]] = [:]
    var features: [Item: [String: Int]] = [:]
    for sentence in sentences {
      for word in sentence.words where !word.features.contains("Typo") && word.lemma != "_" {
        let isName = word.tag == .properNoun
        let item = Item(form: isName ? word.form : word.form.asciiLowercased, tag: tags.number(word))
        lemmas[item, default: [:]][word.lemma, default: 0] += 1
        let folded = Item(form: word.form.asciiLowercased, tag: item.tag)
        features[folded, default: [:]][TagInventory.features(word), default: 0] += 1
      }
    }
    func best(_ counts: [String: Int]) -> String {
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
    let items = lemmas.keys.sorted { ($0.tag, $0.form) < ($1.tag, $1.form) }
    // Rules by tag and ending.
    var votes: [UInt8: [[UInt8]: [Rule: Int]]] = [:]
    for item in items {
      guard let rule = Self.rule(from: item.form, to: best(lemmas[item] ?? [:])) else { continue }
      let bytes = Array(item.form.utf8)
      for length in 0...min(Lemmatiser.longestEnding, max(bytes.count - 1, 0)) {
        votes[item.tag, default: [:]][Array(bytes.suffix(length)), default: [:]][rule, default: 0] += 1
      }
    }
    func top(_ counts: [Rule: Int]) -> Rule {
      counts.max {
        ($0.value, $1.key.strip, String(decoding: $1.key.add, as: UTF8.self)) < (
          $1.value, $0.key.strip, String(decoding: $0.key.add, as: UTF8.self)
        )
      }?.key ?? Rule(strip: 0, add: [])
    }
    var chosen: [UInt8: [[UInt8]: Rule]] = [:]
    var entries: [(key: UInt32, value: [UInt8])] = []
    for tag in votes.keys.sorted() {
      let endings = (votes[tag] ?? [:]).sorted {
        ($0.key.count, String(decoding: $0.key, as: UTF8.self))
          < ($1.key.count, String(decoding: $1.key, as: UTF8.self))
      }
      for (ending, counts) in endings {
        var shorter = ending
        var inherited: Rule?
        while !shorter.isEmpty, inherited == nil {
          shorter.removeFirst()
          inherited = chosen[tag]?[shorter]
        }
        let rule = top(counts)
        guard rule != inherited, ending.isEmpty || (counts[rule] ?? 0) > 1 else { continue }
        chosen[tag, default: [:]][ending] = rule
        var value: [UInt8] = [UInt8(rule.strip), UInt8(rule.add.count)]
        value += rule.add
        entries.append((Lemmatiser.key(ending, tag: tag), value))
      }
    }
    rules = OpenTable(entries).bytes
    // Words that the rules get wrong, and words with features of their own.
    var text: [UInt8] = []
    var starts: [String: Int] = [:]
    var listed: [(key: UInt32, value: [UInt8])] = []
    let folded = features.keys.sorted { ($0.tag, $0.form) < ($1.tag, $1.form) }
    for item in folded {
      let lemma = lemmas[item].map(best)
      let bytes = Array(item.form.utf8)
      var applied: String?
      for length in stride(from: min(Lemmatiser.longestEnding, bytes.count - 1), through: 0, by: -1) {
        if let rule = chosen[item.tag]?[Array(bytes.suffix(length))] {
          applied =
            rule.strip < bytes.count
            ? String(decoding: bytes.dropLast(rule.strip) + rule.add, as: UTF8.self) : item.form
          break
        }
      }
      let universal = tags.keys[Int(item.tag)].universal
      let keeps = [.punctuation, .symbol, .numeral, .other].contains(universal)
      if keeps { applied = item.form }
      let needsLemma = lemma != nil && universal != .properNoun && applied != lemma
      let number = tags.featureNumber(best(features[item] ?? [:]))
      guard needsLemma || number != tags.usualFeatures(item.tag) else { continue }
      var value: [UInt8] = []
      if needsLemma, let lemma {
        let start = starts[lemma] ?? text.count
        if start == text.count { text += Array(lemma.utf8) }
        starts[lemma] = start
        value.append(number: UInt32(start))
        value.append(number: UInt16(lemma.utf8.count))
      } else {
        value.append(number: UInt32(0))
        value.append(number: UInt16(0xFFFF))
      }
      value.append(number: number)
      listed.append((Lexicon.key(ByteHash.of(item.form), tag: item.tag), value))
    }
    inflections = OpenTable(listed).bytes
    self.text = text
  }

  private static func rule(from form: String, to lemma: String) -> Rule? {
    let form = Array(form.utf8)
    let lemma = Array(lemma.utf8)
    var common = 0
    while common < form.count, common < lemma.count, form[common] == lemma[common] { common += 1 }
    let add = Array(lemma[common...])
    guard add.count <= 8, common > 0, form.count - common < 256 else { return nil }
    return Rule(strip: form.count - common, add: add)
  }
}

extension String {
  var asciiLowercased: String {
    String(decoding: utf8.map { ByteHash.folded($0) }, as: UTF8.self).replacing("\u{2019}", with: "'")
  }
}
