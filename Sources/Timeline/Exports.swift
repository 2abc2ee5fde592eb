// What the timeline hands out comes with it: `import Timeline` is all that a client needs.
@_exported public import TimelineArticles
@_exported public import TimelineClaims
@_exported public import TimelineDates
@_exported public import TimelinePages
@_exported public import TimelineStore
@_exported public import TimelineTimes
@_exported public import TimelineTracking
