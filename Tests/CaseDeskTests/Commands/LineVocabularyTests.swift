import CaseDesk
import CaseModel
import Foundation
import Testing

@Suite("What a line of commands may say")
struct LineVocabularyTests {
    /// A value that each field takes, as JSON; where commands differ, by command.
    private static let values: [String: String] = [
        "polarity": #""complaint""#, "targets": #"["product"]"#, "topics": #"["delay"]"#, "severity": #""high""#,
        "confidence": "0.5", "method": #""rule""#, "methodVersion": #""1""#, "visibility": #""public""#,
        "consent": "true", "priority": #""high""#, "until": time, "wakesOnReply": "true",
        "sources": #"["own-history"]"#, "founded": "true", "grounds": #"["a"]"#, "signals": #"["a"]"#,
        "forecast": #""favourable""#, "by": time, "followUp": time, "followUpPurpose": #""recurrence""#,
        "outcome": #""favourable""#, "solved": #""yes""#, "confirmedBy": #""agent""#, "target": #""product""#,
        "due": time, "level": "2", "finding": #""quiet""#, "case": "1", "from": "1", "mentions": #"["twitter:1"]"#,
        "event": "1", "fields": #"["language"]"#, "values": #"["es"]"#, "person": "1", "other": "2",
        "basis": #""given""#, "evidence": #"["a"]"#, "expires": time, "instrument": #""NPS""#, "score": "9",
        "offer": "1", "kind": #""thanks""#, "cases": "[1]", "incident": "1", "direction": #""theirs""#, "reach": "5",
        "time": #""2026-01-05T10:00:00Z""#, "expecting": "1", "to": #""ana""#, "purpose": #""help""#,
        "trigger": #""decision""#, "at": #""2026-01-05T10:00:00Z""#, "language": #""es""#,
        "link": #""https://example.org/1""#, "sequence": "3",
    ]

    private static let ofCommands: [String: String] = [
        "move to": #""private""#, "schedule-follow-up purpose": #""recurrence""#, "dismiss as": #""spam""#,
        "assess-author as": #""customer""#, "complete-follow-up followUp": "1", "cancel-follow-up followUp": "1",
        "capture kind": #""post""#,
    ]

    private static let time = #""2027-01-01T00:00:00Z""#

    private func line(_ name: String, _ fields: [String]) -> String {
        let members: [String] =
            ["do"].map { _ in #""do":"\#(name)""# }
            + fields.map { field in
                #""\#(field)":"# + (Self.ofCommands["\(name) \(field)"] ?? Self.values[field] ?? #""words""#)
            }
        return "{" + members.joined(separator: ",") + "}"
    }

    /// Why a line is malformed; nil where it can be read.
    private func problems(_ lines: [String]) throws -> [String?] {
        let desk = try TestDesk()
        return try desk.apply(lines).map { applied in
            guard case .refused(let refusal) = applied.result, refusal.code == .malformed else { return nil }
            return refusal.description
        }
    }

    private static let entries: [LineVocabulary.Entry] = LineVocabulary.ofCases + LineVocabulary.ofOthers

    @Test("every command takes the fields that it is said to take")
    func taken() throws {
        for key in ["note", "reason"] {
            let lines: [String] = Self.entries.map { entry in
                // The other case of a merge is named in one way, and what is noted stands under one key.
                let left: Set<String> = [
                    "from", entry.name == "capture" ? "at" : "", entry.name == "note" ? "reason" : key,
                ]
                let ofCase: [String] = LineVocabulary.ofCases.contains(entry) ? LineVocabulary.onCase : []
                return line(
                    entry.name,
                    Array(Set(entry.required + entry.optional + ofCase + LineVocabulary.common).subtracting(left))
                        .sorted())
            }
            for (entry, problem) in zip(Self.entries, try problems(lines)) where problem != nil {
                if problem?.contains("there is no event") == true || problem?.contains("the log has no event") == true {
                    continue
                }
                Issue.record("\(entry.name): \(problem ?? "")")
            }
        }
    }

    @Test("and no others, which is said with those it takes")
    func refused() throws {
        let all: Set<String> = Set(Self.entries.flatMap { $0.required + $0.optional })
        var lines: [String] = []
        var asked: [(entry: LineVocabulary.Entry, field: String)] = []
        for entry in Self.entries {
            let isOnCase: Bool = LineVocabulary.ofCases.contains(entry)
            let known = Set(
                entry.required + entry.optional + (isOnCase ? LineVocabulary.onCase : []) + LineVocabulary.common)
            for field in all.subtracting(known).sorted() {
                lines.append(line(entry.name, entry.required + (isOnCase ? ["case"] : []) + [field]))
                asked.append((entry, field))
            }
        }
        for ((entry, field), problem) in zip(asked, try problems(lines)) {
            #expect(problem != nil, "\(entry.name) takes \(field), and nobody says so")
        }
        let sentence: String? = try problems([#"{"do":"close","case":1,"because":"a"}"#])[0]
        #expect(
            sentence?.hasSuffix(
                "it takes case, channel, message, expecting, at, actor, rule, override, note, reason, key") == true)
    }

    @Test("a command that isn't there is told by those that are, persons and incidents included")
    func names() throws {
        let sentence: String = try #require(try problems([#"{"do":"dance"}"#])[0])
        for name in ["capture", "classify", "unmerge", "split", "correct", "assess-author", "declare-incident"] {
            #expect(sentence.contains(name), "\(name)")
        }
        #expect(Set(LineVocabulary.names).count == LineVocabulary.names.count)
    }

    @Test("the README has the same table")
    func readme() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
        for entry in Self.entries where !readme.contains("| `\(entry.name)` | \(entry.fields) |") {
            Issue.record("the README lacks: | `\(entry.name)` | \(entry.fields) |")
        }
    }
}
