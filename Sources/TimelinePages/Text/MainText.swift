import TimelineText

/// The text of the article on a page, without navigation, remarks, captions and pointers elsewhere.
///
/// Which element holds the article is told by the text below it: paragraphs count by their length and commas for
/// their parent and half for its parent, less the share of links, as in arc90's Readability (2009). Which of its
/// blocks belong to the article is told by their number of words and density of links, each block's and its
/// neighbours', as in Kohlschütter, Fankhauser, Nejdl, “Boilerplate Detection using Shallow Text Features” (WSDM
/// 2010). Headings, items of lists and rows of tables stay lines of their own.
struct MainText {
  private let tree: PageTree
  private let outline: PageOutline
  private let blocks: [TextBlock]

  init(_ tree: PageTree, _ outline: PageOutline) {
    self.tree = tree
    self.outline = outline
    blocks = TextBlock.all(tree, outline)
  }

  /// The article's text: paragraphs and headings parted by an empty line, items below one another.
  func text(without title: String?) -> String {
    var kept = chosen()
    if kept.reduce(0, { $0 + $1.range.count }) < Self.leastText {
      let others = blocks.filter {
        !$0.isDropped && $0.linkDensity <= 0.33 && ($0.words >= 10 || $0.headingLevel != nil)
      }
      if others.reduce(0, { $0 + $1.range.count }) > kept.reduce(0, { $0 + $1.range.count }) {
        kept = trimmed(others)
      }
    }
    return write(kept, without: title)
  }

  private static let leastText = 200
}

// MARK: - The element

extension MainText {
  private func chosen() -> [TextBlock] {
    let scores = scores()
    guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return [] }
    var ranges = [tree.nodes[best.key].text]
    // A text may be cut into several elements side by side.
    let parent = Int(tree.nodes[best.key].parent)
    if parent >= 0 {
      for (node, score) in scores
      where node != best.key && Int(tree.nodes[node].parent) == parent && score >= max(best.value * 0.2, 8) {
        ranges.append(tree.nodes[node].text)
      }
    }
    let inside = blocks.filter { block in
      !block.isDropped
        && ranges.contains {
          $0.lowerBound <= block.range.lowerBound && block.range.lowerBound < $0.upperBound
        }
    }
    return trimmed(inside.filter { !isAboutArticle($0) })
  }

  private func scores() -> [Int: Double] {
    var scores: [Int: Double] = [:]
    for block in blocks where !block.isDropped && block.range.count >= 25 && block.headingLevel == nil {
      guard block.linkDensity < 0.5 else { continue }
      let score = 1 + Double(min(block.commas, 20)) + min(Double(block.range.count) / 100, 5)
      var weight = 1.0
      // The block's own element counts where it holds more than the block.
      let own =
        tree.nodes[block.node].text.count > block.range.count + 1
        ? block.node : Int(tree.nodes[block.node].parent)
      guard own >= 0 else { continue }
      for ancestor in tree.lineage(of: own).prefix(3) {
        scores[ancestor, default: bonus(ancestor)] += score * weight
        weight /= 2
      }
    }
    guard !scores.isEmpty else { return [:] }
    let links = LinkPositions(tree)
    for (node, score) in scores {
      let range = tree.nodes[node].text
      scores[node] = score * (1 - Double(links.bytes(in: range)) / Double(max(range.count, 1)))
    }
    return scores
  }

  private func bonus(_ node: Int) -> Double {
    var bonus = 0.0
    switch tree.nodes[node].tag {
    case .article: bonus += 12
    case .main: bonus += 6
    default: break
    }
    if outline.classes[node].contains(.content) { bonus += 12 }
    if tree.string(.itemprop, of: node)?.lowercased() == "articlebody" { bonus += 30 }
    return bonus
  }

  /// Who wrote it and when, which the article's fields tell.
  private func isAboutArticle(_ block: TextBlock) -> Bool {
    guard block.range.count <= 160, block.words <= 20 else { return false }
    for ancestor in tree.lineage(of: block.node).prefix(3) where tree.nodes[ancestor].text.count <= 240 {
      let kinds = outline.classes[ancestor]
      if kinds.contains(.date) || kinds.contains(.byline) || kinds.contains(.bylineBox) { return true }
      if tree.nodes[ancestor].tag == .time || tree.nodes[ancestor].tag == .address { return true }
    }
    return false
  }
}

// MARK: - The blocks

extension MainText {
  /// Blocks that are text by their words and links and by their neighbours', from the first such one through
  /// the last.
  private func trimmed(_ blocks: [TextBlock]) -> [TextBlock] {
    var kept: [TextBlock] = []
    for (index, block) in blocks.enumerated() {
      let previous = index > 0 ? blocks[index - 1] : nil
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      if isText(block, previous, next) { kept.append(block) }
    }
    while let last = kept.last,
      last.headingLevel != nil || last.words < 5 && !endsSentence(last) && !last.isItem
    {
      kept.removeLast()
    }
    while let first = kept.first, first.headingLevel == nil, first.words < 4, !endsSentence(first) {
      kept.removeFirst()
    }
    return kept
  }

  private func isText(_ block: TextBlock, _ previous: TextBlock?, _ next: TextBlock?) -> Bool {
    if block.headingLevel != nil { return block.linkDensity < 0.9 }
    if block.linkDensity > 0.333 { return block.words > 20 && block.linkDensity < 0.6 }
    if block.words > 9 || endsSentence(block) { return true }
    if block.isItem { return block.words > 2 || (previous?.isItem ?? false) || (next?.isItem ?? false) }
    if (previous?.linkDensity ?? 1) > 0.555 { return (next?.words ?? 0) > 15 }
    return (next?.words ?? 0) > 15 || (previous?.words ?? 0) > 15
  }

  private func endsSentence(_ block: TextBlock) -> Bool {
    guard block.words >= 3, let last = tree.text[block.range].last(where: { $0 > 32 }) else { return false }
    return ".!?\"".utf8.contains(last) || tree.text[block.range].suffix(3).elementsEqual("。".utf8)
  }

  private func write(_ blocks: [TextBlock], without title: String?) -> String {
    var text = ""
    var lastWasItem = false
    for block in blocks {
      let line = tree.string(block.range).trimmed
      if line.isEmpty || block.headingLevel != nil && line == title { continue }
      if !text.isEmpty { text += block.isItem && lastWasItem ? "\n" : "\n\n" }
      text += block.isItem ? "- " + line : line
      lastWasItem = block.isItem
    }
    return text
  }
}

/// How much of a stretch of a page's text leads elsewhere.
private struct LinkPositions {
  private var starts: [Int] = []
  /// Bytes of links before each start, and at last of all.
  private var before: [Int] = [0]

  init(_ tree: PageTree) {
    var end = 0
    for node in tree.nodes where node.tag == .a && Int(node.start) >= end {
      starts.append(Int(node.start))
      before.append((before.last ?? 0) + node.text.count)
      end = Int(node.stop)
    }
  }

  func bytes(in range: Range<Int>) -> Int {
    before[index(range.upperBound)] - before[index(range.lowerBound)]
  }

  private func index(_ position: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
