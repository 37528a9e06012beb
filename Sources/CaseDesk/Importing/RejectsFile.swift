internal import Glibc
internal import Intake

/// Rows that can't be taken in, as they stood, so that they can be mended and imported again; and why, in a table beside.
///
/// Both files get their names only when they are whole, and like the store nobody else may read them.
final class RejectsFile {
    let path: String
    let reasonsPath: String
    private let rows: UnsafeMutablePointer<FILE>
    private let reasons: UnsafeMutablePointer<FILE>
    private var isFinished = false

    /// - Throws: `DeskError.input` when a file can't be made there.
    init(path: String) throws(DeskError) {
        self.path = path
        reasonsPath = path + ".reasons.csv"
        guard let rows = fopen(path + ".part", "we") else { throw Self.failure(path) }
        guard let reasons = fopen(reasonsPath + ".part", "we") else {
            fclose(rows)
            unlink(path + ".part")
            throw Self.failure(reasonsPath)
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
        unlink(path + ".part")
        unlink(reasonsPath + ".part")
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
        for (file, name) in [(rows, path), (reasons, reasonsPath)] {
            let failed: Bool = ferror(file) != 0 || fflush(file) != 0 || fsync(fileno(file)) != 0
            fclose(file)
            guard !failed, rename(name + ".part", name) == 0 else { throw Self.failure(name) }
        }
    }

    private static func failure(_ path: String) -> DeskError {
        .input(
            "\(path) can't be written (\(String(cString: strerror(errno)))), and rejected rows would go there; "
                + "name another place with --rejects")
    }
}
