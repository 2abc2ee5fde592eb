import Foundation

/// A line of JSONL: `{"id", "published", "outlet", "title", "url", "text"}`; other fields are passed over.
enum JSONArticle {
  static func read(_ bytes: ArraySlice<UInt8>) throws(ArticleProblem) -> ArticleFields {
    let line: Line
    do {
      line = try JSONDecoder().decode(Line.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw problem(error)
    } catch {
      throw .brokenJSON("\(error)")
    }
    return ArticleFields(
      id: line.id?.text, published: line.published, outlet: line.outlet, title: line.title, url: line.url,
      text: line.text)
  }

  private struct Line: Decodable {
    var id: Identifier?
    var published: String?
    var outlet: String?
    var title: String?
    var url: String?
    var text: String
  }

  /// A key that some write as a string and some as a number.
  private struct Identifier: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  private static func problem(_ error: DecodingError) -> ArticleProblem {
    switch error {
    case .keyNotFound(let key, _): .wrongField(name: key.stringValue, expected: "there")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.last.map { .wrongField(name: $0.stringValue, expected: "a string") }
        ?? .brokenJSON("not an object {…}")
    case .dataCorrupted(let context): .brokenJSON(reason(context))
    @unknown default: .brokenJSON("not readable")
    }
  }

  /// What the parser found, without the words that Foundation puts around it.
  private static func reason(_ context: DecodingError.Context) -> String {
    let underlying = context.underlyingError as NSError?
    let detail = underlying?.userInfo[NSDebugDescriptionErrorKey] as? String ?? context.debugDescription
    return detail.replacingOccurrences(of: " around line 1,", with: " at").trimmingCharacters(in: ["."])
  }
}
