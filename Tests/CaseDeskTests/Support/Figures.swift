import CaseDesk
import CaseModel
import Measures
import Playbook
import Testing

/// Everything the measures say, without the numbers of persons and positions.
struct Figures: Equatable {
    var conversion: Conversion
    /// The index complaints: when, and the stance at the end.
    var index: [String]
    var service: FirstResponse
    var endOfData: Timestamp
    var conformance: ConformanceTally
}

extension TestDesk {
    func figures() throws -> Figures {
        let conversion = try desk.conversion(horizonDays: 30, MeasureScope(), explaining: true)
        let service = try desk.firstResponse(target: 3_600_000_000, MeasureScope())
        return Figures(
            conversion: conversion.conversion,
            index: conversion.index.map { "\($0.at.microseconds) \($0.stanceAtEnd)" }.sorted(),
            service: service.firstResponse, endOfData: service.endOfData,
            conformance: try desk.conformanceReport(MeasureScope()).all)
    }

    /// The newest import's `ImportCompleted`.
    func lastImport() throws -> LogEntry { try #require(try log().last { $0.type == "ImportCompleted" }) }

    /// Takes an import back: the newest one, where none is named.
    @discardableResult
    func retract(_ position: Position? = nil, dryRun: Bool = false) throws -> RetractionReport {
        try desk.retract(
            try position ?? lastImport().position, note: "wrong mapping", CommandContext(at: clock.now),
            by: Actor(.human, "eva"), dryRun: dryRun)
    }
}
