import Basics
internal import CaseModel
public import YAML

extension SourceMapping {
    /// Reads a mapping as described above.
    ///
    /// - Parameter name: what people call it, for messages.
    /// - Throws: what is wrong first, with its line and key.
    public init(yaml: String, name: String) throws(YAMLError) {
        let root = try YAMLNode(
            yaml, document: "mapping \(name)", limit: 1 << 16, keys: "format and columns")
        try root.allow([
            "format", "delimiter", "columns", "values", "constants", "listSeparator", "time", "numericIDs",
            "idsAsWritten", "nobody", "decodeHTML", "brandFrom", "order", "strict",
        ])
        let columns = try readColumns(root)
        self.init(name: name, format: try readFormat(root), columns: columns)
        if let section = try root.section("values") { tables = try Tables(section) }
        if let section = try root.section("constants") { constants = try Constants(section) }
        if columns[.channel] == nil, constants.channel == nil {
            throw root.error(.missingKey, key: "constants.channel")
        }
        listSeparator = try readByte(root.scalar("listSeparator"))
        if let section = try root.section("time") { time = try TimeRule(section) }
        if case .pattern(let pattern) = time.form, !pattern.saysOffset, time.zone == nil {
            throw root.error(.missingKey, key: "time.zone")
        }
        numericIDs = try readColumnSet("numericIDs", root, columns)
        idsAsWritten = try readColumnSet("idsAsWritten", root, columns)
        nobody = try readNobody(root)
        decodesHTML = try root.flag("decodeHTML")
        brandFrom = try readBrandFrom(root, columns)
        order = try readOrder(root, columns)
        isStrict = try root.flag("strict")
        if isStrict, format != .ndjson { throw root.error(.onlyFor(format: "ndjson"), key: "strict") }
    }
}

private func readColumnSet(
    _ key: String, _ root: YAMLNode, _ columns: [SourceField: String]
) throws(YAMLError) -> Set<String> {
    var set: Set<String> = []
    for scalar in try root.list(key) {
        guard columns.values.contains(scalar.text) else { throw scalar.error(.unmappedColumn(scalar.text)) }
        set.insert(scalar.text)
    }
    return set
}

private func readFormat(_ root: YAMLNode) throws(YAMLError) -> SourceFormat {
    guard let scalar = try root.scalar("format") else { throw root.error(.missingKey, key: "format") }
    let delimiter = try readByte(root.scalar("delimiter"))
    if delimiter != nil, scalar.text != "csv" { throw root.error(.onlyFor(format: "csv"), key: "delimiter") }
    switch scalar.text {
    case "csv": return delimiter.map { .csv(delimiter: $0) } ?? .csv
    case "tsv": return .tsv
    case "ndjson": return .ndjson
    default: throw scalar.error(.notAllowed(scalar.text, allowed: ["csv", "tsv", "ndjson"]))
    }
}

private func readByte(_ scalar: YAMLNode?) throws(YAMLError) -> UInt8? {
    guard let scalar else { return nil }
    guard scalar.text.utf8.count == 1, let byte = scalar.text.utf8.first, byte < 0x80,
        byte != quote, byte != lineFeed, byte != carriageReturn, byte != 0
    else { throw scalar.error(.wrongShape(expected: "one ASCII character, no quote and no line end")) }
    return byte
}

private func readColumns(_ root: YAMLNode) throws(YAMLError) -> [SourceField: String] {
    guard let section = try root.section("columns") else { throw root.error(.missingKey, key: "columns") }
    try section.allow(SourceField.allCases.map(\.key))
    var columns: [SourceField: String] = [:]
    for (key, value) in try section.members() {
        guard let field = SourceField(named: key.text) else { continue }
        guard !(try value.scalar().text.isEmpty) else {
            throw value.error(.wrongShape(expected: "the name of a column"))
        }
        columns[field] = value.text
    }
    for field in SourceField.required where columns[field] == nil {
        throw section.error(.missingKey, key: field.key)
    }
    return columns
}

