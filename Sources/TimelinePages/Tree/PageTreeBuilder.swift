import CLibXML2

/// Makes a ``PageTree`` of the parser's events.
final class PageTreeBuilder {
  private var tree = PageTree()
  private var open: [Int32] = []
  /// How many of the open elements are silent.
  private var silent = 0
  private var holdsScript = false
  private var holdsCode = false
  private var rowStart = 0
  var context: htmlParserCtxtPtr?

  /// Longer values are no identifier, date, title or address.
  private static let valueLimit = 1 << 14
  /// Of a longer script the beginning is kept.
  private static let scriptLimit = 1 << 20
  private static let codeLimit = 2 << 20

  init(byteCount: Int) {
    tree.nodes.reserveCapacity(byteCount / 24)
    tree.attributes.reserveCapacity(byteCount / 48)
    tree.values.reserveCapacity(byteCount / 6)
    tree.text.reserveCapacity(byteCount / 4)
  }

  func finish() -> PageTree {
    while !open.isEmpty { closeLast() }
    return tree
  }

  func open(_ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard open.count < PageParser.depthLimit, tree.nodes.count < PageParser.nodeLimit else {
      tree.isCut = true
      if let context { xmlStopParser(context) }
      return
    }
    let tag = PageTag(name: name)
    if tag.isSilent { silent += 1 }
    if tag.isBlock {
      breakLine()
      if tag == .tr { rowStart = tree.text.count }
    } else if tag == .td || tag == .th {
      separateCell()
    }
    let first = tree.attributes.count
    read(attributes)
    let parent = open.last ?? -1
    let count = UInt8(clamping: tree.attributes.count - first)
    var node = PageTree.Node(
      tag: tag, parent: parent, end: 0, start: Int32(tree.text.count), stop: 0,
      firstAttribute: Int32(first), attributeCount: count)
    node.isHidden = parent >= 0 && tree.nodes[Int(parent)].isHidden || isHiding(first)
    holdsScript = tag == .script && isLinkedData(first)
    holdsCode = tag == .script && !holdsScript
    if holdsScript { tree.scripts.append([]) }
    open.append(Int32(tree.nodes.count))
    tree.nodes.append(node)
  }

  func close(_ name: UnsafePointer<UInt8>) {
    let tag = PageTag(name: name)
    guard let last = open.last, tree.nodes[Int(last)].tag == tag else { return }
    closeLast()
  }

  private func closeLast() {
    guard let last = open.popLast() else { return }
    let tag = tree.nodes[Int(last)].tag
    if tag.isSilent { silent -= 1 }
    tree.nodes[Int(last)].stop = Int32(tree.text.count)
    tree.nodes[Int(last)].end = Int32(tree.nodes.count)
    if tag.isBlock { breakLine() }
    holdsScript = false
    holdsCode = false
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard silent == 0, !open.isEmpty else { return }
    let start = tree.text.count
    var lastIsSpace = tree.text.last.map { $0 <= 32 } ?? true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 32 {
        if !lastIsSpace { tree.text.append(32) }
        lastIsSpace = true
        index += 1
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        // A space that keeps words together is a space.
        if !lastIsSpace { tree.text.append(32) }
        lastIsSpace = true
        index += 2
      } else {
        var end = index + 1
        while end < bytes.count, bytes[end] > 32, bytes[end] != 0xC2 { end += 1 }
        tree.text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        lastIsSpace = false
        index = end
      }
    }
    guard tree.text.count > start, let parent = open.last else { return }
    tree.nodes.append(
      PageTree.Node(
        tag: .text, isHidden: tree.nodes[Int(parent)].isHidden, parent: parent,
        end: Int32(tree.nodes.count + 1), start: Int32(start), stop: Int32(tree.text.count),
        firstAttribute: 0, attributeCount: 0))
  }

  /// The parser hands out long scripts in pieces.
  func addScript(_ bytes: UnsafeBufferPointer<UInt8>) {
    if holdsCode { tree.code.append(contentsOf: bytes.prefix(Self.codeLimit - tree.code.count)) }
    guard holdsScript, let last = tree.scripts.indices.last else { return }
    tree.scripts[last].append(contentsOf: bytes.prefix(Self.scriptLimit - tree.scripts[last].count))
  }

  private func breakLine() {
    while tree.text.last == 32 { tree.text.removeLast() }
    if let last = tree.text.last, last != 10 { tree.text.append(10) }
  }

  /// Short cells of a row stand in one line, with a stroke between them.
  private func separateCell() {
    let length = tree.text.count - rowStart
    if length == 0 || tree.text.last == 10 { return }
    if length > 200 { return breakLine() }
    if tree.text.last == 32 { tree.text.removeLast() }
    tree.text.append(contentsOf: [32, 124, 32])
  }
}

// MARK: - Attributes

extension PageTreeBuilder {
  private func read(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard var pair = attributes else { return }
    while let name = pair[0] {
      if let known = PageAttribute(name: name) {
        let start = tree.values.count
        if let value = pair[1] {
          let count = strnlen(value, Self.valueLimit + 1)
          if count <= Self.valueLimit {
            tree.values.append(contentsOf: UnsafeBufferPointer(start: value, count: count))
          }
        }
        tree.attributes.append(
          PageTree.Attribute(name: known, start: Int32(start), stop: Int32(tree.values.count)))
      }
      pair += 2
    }
  }

  private func strnlen(_ text: UnsafePointer<UInt8>, _ limit: Int) -> Int {
    var count = 0
    while count < limit, text[count] != 0 { count += 1 }
    return count
  }

  private func value(_ name: PageAttribute, since first: Int) -> ArraySlice<UInt8>? {
    tree.attributes[first...].first { $0.name == name }.map { tree.values[Int($0.start)..<Int($0.stop)] }
  }

  private func isLinkedData(_ first: Int) -> Bool {
    guard let type = value(.type, since: first) else { return false }
    return String(decoding: type, as: UTF8.self).lowercased().contains("ld+json")
  }

  private func isHiding(_ first: Int) -> Bool {
    guard tree.attributes.count > first else { return false }
    if value(.hidden, since: first) != nil { return true }
    guard let style = value(.style, since: first), style.count < 200 else { return false }
    let plain = style.filter { $0 > 32 }.map { $0 | 0x20 }
    return plain.contains(Array("display:none".utf8).map { $0 | 0x20 })
  }
}
