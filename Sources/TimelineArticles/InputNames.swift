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
        let before = (found.files.count, found.failures.count)
        look(into: name, recursive: recursive, &found)
        if before == (found.files.count, found.failures.count) {
          found.failures.append(.emptyFolder(name, hasFolders: !recursive && holdsFolders(name)))
        }
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

  /// Finds the files whose names tell a known form, in the order of their names; hidden ones are left out.
  private static func look(into folder: String, recursive: Bool, _ found: inout Found) {
    let names: [String]
    do throws(InputError) {
      names = try FolderListing.names(in: folder, &found.failures)
    } catch {
      found.failures.append(error)
      return
    }
    for name in names {
      let path = FolderListing.path(of: name, in: folder)
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory?:
        if recursive { look(into: path, recursive: true, &found) }
      // A link to a folder could lead back.
      case .typeRegular?, .typeSymbolicLink?:
        guard ArticleFormat(fileName: name) != nil else { continue }
        var isFolder: ObjCBool = false
        if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
          found.failures.append(.danglingLink(path))
        } else if !isFolder.boolValue {
          found.files.append(path)
        }
      default: break
      }
    }
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
