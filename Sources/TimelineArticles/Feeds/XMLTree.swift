import CLibXML2
import TimelinePages

/// An element of an XML document: what feeds are made of.
final class XMLElement {
  /// Without its prefix.
  let name: String
  let prefix: String?
  let attributes: [String: String]
  fileprivate(set) var children: [XMLElement] = []
  /// All text of the document; an element's is a stretch of it.
  private let document: XMLText
  private let start: Int
  /// Nil while the element is open, and where the document ends within it.
  fileprivate var stop: Int?

  fileprivate init(_ name: String, _ prefix: String?, _ attributes: [String: String], _ document: XMLText) {
    self.name = name
    self.prefix = prefix
    self.attributes = attributes
    self.document = document
    start = document.bytes.count
  }

  /// Whether its end was read.
  var isWhole: Bool { stop != nil }

  private var end: Int { stop ?? document.bytes.count }

  /// The text within it, that of its descendants included.
  var text: String { String(decoding: document.bytes[start..<end], as: UTF8.self) }

  /// What stands within it as HTML, where descendants are elements.
  var markup: String {
    var markup: [UInt8] = []
    write(to: &markup)
    return String(decoding: markup, as: UTF8.self)
  }

  /// As deep as elements stand within one another, which ``XMLTree/depthLimit`` bounds.
  private func write(to markup: inout [UInt8]) {
    var at = start
    for child in children {
      document.write(at..<child.start, to: &markup)
      markup += "<\(child.name)>".utf8
      child.write(to: &markup)
      markup += "</\(child.name)>".utf8
      at = child.end
    }
    document.write(at..<end, to: &markup)
  }

  func all(_ name: String, prefix: String? = nil) -> [XMLElement] {
    children.filter { $0.name == name && (prefix == nil || $0.prefix == prefix) }
  }

  func first(_ name: String, prefix: String? = nil) -> XMLElement? { all(name, prefix: prefix).first }
}

/// The text of a document without its elements, in UTF-8.
private final class XMLText {
  var bytes: [UInt8] = []

  /// A stretch as HTML.
  func write(_ range: Range<Int>, to markup: inout [UInt8]) {
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "<"): markup += "&lt;".utf8
      case UInt8(ascii: "&"): markup += "&amp;".utf8
      default: markup.append(byte)
      }
    }
  }
}

/// Reads XML with libxml2's events. Entities other than the predefined ones are left out, none is ever loaded, and
/// declarations of them are passed over, so that none can grow.
enum XMLTree {
  static let depthLimit = 200
  static let elementLimit = 500_000
  /// Bytes; more than any feed holds.
  static let textLimit = 64 << 20

  /// What was read of a document up to its first fault; nil where no element was.
  static func root(_ bytes: [UInt8], charset: String?) -> XMLElement? {
    let text = PageCharset.utf8(bytes, header: charset)
    let builder = XMLTreeBuilder()
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { data, name, prefix, _, _, _, count, _, attributes in
      guard let name else { return }
      treeBuilder(data)?.open(name, prefix, Int(count), attributes)
    }
    handler.endElementNs = { data, _, _, _ in treeBuilder(data)?.close() }
    handler.characters = { data, bytes, count in
      guard let bytes else { return }
      treeBuilder(data)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.getEntity = { _, name in name.flatMap { xmlGetPredefinedEntity($0) } }
    let context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(builder).toOpaque(), nil, 0, nil)
    guard let context else { return nil }
    defer { xmlFreeParserCtxt(context) }
    builder.context = context
    let ignoresEncoding: UInt32 = 1 << 21
    _ = xmlCtxtUseOptions(
      context,
      Int32(
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
          | XML_PARSE_NOWARNING.rawValue | ignoresEncoding))
    text.withUnsafeBytes { bytes in
      let bytes = bytes.bindMemory(to: CChar.self)
      var start = 0
      // A document may begin with white space only where it has no declaration; feeds do not care.
      while start < bytes.count, bytes[start] <= 32, bytes[start] >= 0 { start += 1 }
      while start < bytes.count {
        let count = min(1 << 16, bytes.count - start)
        _ = xmlParseChunk(context, bytes.baseAddress.map { $0 + start }, Int32(count), 0)
        start += count
      }
      _ = xmlParseChunk(context, nil, 0, 1)
    }
    return builder.root
  }
}

private func treeBuilder(_ data: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
  data.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private final class XMLTreeBuilder {
  var root: XMLElement?
  var context: xmlParserCtxtPtr?
  private var open: [XMLElement] = []
  private let document = XMLText()
  private var count = 0

  func open(
    _ name: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    count += 1
    guard open.count < XMLTree.depthLimit, count < XMLTree.elementLimit else {
      if let context { xmlStopParser(context) }
      return
    }
    var values: [String: String] = [:]
    // Five pointers each: name, prefix, namespace, the value's start and its end.
    for index in 0..<attributeCount {
      guard let pair = attributes.map({ $0 + index * 5 }), let name = pair[0], let start = pair[3],
        let end = pair[4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      values[String(cString: name)] = String(decoding: value.prefix(1 << 16), as: UTF8.self)
    }
    let element = XMLElement(String(cString: name), prefix.map { String(cString: $0) }, values, document)
    if root == nil { root = element }
    open.last?.children.append(element)
    open.append(element)
  }

  func close() { open.popLast()?.stop = document.bytes.count }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty else { return }
    guard document.bytes.count + bytes.count <= XMLTree.textLimit else {
      if let context { xmlStopParser(context) }
      return
    }
    document.bytes.append(contentsOf: bytes)
  }
}
