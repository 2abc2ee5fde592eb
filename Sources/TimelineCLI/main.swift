import Foundation
import TimelineDates
import TimelineClaims
import TimelineLanguage
import TimelineTimes

// Scaffold for scoring the extractor until the command line stands.
let extractor = ClaimExtractor()
if CommandLine.arguments.contains("parse") {
  while let line = readLine() {
    let d = LanguageCore.english.document(line)
    for s in d.sentences {
      let p = LanguageCore.english.parse(s, in: d)
      for w in 0..<p.count { print(w, p.string(w), p.tags[w].code, p.head(of: w).map { "\($0):\(p.string($0))" } ?? "ROOT", p.relations[w].code, p.lemma(of: w), p.morphology[w].contains(.finite) ? "fin" : "", p.morphology[w].contains(.imperative) ? "imp" : "") }
      print()
    }
  }
  exit(0)
}
while let line = readLine() {
  guard let d = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], let text = d["text"] as? String,
    let published = (d["published"] as? String).flatMap({ DocumentTime(iso: $0) })
  else { continue }
  let e = extractor.extract(text, published: published)
  func period(_ p: Period?) -> Any { p.map { ["start": $0.inclusiveText.start, "end": $0.inclusiveText.end] as Any } ?? NSNull() }
  let times = e.times.map { t in
    ["text": t.text, "span": [t.span.lowerBound, t.span.upperBound], "type": t.timex.type.rawValue, "value": t.timex.value,
     "steps": t.resolution.chosen?.steps ?? []] as [String: Any] }
  let claims = e.claims.map { c in
    ["trigger": ["text": c.trigger.text, "span": [c.trigger.span.lowerBound, c.trigger.span.upperBound]],
     "time": c.time.map { ["text": $0.text, "span": [$0.span.lowerBound, $0.span.upperBound]] as Any } ?? NSNull(),
     "period": period(c.period), "relation": c.relation.rawValue, "modality": c.modality.rawValue, "negated": c.isNegated,
     "conditional": c.isConditional, "source": c.source.map { ["name": $0] as Any } ?? NSNull(), "stated": period(c.stated),
     "actors": c.actors, "places": c.places, "alternatives": c.placesAreAlternatives, "title": c.title, "evidence": c.evidence] as [String: Any] }
  let out: [String: Any] = ["id": d["id"] ?? "", "claims": claims, "times": times]
  print(String(decoding: try JSONSerialization.data(withJSONObject: out), as: UTF8.self))
}
