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

func tests(_ name: String, of needs: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: needs, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
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
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CTimelineData"),
    .target(name: "CTimelineNetwork"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    stage("TimelineDates"),
    // What these two declare is public, though no product exports them: the compiler takes nothing that is
    // `package` into the code of another module, and every token and word is asked from there.
    stage("TimelineText"),
    stage("TimelineLanguage", needs: ["TimelineText", "CTimelineData", "CTimelineNetwork"]),
    stage("TimelinePlaces", needs: ["TimelineDates", "TimelineLanguage", "CTimelineData"]),
    stage("TimelineTimes", needs: ["TimelineDates", "TimelineLanguage", "TimelinePlaces"]),
    stage("TimelineClaims", needs: ["TimelineTimes", "TimelinePlaces"]),
    stage("TimelineTracking", needs: ["TimelineClaims", "CTimelineData"]),
    stage("TimelinePages", needs: ["TimelineTimes", "CTimelineData", "CLibXML2"]),
    stage(
      "TimelineArticles",
      needs: [
        "TimelinePages", "TimelineLanguage", "TimelineText", "TimelineDates", "CLibXML2", "CZlib", yams,
      ]),
    stage("TimelineFetch", needs: ["TimelineArticles", "TimelinePages", "CLibCurl"]),
    stage(
      "TimelineStore", needs: ["TimelineTracking", "TimelineArticles", "TimelineLanguage", grdb, sqlite]),
    stage("TimelineViews", needs: ["TimelineTracking"]),
    stage("TimelineCalendar", needs: ["TimelineTracking", "CLibical"]),
    stage(
      "Timeline",
      needs: ["TimelineArticles", "TimelineLanguage", "TimelineStore", "TimelineViews", "TimelineCalendar"]),
    .executableTarget(
      name: "TimelineCLI",
      dependencies: [
        "Timeline", "TimelineArticles", "TimelinePages", "TimelineFetch", "TimelineClaims",
        "TimelineLanguage",
        "TimelineTimes",
        "TimelineViews",
        "TimelineCalendar",
        argumentParser,
      ],
      swiftSettings: strict),
    .target(
      name: "TimelineTestSupport", dependencies: ["TimelineArticles", "TimelineTracking"],
      path: "Tests/TimelineTestSupport",
      swiftSettings: strict),
    tests("TimelineArticlesTests", of: ["TimelineArticles", "TimelineTestSupport"]),
    tests("TimelineViewsTests", of: ["TimelineViews", "TimelineTestSupport"]),
    tests("TimelineCalendarTests", of: ["TimelineCalendar", "TimelineTestSupport", "CLibical"]),
    tests("TimelinePagesTests", of: ["TimelinePages", "TimelineTestSupport"]),
    tests("TimelineFetchTests", of: ["TimelineFetch", "TimelineTestSupport"]),
    tests("TimelineCLITests", of: ["TimelineCLI", "TimelineTestSupport"]),
    // Runs the built program.
    tests("TimelineCommandTests", of: ["TimelineCLI", "TimelineViews", "TimelineTestSupport"]),
    tests("TimelineDatesTests", of: ["TimelineDates"]),
    tests("TimelinePlacesTests", of: ["TimelinePlaces"]),
    tests("TimelineTimesTests", of: ["TimelineTimes"]),
    tests("TimelineClaimsTests", of: ["TimelineClaims"]),
    // Measures the stages; not shipped.
    .executableTarget(
      name: "timeline-benchmark", dependencies: ["Timeline"], path: "Sources/TimelineBenchmark",
      swiftSettings: strict),
    // Trains data/en/language.model, prints what tracking's weights are fitted to; not shipped.
    .executableTarget(
      name: "timeline-train",
      dependencies: ["TimelineLanguage", "TimelineClaims", "TimelineTracking"], path: "Sources/TimelineTrain",
      swiftSettings: strict),
    tests("TimelineTextTests", of: ["TimelineLanguage"]),
    tests("TimelineLanguageTests", of: ["TimelineLanguage", "CTimelineNetwork"]),
    tests("TimelineTrackingTests", of: ["TimelineTracking", "CTimelineData", "TimelineTestSupport"]),
    tests("TimelineStoreTests", of: ["TimelineStore", "TimelineTestSupport", grdb]),
    tests("TimelineTests", of: ["Timeline", "TimelineViews", "TimelineTestSupport", grdb]),
    tests("TimelineTrainTests", of: ["timeline-train", "TimelineLanguage"]),
  ],
  cLanguageStandard: .gnu2x
)
