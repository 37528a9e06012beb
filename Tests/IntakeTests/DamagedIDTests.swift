import CaseModel
import Intake
import Testing

@Suite("Ids that a spreadsheet has damaged")
struct DamagedIDTests {
    private func mapping(_ more: String = "") throws -> SourceMapping {
        try SourceMapping(
            yaml: """
                format: tsv
                columns: {id: id, parent: to, author: who, text: body, time: at}
                constants: {channel: forum}
                \(more)
                """, name: "ids")
    }

    /// The column whose id is rejected, and the messages that were read.
    private func read(id: String, parent: String = "", author: String = "ana", _ more: String = "") throws -> (
        rejected: String?, message: SourceMessage?
    ) {
        let reading = try SourceSample(
            "id\tto\twho\tbody\tat\n\(id)\t\(parent)\t\(author)\twords\t2026-01-01T10:00:00Z\n"
        ).read(mapping(more))
        let damaged = reading.rejections.first { $0.reason == .damagedID }
        return (damaged?.column, reading.messages.first)
    }

    @Test(
        "are rejected in every column of ids without being asked",
        arguments: [
            "5.70306E+17", "5,70301E+17", "5.70306e17", "5.7E17", "5E+17", "#REF!", "#¿NOMBRE?", "#####", "=\"5\"",
            "57e-3", "-5.7E+17", "3.0", "3,0",
            "1.5", "1.000", "1,000", "1.234.567", "1,234,567", "1.234,56", "12 345 678", "1\u{A0}000", "1\u{202F}000",
            "1'000",
        ])
    func damaged(id: String) throws {
        #expect(try read(id: id).rejected == "id")
        #expect(try read(id: "1", parent: id).rejected == "to")
        #expect(try read(id: "1", author: id).rejected == "who")
    }

    @Test(
        "are not what merely looks like numbers",
        arguments: [
            "570306133677760513", "0012", "-1001234567890", "12345e67", "5e17", "1e5", "a1.000", "1.2.3", "192.168.1.1",
            "3.",
            ".5", "1,2,3", "v1.000", "E+17", "2026-01-01", "tw-1.000", "41:3.0", "1.000x", "12 3456", "é1.000",
            "1..000",
        ])
    func whole(id: String) throws {
        let read = try read(id: id, parent: id + "p", author: id)
        #expect(read.rejected == nil)
        #expect(read.message?.id == id)
        #expect(read.message?.author == id)
    }

    @Test("are whole where the mapping says that the source writes its ids so")
    func asWritten() throws {
        let stamp = try read(id: "1712345678.000200", parent: "1712345678.000100", "idsAsWritten: [id, to]")
        #expect(stamp.message?.id == "1712345678.000200")
        #expect(stamp.message?.parent == "1712345678.000100")
        #expect(try read(id: "1712345678.000200", author: "1.000", "idsAsWritten: [id]").rejected == "who")
        let decimals = try read(id: "7", parent: "3.0", "numericIDs: [to]")
        #expect(decimals.message?.parent == "3")
        #expect(try read(id: "7", parent: "3.5", "numericIDs: [to]").rejected == "to")
        #expect(try mapping("idsAsWritten: [to]").fingerprintText.contains("idsAsWritten: [\"to\"]"))
    }
}
