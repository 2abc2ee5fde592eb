import Foundation
import Synchronization
import Testing
import TimelineDates

@testable import Timeline
@testable import TimelineStore

/// What is left when a process ends in the middle of writing.
@Suite struct SoundnessTests {
  /// The files of a timeline as they lie on the disk while a transaction is open are what `kill -9` leaves.
  @Test(arguments: [0, 1, 40])
  func aKilledProcessLeavesWholeArticles(written: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("t.db")
    let left = folder.file("left.db")
    let store = try TimelineStore(path: path, isReadOnly: false)
    let timeline = Timeline(store: store, extractor: MadeArticles.extractor)
    try timeline.add(MadeArticles.article("before", "meet 5 Karvelia\nvote 9 Sorenia"))
    try store.write { db in
      // A small cache, so that pages reach the journal before the end.
      try db.execute(sql: "PRAGMA cache_size = 5")
      var session = try WriteSession(db, cache: TraitsCache())
      for index in 0..<written {
        let article = MadeArticles.article(
          "a\(index)", "meet \(index) Karvelia\nsign \(index) Orvane \(index)")
        _ = try session.add(PreparedArticle(article, extractor: MadeArticles.extractor))
      }
      try FileManager.default.copyItem(atPath: path, toPath: left)
      try FileManager.default.copyItem(atPath: path + "-wal", toPath: left + "-wal")
      try session.finish()
    }
    let (complaints, articles) = try RawDatabase.check(left)
    #expect(complaints == [])
    #expect(articles == 1)
    let opened = try Timeline.made(at: left)
    #expect(try opened.everything.count == 2)
    #expect(try opened.add(MadeArticles.article("after", "launch 3 Halcyon")) == .added(claims: 1))
  }

  /// Several that make one timeline at once wait for one another.
  @Test func aTimelineIsMadeByOne() throws {
    let folder = try TemporaryFolder()
    for round in 0..<4 {
      let path = folder.file("\(round).db")
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        do {
          let store = try TimelineStore(path: path, isReadOnly: false)
          let timeline = Timeline(store: store, extractor: MadeArticles.extractor)
          try timeline.add(MadeArticles.article("\(number)", "meet 5 Karvelia"))
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock { $0 } == [])
      let store = try TimelineStore(path: path, isReadOnly: false)
      #expect(try store.statistics(now: DayNumber(clamping: 20_000)).articles == 4)
    }
  }

  @Test func everyStepLeavesTheTablesSound() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("t.db")
    let timeline = try Timeline.made(at: path)
    var generator = SplitMix(state: 3)
    for step in 0..<60 {
      let key = "a\(Int.random(in: 0..<12, using: &generator))"
      let names = ["Karvelia", "Sorenia", "Orvane", "Halcyon"].shuffled(using: &generator).prefix(2)
      let events = ["meet", "vote", "sign"].shuffled(using: &generator).prefix(2)
      let text = events.map {
        "\($0) \(Int.random(in: 3..<9, using: &generator)) \(names.joined(separator: " "))"
      }
      .joined(separator: "\n")
      if step % 5 == 4, try timeline.article(key) != nil {
        try timeline.remove(articleKey: key)
      } else {
        try timeline.add(MadeArticles.article(key, text, day: step % 3))
      }
    }
    #expect(try RawDatabase.check(path).complaints == [])
    let claims = try timeline.everything
    #expect(claims.allSatisfy { !$0.mentions.isEmpty && $0.mentions[0].link.kind == .first })
    #expect(
      claims.allSatisfy { claim in
        let known = Set(claim.mentions.map(\.mention.id))
        return claim.mentions.dropFirst().allSatisfy { $0.link.to.map(known.contains) ?? false }
      })
    // The same articles in a timeline of their own come to the same claims.
    let fresh = try Timeline.made()
    for stored in try timeline.articles() {
      if let article = try timeline.article(stored.reference.key) { try fresh.add(article) }
    }
    func shape(_ claims: [TrackedClaim]) -> Set<[String]> {
      Set(
        claims.map {
          $0.mentions.map { "\($0.mention.article.key) \($0.mention.claim.title) \($0.link.kind)" }
        })
    }
    #expect(try shape(fresh.everything) == shape(claims))
  }
}
