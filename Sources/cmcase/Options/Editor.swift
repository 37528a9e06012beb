import Glibc

/// The editor in which a person writes, as VISUAL or EDITOR names it.
struct Editor {
    private let command: String

    /// The person's editor; nil where they have named none.
    static var chosen: Editor? {
        (StoreOptions.environment("VISUAL") ?? StoreOptions.environment("EDITOR")).map { Editor(command: $0) }
    }

    /// Opens the editor on an empty file that nobody else can read, waits for its end, and removes the file.
    ///
    /// - Throws: `WrongCommand` where the editor can't be run or says that it failed; what was written is kept then.
    func write(limit: Int) throws -> String {
        guard let (file, path) = PrivateFile.make() else { throw WrongCommand("no temporary file can be made") }
        close(file)
        let status: Int32 = run(path)
        guard status == 0 else {
            throw WrongCommand("the editor ended with an error; what you wrote, if anything, is in \(path)")
        }
        let text: String = try TextFile.read(path, limit: limit)
        unlink(path)
        return text
    }

    /// The editor's name may have arguments of its own, so a shell reads it, as other programs do.
    private func run(_ path: String) -> Int32 {
        let words: [String] = ["sh", "-c", command + " \"$1\"", "sh", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
        return status
    }
}

/// Temporary files of mode 0600.
enum PrivateFile {
    static func make() -> (file: Int32, path: String)? {
        let folder: String = StoreOptions.environment("TMPDIR") ?? "/tmp"
        var template: [CChar] = Array((folder + "/cmcase-text-XXXXXX").utf8CString)
        let file: Int32 = mkstemp(&template)
        guard file >= 0 else { return nil }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (file, path)
    }

    /// Writes all of a text; false where that fails.
    static func write(_ text: String, to file: Int32) -> Bool {
        var bytes: [UInt8] = Array(text.utf8)
        while !bytes.isEmpty {
            let written: Int = Glibc.write(file, bytes, bytes.count)
            guard written > 0 else { return false }
            bytes.removeFirst(written)
        }
        return true
    }
}

/// What comes in on standard input.
enum StandardInput {
    /// All of it.
    ///
    /// - Throws: `WrongCommand` where it is too long or no UTF-8.
    static func text(limit: Int) throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count: Int = read(STDIN_FILENO, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        guard bytes.count <= limit else { throw WrongCommand("standard input is longer than \(limit) bytes") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw WrongCommand("standard input is no text in UTF-8")
        }
        return text
    }
}
