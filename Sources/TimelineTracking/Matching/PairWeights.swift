import CTimelineData
import TimelineLanguage
import TimelineText

/// What each part of a ``PairEvidence`` weighs: the logistic regression of `data/en/tracking-weights.tsv`.
///
/// `scripts/tracking-weights` fits the weights to the gold threads and prints how well they do on stories that they
/// were not fitted to.
struct PairWeights: Sendable {
  static let english = PairWeights(
    DataFile("data/en/tracking-weights.tsv", timeline_data_tracking_weights()))

  private var weights = SIMD32<Float>()

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  init(_ table: DataFile) {
    var faults: [DataMistake] = []
    let kinds = Dictionary(uniqueKeysWithValues: PairEvidence.Kind.allCases.map { ("\($0)", $0) })
    var missing = Set(kinds.keys)
    for (line, cells) in table.rows {
      guard cells.count == 2, let kind = kinds[cells[0].trimmed], let weight = Float(cells[1].trimmed),
        weight.isFinite, missing.remove(cells[0].trimmed) != nil
      else {
        faults.append(
          table.fault(line, "expected a part of the evidence, each once, and its weight, with a tab"))
        continue
      }
      weights[kind.rawValue] = weight
    }
    for name in missing.sorted() { faults.append(table.fault(1, "expected a weight for “\(name)”")) }
    self.faults = faults
  }

  /// How likely two mentions speak of one event, 0 through 1.
  func likelihood(_ evidence: PairEvidence) -> Double {
    1 / (1 + Exponential.of(-Double((evidence.values * weights).sum())))
  }
}
