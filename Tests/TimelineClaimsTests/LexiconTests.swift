import Testing
import TimelineLanguage

@testable import TimelineClaims

@Suite struct LexiconTests {
  @Test func dataFilesHaveNoFaults() {
    #expect(ClaimLexicon.english.faults.map(\.description) == [])
    #expect(ClaimLexicon.english.verbs.has("say", .report))
    #expect(ClaimLexicon.english.nouns.kind("meeting") == .event)
  }

  /// The words of a sentence are the cues that their strings are.
  @Test func wordsOfASentenceAreCuesAsWritten() throws {
    let core = LanguageCore.english
    let document = core.document(
      "They'll meet in Oslo until Friday, and she’ll leave for Hov with the others.")
    let sentence = core.parse(try #require(document.sentences.first), in: document)
    let cues = ClaimLexicon.english.cues
    for word in 0..<sentence.count {
      let written = cues.all(of: sentence.string(word).lowercased())
      #expect(cues.all(of: word, in: sentence).map(\.kind) == written.map(\.kind))
    }
    #expect(cues.cue(1, of: sentence, .modal)?.modality == .scheduled)
    #expect(cues.cue(3, of: sentence, .place) != nil)
    #expect(cues.cue("until", .place) == nil)
    #expect(cues.questionMark == "?")
    #expect(ClaimLexicon.english.verbs.takesParticle("put"))
    #expect(!ClaimLexicon.english.verbs.takesParticle("meet"))
  }
}
