#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which places of the network are none of the public web.
///
/// By the registries of special-purpose addresses, IPv4 and IPv6 (RFC 6890): this host, private networks, links,
/// groups, reserved blocks, and IPv6 addresses that stand for such.
package enum NetworkAddress {
  /// An address of a socket in figures; nil where it is of no known family.
  static func text(_ address: UnsafeRawPointer, family: Int32) -> String? {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let result: UnsafePointer<CChar>?
    switch family {
    case AF_INET:
      var part = address.loadUnaligned(as: sockaddr_in.self).sin_addr
      result = inet_ntop(AF_INET, &part, &text, socklen_t(text.count))
    case AF_INET6:
      var part = address.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      result = inet_ntop(AF_INET6, &part, &text, socklen_t(text.count))
    default: return nil
    }
    guard result != nil else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// - Parameter text: An address in figures; what is none is no place of the public web.
  package static func isPrivate(_ text: String) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, text, &bytes) == 1 { return isPrivate(v4: Array(bytes[..<4])) }
    if inet_pton(AF_INET6, text, &bytes) == 1 { return isPrivate(v6: bytes) }
    return true
  }

  package static func isPrivate(v4 bytes: [UInt8]) -> Bool {
    guard bytes.count == 4 else { return true }
    switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (198, 18...19),
      (224..., _):
      return true
    case (192, 0): return bytes[2] == 0 || bytes[2] == 2
    case (198, 51): return bytes[2] == 100
    case (203, 0): return bytes[2] == 113
    default: return false
    }
  }

  package static func isPrivate(v6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return true }
    if bytes[0..<10].allSatisfy({ $0 == 0 }) {
      // ::, ::1, and IPv4 written as IPv6.
      if bytes[10] == 0xFF, bytes[11] == 0xFF { return isPrivate(v4: Array(bytes[12...])) }
      return true
    }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return isPrivate(v4: Array(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return isPrivate(v4: Array(bytes[2..<6])) }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x20, 0x01, 0x00, 0x00]) {
      return true
    }
    return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 >= 0x80 || bytes[0] == 0xFF
  }
}
