/// What the classes and the places of a page's elements tell of them and of all within them.
struct PageOutline {
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Remarks of readers.
    static let remark = Traits(rawValue: 1)
    /// Pointers to other articles, navigation, the page's foot.
    static let list = Traits(rawValue: 2)
    /// No part of the article's text.
    static let dropped = Traits(rawValue: 4)
    /// Text that leads elsewhere.
    static let link = Traits(rawValue: 8)
    static let figure = Traits(rawValue: 16)
    static let quoted = Traits(rawValue: 32)
  }

  /// Of each node, those of its ancestors included.
  private(set) var traits: [Traits] = []
  /// What each node's own class and id say.
  private(set) var classes: [ClassWords.Kinds] = []
  /// Main headings: the nodes of `h1`, in order.
  private(set) var headings: [Int] = []
  /// Text nodes, in order.
  private(set) var texts: [Int] = []

  init(_ tree: PageTree, words: ClassWords = .shared) {
    let count = tree.nodes.count
    traits = Array(repeating: [], count: count)
    classes = Array(repeating: [], count: count)
    headings = tree.nodes.indices.filter { tree.nodes[$0].tag == .h1 && !tree.nodes[$0].text.isEmpty }
    let whole = tree.text.count
    var nextHeading = 0
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.tag == .text { texts.append(index) }
      var own: Traits = node.parent >= 0 ? traits[Int(node.parent)] : []
      if node.tag == .a { own.insert(.link) }
      while nextHeading < headings.count, headings[nextHeading] < index { nextHeading += 1 }
      let holdsHeading = nextHeading < headings.count && headings[nextHeading] < Int(node.end)
      // What holds most of the page or its main heading is the article's frame, whatever it is called.
      let isFrame =
        node.tag == .html || node.tag == .body || node.tag == .main || node.text.count * 10 > whole * 6
      if node.attributeCount > 0 {
        var kinds: ClassWords.Kinds = []
        for attribute in [PageAttribute.class, .id, .role] {
          if let value = tree.value(attribute, of: index) { kinds.formUnion(words.kinds(value)) }
        }
        classes[index] = kinds
      }
      if !isFrame && !holdsHeading {
        own.formUnion(Self.traits(of: node.tag, classes[index]))
      }
      traits[index] = own
    }
  }

  private static func traits(of tag: PageTag, _ kinds: ClassWords.Kinds) -> Traits {
    var own: Traits = []
    switch tag {
    case .aside where kinds.contains(.date) || kinds.contains(.bylineBox): own = .dropped
    case .nav, .aside, .footer: own = [.list, .dropped]
    // What others wrote elsewhere, shown here.
    case .blockquote: own = .quoted
    case .form, .button, .label, .noscript: own = .dropped
    case .figure, .figcaption: own = [.dropped, .figure]
    case .text, .title: return []
    default: break
    }
    if kinds.contains(.remark), !kinds.contains(.date) { own.formUnion([.remark, .dropped]) }
    if kinds.contains(.list), !kinds.contains(.content) { own.insert(.list) }
    if kinds.contains(.drop), !kinds.contains(.content) { own.insert(.dropped) }
    return own
  }
}
