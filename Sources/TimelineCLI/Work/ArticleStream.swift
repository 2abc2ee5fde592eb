import Timeline
import TimelineArticles

/// The articles of several files, read as they are asked for; what cannot be read is told and passed over.
final class ArticleStream: Sequence, IteratorProtocol {
  private var files: ArraySlice<String>
  private let format: ArticleFormat?
  private let given: ArticleFields
  private let now: DocumentTime
  private var reader: ArticleReader?
  private var bytesBefore = 0
  /// Refused articles and unreadable files.
  private(set) var refusals = 0
  private static let toldRefusals = 20

  init(files: [String], format: ArticleFormat?, given: ArticleFields, now: DocumentTime) {
    self.files = files[...]
    self.format = format
    self.given = given
    self.now = now
  }

  /// Bytes read so far, and in all where that is known for the files that are open or done.
  var position: (read: Int, total: Int?) {
    guard let reader else { return (bytesBefore, nil) }
    let total = files.isEmpty ? reader.size.map { bytesBefore + $0 } : nil
    return (bytesBefore + reader.position, total)
  }

  func next() -> Article? {
    while true {
      do {
        if let article = try nextOfFile() { return article }
        guard let file = files.popFirst() else { return nil }
        reader = try ArticleReader(file, format: format)
      } catch let refusal as ArticleRefusal {
        refuse("\(refusal)")
      } catch {
        reader = nil
        refuse("\(error)")
      }
    }
  }

  private func nextOfFile() throws -> Article? {
    guard let raw = try reader?.next() else {
      bytesBefore += reader?.position ?? 0
      reader = nil
      return nil
    }
    return try raw.get().article(given: given, now: now)
  }

  private func refuse(_ reason: String) {
    refusals += 1
    if refusals <= Self.toldRefusals { Output.message(reason) }
    if refusals == Self.toldRefusals + 1 {
      Output.message("more articles are refused; they are counted, not told")
    }
  }
}
