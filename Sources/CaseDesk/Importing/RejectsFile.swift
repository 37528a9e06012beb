internal import Glibc
internal import Intake

/// Rows that can't be taken in, as they stood, so that they can be mended and imported again; and why, in a table beside.
///
/// Both files get their names only when they are whole, and like the store nobody else may read them. A file of that name
/// which says something else may be one that somebody mends: it stays, and the new one gets a name with a number.
final class RejectsFile {
    /// Where the rows stand; final after `finish`.
    private(set) var path: String
    var reasonsPath: String { Self.reasons(of: path) }
    private let wanted: String
    private let rows: UnsafeMutablePointer<FILE>
    private let reasons: UnsafeMutablePointer<FILE>
    private var isFinished = false

    /// - Throws: `DeskError.input` when a file can't be made there.
    init(path: String) throws(DeskError) {
        self.path = path
        wanted = path
        guard let rows = fopen(path + ".part", "we") else { throw Self.failure(path) }
        guard let reasons = fopen(Self.reasons(of: path) + ".part", "we") else {
            fclose(rows)
            unlink(path + ".part")
            throw Self.failure(Self.reasons(of: path))
        }
        self.rows = rows
        self.reasons = reasons
        for file in [rows, reasons] { fchmod(fileno(file), 0o600) }
        fputs("row,line,column,code,reason\n", reasons)
    }

    deinit {
        guard !isFinished else { return }
        fclose(rows)
        fclose(reasons)
        unlink(wanted + ".part")
        unlink(Self.reasons(of: wanted) + ".part")
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

    /// Makes both files durable and gives them their names.
    func finish() throws(DeskError) {
        isFinished = true
        for (file, name) in [(rows, wanted), (reasons, Self.reasons(of: wanted))] {
            let failed: Bool = ferror(file) != 0 || fflush(file) != 0 || fsync(fileno(file)) != 0
            fclose(file)
            guard !failed else { throw Self.failure(name) }
        }
        path = freeName()
        for (part, name) in [(wanted, path), (Self.reasons(of: wanted), reasonsPath)] {
            guard rename(part + ".part", name) == 0 else { throw Self.failure(name) }
        }
    }

    /// The name that was wanted, or the first with a number that is free or has the same rows.
    private func freeName() -> String {
        let start: String.Index = wanted.lastIndex(of: "/").map(wanted.index(after:)) ?? wanted.startIndex
        let dot: String.Index = wanted[start...].lastIndex(of: ".") ?? wanted.endIndex
        var name: String = wanted
        var number = 1
        while access(name, F_OK) == 0, !Self.haveSameBytes(name, wanted + ".part") {
            number += 1
            name = "\(wanted[..<dot])-\(number)\(wanted[dot...])"
        }
        return name
    }

    private static func haveSameBytes(_ first: String, _ second: String) -> Bool {
        guard let one = fopen(first, "re") else { return false }
        defer { fclose(one) }
        guard let other = fopen(second, "re") else { return false }
        defer { fclose(other) }
        var (left, right) = ([UInt8](repeating: 0, count: 65_536), [UInt8](repeating: 0, count: 65_536))
        while true {
            let (count, same) = (fread(&left, 1, left.count, one), fread(&right, 1, right.count, other))
            guard count == same, left[..<count] == right[..<count] else { return false }
            if count == 0 { return ferror(one) == 0 && ferror(other) == 0 }
        }
    }

    private static func reasons(of path: String) -> String { path + ".reasons.csv" }

    private static func failure(_ path: String) -> DeskError {
        .input(
            "\(path) can't be written (\(String(cString: strerror(errno)))), and rejected rows would go there; "
                + "name another place with --rejects")
    }
}
