// Measures each stage of the pipeline and the whole: `timeline-benchmark PROGRAM ARTICLES.jsonl
// [COUNT [STAGE]]`, with STAGE only those whose names hold it, and no program.
import Foundation
import Timeline
import TimelineArticles
import TimelineClaims
import TimelineLanguage
import TimelineText
import TimelineTimes

let arguments = CommandLine.arguments.dropFirst()
guard let program = arguments.first, let corpus = arguments.dropFirst().first else {
  print("usage: timeline-benchmark PROGRAM ARTICLES.jsonl [COUNT [STAGE]]")
  exit(2)
}
let wanted = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 2000
let only = arguments.dropFirst(3).first

/// The first articles of the corpus, repeated until there are enough.
func sample() throws -> [Article] {
  var articles: [Article] = []
  while articles.count < wanted {
    let before = articles.count
    var reader = try ArticleReader(corpus)
    while articles.count < wanted, let raw = try reader.next() {
      if let article = try? raw.get().article(now: nil) { articles.append(article) }
    }
    if articles.count == before { break }
  }
  return articles
}

do {
  let articles = opaque(try sample())
  let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
  let size = try FileManager.default.attributesOfItem(atPath: corpus)[.size] as? Int ?? 0
  print("\(articles.count) articles, \(bytes) bytes of text; one core, the best of 3 runs")

  func stage(_ name: String, words: Int = 0, _ body: () throws -> Void) rethrows {
    if let only, !name.contains(only) { return }
    print(try measure(name, bytes: bytes, articles: articles.count, words: words, body).line)
  }

  var count = 0
  if only == nil {
    let reading = try measure("read JSONL (the whole file)", bytes: size) {
      var reader = try ArticleReader(corpus)
      count = 0
      while let raw = try reader.next() {
        if let article = try? raw.get().article(now: nil) {
          consume(article)
          count += 1
        }
      }
    }
    print(reading.line)
  }
  let core = LanguageCore.english
  let buffers = opaque(articles.map { TextBuffer($0.text) })
  stage("tokenise") { for buffer in buffers { consume(core.tokens(of: buffer)) } }
  stage("tokenise and split sentences") { for buffer in buffers { consume(core.document(buffer)) } }
  let documents = buffers.map { core.document($0) }
  let words = documents.reduce(0) { $0 + $1.tokens.count }
  stage("tag every sentence", words: words) {
    for document in documents {
      for sentence in document.sentences { consume(core.tags(sentence, in: document)) }
    }
  }
  stage("tokenise, tag and parse", words: words) {
    for buffer in buffers {
      let document = core.document(buffer)
      for sentence in document.sentences { consume(core.parse(sentence, in: document)) }
    }
  }
  let times = TimeExtractor()
  stage("find and resolve times") {
    for article in articles { consume(times.times(in: article.text, published: article.published)) }
  }
  let extractor = ClaimExtractor()
  stage("extract times and claims") {
    for article in articles { consume(extractor.extract(article.text, published: article.published)) }
  }
  guard only == nil else { exit(0) }
  let calendar = opaque(CalendarWriting(articles, extractor))
  let written = calendar.run()
  print(
    measure("write 100,000 events as iCalendar", bytes: written) { consume(calendar.run()) }.line)

  print("\nthe program, all cores, \(count) articles")
  try Program(path: program, corpus: corpus, articles: count, bytes: size).run()
} catch {
  print("timeline-benchmark: \(error)")
  exit(2)
}
