import Glibc

/// Reads small text files that people name on the command line.
enum TextFile {
    /// The whole text of a file.
    ///
    /// - Throws: `WrongCommand` when it can't be read, is too long or is no UTF-8.
    static func read(_ path: String, limit: Int) throws -> String {
        guard let file = fopen(path, "re") else {
            throw WrongCommand("\(path) can't be read: \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        let count: Int = fread(&bytes, 1, limit + 1, file)
        guard ferror(file) == 0 else { throw WrongCommand("\(path) can't be read; name a file, not a folder") }
        guard count <= limit else { throw WrongCommand("\(path) is longer than \(limit) bytes; is it the right file?") }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
            throw WrongCommand("\(path) is no text in UTF-8")
        }
        return text
    }
}
