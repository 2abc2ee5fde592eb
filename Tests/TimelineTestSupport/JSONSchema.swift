package import Foundation

/// Validates JSON against the schemas of `data/schema`: the part of JSON Schema 2020-12 that they use.
///
/// A keyword that this validator does not know is an error, so that no schema can promise what is not
/// checked.
package struct JSONSchema {
  private let schemas: [String: [String: Any]]
  private let name: String

  /// A schema by its file's name, `extraction.schema.json`, or a part of it after `#`.
  package init(_ name: String, in folder: URL = ProjectFolder.file("data/schema")) throws {
    self.name = name
    var schemas: [String: [String: Any]] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "json" {
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      schemas[file.lastPathComponent] = object as? [String: Any]
    }
    self.schemas = schemas
  }

  /// What is wrong with a JSON text, each fault with its place; empty where it is valid.
  package func faults(in json: Data) -> [String] {
    do {
      let value = try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
      return try faults(in: value, at: "$", against: ["$ref": name], file: name)
    } catch {
      return ["no JSON: \(error)"]
    }
  }

  package struct SchemaError: Error, CustomStringConvertible {
    package var description: String
  }

  private func faults(in value: Any, at place: String, against schema: [String: Any], file: String) throws
    -> [String]
  {
    var faults: [String] = []
    for (keyword, rule) in schema {
      switch (keyword, rule) {
      case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _), ("required", _),
        ("additionalProperties", _):
        break
      case ("$ref", let target as String):
        let (file, schema) = try resolve(target, from: file)
        faults += try self.faults(in: value, at: place, against: schema, file: file)
      case ("anyOf", let choices as [[String: Any]]):
        let each = try choices.map { try self.faults(in: value, at: place, against: $0, file: file) }
        if !each.contains(where: \.isEmpty) { faults += each.first ?? [] }
      case ("enum", let values as [String]):
        if !values.contains(where: { $0 == value as? String }) {
          faults.append("\(place): \(value) is none of \(values)")
        }
      case ("type", let type as String):
        if !Self.type(type, fits: value) { faults.append("\(place): \(value) is no \(type)") }
      case ("pattern", let pattern as String):
        if let text = value as? String, text.range(of: pattern, options: .regularExpression) == nil {
          faults.append("\(place): \(text) does not fit \(pattern)")
        }
      case ("minimum", let least as Int):
        if let number = value as? Double, number < Double(least) {
          faults.append("\(place): \(number) is less than \(least)")
        }
      case ("maximum", let most as Int):
        if let number = value as? Double, number > Double(most) {
          faults.append("\(place): \(number) is more than \(most)")
        }
      case ("minItems", let least as Int):
        if let items = value as? [Any], items.count < least { faults.append("\(place): too few items") }
      case ("maxItems", let most as Int):
        if let items = value as? [Any], items.count > most { faults.append("\(place): too many items") }
      case ("items", let items as [String: Any]):
        for (index, item) in (value as? [Any] ?? []).enumerated() {
          faults += try self.faults(in: item, at: "\(place)[\(index)]", against: items, file: file)
        }
      case ("properties", let properties as [String: [String: Any]]):
        faults += try members(value, at: place, properties, schema, file: file)
      default:
        throw SchemaError(description: "\(file): the validator does not know \(keyword): \(rule)")
      }
    }
    return faults
  }

  private func members(
    _ value: Any, at place: String, _ properties: [String: [String: Any]], _ schema: [String: Any],
    file: String
  ) throws -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    var faults: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      faults.append("\(place): \(name) is missing")
    }
    for (name, member) in object {
      if let property = properties[name] {
        faults += try self.faults(in: member, at: "\(place).\(name)", against: property, file: file)
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(place): \(name) is unknown")
      }
    }
    return faults
  }

  private func resolve(_ target: String, from file: String) throws -> (file: String, schema: [String: Any]) {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].isEmpty ? String(file.split(separator: "#")[0]) : parts[0]
    var schema = schemas[name]
    for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
      schema = schema?[String(step)] as? [String: Any]
    }
    guard let schema else { throw SchemaError(description: "\(file): nothing at \(target)") }
    return (name, schema)
  }

  private static func type(_ type: String, fits value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": (value as? NSNumber).map(isBoolean) ?? false
    case "number": (value as? NSNumber).map { !isBoolean($0) } ?? false
    case "integer":
      (value as? NSNumber).map { !isBoolean($0) && $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    let type = String(cString: number.objCType)
    return type == "c" || type == "B"
  }
}
