import TimelineText

/// Tags and parses a sentence with a model.
struct SentenceAnalysis: Sendable {
  let tags: TagSet
  private let lexicon: Lexicon
  private let tagger: Tagger
  private let network: SentenceNetwork

  /// Nil for a model without tagger and parser.
  init?(_ model: LanguageModel?) {
    guard let model else { return nil }
    tags = TagSet(model)
    lexicon = Lexicon(model)
    guard let tagger = Tagger(model, tags: tags), let network = SentenceNetwork(model) else { return nil }
    self.tagger = tagger
    self.network = network
  }

  /// What the models see of a sentence's words, two border forms at each end.
  func forms(_ sentence: Sentence, in document: Document, casing: SentenceCasing) -> [WordForm] {
    let bytes = document.text.bytes.span
    var forms: [WordForm] = []
    forms.reserveCapacity(sentence.tokens.count + 4)
    forms.append(.border(2))
    forms.append(.border(1))
    for index in sentence.tokens {
      var form = WordForm(
        document.tokens[index], in: bytes, isInitial: index == sentence.tokens.lowerBound, casing: casing)
      lexicon.complete(&form)
      forms.append(form)
    }
    forms.append(.border(3))
    forms.append(.border(4))
    return forms
  }

  func tag(_ sentence: Sentence, in document: Document) -> [UInt8] {
    let casing = SentenceCasing(document.tokens[sentence.tokens])
    return tag(forms(sentence, in: document, casing: casing))
  }

  fileprivate func tag(_ forms: [WordForm]) -> [UInt8] {
    let count = forms.count - 4
    return [UInt8](unsafeUninitializedCapacity: count) { tags, initialised in
      forms.withUnsafeBufferPointer { forms in
        guard let forms = forms.baseAddress, let tags = tags.baseAddress else { return }
        tagger.tag(forms, count: count, into: tags)
        initialised = count
      }
    }
  }

  /// - Parameter byPart: Whether what semicolons part is parsed by itself, which is right for news, where
  ///   clauses stand between them, though not for every list.
  /// - Parameter held: Words whose reading is known, numbered within the sentence.
  func parse(
    _ sentence: Sentence, in document: Document, byPart: Bool = false, holding held: [Int: WordReading] = [:]
  ) -> ParsedSentence {
    let casing = SentenceCasing(document.tokens[sentence.tokens])
    let dateline = casing == .allCapitals ? 0 : Dateline.length(document.tokens[sentence.tokens])
    var fineTags: [UInt8] = []
    var heads: [Int32] = []
    var relations: [UniversalRelation] = []
    fineTags.reserveCapacity(sentence.tokens.count)
    heads.reserveCapacity(sentence.tokens.count)
    relations.reserveCapacity(sentence.tokens.count)
    let start = sentence.tokens.lowerBound
    var ends = dateline > 0 ? [start + dateline] : []
    if byPart { ends += Self.parts(start + dateline..<sentence.tokens.upperBound, in: document) }
    for (first, end) in zip([start] + ends, ends + [sentence.tokens.upperBound]) where first < end {
      draw(first..<end, in: document, casing: casing, held, &fineTags, &heads, &relations)
    }
    if byPart { Self.joinParts(from: dateline, &heads, &relations) }
    if dateline > 0 { Self.attachDateline(dateline, &heads, &relations) }
    let count = fineTags.count
    var features: [UInt16] = []
    features.reserveCapacity(count)
    for index in 0..<count {
      let token = document.tokens[sentence.tokens.lowerBound + index]
      features.append(
        lexicon.inflection(token.hash, tag: fineTags[index])?.features ?? tags.usualFeatures(fineTags[index]))
    }
    let universal = fineTags.map(tags.universal)
    let agreement = Agreement(tags: universal, heads: heads, relations: relations)
    let words = features.map(tags.morphology)
    return ParsedSentence(
      document: document, sentence: sentence, tags: universal, fineTags: fineTags, features: features,
      morphology: words.indices.map { agreement.morphology(of: $0, in: words) }, heads: heads,
      relations: relations, casing: casing)
  }
}

extension SentenceAnalysis {
  /// Tags and parses a run of tokens by itself; its words are numbered on from those before.
  private func draw(
    _ range: Range<Int>, in document: Document, casing: SentenceCasing, _ held: [Int: WordReading],
    _ fineTags: inout [UInt8], _ heads: inout [Int32], _ relations: inout [UniversalRelation]
  ) {
    let part = Sentence(tokens: range, kind: .prose, beginsParagraph: false)
    var forms = forms(part, in: document, casing: casing)
    for (word, reading) in held {
      let place = word - heads.count
      guard place >= 0, place < range.count else { continue }
      if let tag = reading.tag(in: tags) {
        forms[place + 2].certainTag = tag + 1
      }
    }
    var partTags = tag(forms)
    let state = network.parse(forms, tags: &partTags)
    let first = Int32(heads.count)
    let count = Int32(range.count)
    for word in 0..<range.count {
      heads.append(state.heads[word] == count ? -1 : first + state.heads[word])
      relations.append(UniversalRelation(rawValue: state.relations[word]) ?? .dependent)
    }
    fineTags += partTags
  }

  /// Where the parts of a sentence behind semicolons begin; short ones are left to what stands before.
  private static func parts(_ range: Range<Int>, in document: Document) -> [Int] {
    var starts: [Int] = []
    var last = range.lowerBound
    for index in range where index - last >= shortestPart && range.upperBound - index > shortestPart {
      let token = document.tokens[index]
      if token.count == 1, document.text.bytes[Int(token.start)] == 59 {
        starts.append(index + 1)
        last = index + 1
      }
    }
    return starts
  }

  private static let shortestPart = 4

  /// Hangs the roots of later parts from the first.
  private static func joinParts(
    from dateline: Int, _ heads: inout [Int32], _ relations: inout [UniversalRelation]
  ) {
    guard let root = heads.indices.dropFirst(dateline).first(where: { heads[$0] < 0 }) else { return }
    for word in heads.indices.dropFirst(root + 1) where heads[word] < 0 {
      heads[word] = Int32(root)
      relations[word] = .parataxis
    }
  }

  /// Hangs a dateline from the root of the sentence behind it.
  private static func attachDateline(
    _ count: Int, _ heads: inout [Int32], _ relations: inout [UniversalRelation]
  ) {
    guard let root = heads.indices.dropFirst(count).first(where: { heads[$0] < 0 }) else { return }
    for word in 0..<count where heads[word] < 0 {
      heads[word] = Int32(root)
      relations[word] = .parataxis
    }
  }
}

extension ParsedSentence {
  /// A sentence without a model: every word hangs from the first.
  static func flat(_ sentence: Sentence, in document: Document) -> ParsedSentence {
    let count = sentence.tokens.count
    return ParsedSentence(
      document: document, sentence: sentence, tags: Array(repeating: .other, count: count),
      fineTags: Array(repeating: 0, count: count), features: Array(repeating: 0, count: count),
      morphology: Array(repeating: [], count: count), heads: (0..<count).map { $0 == 0 ? -1 : 0 },
      relations: (0..<count).map { $0 == 0 ? .root : .dependent }, casing: .normal)
  }
}
