import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase waiting`
struct WaitingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting", abstract: "List our messages that belong to no case, the newest first.",
        discussion: """
            Example: cmcase waiting --limit 10

            A message of ours that answers none, or one which was never taken in, belongs to no case: an import counts \
            it as unattached, and no figure takes it for an answer. One that answers another waits, and becomes a \
            reply of its case by itself as soon as that message comes in. Those that never do show what an import lacks.
            """)

    @Option(name: .long, help: "Only on this channel.")
    var channel: String?

    @Option(name: .long, help: "At most so many; 0 for all (default 50 for a table, all for --json and --csv).")
    var limit: Int?

    @Flag(name: .long, help: "Print CSV.")
    var csv = false

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let limit = try ListLimit(limit, usual: output.json || csv ? nil : 50)
        let desk = try store.desk()
        defer { desk.close() }
        let list = try desk.waiting(
            on: channel.map { Channel($0.lowercased()) },
            limit: limit.most, try horizon.horizon(output))
        if output.json {
            list.printJSON()
        } else if csv {
            list.printCSV(try output.times())
        } else {
            list.printTable(try output.times(), output.terminal, try output.language)
        }
    }
}

extension WaitingList {
    fileprivate func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("total", total)
            writer.field("alone", alone)
            writer.field("position", position.rawValue)
            writer.key("messages")
            writer.beginArray()
            for message in messages { message.write(to: &writer) }
            writer.endArray()
            writer.endObject()
        }
    }

    fileprivate func printCSV(_ times: TimePrinter) {
        let csv = CSVWriter()
        var text = csv.row([
            "position", "at", "channel", "id", "account", "handle", "parent", "brand", "actor", "import", "text",
        ])
        for message in messages {
            csv.append(
                [
                    "\(message.position)", times.time(message.at.microseconds), message.channel.name,
                    message.id ?? "", message.account ?? "", message.handle ?? "", message.parent ?? "",
                    message.brand?.name ?? "", message.actor, message.imported.map { "\($0)" } ?? "",
                    message.text ?? "",
                ], to: &text)
        }
        StandardOutput.line(String(text.dropLast()))
    }

    fileprivate func printTable(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let words = WaitingWords(language)
        if !messages.isEmpty {
            var table = TextTable(columns: [
                .init(words.written), .init(words.message, yielding: 1), .init(words.account, yielding: 1),
                .init(words.parent, yielding: 1), .init(words.source, yielding: 2),
                .init(words.said, minimumWidth: 12, yielding: 3),
            ])
            for message in messages {
                func named(_ id: String?) -> String { id.map { "\(message.channel.name):\($0)" } ?? words.erased }
                table.append([
                    .init(times.time(message.at.microseconds)), .init(named(message.id), style: .emphasis),
                    .init(message.handle ?? message.account ?? words.erased),
                    .init(message.isAnswer ? named(message.parent) : words.nothing),
                    .init(words.source(message.actor, message.imported)), .init(message.text ?? words.erased),
                ])
            }
            StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
        }
        StandardOutput.line(words.count(messages.count, of: total, alone: alone))
    }
}

extension WaitingMessage {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", position.rawValue)
        writer.field("at", at)
        writer.field("channel", channel.name)
        writer.nullable("id", id)
        writer.nullable("account", account)
        writer.nullable("handle", handle)
        writer.nullable("parent", parent)
        writer.field("isAnswer", isAnswer)
        writer.nullable("brand", brand?.name)
        writer.field("actor", actor)
        writer.nullable("import", imported?.rawValue)
        writer.nullable("text", text)
        writer.endObject()
    }
}
