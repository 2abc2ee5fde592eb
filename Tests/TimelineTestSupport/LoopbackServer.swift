import Foundation

/// A server on loopback that answers as its script says, made of python3's own.
///
/// The script is a table: path, status, headers, body. Requests are written to a file, a line each.
package final class LoopbackServer {
  /// What is answered for one path.
  package struct Answer {
    package var status = 200
    package var headers: [String: String] = [:]
    package var body: [UInt8] = []
    /// How the body is sent.
    package var manner = "whole"

    /// - Parameter manner: `whole`, `slow` (a byte a second), `bomb` (gzip of 200 MB of zeros), `cut` (half of
    ///   it), `flaky` (503 the first time), `gzip`, `bare deflate` (without the frame of zlib), `no HTTP`.
    package init(
      _ body: String = "", type: String = "text/html; charset=utf-8", status: Int = 200,
      headers: [String: String] = [:],
      manner: String = "whole"
    ) {
      self.status = status
      self.headers = ["Content-Type": type].merging(headers) { $1 }
      self.body = Array(body.utf8)
      self.manner = manner
    }
  }

  package let port: Int
  private let process: Process
  private let folder: TemporaryFolder

  package init(_ answers: [String: Answer]) throws {
    folder = try TemporaryFolder()
    let table = answers.mapValues { answer in
      [
        "status": answer.status, "headers": answer.headers, "body": Data(answer.body).base64EncodedString(),
        "manner": answer.manner,
      ] as [String: Any]
    }
    let script = try folder.write(Self.script, to: "server.py")
    let answersFile = try folder.write(JSONSerialization.data(withJSONObject: table), to: "answers.json")
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, answersFile, folder.path("requests")]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.filter(\.isNumber)) else {
      throw BuiltCommand.Missing(description: "no server: \(line)")
    }
    self.port = port
  }

  // A signal that no mask of the test's threads holds back.
  deinit { kill(process.processIdentifier, SIGKILL) }

  package var address: String { "http://127.0.0.1:\(port)" }

  /// The requests so far: method, path and the fields of the header, a line each.
  package var requests: [String] {
    let text = (try? String(contentsOfFile: folder.path("requests"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  private static let script = """
    import base64, gzip, http.server, json, sys, time, zlib
    answers = json.load(open(sys.argv[1]))
    seen = {}
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            with open(sys.argv[2], "a") as log:
                log.write("GET " + self.path + " " + json.dumps(dict(self.headers)) + "\\n")
            answer = answers.get(self.path)
            if answer and answer["manner"] == "no HTTP":
                self.wfile.write(b"220 mail.example ESMTP\\r\\n" * 9); self.close_connection = True; return
            if answer is None:
                self.send_response(404); self.send_header("Content-Length", "0"); self.end_headers(); return
            seen[self.path] = seen.get(self.path, 0) + 1
            body = base64.b64decode(answer["body"]).replace(b"{origin}", b"http://127.0.0.1:%d" % port)
            status, headers, manner = answer["status"], dict(answer["headers"]), answer["manner"]
            if manner == "flaky" and seen[self.path] == 1: status, body = 503, b""
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]: status, body = 304, b""
            if manner == "gzip": body = gzip.compress(body); headers["Content-Encoding"] = "gzip"
            if manner == "bare deflate":
                packer = zlib.compressobj(wbits=-15); body = packer.compress(body) + packer.flush()
                headers["Content-Encoding"] = "deflate"
            if manner == "bomb": body = gzip.compress(bytes(200 << 20)); headers["Content-Encoding"] = "gzip"
            self.send_response(status)
            for name, value in headers.items(): self.send_header(name, value.replace("{origin}", "http://127.0.0.1:%d" % port))
            length = len(body) * (2 if manner == "cut" else 1)
            self.send_header("Content-Length", str(length)); self.end_headers()
            try:
                if manner == "slow":
                    for byte in body: self.wfile.write(bytes([byte])); self.wfile.flush(); time.sleep(1)
                else: self.wfile.write(body)
                if manner == "cut": self.close_connection = True
            except OSError: pass
        def log_message(self, *arguments): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_port
    print(port, flush=True)
    server.serve_forever()
    """
}
