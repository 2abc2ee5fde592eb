import TimelineText

/// Gives each word of a sentence its tag, greedily from left to right.
///
/// An averaged perceptron over hashed features (Collins 2002; Honnibal 2013), its weights rounded to
/// eight bits.
package struct Tagger: Sendable {
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
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.count) { hashes in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: TagSet.most) { sums in
        guard let hashes = hashes.baseAddress, let sums = sums.baseAddress else { return }
        var previous: UInt32 = 0xFF
        var beforePrevious: UInt32 = 0xFF
        for index in 0..<count {
          let form = forms + index + 2
          var best = form.pointee.certainTag &- 1
          if form.pointee.certainTag == 0 {
            TaggerFeatures.fill(
              hashes, forms, at: index + 2, previous: previous, beforePrevious: beforePrevious)
            for feature in 0..<TaggerFeatures.count { hashes[feature] >>= table.shift }
            FixedPoint.kernels.addRows(table.weights, hashes, TaggerFeatures.count, sums)
            best = 0
            for tag in 1..<tagCount where sums[tag] > sums[Int(best)] { best = UInt8(tag) }
          }
          tags[index] = best
          beforePrevious = previous
          previous = UInt32(best)
        }
      }
    }
  }
}
