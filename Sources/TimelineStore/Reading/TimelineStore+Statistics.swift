import GRDB
package import TimelineDates
import TimelineTracking

extension TimelineStore {
  package func statistics(now: DayNumber) throws -> TimelineStatistics {
    var statistics = try read { db in
      var found = TimelineStatistics()
      if let row = try Row.fetchOne(
        db, sql: "SELECT count(*), count(DISTINCT outlet), min(day), max(day) FROM article")
      {
        found.articles = row[0]
        found.outlets = row[1]
        found.firstPublished = (row[2] as Int?).map { DayNumber(clamping: $0) }
        found.lastPublished = (row[3] as Int?).map { DayNumber(clamping: $0) }
      }
      if let row = try Row.fetchOne(
        db, sql: "SELECT count(*), coalesce(sum(length(text)), 0) FROM article_version")
      {
        found.versions = row[0]
        found.textBytes = row[1]
      }
      found.verdicts = try Int.fetchOne(db, sql: "SELECT count(*) FROM verdict") ?? 0
      let statuses =
        "SELECT \(ClaimConditions.status(day: now)), count(*) FROM \(ClaimConditions.judged) GROUP BY 1"
      for row in try Row.fetchAll(db, sql: statuses) {
        if let status = Status(rawValue: row[0]) { found.statuses[status] = row[1] }
      }
      found.claims = found.statuses.values.reduce(0, +)
      found.undated = try Int.fetchOne(db, sql: "SELECT count(*) FROM claim WHERE first_day IS NULL") ?? 0
      for row in try Row.fetchAll(db, sql: "SELECT link_kind, count(*) FROM mention GROUP BY 1") {
        if let kind = Link.Kind(rawValue: row[0]) { found.links[kind] = row[1] }
      }
      found.mentions = found.links.values.reduce(0, +)
      for row in try Row.fetchAll(db, sql: "SELECT extractor, count(*) FROM article GROUP BY 1") {
        found.extractors[row[0]] = row[1]
      }
      return found
    }
    statistics.fileBytes = fileBytes
    return statistics
  }
}
