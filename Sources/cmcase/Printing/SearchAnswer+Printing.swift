import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

extension SearchAnswer {
    func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("position", position.rawValue)
            writer.field("more", isCut)
            writer.key("hits")
            writer.beginArray()
            for hit in hits { hit.write(to: &writer) }
            writer.endArray()
            writer.endObject()
        }
    }

    func printText(_ output: OutputOptions) throws {
        let times = try output.times()
        let terminal = output.terminal
        let language: Language = try output.language
        for hit in hits { hit.printText(times, terminal, language) }
        StandardOutput.line(SearchWords(language).found(hits.count, isCut: isCut))
    }
}

extension SearchHit {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", position.rawValue)
        writer.field("type", type.rawValue)
        writer.nullable("case", caseNumber?.rawValue)
        writer.field("person", person.rawValue)
        writer.nullable("handle", handle)
        writer.field("channel", channel.name)
        writer.field("at", at)
        writer.field("actor", actor)
        writer.field("side", side.rawValue)
        writer.nullable("visibility", visibility?.rawValue)
        writer.field("excerpt", excerpt.map(\.text).joined())
        writer.field("matches", excerpt.filter(\.isMatch).map(\.text))
        writer.endObject()
    }

    fileprivate func printText(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let palette = terminal.palette
        let words = SearchWords(language)
        let person = SearchWords.Somebody(handle.map { "@" + SafeText.safe($0) }, person)
        let whose: String =
            switch side {
            case .theirs: words.theirs(person, visibility)
            case .ours: words.ours(SafeText.safe(actor), to: person, visibility)
            case .house: words.house(SafeText.safe(actor), on: person, type)
            }
        let place: String =
            caseNumber.map { CaseWords(language).title($0) } ?? PersonWords(language).title(self.person)
        StandardOutput.line(
            palette.paint(place, .heading) + "  \(times.time(at.microseconds))  \(whose)  "
                + palette.paint("\(channel.name) #\(position)", .muted))
        // Strangers' private-use characters are made visible before, so that these two mean a match and nothing else.
        let text: String = excerpt.map { piece in
            let safe: String = SafeText.safe(piece.text)
            return piece.isMatch && palette.colour ? "\u{E000}\(safe)\u{E001}" : safe
        }.joined()
        let marks: [String] = palette.paint("|", .emphasis).split(separator: "|").map(String.init)
        for line in text.wrapped(toWidth: max(terminal.width ?? 120, 40), indent: "    ") {
            let painted: String = line.unicodeScalars.reduce(into: "") { text, scalar in
                switch scalar {
                case "\u{E000}": text += marks.first ?? ""
                case "\u{E001}": text += marks.last ?? ""
                default: text.unicodeScalars.append(scalar)
                }
            }
            StandardOutput.line(painted)
        }
    }
}
