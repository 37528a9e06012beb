import CaseModel
import Intake
import Testing

@Suite("Names that name nobody")
struct NobodyNamesTests {
    private static let base = """
        format: csv
        columns: {id: id, author: who, text: body, time: at}
        constants: {channel: reviews}

        """

    private func nobody(_ names: [String], _ extra: String = "", by direction: String = "theirs") throws -> [String] {
        let mapping = try SourceMapping(
            yaml: Self.base.replacing("reviews}", with: "reviews, direction: \(direction)}") + extra, name: "m")
        let rows = names.enumerated().map { "\($0.offset),\"\($0.element)\",words,2026-03-01T10:00:00Z\n" }
        let reading = try SourceSample("id,who,body,at\n" + rows.joined()).read(mapping)
        #expect(reading.messages.count == names.count)
        return reading.messages.filter(\.isOfNobody).map(\.author)
    }

    @Test(
        "usual ones are known whatever their capitals, their spaces and their Unicode form; accounts are not among them"
    )
    func usual() throws {
        let names = [
            "A Google user", "a  GOOGLE user ", "[deleted]", "[Removed]", "Anónimo", "ANÓNIMO", "Ano\u{301}nimo",
            "Usuario de Google", "un usuario de Google", "Usuario de Facebook", "facebook user", "Anonymous",
        ]
        #expect(try nobody(names).count == names.count)
        #expect(try nobody(["ana", "deleted", "anonymous1", "12345", "A Google", "Anónimo Gómez", "é", "[ana]"]) == [])
    }

    @Test("a mapping names more of them, or others in their place, or none")
    func mapped() throws {
        let names = ["Gast", "[deleted]", "ana"]
        #expect(try nobody(names, "nobody: [gast]\n") == ["Gast", "[deleted]"])
        #expect(try nobody(names, "nobody: {only: [GAST]}\n") == ["Gast"])
        #expect(try nobody(names, "nobody: {only: []}\n") == [])
    }

    @Test("a message of ours is ours, whatever its author is called")
    func ours() throws {
        #expect(try nobody(["Anonymous"], by: "ours") == [])
    }

    @Test("lines of canonical NDJSON know them too")
    func canonical() throws {
        let line = #"{"channel":"a","id":"1","author":"[deleted]","time":"2026-03-01T10:00:00Z","text":"b"}"#
        #expect(try SourceSample(line).read(.canonical).messages.map(\.isOfNobody) == [true])
    }

    @Test("a mapping with names of its own has a fingerprint that reads as the same mapping; the usual ones need none")
    func fingerprint() throws {
        let mapping = try SourceMapping(yaml: Self.base + "nobody: [Gast]\n", name: "m")
        #expect(try SourceMapping(yaml: mapping.fingerprintText, name: "m") == mapping)
        let plain = try SourceMapping(yaml: Self.base, name: "m")
        #expect(!plain.fingerprintText.contains("nobody"))
        let none = try SourceMapping(yaml: Self.base + "nobody: {only: []}\n", name: "m")
        #expect(try SourceMapping(yaml: none.fingerprintText, name: "m") == none)
    }
}
