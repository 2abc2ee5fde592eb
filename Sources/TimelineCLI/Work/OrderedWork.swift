import Dispatch
import Synchronization

/// Work on a stream of items, shared by all cores, with the results in the order of the items and never
/// more than a few batches in memory.
enum OrderedWork {
  /// - Parameters:
  ///   - weight: What an item takes of `batchWeight`: bytes, as a rule.
  ///   - next: The next item; called on the caller's thread; nil at the end.
  ///   - work: Called on many threads.
  ///   - deliver: Called on the caller's thread, in order.
  static func run<Item: Sendable, Outcome: Sendable>(
    batchWeight: Int = 1 << 20, batchCount: Int = 512, weight: (Item) -> Int, next: () throws -> Item?,
    work: @escaping @Sendable (Item) -> Outcome, deliver: (Outcome) throws -> Void
  ) throws {
    var isDone = false
    while !isDone {
      var batch: [Item] = []
      var total = 0
      while total < batchWeight && batch.count < batchCount {
        guard let item = try next() else {
          isDone = true
          break
        }
        total += weight(item)
        batch.append(item)
      }
      for outcome in map(batch, work) { try deliver(outcome) }
    }
  }

  /// The results of work that all cores share, in the order of the items.
  static func map<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Outcome
  ) -> [Outcome] {
    guard items.count > 1 else { return items.map(work) }
    let outcomes = Mutex<[Outcome?]>(Array(repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let outcome = work(items[index])
      outcomes.withLock { $0[index] = outcome }
    }
    return outcomes.withLock { $0.compactMap { $0 } }
  }
}
