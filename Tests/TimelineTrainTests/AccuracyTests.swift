import Foundation
import Testing
import TimelineLanguage

@testable import timeline_train

/// The shipped model against the treebank that it was not trained on, which lies beside the package.
@Suite struct AccuracyTests {
  private static let treebank = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/treebank/en_ewt-ud-dev.conllu")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: treebank.path),
      "needs ../shared/treebank/en_ewt-ud-dev.conllu"))
  func theShippedModelIsAsGoodAsItsReadmeSays() throws {
    let whole = String(decoding: try Data(contentsOf: Self.treebank), as: UTF8.self)
    // The first sentences: builds without optimisation are slow.
    let gold = whole.components(separatedBy: "\n\n").prefix(300).joined(separator: "\n\n") + "\n\n"
    let model = try #require(LanguageModel.english)
    let core = TrainedCore(core: .english, model: model)
    let score = try #require(
      Score(gold: ScoredText(gold), system: ScoredText(core.parseTokens(Treebank(gold)))))
    let figures = Dictionary(uniqueKeysWithValues: score.parts.map { ($0.name, $0.f1) })
    #expect(figures["UPOS", default: 0] > 94)
    #expect(figures["Lemmas", default: 0] > 95)
    #expect(figures["UAS", default: 0] > 84)
    #expect(figures["LAS", default: 0] > 81)
  }
}
