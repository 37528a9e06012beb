import Basics
import CaseDesk
import CaseModel
import Intake
import TestSupport
import Testing

@Suite("Real sources")
struct RealSourcesTests {
    private static let threads = "support-threads-5000.csv"
    private static let airlines = "airline-sentiment-3-airlines.csv"

    @Test(
        "customer support: both sides, whole conversations",
        .enabled(if: SharedData.has(threads), "the file is not there: set CMCASE_SHARED_DATA"))
    func support() throws {
        let desk = try TestDesk()
        let report = try desk.importFile(SharedData.folder + "/" + Self.threads, as: .supportThreads)
        var expected = ImportCounts()
        expected.read = 5000
        expected.mentions = 2778
        expected.replies = 2196
        expected.unattached = 26
        expected.casesOpened = 1483
        expectSame(report.counts, expected)
        let cases = try desk.cases()
        #expect(cases.count == 1483)
        #expect(Set(cases.map(\.person)).count == 1443)
        #expect(cases.count { $0.firstReplyAt != nil } == 1350)
        #expect(cases.count { $0.firstReplyAt == nil } == 133)
        #expect(cases.reduce(0) { $0 + $1.mentions } == 2778)
        #expect(cases.reduce(0) { $0 + $1.replies } == 2196)
        #expect(try desk.types().filter { $0 == "CaseOpened" }.count == 1483)
        #expect(try desk.differences() == [])
    }

    @Test(
        "labelled mentions: one case each, duplicates and conflicts counted",
        .enabled(if: SharedData.has(airlines), "the file is not there: set CMCASE_SHARED_DATA"))
    func labelled() throws {
        let desk = try TestDesk()
        let report = try desk.importFile(SharedData.folder + "/" + Self.airlines, as: .labelledMentions)
        var expected = ImportCounts()
        expected.read = 9494
        expected.mentions = 9339
        expected.duplicates = 155
        expected.conflicts = 18
        expected.casesOpened = 9339
        expectSame(report.counts, expected)
        #expect(Set(try desk.cases().map(\.person)).count == 4659)
        #expect(try desk.differences() == [])
    }

    @Test(
        "customer support, cut in two at a row, either half first",
        .enabled(if: SharedData.has(threads), "the file is not there: set CMCASE_SHARED_DATA"),
        arguments: [UInt64(1), 2])
    func split(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let records: [[UInt8]] = try Self.records(of: SharedData.bytes(Self.threads))
        #expect(records.count == 5001)
        let row = Int.random(in: 1...5000, using: &random)
        let template = try StoreTemplate()
        let whole = try Self.facts(template, [records[1...]], header: records[0])
        let halves: [ArraySlice<[UInt8]>] = [records[1..<row], records[row...]]
        for parts in [halves, halves.reversed()] {
            let facts = try Self.facts(template, parts, header: records[0])
            #expect(facts.count == 1483)
            let wrong: [String] = Set(whole.keys).union(facts.keys).filter { whole[$0] != facts[$0] }.sorted()
            #expect(wrong == [], "seed \(seed), cut before row \(row)")
        }
    }

    private static func facts(
        _ template: StoreTemplate, _ parts: [ArraySlice<[UInt8]>], header: [UInt8]
    ) throws -> [String: CaseListing] {
        let desk = try TestDesk(copying: template.path)
        for (index, part) in parts.enumerated() where !part.isEmpty {
            let path = try desk.folder.write(header + part.joined(), to: "\(index).csv")
            try desk.importFile(path, as: .supportThreads)
        }
        #expect(try desk.differences() == [])
        return Dictionary(
            try desk.cases().map { ("\($0.account ?? "-") \($0.rootID ?? "-")", $0.withoutArrival) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The raw records of a file with their ends; a record ends at a line feed outside quotes.
    private static func records(of bytes: [UInt8]) throws -> [[UInt8]] {
        var records: [[UInt8]] = []
        var record: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            record.append(byte)
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted {
                records.append(record)
                record = []
            }
        }
        return record.isEmpty ? records : records + [record]
    }
}
