/// The elements and texts of a page, in the order of the page, in arrays.
///
/// All text that a reader sees stands in one buffer, white space reduced and a line for each block; an
/// element's text is a stretch of it, and its descendants are the nodes up to its `end`.
package struct PageTree: Sendable {
  /// Whether nothing but the beginning was read, because the page is nested too deeply or too long.
  package var isCut = false
  struct Node {
    var tag: PageTag
    /// Holds its text back from readers: hidden by its own or an ancestor's attributes.
    var isHidden = false
    var parent: Int32
    /// The index behind its last descendant.
    var end: Int32
    /// Bytes of ``text``.
    var start: Int32
    var stop: Int32
    var firstAttribute: Int32
    var attributeCount: UInt8

    var text: Range<Int> { Int(start)..<Int(stop) }
  }

  struct Attribute {
    var name: PageAttribute
    var start: Int32
    var stop: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// The bytes of attributes' values.
  var values: [UInt8] = []
  var text: [UInt8] = []
  /// What stands in `script` elements of JSON-LD.
  var scripts: [[UInt8]] = []
  /// What stands in other scripts, one after the other.
  var code: [UInt8] = []

  func value(_ attribute: PageAttribute, of node: Int) -> ArraySlice<UInt8>? {
    let node = nodes[node]
    let first = Int(node.firstAttribute)
    for index in first..<first + Int(node.attributeCount) where attributes[index].name == attribute {
      return values[Int(attributes[index].start)..<Int(attributes[index].stop)]
    }
    return nil
  }

  func string(_ attribute: PageAttribute, of node: Int) -> String? {
    value(attribute, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The text of a node in one line.
  func line(of node: Int) -> String {
    string(nodes[node].text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func descendants(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  /// The node and its ancestors, from within outwards.
  func lineage(of node: Int) -> some Sequence<Int> {
    sequence(first: node) { self.nodes[$0].parent >= 0 ? Int(self.nodes[$0].parent) : nil }
  }
}
