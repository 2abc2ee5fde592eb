import Foundation
import TimelineLanguage
import TimelineText

let start = Date()
func log(_ line: String) {
  let seconds = Int(Date().timeIntervalSince(start))
  FileHandle.standardError.write(Data("[\(seconds) s] \(line)\n".utf8))
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "train" where arguments.count >= 3:
  let banks = try arguments.dropFirst(2).map(Treebank.init(path:))
  let sentences = banks.flatMap(\.sentences)
  log("\(sentences.count) sentences")
  var trainer = ModelTrainer(log: log)
  let e = ProcessInfo.processInfo.environment
  if let b = e["PB"].flatMap({ Int($0) }) { trainer.parserBits = b }
  if let b = e["TB"].flatMap({ Int($0) }) { trainer.taggerBits = b }
  if let b = e["PE"].flatMap({ Int($0) }) { trainer.parserEpochs = b }
  if let b = e["TE"].flatMap({ Int($0) }) { trainer.taggerEpochs = b }
  let bytes = trainer.train(sentences)
  try Data(bytes).write(to: URL(fileURLWithPath: arguments[1]))
  log("wrote \(bytes.count) bytes")
case "evaluate" where arguments.count >= 3:
  let model = LanguageModel(
    EmbeddedBytes(keeping: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))))
  let core = LanguageCore(orthography: .english, model: model)
  for path in arguments.dropFirst(2) {
    print(
      path.split(separator: "/").last.map { String($0) } ?? "",
      Evaluation(try Treebank(path: path), core, model))
  }
case "raw" where arguments.count >= 3:
  let model = LanguageModel(
    EmbeddedBytes(keeping: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))))
  let core = LanguageCore(orthography: .english, model: model)
  for path in arguments.dropFirst(2) {
    let evaluation = RawEvaluation(try Treebank(path: path), core, model)
    print(path.split(separator: "/").last.map { String($0) } ?? "", evaluation)
    if ProcessInfo.processInfo.environment["MISSES"] != nil {
      for (form, count) in evaluation.misses.sorted(by: { $1.value < $0.value }).prefix(100) {
        print(form, count)
      }
      for miss in evaluation.sentenceMisses { print(miss) }
    }
  }
case "show" where arguments.count >= 3:
  let model = LanguageModel(
    EmbeddedBytes(keeping: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))))
  let core = LanguageCore(orthography: .english, model: model)
  let document = core.document(
    TextBuffer(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[2])))))
  for sentence in document.sentences {
    let parsed = core.parse(sentence, in: document)
    print("#", document.text.string(document.byteRange(sentence)), sentence.kind)
    for word in 0..<parsed.count {
      print(
        word + 1, parsed.string(word), parsed.lemma(of: word, model: model), parsed.tags[word].code,
        parsed.heads[word] + 1, parsed.relations[word].code, separator: "\t")
    }
  }
case "errors" where arguments.count >= 3:
  let model = LanguageModel(
    EmbeddedBytes(keeping: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))))
  let core = LanguageCore(orthography: .english, model: model)
  var total: [String: Int] = [:]
  var right: [String: Int] = [:]
  for sentence in try Treebank(path: arguments[2]).sentences {
    let parsed = core.parse(sentence.document.sentences[0], in: sentence.document)
    for (index, word) in sentence.words.enumerated() {
      total[word.relation.code, default: 0] += 1
      if Int(parsed.heads[index]) == word.head, parsed.relations[index] == word.relation {
        right[word.relation.code, default: 0] += 1
      }
    }
  }
  for (code, count) in total.sorted(by: { $1.value < $0.value }) {
    print(code, count, (right[code] ?? 0) * 100 / count, count - (right[code] ?? 0))
  }
case "clauses" where arguments.count >= 3:
  let model = LanguageModel(
    EmbeddedBytes(keeping: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))))
  let core = LanguageCore(orthography: .english, model: model)
  let document = core.document(
    TextBuffer(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[2])))))
  for sentence in document.sentences {
    let analysis = core.clauses(sentence, in: document)
    let parsed = analysis.sentence
    func words(_ list: [Int]) -> String { list.map(parsed.string).joined(separator: "+") }
    print("#", document.text.string(document.byteRange(sentence)))
    for clause in analysis.clauses {
      let governors = analysis.governors(of: clause.predicate).map {
        "\($0.relation.code)<\(parsed.string($0.word))"
      }
      print(
        "  ", parsed.string(clause.predicate), clause.tense, clause.form, clause.voice,
        clause.aspect.contains(.perfect) ? "perfect" : "", clause.isNegated ? "NOT" : "",
        clause.modal.map(parsed.string) ?? "", clause.condition.map { "if:" + parsed.string($0) } ?? "",
        clause.isFutureAuxiliary ? "(aux)" : "", "subj", words(clause.subjects), "obj", words(clause.objects),
        "by", words(clause.byAgents), "gov", governors.joined(separator: " "))
    }
  }
case "speed" where arguments.count >= 3:
  let model = LanguageModel(
    EmbeddedBytes(keeping: [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))))
  let core = LanguageCore(orthography: .english, model: model)
  let text = try String(contentsOf: URL(fileURLWithPath: arguments[2]), encoding: .utf8)
  let texts = text.split(separator: "\u{1}").map { TextBuffer(String($0)) }
  let clock = ContinuousClock()
  var documents: [Document] = []
  var words = 0
  let lexing = clock.measure {
    for text in texts { documents.append(core.document(text)) }
  }
  for document in documents { words += document.tokens.count }
  var sum = 0
  let tagging = clock.measure {
    for document in documents {
      for sentence in document.sentences { sum += core.tags(sentence, in: document).count }
    }
  }
  let parsing = clock.measure {
    for document in documents {
      for sentence in document.sentences { sum += core.parse(sentence, in: document).count }
    }
  }
  func rate(_ duration: Duration) -> Int { Int(Double(words) / (duration / .seconds(1))) }
  print(
    "\(words) words \(sum); per second: tokens and sentences \(rate(lexing)), tags \(rate(tagging)), tags and trees \(rate(parsing)), all \(rate(lexing + parsing))"
  )
default:
  print("usage: timeline-train train MODEL TREEBANK… | evaluate MODEL TREEBANK…")
}
