extension ParsedSentence {
  /// The sentence in CoNLL-U: `# sent_id`, `# text`, a line of ten columns for each word, a line for
  /// each word written as one (`don't`), and an empty line.
  ///
  /// Enhanced dependencies are not known. `SpaceAfter=No` follows the text. Source of the format:
  /// https://universaldependencies.org/format.html.
  public func conllu(number: Int, model: LanguageModel? = .english) -> String {
    var lines: [String] = []
    if sentence.beginsParagraph { lines.append("# newpar") }
    lines.append("# sent_id = \(number)")
    let bullet = bullet
    lines.append(
      "# text = " + text((bullet.first ?? sentence.tokens.lowerBound)..<sentence.tokens.upperBound))
    let shift = bullet.count
    for (place, token) in bullet.enumerated() { lines.append(bulletLine(place, token, shift)) }
    let tagSet = model.map(TagSet.init)
    var joinedThrough = -1
    for word in 0..<count {
      if word > joinedThrough, let last = lastJoined(with: word) {
        joinedThrough = last
        let form = document.text.string(Int(token(word).start)..<Int(token(last).end))
        lines.append(
          "\(shift + word + 1)-\(shift + last + 1)\t\(form)" + String(repeating: "\t_", count: 7)
            + "\t\(spacing(sentence.tokens.lowerBound + last))")
      }
      let features = featureText(of: word, tagSet)
      let columns = [
        "\(shift + word + 1)", string(word), lemma(of: word, model: model), tags[word].code,
        tagSet.map { $0.treebank(fineTags[word]) } ?? "_", features.isEmpty ? "_" : features,
        "\(heads[word] < 0 ? 0 : shift + Int(heads[word]) + 1)", relations[word].code, "_",
        word <= joinedThrough ? "_" : spacing(sentence.tokens.lowerBound + word),
      ]
      lines.append(columns.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// A word's features as CoNLL-U writes them; empty for none.
  public func featureText(of word: Int, model: LanguageModel? = .english) -> String {
    featureText(of: word, model.map(TagSet.init))
  }

  private func featureText(of word: Int, _ tagSet: TagSet?) -> String {
    var parts = tagSet.map { $0.featureText(features[word]).split(separator: "|").map(String.init) } ?? []
    let morphology = morphology[word]
    if morphology.contains(.passive) { parts.append("Voice=Pass") }
    if morphology.contains(.indicative), tags[word].isVerbal {
      parts.removeAll { $0.hasPrefix("Number=") || $0.hasPrefix("Person=") }
      parts.append(morphology.contains(.plural) ? "Number=Plur" : "Number=Sing")
      parts.append(
        morphology.contains(.firstPerson)
          ? "Person=1" : morphology.contains(.secondPerson) ? "Person=2" : "Person=3")
    }
    // The format sorts them whatever the case: `Number` before `NumType`.
    return parts.sorted { $0.lowercased() < $1.lowercased() }.joined(separator: "|")
  }

  /// The last of the words that are written as one with a word and follow it; nil for a word by itself.
  private func lastJoined(with word: Int) -> Int? {
    guard token(word).traits.contains(.clitic), token(word).kind != .number else { return nil }
    var last = word
    while last + 1 < count, token(last + 1).traits.contains(.clitic), token(last + 1).start == token(last).end
    {
      last += 1
    }
    return last > word ? last : nil
  }

  private func spacing(_ token: Int) -> String {
    let next = token + 1
    return next < document.tokens.count && !document.tokens[next].traits.contains(.spaceBefore)
      ? "SpaceAfter=No" : "_"
  }

  /// The tokens of the bullet that stands before the sentence and belongs to none.
  private var bullet: Range<Int> {
    let start = sentence.tokens.lowerBound
    var low = 0
    var high = document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if document.sentences[middle].tokens.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return min(low > 0 ? document.sentences[low - 1].tokens.upperBound : 0, start)..<start
  }

  /// A bullet's tokens hang from the root.
  private func bulletLine(_ place: Int, _ token: Int, _ shift: Int) -> String {
    let form = document.string(token)
    let isNumber = document.tokens[token].kind == .number
    let columns = [
      "\(place + 1)", form, form, isNumber ? "X" : "PUNCT", isNumber ? "LS" : "NFP", "_",
      "\(shift + (root ?? 0) + 1)", isNumber ? "discourse" : "punct", "_", spacing(token),
    ]
    return columns.joined(separator: "\t")
  }

  /// Tokens as written, one space for white space of any kind and length and for marks that are none.
  private func text(_ tokens: Range<Int>) -> String {
    var text = ""
    for token in tokens {
      if token > tokens.lowerBound, document.tokens[token].traits.contains(.spaceBefore) { text += " " }
      text += document.string(token)
    }
    return text
  }
}
