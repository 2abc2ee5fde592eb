import CLibCurl
import TimelinePages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One request and its answer, through libcurl; redirects are not followed here.
final class Transfer {
  private(set) var status = 0
  /// Names in small letters; of a repeated field the last.
  private(set) var fields: [String: String] = [:]
  private(set) var body: [UInt8] = []
  /// Whether the answer came from a private place; nil where none came.
  private(set) var isPrivate: Bool?
  private let policy: FetchPolicy
  private let allowsPrivate: Bool
  private var isTooLarge = false
  private var wasRefused = false

  init(_ policy: FetchPolicy, allowsPrivate: Bool) {
    self.policy = policy
    self.allowsPrivate = allowsPrivate
  }

  func run(_ handle: UnsafeMutableRawPointer, _ address: String, _ condition: FetchCondition?)
    throws(FetchProblem)
  {
    curl_easy_reset(handle)
    var headers: UnsafeMutablePointer<curl_slist>?
    if let etag = condition?.etag {
      headers = curl_slist_append(headers, "If-None-Match: " + Self.plain(etag))
    }
    if let moment = condition?.lastModified {
      headers = curl_slist_append(headers, "If-Modified-Since: " + Self.plain(moment))
    }
    headers = curl_slist_append(
      headers,
      "Accept: text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, "
        + "application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1")
    defer { curl_slist_free_all(headers) }
    let place = knownPlace(of: address)
    defer { curl_slist_free_all(place) }
    set(handle, headers)
    if place != nil { _ = timeline_curl_set_pointer(handle, CURLOPT_RESOLVE, place) }
    _ = timeline_curl_set_text(handle, CURLOPT_URL, address)
    let code = curl_easy_perform(handle)
    var answered = 0
    _ = timeline_curl_number(handle, CURLINFO_RESPONSE_CODE, &answered)
    status = answered
    if answered > 0 {
      var place: UnsafePointer<CChar>?
      _ = timeline_curl_text(handle, CURLINFO_PRIMARY_IP, &place)
      isPrivate = place.map { policy.isPrivate(String(cString: $0)) } ?? true
    }
    guard code != CURLE_OK else { return }
    if isTooLarge || code == CURLE_FILESIZE_EXCEEDED { throw .tooLarge(limit: policy.byteLimit) }
    if wasRefused { throw .privateAddress(PageAddress.host(address) ?? address) }
    switch code {
    case CURLE_OPERATION_TIMEDOUT: throw .tooSlow(seconds: policy.totalSeconds)
    // Of an address that begins with http it is the answer that is of another protocol.
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: throw .noHTTP
    case CURLE_URL_MALFORMAT: throw .noAddress(address)
    default: throw .network(curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
    }
  }

  private func set(_ handle: UnsafeMutableRawPointer, _ headers: UnsafeMutablePointer<curl_slist>?) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    for (option, value) in [
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, policy.connectSeconds),
      (CURLOPT_TIMEOUT, policy.totalSeconds), (CURLOPT_LOW_SPEED_LIMIT, 100),
      (CURLOPT_LOW_SPEED_TIME, policy.stallSeconds),
      // Only of a new connection the place is looked at.
      (CURLOPT_FRESH_CONNECT, allowsPrivate ? 0 : 1), (CURLOPT_FORBID_REUSE, allowsPrivate ? 0 : 1),
    ] {
      _ = timeline_curl_set_number(handle, option, value)
    }
    _ = timeline_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // Through a proxy, the place that is looked at would be the proxy's; those of the environment are passed over.
    _ = timeline_curl_set_text(handle, CURLOPT_PROXY, "")
    // What the linked library can unpack; the limit counts unpacked bytes.
    _ = timeline_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
    _ = timeline_curl_set_text(handle, CURLOPT_USERAGENT, policy.agent)
    _ = timeline_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    _ = timeline_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    _ = timeline_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    _ = timeline_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let bytes, let transfer = transfer(context) else { return 0 }
      return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    _ = timeline_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let bytes, let transfer = transfer(context) else { return 0 }
      return transfer.takeField(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    _ = timeline_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    _ = timeline_curl_set_opener(handle) { context, _, address in
      guard let address, let transfer = transfer(context) else { return -1 }
      return transfer.open(address)
    }
  }

  /// Where the policy says that a host is, as the library takes it: `host:port:place`.
  private func knownPlace(of address: String) -> UnsafeMutablePointer<curl_slist>? {
    guard let host = PageAddress.host(address), let place = policy.place?(host),
      let origin = PageAddress.origin(address)
    else { return nil }
    let authority = origin.split(separator: "/").last ?? ""
    let port = authority.split(separator: ":").dropFirst().last ?? (origin.hasPrefix("https") ? "443" : "80")
    return curl_slist_append(nil, "\(host):\(port):\(place)")
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= policy.byteLimit else {
      isTooLarge = true
      return 0
    }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  private func takeField(_ bytes: UnsafeRawBufferPointer) -> Int {
    let line = String(decoding: bytes.prefix(1 << 14), as: UTF8.self)
    if line.hasPrefix("HTTP/") { fields = [:] }
    if let colon = line.firstIndex(of: ":"), fields.count < 200 {
      let value = line[line.index(after: colon)...].filter { $0 != "\r\n" && $0 != "\r" && $0 != "\n" }
      fields[line[..<colon].lowercased()] = String(value.drop { $0 == " " })
    }
    return bytes.count
  }

  /// Opens the socket only where the name led to a place that may be read.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let place = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
    let text = NetworkAddress.text(place, family: address.pointee.family)
    if !allowsPrivate, text.map(policy.isPrivate) ?? true {
      wasRefused = true
      return -1
    }
    return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
  }

  /// A header's value in one line.
  private static func plain(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(500).map(Character.init))
  }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
  context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}
