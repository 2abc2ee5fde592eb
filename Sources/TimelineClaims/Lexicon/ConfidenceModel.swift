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

  struct Judgement {
    /// A probability, from 0.01 through 0.99.
    var confidence: Double
    /// What made it up, the weightiest first.
    var grounds: [ConfidenceGround]
    /// `confidence: 0.83; for it: …; against it: …`, the weightiest grounds first.
    var line: String
  }

  /// Features that the file does not name count nothing.
  func judge(_ features: [(name: String, value: Double)]) -> Judgement {
    var sum = 0.0
    var told: [(ground: ConfidenceGround, words: String)] = []
    told.reserveCapacity(features.count)
    for (name, value) in features {
      let term = terms[name]
      let share = (term?.weight ?? 0) * value
      sum += share
      told.append((ConfidenceGround(name: name, value: value, share: share), term?.words ?? ""))
    }
    told.sort { abs($0.ground.share) > abs($1.ground.share) }
    let probability = 1 / (1 + Exponential.of(-sum))
    let confidence = min(max((probability * 100).rounded() / 100, 0.01), 0.99)
    return Judgement(
      confidence: confidence, grounds: told.map(\.ground), line: Self.line(confidence, told))
  }

  private static func line(
    _ confidence: Double, _ told: [(ground: ConfidenceGround, words: String)]
  ) -> String {
    let hundredths = Int((confidence * 100).rounded())
    var (pro, contra) = ("", "")
    var (pros, contras) = (0, 0)
    // The weightiest stand first.
    for (ground, words) in told {
      if abs(ground.share) < least { break }
      if words.isEmpty { continue }
      if ground.share > 0, pros < most {
        pro.append(pros == 0 ? "; for it: " : ", ")
        pro.append(words)
        pros += 1
      } else if ground.share < 0, contras < most {
        contra.append(contras == 0 ? "; against it: " : ", ")
        contra.append(words)
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
