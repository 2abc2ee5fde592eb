import TimelineLanguage
import TimelineText

/// How likely a claim is right, by a logistic regression over what is known of it when it is made.
///
/// `scripts/confidence` fits the weights to the gold corpora. Right means usable: an event that the text places at
/// that time, with the period, the relation, the modality and the polarity as an annotator gives them.
struct ConfidenceModel: Sendable {
  private struct Term: Sendable {
    var weight: Double
    /// How the feature is told to people.
    var words: String
  }

  private var terms: [String: Term] = [:]

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      guard cells.count == 3, let weight = Double(cells[1]), weight.isFinite else {
        faults.append(file.fault(line, "expected a feature, its weight and its wording, with tabs"))
        continue
      }
      terms[String(cells[0])] = Term(weight: weight, words: String(cells[2]))
    }
  }

  /// The probability, from 0.01 through 0.99, and what made it up, the weightiest first. Features that the file does not name
  /// count nothing.
  func judge(_ features: [(name: String, value: Double)]) -> (confidence: Double, grounds: [ConfidenceGround])
  {
    var sum = 0.0
    var grounds: [ConfidenceGround] = []
    for (name, value) in features {
      let share = (terms[name]?.weight ?? 0) * value
      sum += share
      grounds.append(ConfidenceGround(name: name, value: value, share: share))
    }
    grounds.sort { abs($0.share) > abs($1.share) }
    let probability = 1 / (1 + Exponential.of(-sum))
    return (min(max((probability * 100).rounded() / 100, 0.01), 0.99), grounds)
  }

  /// `confidence: 0.83; for it: …; against it: …`, the weightiest grounds first.
  func line(_ confidence: Double, _ grounds: [ConfidenceGround]) -> String {
    let hundredths = Int((confidence * 100).rounded())
    var (pro, contra) = ("", "")
    var (pros, contras) = (0, 0)
    // The weightiest stand first.
    for ground in grounds.prefix(while: { abs($0.share) >= Self.least }) {
      guard let words = terms[ground.name]?.words, !words.isEmpty else { continue }
      if ground.share > 0, pros < Self.most {
        pro += (pros == 0 ? "; for it: " : ", ") + words
        pros += 1
      } else if ground.share < 0, contras < Self.most {
        contra += (contras == 0 ? "; against it: " : ", ") + words
        contras += 1
      }
    }
    return "confidence: 0.\(hundredths < 10 ? "0" : "")\(hundredths)" + pro + contra
  }

  /// Grounds of less are not told.
  private static let least = 0.1
  /// So many grounds for and as many against are told.
  private static let most = 4
}
