public import TimelineText

/// A sentence with its tags and its dependency tree.
///
/// Words are numbered from 0 within the sentence; ``Document/tokens`` are reached by adding
/// `sentence.tokens.lowerBound`. The tree is projective, so that every subtree is a range of words.
public final class ParsedSentence: Sendable {
  public let document: Document
  public let sentence: Sentence
  public let tags: [UniversalTag]
  /// Each word's head; -1 for the root.
  public let heads: [Int32]
  public let relations: [UniversalRelation]
  public let morphology: [Morphology]
  /// The model's own tags.
  public let fineTags: [UInt8]
  public let features: [UInt16]
  public let casing: SentenceCasing
  private let subtrees: [Range<Int32>]
  private let childStarts: [Int32]
  private let childList: [Int32]

  public init(
    document: Document, sentence: Sentence, tags: [UniversalTag], fineTags: [UInt8], features: [UInt16],
    morphology: [Morphology], heads: [Int32], relations: [UniversalRelation], casing: SentenceCasing
  ) {
    self.document = document
    self.sentence = sentence
    self.tags = tags
    self.fineTags = fineTags
    self.features = features
    self.morphology = morphology
    self.heads = heads
    self.relations = relations
    self.casing = casing
    (childStarts, childList) = Self.children(heads)
    subtrees = Self.subtrees(heads)
  }

  /// The same words in another tree, which must be projective too.
  public func with(_ heads: [Int32], _ relations: [UniversalRelation]) -> ParsedSentence {
    ParsedSentence(
      document: document, sentence: sentence, tags: tags, fineTags: fineTags, features: features,
      morphology: morphology, heads: heads, relations: relations, casing: casing)
  }

  public var count: Int { heads.count }
  public var isEmpty: Bool { heads.isEmpty }

  /// The root's number; nil for a sentence without words.
  public var root: Int? { heads.firstIndex(of: -1) }

  /// A word's children, in the order of the text.
  public func children(of word: Int) -> ChildList {
    ChildList(words: childList[childPlaces(word)])
  }

  /// A word's children under a relation.
  public func children(of word: Int, _ relation: UniversalRelation) -> [Int] {
    children(of: word, RelationSet(relation))
  }

  /// A word's first child under a relation.
  public func child(of word: Int, _ relation: UniversalRelation) -> Int? {
    for place in childPlaces(word) where relations[Int(childList[place])] == relation {
      return Int(childList[place])
    }
    return nil
  }

  /// A word's first child under one of the relations.
  public func child(of word: Int, _ wanted: UniversalRelation...) -> Int? {
    let wanted = RelationSet(wanted)
    for place in childPlaces(word) where wanted.contains(relations[Int(childList[place])]) {
      return Int(childList[place])
    }
    return nil
  }

  /// A word's children under one of the relations, in the order of the text.
  public func children(of word: Int, _ wanted: RelationSet) -> [Int] {
    var found: [Int] = []
    for place in childPlaces(word) where wanted.contains(relations[Int(childList[place])]) {
      found.append(Int(childList[place]))
    }
    return found
  }

  /// Where a word's children stand in the list of all.
  private func childPlaces(_ word: Int) -> Range<Int> { Int(childStarts[word])..<Int(childStarts[word + 1]) }

  /// A word's head; nil for the root.
  public func head(of word: Int) -> Int? {
    heads[word] < 0 ? nil : Int(heads[word])
  }

  /// The words that hang from a word, directly or not, with the word itself.
  public func subtree(of word: Int) -> Range<Int> {
    Int(subtrees[word].lowerBound)..<Int(subtrees[word].upperBound)
  }

  /// Whether a word hangs from another, directly or not, or is it.
  public func isBelow(_ word: Int, _ ancestor: Int) -> Bool {
    var current = word
    for _ in 0...count {
      if current == ancestor { return true }
      guard heads[current] >= 0 else { return false }
      current = Int(heads[current])
    }
    return false
  }

  public func token(_ word: Int) -> Token { document.tokens[sentence.tokens.lowerBound + word] }

  /// A word as written.
  public func string(_ word: Int) -> String { document.text.string(token(word).range) }

  private static func children(_ heads: [Int32]) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: heads.count + 2)
    for head in heads where head >= 0 { starts[Int(head) + 2] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var list = [Int32](repeating: 0, count: max(heads.count - 1, 0))
    for (word, head) in heads.enumerated() where head >= 0 {
      let place = Int(starts[Int(head) + 1])
      if place < list.count { list[place] = Int32(word) }
      starts[Int(head) + 1] += 1
    }
    return (starts, list)
  }

  /// In a projective tree a subtree runs from its leftmost word to its rightmost. Words are taken from
  /// the leaves up, so that the work is linear.
  private static func subtrees(_ heads: [Int32]) -> [Range<Int32>] {
    var low = heads.indices.map { Int32($0) }
    var high = low
    var waiting = [Int32](repeating: 0, count: heads.count)
    for head in heads where head >= 0 { waiting[Int(head)] += 1 }
    for start in heads.indices {
      var word = start
      while waiting[word] == 0 {
        waiting[word] = -1
        guard heads[word] >= 0 else { break }
        let head = Int(heads[word])
        low[head] = min(low[head], low[word])
        high[head] = max(high[head], high[word])
        waiting[head] -= 1
        word = head
      }
    }
    return heads.indices.map { low[$0]..<high[$0] + 1 }
  }
}

/// A word's children.
public struct ChildList: RandomAccessCollection, Sendable {
  let words: ArraySlice<Int32>
  public var startIndex: Int { words.startIndex }
  public var endIndex: Int { words.endIndex }
  public subscript(position: Int) -> Int { Int(words[position]) }
}
