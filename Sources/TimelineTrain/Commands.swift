import Foundation
import TimelineLanguage
import TimelineText

/// What `timeline-train` does, by its first argument.
enum Commands {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let usage = """
    usage: timeline-train train MODEL CLUSTERS TREEBANK…   trains a model from CoNLL-U
           timeline-train evaluate [--raw] MODEL TREEBANK… scores it, with gold tokens or from raw text
           timeline-train score GOLD SYSTEM                scores CoNLL-U against CoNLL-U
           timeline-train parse MODEL [--tree] FILE        parses a text
           timeline-train clusters CLUSTERS PROBABILITIES  writes word-clusters.tsv from two JSON tables
           timeline-train pairs CORPUS                     the evidence on pairs of mentions, as JSON lines
           timeline-train benchmark MODEL FILE             words a second, one text a line
    """

  static func run(_ arguments: [String]) throws {
    let isFlag = { (argument: String) in argument.hasPrefix("--") }
    let flags = Set(arguments.filter(isFlag))
    let words = arguments.filter { !isFlag($0) }
    switch (words.first, words.count) {
    case ("train", 4...): try train(to: words[1], clusters: words[2], from: Array(words.dropFirst(3)))
    case ("evaluate", 3...):
      let core = try core(words[1])
      for path in words.dropFirst(2) {
        let gold = try text(path)
        let bank = Treebank(gold)
        let system = flags.contains("--raw") ? core.parseRaw(bank) : core.parseTokens(bank)
        if flags.contains("--write") { print(system) }
        guard let score = Score(gold: ScoredText(gold), system: ScoredText(system)) else {
          throw Failure(description: "\(path): the parsed text has other characters")
        }
        print(URL(fileURLWithPath: path).lastPathComponent, score)
      }
    case ("score", 3):
      guard let score = Score(gold: ScoredText(try text(words[1])), system: ScoredText(try text(words[2])))
      else {
        throw Failure(description: "\(words[1]) and \(words[2]) do not have the same characters")
      }
      print(score)
    case ("parse", 3):
      let core = try core(words[1])
      let document = core.core.document(try text(words[2]))
      for (index, sentence) in document.sentences.enumerated() {
        let parsed = core.core.parse(sentence, in: document)
        print(
          flags.contains("--tree") ? parsed.tree() : parsed.conllu(number: index + 1, model: core.model),
          terminator: flags.contains("--tree") ? "\n" : "")
      }
    case ("clusters", 3):
      print(ClusterTable.text(try json(words[1]), try json(words[2])), terminator: "")
    case ("pairs", 2): try PairTable(try text(words[1])).write { print($0) }
    case ("benchmark", 3): try benchmark(try core(words[1]).core, words[2])
    default: throw Failure(description: usage)
    }
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private static func json<Value: Decodable>(_ path: String) throws -> [String: Value] {
    try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func core(_ path: String) throws -> TrainedCore {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    guard let model = LanguageModel(EmbeddedBytes(keeping: bytes)) else {
      throw Failure(description: "\(path) is no model; train one with scripts/train")
    }
    return TrainedCore(core: LanguageCore(orthography: .english, model: model), model: model)
  }

  private static func train(to path: String, clusters: String, from treebanks: [String]) throws {
    let start = ContinuousClock.now
    let log = { (line: String) in
      let seconds = (ContinuousClock.now - start).components.seconds
      FileHandle.standardError.write(Data("[\(seconds) s] \(line)\n".utf8))
    }
    let banks = try treebanks.map { Treebank(try text($0)) }
    let sentences = banks.flatMap(\.sentences)
    log("\(sentences.count) sentences")
    var trainer = ModelTrainer(log: log)
    trainer.clusters = WordClusters(try text(clusters))
    let bytes = trainer.train(sentences, texts: banks.flatMap(RawText.texts))
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    log("\(path): \(bytes.count) bytes")
  }

  private static func benchmark(_ core: LanguageCore, _ path: String) throws {
    let texts = try text(path).split(separator: "\n").map { TextBuffer(String($0)) }
    let clock = ContinuousClock()
    var documents: [Document] = []
    let lexing = clock.measure { documents = texts.map(core.document) }
    let words = documents.reduce(0) { $0 + $1.tokens.count }
    var seen = 0
    let tagging = clock.measure {
      for document in documents {
        for sentence in document.sentences { seen += core.tags(sentence, in: document).count }
      }
    }
    let parsing = clock.measure {
      for document in documents {
        for sentence in document.sentences { seen += core.parse(sentence, in: document).count }
      }
    }
    func rate(_ duration: Duration) -> Int { Int(Double(words) / (duration / .seconds(1))) }
    print(
      "\(words) words; words a second: tokens and sentences \(rate(lexing)), tags \(rate(tagging)),",
      "tags and trees \(rate(parsing)), all \(rate(lexing + parsing))",
      seen == 2 * words ? "" : "(some words lost)")
  }
}

/// A language core with the model that it uses.
struct TrainedCore {
  let core: LanguageCore
  let model: LanguageModel

  /// A treebank's sentences, its tokens kept, as CoNLL-U.
  func parseTokens(_ bank: Treebank) -> String {
    bank.sentences.map { sentence in
      let parsed = core.parse(sentence.document.sentences[0], in: sentence.document)
      // The treebank's own surface words, so that words align one to one.
      var lines = parsed.conllu(number: 1, model: model).split(separator: "\n").filter {
        !$0.hasPrefix("#") && !($0.prefix { $0 != "\t" }.contains("-"))
      }.map(String.init)
      for range in sentence.joined.reversed() {
        let form = sentence.words[range].map(\.form).joined()
        let surface = sentence.surfaces[range.lowerBound] ?? form
        lines.insert(
          "\(range.lowerBound + 1)-\(range.upperBound)\t\(surface)" + String(repeating: "\t_", count: 8),
          at: range.lowerBound)
      }
      return lines.joined(separator: "\n") + "\n\n"
    }.joined()
  }

  /// A treebank's texts, cut into tokens and sentences anew, as CoNLL-U. Paragraphs are parted by a blank
  /// line, sentences by a space.
  func parseRaw(_ bank: Treebank) -> String {
    RawText.texts(of: bank).map { text in
      let document = core.document(text.text)
      return document.sentences.map { core.parse($0, in: document).conllu(number: 1, model: model) }.joined()
    }.joined()
  }
}
