import ArgumentParser
import Glibc

/// Words that a person gives a command: as an argument, from a file, from standard input, or written in their editor.
struct TextOptions: ParsableArguments {
    @Argument(help: "The words; - reads standard input, and without them your editor opens.")
    var text: String?

    @Option(name: .long, help: "Read the words from this file.")
    var textFile: String?

    static let limit = 1 << 20

    /// The words, if any were given.
    func optional() throws -> TypedText? {
        switch (text, textFile) {
        case (nil, nil): return nil
        case ("-", nil), (nil, "-"):
            return TypedText(try Self.checked(StandardInput.text(limit: Self.limit)), isKept: true)
        case (let text?, nil): return TypedText(try Self.checked(text), isKept: false)
        case (nil, let path?): return TypedText(try Self.checked(TextFile.read(path, limit: Self.limit)), isKept: false)
        default: throw WrongCommand("the words stand in the command or in --text-file; give one of them")
        }
    }

    /// The words; where none were given and a person sits there, their editor opens on what is wanted.
    func required(_ wanted: String) throws -> TypedText {
        if let given = try optional() { return given }
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1, let editor = Editor.chosen else {
            throw WrongCommand("say \(wanted): as an argument, with --text-file FILE, or with - from standard input")
        }
        let text: String = try Self.checked(try editor.write(limit: Self.limit))
        if text.isEmpty { throw WrongCommand("nothing was written, so nothing was recorded") }
        var typed = TypedText(text, isKept: true)
        typed.wasEdited = true
        return typed
    }

    /// The words without the line end that editors and pipes put at their end.
    private static func checked(_ text: String) throws -> String {
        if text.unicodeScalars.contains("\0") { throw WrongCommand("the words hold a NUL character; remove it") }
        var scalars = Substring(text).unicodeScalars
        while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
        return String(scalars)
    }
}

/// Words as somebody gave them.
struct TypedText {
    let text: String
    /// Whether they stand nowhere else, so that they are kept where the command is refused.
    let isKept: Bool
    /// Whether somebody sat over them, while the case may have moved on.
    var wasEdited = false
    /// The version of the case they were written on, where that is known.
    var version: Int64?

    init(_ text: String, isKept: Bool) {
        self.text = text
        self.isKept = isKept
    }

    /// Keeps the words in a file of their own that nobody else can read; nil where that fails.
    func keep() -> String? {
        guard let (file, path) = PrivateFile.make() else { return nil }
        defer { close(file) }
        return PrivateFile.write(text + "\n", to: file) ? path : nil
    }
}
