import CLibCurl
import TimelinePages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads addresses of the web, one after the other.
///
/// Asks robots.txt first, waits between requests to one host, tries again where a server is busy, and follows
/// redirects by hand, so that each step is checked: only `http` and `https`, and no place of a private network but
/// the one that the user named, and that one only where its first answer came from there: a public name that turns
/// private later is not followed. Proxies of the environment (`http_proxy`) are not used, since behind one the
/// places cannot be checked. Not to be used from several threads at once.
package final class Fetcher {
  private let policy: FetchPolicy
  private var handle: UnsafeMutableRawPointer?
  private var robots: [String: RobotsRules] = [:]
  /// Whether the first answer of a site that the user named came from a private place.
  private var privateHomes: [String: Bool] = [:]
  private var lastRequest: [String: ContinuousClock.Instant] = [:]

  package init(_ policy: FetchPolicy = FetchPolicy()) {
    self.policy = policy
    curl_global_init(Int(CURL_GLOBAL_ALL))
    handle = curl_easy_init()
  }

  deinit { if let handle { curl_easy_cleanup(handle) } }

  /// - Parameters:
  ///   - home: The address that the user named, on whose host a private place may be read: the address itself, or
  ///     that of the feed that leads to it.
  ///   - condition: What is known of the last answer; an unchanged one has no body.
  package func get(
    _ address: String, home: String? = nil, condition: FetchCondition? = nil
  ) throws(FetchProblem) -> Fetched {
    guard let start = PageAddress.resolve(address, against: "") else { throw .noAddress(address) }
    let home = PageAddress.origin(home ?? start)
    var current = start
    for _ in 0...policy.redirectLimit {
      let isHome = home != nil && PageAddress.origin(current) == home
      guard try rules(for: current, isHome: isHome).allows(PageAddress.path(current)) else {
        throw .forbiddenByRobots
      }
      let answer = try patiently(current, isHome: isHome, condition: condition)
      switch answer.status {
      case 200: return Self.fetched(answer, from: current)
      case 304: return Self.fetched(answer, from: current, isUnchanged: true)
      case 301, 302, 303, 307, 308:
        guard let target = answer.fields["location"] else { throw .status(answer.status) }
        guard let next = PageAddress.resolve(target, against: current) else { throw .wrongScheme(target) }
        current = next
      default: throw .status(answer.status)
      }
    }
    throw .tooManyRedirects(limit: policy.redirectLimit)
  }

  private static func fetched(_ answer: Transfer, from address: String, isUnchanged: Bool = false) -> Fetched
  {
    let parts = (answer.fields["content-type"] ?? "").split(separator: ";")
    let charset = parts.dropFirst().lazy.map { $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" } }
      .first { $0.lowercased().hasPrefix("charset=") }
    return Fetched(
      address: address, type: parts.first.map { $0.filter { !$0.isWhitespace }.lowercased() } ?? "",
      charset: charset.map { String($0.dropFirst("charset=".count)) }, body: answer.body,
      condition: FetchCondition(etag: answer.fields["etag"], lastModified: answer.fields["last-modified"]),
      isUnchanged: isUnchanged)
  }

  /// One answer, asked for again where the server is busy or the network fails.
  private func patiently(
    _ address: String, isHome: Bool, condition: FetchCondition?
  ) throws(FetchProblem) -> Transfer {
    var wait = policy.backOff
    var triesLeft = policy.retries
    while true {
      do throws(FetchProblem) {
        let answer = try once(address, isHome: isHome, condition: condition)
        guard answer.status == 429 || (500...599).contains(answer.status), triesLeft > 0 else {
          return answer
        }
        if let text = answer.fields["retry-after"], let seconds = Int(text), seconds <= 60 {
          wait = max(wait, .seconds(seconds))
        }
      } catch {
        guard error.isPassing, triesLeft > 0 else { throw error }
      }
      triesLeft -= 1
      Self.sleep(wait)
      wait *= 2
    }
  }

  private func once(
    _ address: String, isHome: Bool, condition: FetchCondition?
  ) throws(FetchProblem) -> Transfer {
    guard let handle else { throw .network("no memory for a request") }
    pause(before: address)
    let site = PageAddress.origin(address) ?? address
    let transfer = Transfer(policy, allowsPrivate: isHome && privateHomes[site] ?? true)
    defer {
      if let host = PageAddress.host(address) { lastRequest[host] = .now }
      if isHome, privateHomes[site] == nil { privateHomes[site] = transfer.isPrivate }
    }
    try transfer.run(handle, address, condition)
    return transfer
  }

  private func pause(before address: String) {
    guard let host = PageAddress.host(address), let last = lastRequest[host] else { return }
    let asked = PageAddress.origin(address).flatMap { robots[$0]?.delay }.map {
      Duration.seconds(min($0, 30))
    }
    Self.sleep(max(policy.pause, asked ?? .zero) - (ContinuousClock.now - last))
  }

  private static func sleep(_ duration: Duration) {
    guard duration > .zero else { return }
    let microseconds =
      duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
    usleep(UInt32(clamping: microseconds))
  }
}

// MARK: - robots.txt

extension Fetcher {
  /// The rules of an address's site: all is allowed where it has none, nothing while the server fails (RFC 9309).
  private func rules(for address: String, isHome: Bool) throws(FetchProblem) -> RobotsRules {
    guard let origin = PageAddress.origin(address) else { throw .noAddress(address) }
    if let known = robots[origin] { return known }
    var place = origin + "/robots.txt"
    var rules = RobotsRules()
    for _ in 0...5 {
      let answer = try patiently(place, isHome: isHome && PageAddress.origin(place) == origin, condition: nil)
      if answer.status == 200 {
        rules = RobotsRules(
          String(decoding: answer.body.prefix(512 << 10), as: UTF8.self), for: policy.robotName)
      } else if (500...599).contains(answer.status) || answer.status == 429 {
        throw .status(answer.status)
      } else if (300...399).contains(answer.status), let target = answer.fields["location"],
        let next = PageAddress.resolve(target, against: place)
      {
        place = next
        continue
      }
      break
    }
    robots[origin] = rules
    return rules
  }
}

extension FetchProblem {
  /// Whether it may be over in a moment.
  fileprivate var isPassing: Bool {
    switch self {
    case .network, .tooSlow: true
    default: false
    }
  }
}
