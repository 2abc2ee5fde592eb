import CLibXML2

/// Reads HTML with the events of libxml2's parser, so that no second tree is built beside ``PageTree``.
///
/// The parser closes what HTML leaves open, decodes entities of characters, and loads nothing. A page whose
/// elements stand deeper within one another than ``depthLimit`` is read up to there; one with an element of more
/// attributes than ``AttributeCount/limit`` not at all.
package enum PageParser {
  /// Deeper than any page that is made for readers; the parser's work grows with the depth.
  static let depthLimit = 1500
  /// More elements and texts than any page that is made for readers.
  static let nodeLimit = 1_000_000

  /// - Parameter html: UTF-8 without NUL.
  package static func tree(_ html: [UInt8]) -> PageTree {
    guard !AttributeCount.isExceeded(in: html) else {
      var tree = PageTree()
      tree.isCut = true
      return tree
    }
    let builder = PageTreeBuilder(byteCount: html.count)
    html.withUnsafeBytes { bytes in
      guard let base = bytes.bindMemory(to: CChar.self).baseAddress, bytes.count > 0,
        let context = htmlCreateMemoryParserCtxt(base, Int32(clamping: bytes.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      _ = htmlCtxtUseOptions(
        context,
        Int32(
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue))
      _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      builder.context = context
      context.pointee.sax.pointee = makeHandler()
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      _ = htmlParseDocument(context)
    }
    return builder.finish()
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = 1
    handler.startElement = { data, name, attributes in
      guard let name else { return }
      treeBuilder(data)?.open(name, attributes)
    }
    handler.endElement = { data, name in
      guard let name else { return }
      treeBuilder(data)?.close(name)
    }
    handler.characters = { data, bytes, count in
      guard let bytes else { return }
      treeBuilder(data)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { data, bytes, count in
      guard let bytes else { return }
      treeBuilder(data)?.addScript(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    return handler
  }
}

private func treeBuilder(_ data: UnsafeMutableRawPointer?) -> PageTreeBuilder? {
  data.map { Unmanaged<PageTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}
