import CTimelineData
package import TimelineLanguage

/// The words that frame events: verbs, event nouns, prepositions and cues, from `data/en/claims`.
package final class ClaimLexicon: Sendable {
  let verbs: VerbFrames
  let nouns: EventNouns
  let relations: RelationPhrases
  let cues: Cues
  let people: PeopleWords
  let headlines: HeadlinePhrases
  let placeholders: TimePlaceholders
  let confidence: ConfidenceModel
  package let faults: [DataMistake]

  package static let english = ClaimLexicon()

  private init() {
    var faults: [DataMistake] = []
    verbs = VerbFrames(DataFile("data/en/claims/verbs.tsv", timeline_data_claims_verbs()), &faults)
    let common = CommonNouns(
      DataFile("data/en/claims/wordnet-nouns.tsv", timeline_data_claims_wordnet_nouns()), &faults)
    nouns = EventNouns(DataFile("data/en/claims/nouns.tsv", timeline_data_claims_nouns()), common, &faults)
    relations = RelationPhrases(
      DataFile("data/en/claims/relations.tsv", timeline_data_claims_relations()), &faults)
    cues = Cues(DataFile("data/en/claims/cues.tsv", timeline_data_claims_cues()), &faults)
    people = PeopleWords(
      DataFile("data/en/claims/people.tsv", timeline_data_claims_people()), common, &faults)
    headlines = HeadlinePhrases(
      DataFile("data/en/claims/headlines.tsv", timeline_data_claims_headlines()), &faults)
    placeholders = TimePlaceholders(
      DataFile("data/en/claims/placeholders.tsv", timeline_data_claims_placeholders()), &faults)
    confidence = ConfidenceModel(
      DataFile("data/en/claims/confidence.tsv", timeline_data_claims_confidence()), &faults)
    self.faults = faults
  }
}
