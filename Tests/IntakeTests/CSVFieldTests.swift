import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Dividing a record into fields")
struct CSVFieldTests {
    @Test(
        "RFC 4180, and a quote inside an unquoted field is data",
        arguments: [
            ("a,b", ["a", "b"]),
            ("a,", ["a", ""]),
            (",", ["", ""]),
            ("\"\",x", ["", "x"]),
            ("\"a,b\",\"c\"\"d\"", ["a,b", "c\"d"]),
            ("\"\"\"\"", ["\""]),
            ("5\" x,\"y\"", ["5\" x", "y"]),
            ("a, \"b\"", ["a", " \"b\""]),
            ("e,\"\u{301}f\"", ["e", "\u{301}f"]),
        ])
    func divides(record: String, fields: [String]) throws {
        #expect(try csvFields(record) == fields)
    }

    @Test("text behind a closing quote, and a quote never closed, are errors")
    func errors() {
        #expect(throws: RejectionReason.textAfterClosingQuote) { try csvFields("\"a\"b,c") }
        #expect(throws: RejectionReason.textAfterClosingQuote) { try csvFields("\"a\" ,c") }
        #expect(throws: RejectionReason.unterminatedQuote) { try csvFields("a,\"b") }
        #expect(throws: RejectionReason.unterminatedQuote) { try csvFields("a,\"b\"\"") }
    }

    @Test(
        "the csv-spectrum collection",
        .enabled(if: SharedData.has("hostile/csv-spectrum"), "csv-spectrum is not there: set CMCASE_SHARED_DATA"),
        arguments: [
            "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
            "quotes_and_newlines", "simple", "simple_crlf", "utf8",
        ])
    func spectrum(name: String) throws {
        let expected = try JSONDecoder().decode(
            [[String: String]].self, from: Data(SharedData.bytes("hostile/csv-spectrum/json/\(name).json")))
        for chunkSize in [1, 4096] {
            #expect(try spectrumRows(name, chunkSize: chunkSize) == expected)
        }
    }

    @Test(
        "csv-spectrum's quotes in unquoted fields, whose JSON has another row than the CSV",
        .enabled(if: SharedData.has("hostile/csv-spectrum"), "csv-spectrum is not there: set CMCASE_SHARED_DATA"))
    func spectrumCoordinates() throws {
        let rows = try spectrumRows("location_coordinates", chunkSize: 4096)
        #expect(rows.map { $0["Location Coordinates"] } == ["37\u{FFFD}36'37.8\"N 121\u{FFFD}2'17.9\"W"])
        #expect(rows.map { $0["Counties"] } == ["Stanislaus"])
    }

    private func spectrumRows(_ name: String, chunkSize: Int) throws -> [[String: String]] {
        let bytes = try SharedData.bytes("hostile/csv-spectrum/csvs/\(name).csv")
        let records = try SourceSample(bytes: bytes, chunkSize: chunkSize).texts().map(csvFields)
        let header = try #require(records.first)
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private func csvFields(_ record: String) throws -> [String] {
        try Array(record.utf8).withUnsafeBytes { bytes in
            var fields: [String] = []
            try forEachCSVField(of: bytes, delimiter: UInt8(ascii: ",")) { (field) throws(RejectionReason) in
                fields.append(String(decoding: field.unquoted(in: bytes), as: UTF8.self))
            }
            return fields
        }
    }
}
