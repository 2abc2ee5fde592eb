import Foundation
import TimelineDates
import TimelineLanguage
import TimelineText
import TimelineTimes

// Scaffold for scoring the recogniser until the command line stands.
while let line = readLine() {
  guard let d = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], let text = d["text"] as? String,
    let published = (d["published"] as? String).flatMap({ DocumentTime(iso: $0) })
  else { continue }
  let buffer = TextBuffer(text)
  let tokens = Tokeniser(.english).tokens(of: buffer)
  let sentences = SentenceSplitter(.english).sentences(of: tokens, in: buffer)
  let times = TimeExtractor().times(in: sentences, of: tokens, text: buffer, published: published)
  let out: [String: Any] = ["id": d["id"] ?? "", "claims": [], "times": times.map { t in
    ["text": t.text, "span": [t.span.lowerBound, t.span.upperBound], "type": t.timex.type.rawValue, "value": t.timex.value,
     "steps": t.resolution.chosen?.steps ?? []] as [String: Any] }]
  print(String(decoding: try JSONSerialization.data(withJSONObject: out), as: UTF8.self))
}
