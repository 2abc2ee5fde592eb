#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The names in a folder as the system has them, those included that no text can hold.
enum FolderListing {
  /// The names that are no hidden ones, sorted.
  ///
  /// - Parameter failures: Gets the files of a known form whose names are not UTF-8.
  /// - Throws: where the folder may not be read.
  static func names(in folder: String, _ failures: inout [InputError]) throws(InputError) -> [String] {
    guard let listing = opendir(folder) else { throw InputError(folder, code: errno) }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      let name = String(decoding: bytes, as: UTF8.self)
      if name.utf8.elementsEqual(bytes) {
        names.append(name)
      } else if ArticleFormat(fileName: name) != nil {
        failures.append(.unreadableName(path(of: name, in: folder)))
      }
    }
    return names.sorted()
  }

  static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