/// A list of names beside the usual ones, or a section that says which alone.
private func readNobody(_ root: YAMLNode) throws(YAMLError) -> NobodyNames {
    guard let section = root.child("nobody"), section.isMapping else {
        return NobodyNames.usual.adding(try root.list("nobody").map(\.text))
    }
    try section.allow(["only"])
    return NobodyNames(try section.list("only").map(\.text))
}

private func readBrandFrom(
    _ root: YAMLNode, _ columns: [SourceField: String]
) throws(YAMLError) -> SourceField? {
    guard let scalar = try root.scalar("brandFrom") else { return nil }
    let allowed: [SourceField] = [.author, .handle, .name]
    guard let field = SourceField(named: scalar.text), allowed.contains(field) else {
        throw scalar.error(.notAllowed(scalar.text, allowed: allowed.map(\.key)))
    }
    guard columns[field] != nil else { throw scalar.error(.unmappedColumn(field.key)) }
    return field
}

private func readOrder(
    _ root: YAMLNode, _ columns: [SourceField: String]
) throws(YAMLError) -> SourceMapping.RowOrder? {
    guard let scalar = try root.scalar("order") else { return nil }
    guard let order = SourceMapping.RowOrder(rawValue: scalar.text) else {
        throw scalar.error(.notAllowed(scalar.text, allowed: SourceMapping.RowOrder.allCases.map(\.rawValue)))
    }
    guard columns[.sequence] == nil else { throw scalar.error(.insteadOf(key: "columns.sequence")) }
    return order
}

extension TimeRule {
    fileprivate init(_ section: YAMLNode) throws(YAMLError) {
        try section.allow(["format", "zone"])
        form = .iso8601
        if let scalar = try section.scalar("format") {
            switch scalar.text {
            case "iso8601": form = .iso8601
            case "unix": form = .unix
            case "unix-ms": form = .unixMilliseconds
            case let text where text.utf8.contains(UInt8(ascii: "%")):
                do { form = .pattern(try TimePattern(text)) } catch { throw scalar.error(.init("\(error)")) }
            default:
                let pattern = "a pattern such as %Y-%m-%d %H:%M:%S %z"
                throw scalar.error(.notAllowed(scalar.text, allowed: ["iso8601", "unix", "unix-ms", pattern]))
            }
        }
        if let scalar = try section.scalar("zone") {
            do throws(ZoneError) { zone = try Zone(mapping: scalar.text) } catch {
                guard case .unknown = error else { throw scalar.error(.init("\(error)")) }
                let allowed = ["UTC", "an offset such as +01:00", "an IANA name such as Europe/Madrid"]
                throw scalar.error(.notAllowed(scalar.text, allowed: allowed))
            }
        }
    }
}

extension YAMLNode {
    /// The value of a key that is `true` or `false`; false where it is not there.
    fileprivate func flag(_ key: String) throws(YAMLError) -> Bool {
        guard let scalar = try scalar(key) else { return false }
        guard let value = Bool(scalar.text) else {
            throw scalar.error(.notAllowed(scalar.text, allowed: ["true", "false"]))
        }
        return value
    }

    /// The values of a list; none where it is not there.
    fileprivate func list(_ key: String) throws(YAMLError) -> [YAMLNode] {
        guard has(key) else { return [] }
        guard let list = child(key), list.isList else { throw error(.wrongShape(expected: "a list"), key: key) }
        return try list.values()
    }
}

extension YAMLError.Problem {
    /// It belongs to another format.
    fileprivate static func onlyFor(format: String) -> Self { Self("only for the format \(format)") }

    /// It says the same as another key; one of the two has to go.
    fileprivate static func insteadOf(key: String) -> Self {
        Self("it stands instead of \(key); give one of the two")
    }

    /// It names a column that `columns` doesn't.
    fileprivate static func unmappedColumn(_ column: String) -> Self {
        Self("\(column) is no column of this mapping; name one that stands under columns")
    }
}
