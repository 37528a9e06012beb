/// Why a whole source can't be read. Each description says what is wrong and what to do; it starts in lower case, so
/// that the caller can put the file's name before it.
public enum SourceRefusal: Error, Hashable, Sendable {
    /// A column that the mapping needs and the header lacks.
    public struct MissingColumn: Hashable, Sendable {
        /// The column's name as the mapping has it.
        public let name: String
        /// The column of the header whose name is most alike.
        public let nearest: String?

        /// Puts a missing column together.
        public init(name: String, nearest: String? = nil) {
            self.name = name
            self.nearest = nearest
        }
    }

    /// There is nothing in it.
    case empty
    /// It is text of another encoding, as `iconv` calls it.
    case otherEncoding(String)
    /// It is compressed, or a container of another program, as named; `remedy` says what to do.
    case otherFormat(name: String, remedy: String)
    /// It holds NUL bytes, at this offset first.
    case binary(offset: Int)
    /// The mapping reads CSV, and this is JSON.
    case jsonInsteadOfCSV
    /// The mapping reads one JSON object a line, and this begins otherwise.
    case notNDJSON
    /// The mapping reads one JSON object a line, and this is one JSON array.
    case jsonArray
    /// The header can't be read.
    case brokenHeader(RejectionReason)
    /// The header lacks columns. `delimiter` is set where the header seems to be divided by another one.
    case missingColumns([MissingColumn], found: [String], delimiter: UInt8?)
    /// The header has a column that the mapping reads more than once.
    case ambiguousColumns([String])

    /// A stable name of the refusal, for programs.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .otherEncoding: "other-encoding"
        case .otherFormat: "other-format"
        case .binary: "binary"
        case .jsonInsteadOfCSV: "json-instead-of-csv"
        case .notNDJSON: "not-ndjson"
        case .jsonArray: "json-array"
        case .brokenHeader: "broken-header"
        case .missingColumns: "missing-columns"
        case .ambiguousColumns: "ambiguous-columns"
        }
    }
}

extension SourceRefusal: CustomStringConvertible {
    /// What is wrong and what to do, to be put behind the file's name.
    public var description: String {
        switch self {
        case .empty: "the file is empty; check that its export finished"
        case .otherEncoding(let encoding):
            "the file's text is \(encoding), not UTF-8; convert it with: iconv -f \(encoding) -t UTF-8 FILE > NEWFILE"
        case .otherFormat(let name, let remedy): "the file is \(name); \(remedy)"
        case .binary(let offset): "the file is not text: byte \(offset) is NUL; give a CSV or NDJSON file in UTF-8"
        case .jsonInsteadOfCSV:
            "the file begins like JSON, and the mapping reads CSV; choose a mapping whose format is ndjson"
        case .notNDJSON:
            "the mapping reads one JSON object a line, and the file doesn't begin with {; "
                + "choose a mapping whose format is csv if it is one"
        case .jsonArray:
            "the file is one JSON array, and the mapping reads one object a line; "
                + "convert it with: jq -c '.[]' FILE > NEWFILE"
        case .brokenHeader(let reason): "the header in line 1 can't be read: \(reason)"
        case .missingColumns(let missing, let found, let delimiter):
            missingSentence(missing) + "; found: \(shown(found)); "
                + (delimiter.map {
                    "it seems to be divided by \(name(ofDelimiter: $0)), so set the mapping's delimiter"
                }
                    ?? "rename the columns or adapt the mapping")
        case .ambiguousColumns(let names):
            "the header has \(shown(names)) more than once, so it isn't clear which one to read; rename the others"
        }
    }

    private func missingSentence(_ missing: [MissingColumn]) -> String {
        let names = missing.map { column in
            column.name + (column.nearest.map { " (is it \(shown([$0]))?)" } ?? "")
        }
        return "the header lacks \(missing.count == 1 ? "the column" : "the columns") \(names.joined(separator: ", "))"
    }

    /// Names of columns as far as they look like names: a file without a header has a person's words there.
    private func shown(_ names: [String]) -> String {
        let limit = 40
        let shown = names.prefix(limit).map { name in
            let isName = name.utf8.count <= 40 && name.unicodeScalars.allSatisfy { !$0.properties.isUnseen }
            return name.isEmpty ? "(unnamed)" : isName ? name : "(\(name.utf8.count) bytes)"
        }
        return shown.joined(separator: ", ") + (names.count > limit ? ", … (\(names.count) columns)" : "")
    }

    private func name(ofDelimiter byte: UInt8) -> String {
        byte == UInt8(ascii: "\t") ? "tabs" : "\"\(String(decoding: [byte], as: UTF8.self))\""
    }
}

extension Unicode.Scalar.Properties {
    /// Whether the scalar controls a terminal or the direction of text instead of being seen.
    fileprivate var isUnseen: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
        default: false
        }
    }
}
