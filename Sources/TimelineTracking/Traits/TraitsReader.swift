package import TimelineClaims
package import TimelineDates
import TimelineText

/// Reads the traits of an article and its claims from their texts.
package struct TraitsReader: Sendable {
  package static let english = TraitsReader(
    names: .english, words: .english, classes: .english)

  private let names: NameReader
  private let words: TrackingWords
  private let classes: EventClasses

  init(names: NameReader, words: TrackingWords, classes: EventClasses) {
    self.names = names
    self.words = words
    self.classes = classes
  }

  /// The traits of an article; a pure function of what it is given.
  package func traits(
    ofArticle key: String, published: DocumentTime, outlet: String?, text: String, claims: [Claim]
  ) -> ArticleTraits {
    var traits = ArticleTraits(published: published)
    traits.key = ArticleOrder.hash(key)
    let proper = properWords(of: text)
    traits.names = proper.ranked
    traits.outlet = outlet.map { names.key($0, isProper: { _ in true }) }
    traits.quotations = QuotationReader.runs(of: text)
    var sentences: [String: SentenceTraits] = [:]
    for (ordinal, claim) in claims.enumerated() {
      let sentence = sentences[claim.quote.text] ?? self.sentence(claim.quote.text, proper: proper.all)
      sentences[claim.quote.text] = sentence
      traits.mentions.append(mention(of: claim, ordinal: ordinal, in: sentence, proper: proper.all))
    }
    return traits
  }

  /// The word of an event by itself, as ``MentionTraits/event`` and ``MentionTraits/classes`` have it.
  package func event(named name: String) -> (word: UInt32, classes: [UInt32]) {
    let folded = LatinFolding.fold(name)
    return (WordHash.of(folded), classes.classes(of: folded, following: []).named)
  }

  private struct SentenceTraits {
    var hash: UInt32
    var words: [UInt32]
    var tellsMove: Bool
  }

  private func mention(
    of claim: Claim, ordinal: Int, in sentence: SentenceTraits, proper: Set<UInt32>
  ) -> MentionTraits {
    var traits = MentionTraits()
    traits.ordinal = ordinal
    traits.trigger = claim.trigger.span
    let event = word(of: claim)
    traits.event = WordHash.of(event)
    traits.isVague = words.vague.contains(traits.event)
    (traits.classes, traits.kin) = classes.classes(of: event, following: wordsAfterTrigger(of: claim))
    if words.phases.contains(traits.event) {
      traits.classes = Array(Set(traits.classes + claim.actors.flatMap(eventClasses))).sorted()
      traits.kin = Array(Set(traits.kin + traits.classes)).sorted()
    }
    traits.actors = claim.actors.map { key($0, proper) }.filter { !$0.isEmpty }
    traits.places = claim.places.map { key($0, proper) }.filter { !$0.isEmpty }
    traits.source = claim.source.map { key($0, proper) }
    traits.words = sentence.words
    traits.modifiers = modifiers(of: claim)
    traits.sentence = sentence.hash
    traits.tellsMove = sentence.tellsMove
    traits.period = claim.period
    traits.zone = claim.zone.map { WordHash.of($0) } ?? 0
    traits.relation = claim.relation
    traits.modality = claim.modality
    traits.isNegated = claim.isNegated
    traits.isConditional = claim.isConditional
    traits.stated = claim.stated?.lastDay
    return traits
  }

  /// The word that names the event: the dictionary form, or where that stands nowhere, the known word that the
  /// trigger is a regular form of (a lemma may be cut too short).
  private func word(of claim: Claim) -> [UInt8] {
    let event = LatinFolding.fold(claim.event)
    guard !classes.isKnown(event) else { return event }
    let trigger = LatinFolding.fold(claim.trigger.text)
    if let base = words.irregular[WordHash.of(trigger)], classes.isKnown(base) { return base }
    for ending in ["", "d", "ed", "s", "es", "ing"]
    where trigger.reversed().starts(with: ending.utf8.reversed()) {
      let stem = Array(trigger.dropLast(ending.utf8.count))
      // `planned` from `plan`, `making` from `make`.
      let single = stem.count > 3 && stem.last == stem.dropLast().last ? Array(stem.dropLast()) : stem
      for form in [stem, single, stem + Array("e".utf8)] where form.count > 2 && classes.isKnown(form) {
        return form
      }
    }
    return event
  }

  /// The kinds of event that an actor is (`a peace conference on the borderland`): those of the words up to
  /// its first one without content (`on`), a leading article left out.
  private func eventClasses(of actor: String) -> [UInt32] {
    let pieces = WordSplitter.words(of: actor)
      .drop { words.empty.contains(WordHash.of($0.bytes)) }
      .prefix { !words.empty.contains(WordHash.of($0.bytes)) }
    return pieces.last.map { classes.known($0.bytes) } ?? []
  }

  private func key(_ name: String, _ proper: Set<UInt32>) -> NameKey {
    names.key(name, isProper: proper.contains)
  }

  /// The four folded words after the trigger, in its sentence.
  private func wordsAfterTrigger(of claim: Claim) -> [[UInt8]] {
    let offset = claim.trigger.span.upperBound - claim.quote.span.lowerBound
    guard offset > 0, offset <= claim.quote.span.count else { return [] }
    let rest = claim.quote.text.unicodeScalars.dropFirst(offset).prefix(48)
    return WordSplitter.words(of: String(String.UnicodeScalarView(rest))).prefix(4).map(\.bytes)
  }

  /// At most two words with content right before the trigger, names left out.
  private func modifiers(of claim: Claim) -> [UInt32] {
    let length = claim.trigger.span.lowerBound - claim.quote.span.lowerBound
    guard length > 0, length <= claim.quote.span.count else { return [] }
    let before = claim.quote.text.unicodeScalars.prefix(length).suffix(48)
    return WordSplitter.words(of: String(String.UnicodeScalarView(before))).suffix(2).reversed()
      .map { (word: $0, hash: NameReader.hash(Array($0.bytes.prefix(6)))) }
      .prefix { word, hash in
        !word.isCapitalised && (words.counts.contains(hash) || !words.empty.contains(WordHash.of(word.bytes)))
      }
      .map(\.hash).sorted()
  }

  private func sentence(_ text: String, proper: Set<UInt32>) -> SentenceTraits {
    let pieces = WordSplitter.words(of: text)
    var tellsMove = pieces.contains { words.moves.contains(WordHash.of($0.bytes)) }
    if !tellsMove, !words.movePhrases.isEmpty {
      let joined = [32] + Array(pieces.map(\.bytes).joined(separator: [32])) + [32]
      tellsMove = words.movePhrases.contains { joined.contains($0) }
    }
    return SentenceTraits(
      hash: WordHash.of(text.utf8), words: content(of: pieces, proper).sorted(), tellsMove: tellsMove)
  }

  /// The words that carry content, by their beginnings; proper names whole, with their mark.
  private func content(of pieces: [FoldedWord], _ proper: Set<UInt32>) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for piece in pieces where !words.empty.contains(WordHash.of(piece.bytes)) {
      let hashes = names.hashes(ofWord: piece.bytes, isCapitalised: piece.isCapitalised)
      if piece.isCapitalised, hashes.contains(where: proper.contains) {
        found.formUnion(hashes.map { $0 | 1 })
      } else if piece.bytes.count > 2 {
        found.insert(NameReader.hash(Array(piece.bytes.prefix(6))))
      }
    }
    return found
  }

  /// Words that are capitalised inside sentences: all of them, and the most frequent first.
  ///
  /// The first word of a sentence counts where another capitalised word follows it at once.
  private func properWords(of text: String) -> (all: Set<UInt32>, ranked: [UInt32]) {
    var counts: [UInt32: (count: Int, first: Int, isWide: Bool)] = [:]
    var opening: [UInt32: Int] = [:]
    let pieces = WordSplitter.words(of: text)
    for (index, piece) in pieces.enumerated() where piece.isCapitalised && piece.bytes.count > 1 {
      let plain = WordHash.of(piece.bytes)
      let hashes = names.hashes(ofWord: piece.bytes, isCapitalised: true)
      if words.empty.contains(plain), !hashes.contains(where: names.common.contains) { continue }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      let beginsName = next.map { $0.isCapitalised && !$0.followsMark && !$0.startsSentence } ?? false
      for hash in hashes {
        if piece.startsSentence, !beginsName {
          opening[hash, default: 0] += 1
        } else if var known = counts[hash] {
          known.count += 1
          counts[hash] = known
        } else {
          let isWide =
            words.wide.contains(plain) || words.titles.contains(plain) || names.common.contains(hash)
          counts[hash] = (1, index, isWide)
        }
      }
    }
    let ranked = counts.map {
      (hash: $0.key, count: $0.value.count + opening[$0.key, default: 0], entry: $0.value)
    }.sorted { ($1.count, $0.entry.first, $0.hash) < ($0.count, $1.entry.first, $1.hash) }
    return (
      Set(counts.keys),
      ranked.prefix(ArticleTraits.nameLimit).map { $0.entry.isWide ? $0.hash | 1 : $0.hash }
    )
  }
}

extension Array where Element == UInt8 {
  func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, count >= needle.count else { return false }
    var index = 0
    while index + needle.count <= count {
      if self[index] == first, self[index...].starts(with: needle) { return true }
      index += 1
    }
    return false
  }
}

/// The hash of an article's key, for an order that does not hang on when an article was added.
package enum ArticleOrder {
  package static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }
}
