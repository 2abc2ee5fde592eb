// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A stage of the pipeline, in its own folder of `Sources`; `needs` point strictly downward.
func stage(_ name: String, needs: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: needs, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "timeline",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Timeline", targets: ["Timeline"]),
    .executable(name: "timeline", targets: ["TimelineCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "CTimelineData"),
    stage("TimelineDates"),
    stage("TimelineText"),
    stage("TimelineLanguage", needs: ["TimelineText", "CTimelineData"]),
    stage("TimelineTimes", needs: ["TimelineDates", "TimelineLanguage"]),
    stage("TimelineClaims", needs: ["TimelineTimes"]),
    stage("TimelineTracking", needs: ["TimelineClaims"]),
    stage("TimelineArticles", needs: ["TimelineText", "TimelineDates"]),
    stage("TimelineStore", needs: ["TimelineTracking", grdb]),
    stage("TimelineViews", needs: ["TimelineTracking"]),
    stage("TimelineCalendar", needs: ["TimelineTracking"]),
    stage(
      "Timeline",
      needs: ["TimelineArticles", "TimelineStore", "TimelineViews", "TimelineCalendar"]),
    .executableTarget(
      name: "TimelineCLI", dependencies: ["Timeline", argumentParser], swiftSettings: strict),
    // Trains data/en/language.model; not shipped.
    .executableTarget(
      name: "timeline-train", dependencies: ["TimelineLanguage"], path: "Sources/TimelineTrain",
      swiftSettings: strict),
    .testTarget(name: "TimelineTextTests", dependencies: ["TimelineLanguage"], swiftSettings: strict),
    .testTarget(name: "TimelineLanguageTests", dependencies: ["TimelineLanguage"], swiftSettings: strict),
    .testTarget(
      name: "TimelineTrainTests", dependencies: ["timeline-train", "TimelineLanguage"], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)
