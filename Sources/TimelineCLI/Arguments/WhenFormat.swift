import ArgumentParser

/// The forms of an answer of `timeline when`.
enum WhenFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl
}
