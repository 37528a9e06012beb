internal import Glibc
internal import Intake

/// Rows that can't be taken in, as they stood, so that they can be mended and imported again; and why, in a table beside.
///
/// Both files get their names only when they are whole, and like the store nobody else may read them. A file of that name
/// which says something else may be one that somebody mends, or that another import has just written: it stays, and the
/// new one gets a name with a number.
final class RejectsFile {
    /// Where the rows stand; final after `finish`.
    private(set) var path: String
    var reasonsPath: String { Self.reasons(of: path) }
    private let wanted: String
    private let rowsFile: UnnamedFile
    private let reasonsFile: UnnamedFile
    private var rows: UnsafeMutablePointer<FILE> { rowsFile.stream }
    private var reasons: UnsafeMutablePointer<FILE> { reasonsFile.stream }
    /// Whether the files have their names already, and get more rows.
    private var goesOn = false

    /// - Throws: `DeskError.input` when a file can't be made there.
    init(path: String) throws(DeskError) {
        self.path = path
        wanted = path
        do {
            rowsFile = try UnnamedFile(for: path)
            reasonsFile = try UnnamedFile(for: Self.reasons(of: path))
        } catch {
            throw Self.failure(path, error)
        }
        fputs("row,line,column,code,reason\n", reasons)
    }

    /// Goes on with the files that `finish` has named a moment ago: what is added comes after what they hold.
    ///
    /// - Throws: `DeskError.input` when they can't be read, or others be made there.
    static func goingOn(with path: String) throws(DeskError) -> RejectsFile {
        let file = try RejectsFile(path: path)
        file.goesOn = true
        rewind(file.reasons)
        for (name, copy) in [(path, file.rows), (reasons(of: path), file.reasons)] {
            guard let original = fopen(name, "re") else { throw failure(name, UnnamedFile.Failure(errno)) }
            defer { fclose(original) }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count: Int = fread(&buffer, 1, buffer.count, original)
                if count == 0 { break }
                fwrite(buffer, 1, count, copy)
            }
        }
        return file
    }

    /// Adds the header or a row as it stood.
    func add(_ bytes: UnsafeRawBufferPointer, end: String) {
        fwrite(bytes.baseAddress, 1, bytes.count, rows)
        fputs(end, rows)
    }

    /// Adds part of a long row.
    func addPart(_ bytes: UnsafeRawBufferPointer) { fwrite(bytes.baseAddress, 1, bytes.count, rows) }

    /// Adds why a row was rejected.
    func add(_ rejection: Rejection) {
        let cells: [String] = [
            "\(rejection.row)", "\(rejection.line)", rejection.column ?? "", rejection.reason.code,
            rejection.reason.description,
        ]
        let line: String = cells.map {
            "\""
                + $0.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
        fputs(line + "\n", reasons)
    }

    /// Makes both files durable and gives them their names: those that were wanted, or the first with a number that are free
    /// or have the same bytes.
    func finish() throws(DeskError) {
        do {
            try rowsFile.complete()
            try reasonsFile.complete()
            if goesOn {
                try reasonsFile.replace(reasonsPath)
                return try rowsFile.replace(path)
            }
            let start: String.Index = wanted.lastIndex(of: "/").map(wanted.index(after:)) ?? wanted.startIndex
            let dot: String.Index = wanted[start...].lastIndex(of: ".") ?? wanted.endIndex
            var number = 1
            while try !takeNames() {
                number += 1
                path = "\(wanted[..<dot])-\(number)\(wanted[dot...])"
            }
        } catch {
            throw Self.failure(path, error)
        }
    }

    /// Gives both files the names that `path` says; false where one of them is another's. The reasons come first: whoever
    /// finds the rows finds the reasons beside them.
    private func takeNames() throws(UnnamedFile.Failure) -> Bool {
        if access(path, F_OK) == 0, !rowsFile.hasSameBytes(as: path) { return false }
        let isNew: Bool = try reasonsFile.take(reasonsPath)
        guard isNew || reasonsFile.hasSameBytes(as: reasonsPath) else { return false }
        if try rowsFile.take(path) || rowsFile.hasSameBytes(as: path) { return true }
        if isNew { unlink(reasonsPath) }
        return false
    }

    private static func reasons(of path: String) -> String { path + ".reasons.csv" }

    private static func failure(_ path: String, _ failure: UnnamedFile.Failure) -> DeskError {
        .input(
            "\(path) can't be written (\(failure)), and rejected rows would go there; name another place with --rejects"
        )
    }
}
