import CTimelineNetwork
import TimelineText

/// Gives each word of a sentence its tag, greedily from left to right.
///
/// An averaged perceptron over hashed features (Collins 2002; Honnibal 2013), its weights rounded to
/// eight bits.
public struct Tagger: Sendable {
  private let table: WeightTable
  private let tagCount: Int

  /// Nil for a model without a tagger.
  init?(_ model: LanguageModel, tags: TagSet) {
    guard let table = WeightTable(model.part(.tagger), columns: TagSet.most), tags.count > 1 else {
      return nil
    }
    self.table = table
    tagCount = tags.count
  }

  /// Tags words; `forms` has two border forms at each end.
  func tag(_ forms: UnsafePointer<WordForm>, count: Int, into tags: UnsafeMutablePointer<UInt8>) {
    // Rows lie far apart in memory: those of the next word are asked for before they are added.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * TaggerFeatures.count) { hashes in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: TagSet.most) { sums in
        guard var rows = hashes.baseAddress, let sums = sums.baseAddress, count > 0 else { return }
        var next = rows + TaggerFeatures.count
        prepare(rows, forms, at: 2)
        var previous: UInt32 = 0xFF
        var beforePrevious: UInt32 = 0xFF
        for index in 0..<count {
          let form = forms + index + 2
          var best = form.pointee.certainTag &- 1
          if index + 1 < count { prepare(next, forms, at: index + 3) }
          if form.pointee.certainTag == 0 {
            TaggerFeatures.fillTags(
              rows, forms, at: index + 2, previous: previous, beforePrevious: beforePrevious)
            for feature in TaggerFeatures.countOfWords..<TaggerFeatures.count {
              rows[feature] >>= table.shift
            }
            FixedPoint.kernels.addRows(table.weights, rows, TaggerFeatures.count, sums)
            best = 0
            for tag in 1..<tagCount where sums[tag] > sums[Int(best)] { best = UInt8(tag) }
          }
          tags[index] = best
          beforePrevious = previous
          previous = UInt32(best)
          swap(&rows, &next)
        }
      }
    }
  }

  /// Works out the rows of the features of a word that see no tags, and asks the memory for them.
  @inline(__always)
  private func prepare(_ rows: UnsafeMutablePointer<UInt32>, _ forms: UnsafePointer<WordForm>, at index: Int)
  {
    guard forms[index].certainTag == 0 else { return }
    TaggerFeatures.fillWords(rows, forms, at: index)
    for feature in 0..<TaggerFeatures.countOfWords {
      rows[feature] >>= table.shift
      timelinePrefetch(table.weights + Int(rows[feature]) * table.columns)
    }
  }
}
