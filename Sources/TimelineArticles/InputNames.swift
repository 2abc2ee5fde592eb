import Foundation

/// The files that arguments name: files themselves, those of folders, and those that a pattern fits.
package enum InputNames {
  /// What an argument led to.
  package struct Found: Sendable {
    package var files: [String] = []
    /// Arguments that led to no file, and why.
    package var failures: [InputError] = []
  }

  /// - Parameter recursive: Whether the folders within folders are gone through too.
  package static func expand(_ names: [String], recursive: Bool) -> Found {
    var found = Found()
    for name in names {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
      if name == "-" || exists && !isFolder.boolValue || isAddress(name) {
        found.files.append(name)
      } else if exists {
        let files = files(in: name, recursive: recursive)
        if files.isEmpty {
          found.failures.append(.emptyFolder(name, hasFolders: !recursive && holdsFolders(name)))
        }
        found.files += files
      } else if name.contains(where: { "*?[".contains($0) }) {
        let files = matches(name)
        if files.isEmpty { found.failures.append(.noMatch(name)) }
        found.files += files
      } else {
        found.files.append(name)
      }
    }
    return found
  }

  /// Whether a name is an address of the web.
  package static func isAddress(_ name: String) -> Bool {
    let start = name.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// The files whose names tell a known form, in the order of their names; hidden ones left out.
  private static func files(in folder: String, recursive: Bool) -> [String] {
    let manager = FileManager.default
    var files: [String] = []
    for name in (try? manager.contentsOfDirectory(atPath: folder))?.sorted() ?? [] where !name.hasPrefix(".")
    {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let attributes = try? manager.attributesOfItem(atPath: path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory?:
        if recursive { files += self.files(in: path, recursive: true) }
      // A link to a folder could lead back.
      case .typeRegular?, .typeSymbolicLink?:
        var isFolder: ObjCBool = false
        let exists = manager.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue, ArticleFormat(fileName: name) != nil { files.append(path) }
      default: break
      }
    }
    return files
  }

  private static func holdsFolders(_ folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// What the shell would have put in the place of an unquoted pattern.
  private static func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in result.gl_pathv[index].map { String(cString: $0) }
    }
  }
}
