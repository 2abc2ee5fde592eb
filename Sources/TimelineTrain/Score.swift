/// The scores of the CoNLL 2018 shared task (Zeman et al. 2018), written anew: F1 of tokens, sentences
/// and words by their characters, and of what aligned words agree in.
struct Score: CustomStringConvertible {
  private(set) var parts: [(name: String, f1: Double)] = []

  /// Nil where the two texts do not have the same characters.
  init?(gold: ScoredText, system: ScoredText) {
    guard gold.characters == system.characters else { return nil }
    add("Tokens", Self.common(gold.tokens, system.tokens), system.tokens.count, gold.tokens.count)
    add(
      "Sentences", Self.common(gold.sentences, system.sentences), system.sentences.count, gold.sentences.count
    )
    let pairs = Self.aligned(gold.words, system.words)
    let systemCount = system.words.count
    let goldCount = gold.words.count
    add("Words", pairs.count, systemCount, goldCount)
    func agreeing(_ name: String, _ agree: (ScoredText.Word, ScoredText.Word) -> Bool) {
      add(name, pairs.count { agree(gold.words[$0.gold], system.words[$0.system]) }, systemCount, goldCount)
    }
    agreeing("UPOS") { $0.tag == $1.tag }
    agreeing("XPOS") { $0.treebankTag == $1.treebankTag }
    agreeing("UFeats") { $0.features == $1.features }
    agreeing("Lemmas") { $0.lemma == "_" || $0.lemma == $1.lemma }
    let goldOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.system, $0.gold) })
    func sameHead(_ pair: (gold: Int, system: Int)) -> Bool {
      let head = system.words[pair.system].head
      return gold.words[pair.gold].head == (head < 0 ? -1 : goldOf[head] ?? -2)
    }
    let attached = pairs.filter(sameHead)
    add("UAS", attached.count, systemCount, goldCount)
    let labelled = attached.filter { gold.words[$0.gold].relation == system.words[$0.system].relation }
    add("LAS", labelled.count, systemCount, goldCount)
    let content = { (word: ScoredText.Word) in Self.contentRelations.contains(word.relation) }
    add(
      "CLAS", labelled.count { content(gold.words[$0.gold]) }, system.words.count(where: content),
      gold.words.count(where: content))
  }

  private mutating func add(_ name: String, _ right: Int, _ system: Int, _ gold: Int) {
    parts.append((name, system + gold == 0 ? 0 : 200 * Double(right) / Double(system + gold)))
  }

  private static func common(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int { Set(a).intersection(b).count }

  /// Pairs of words that cover the same characters; inside surface words of several parts, those of a
  /// longest common subsequence of forms.
  private static func aligned(_ gold: [ScoredText.Word], _ system: [ScoredText.Word]) -> [(
    gold: Int, system: Int
  )] {
    var pairs: [(gold: Int, system: Int)] = []
    var g = 0
    var s = 0
    while g < gold.count, s < system.count {
      if gold[g].isPart || system[s].isPart {
        let (goldEnd, systemEnd) = stretch(gold, g, system, s)
        pairs += subsequence(gold, g..<goldEnd, system, s..<systemEnd)
        g = goldEnd
        s = systemEnd
      } else if gold[g].span == system[s].span {
        pairs.append((g, s))
        g += 1
        s += 1
      } else if gold[g].span.lowerBound <= system[s].span.lowerBound {
        g += 1
      } else {
        s += 1
      }
    }
    return pairs
  }

  /// The words on either side that the surface words from here on reach over.
  private static func stretch(
    _ gold: [ScoredText.Word], _ g: Int, _ system: [ScoredText.Word], _ s: Int
  ) -> (Int, Int) {
    var goldEnd = g
    var systemEnd = s
    var end = gold[g].isPart ? gold[g].span.upperBound : system[s].span.upperBound
    if gold[g].isPart, system[s].isPart || system[s].span.lowerBound < end {
      end = max(end, gold[g].span.upperBound)
    }
    var moved = true
    while moved {
      moved = false
      while goldEnd < gold.count, gold[goldEnd].span.lowerBound < end {
        if gold[goldEnd].isPart { end = max(end, gold[goldEnd].span.upperBound) }
        goldEnd += 1
        moved = true
      }
      while systemEnd < system.count, system[systemEnd].span.lowerBound < end {
        if system[systemEnd].isPart { end = max(end, system[systemEnd].span.upperBound) }
        systemEnd += 1
        moved = true
      }
    }
    return (max(goldEnd, g), max(systemEnd, s))
  }

  private static func subsequence(
    _ gold: [ScoredText.Word], _ g: Range<Int>, _ system: [ScoredText.Word], _ s: Range<Int>
  ) -> [(gold: Int, system: Int)] {
    var table = Array(repeating: Array(repeating: 0, count: s.count + 1), count: g.count + 1)
    for i in stride(from: g.count - 1, through: 0, by: -1) {
      for j in stride(from: s.count - 1, through: 0, by: -1) {
        let same = gold[g.lowerBound + i].form == system[s.lowerBound + j].form
        table[i][j] = max(table[i + 1][j], table[i][j + 1], same ? table[i + 1][j + 1] + 1 : 0)
      }
    }
    var pairs: [(gold: Int, system: Int)] = []
    var i = 0
    var j = 0
    while i < g.count, j < s.count {
      let same = gold[g.lowerBound + i].form == system[s.lowerBound + j].form
      if same, table[i][j] == table[i + 1][j + 1] + 1 {
        pairs.append((g.lowerBound + i, s.lowerBound + j))
        i += 1
        j += 1
      } else if table[i][j] == table[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  private static let contentRelations: Set<String> = [
    "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl",
    "advmod", "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound",
    "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep",
  ]

  var description: String {
    parts.map { part in
      let hundredths = Int((part.f1 * 100).rounded())
      return "\(part.name) \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }.joined(separator: "  ")
  }
}
