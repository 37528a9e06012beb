import Basics
internal import CaseModel

extension SourceMapping {
    /// The mapping without its name, comments and layout, as YAML that reads as the same mapping: two mappings that do
    /// the same have the same text. To be hashed and kept with what was imported under it.
    public var fingerprintText: String {
        var lines: [String] = []
        switch format {
        case .csv(let delimiter):
            lines.append("format: \"csv\"")
            lines.append("delimiter: \(quoted(String(decoding: [delimiter], as: UTF8.self)))")
        case .ndjson: lines.append("format: \"ndjson\"")
        }
        if isStrict { lines.append("strict: true") }
        if decodesHTML { lines.append("decodeHTML: true") }
        if let brandFrom { lines.append("brandFrom: \(quoted(brandFrom.key))") }
        if let order { lines.append("order: \(quoted(order.rawValue))") }
        if let listSeparator {
            lines.append("listSeparator: \(quoted(String(decoding: [listSeparator], as: UTF8.self)))")
        }
        if !numericIDs.isEmpty {
            lines.append("numericIDs: [\(numericIDs.sorted().map(quoted).joined(separator: ", "))]")
        }
        if nobody != .usual {
            let names: String = nobody.folded.sorted().map(quoted).joined(separator: ", ")
            lines += ["nobody:", "  only: [\(names)]"]
        }
        if !idsAsWritten.isEmpty {
            lines.append("idsAsWritten: [\(idsAsWritten.sorted().map(quoted).joined(separator: ", "))]")
        }
        lines.append("time:")
        lines.append("  format: \(quoted(time.form.text))")
        if let zone = time.zone { lines.append("  zone: \(quoted(zone.name))") }
        lines.append("columns:")
        lines += SourceField.allCases.compactMap { field in columns[field].map { "  \(field.key): \(quoted($0))" } }
        let constants = constants.lines
        if !constants.isEmpty { lines += ["constants:"] + constants }
        let values = tables.lines
        if !values.isEmpty { lines += ["values:"] + values }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SourceMapping.Constants {
    fileprivate var lines: [String] {
        let values = [
            ("direction", direction?.mappedName), ("brand", brand), ("channel", channel),
            ("visibility", visibility?.mappedName), ("kind", kind?.mappedName), ("language", language),
            ("polarity", polarity?.mappedName), ("targets", targets?.mappedName), ("severity", severity?.mappedName),
            ("method", method?.mappedName), ("methodVersion", methodVersion),
        ]
        return values.compactMap { key, value in value.map { "  \(key): \(quoted($0))" } }
    }
}

extension SourceMapping.Tables {
    fileprivate var lines: [String] {
        [
            direction.lines("direction"), brand.lines("brand"), channel.lines("channel"),
            visibility.lines("visibility"), kind.lines("kind"), language.lines("language"),
            polarity.lines("polarity"), targets.lines("targets"), topics.lines("topics"), severity.lines("severity"),
            method.lines("method"),
        ].flatMap { $0 }
    }
}

extension ValueTable {
    fileprivate func lines(_ key: String) -> [String] {
        guard self != ValueTable() else { return [] }
        var lines = entries.map { entry in
            "    \(quoted(String(decoding: entry.word, as: UTF8.self))): \(quoted(entry.value?.mappedName ?? ""))"
        }
        if case .value(let value) = other { lines.append("    default: \(quoted(value?.mappedName ?? ""))") }
        return ["  \(key):"] + lines
    }
}

/// A double-quoted scalar of YAML; every character that is not printable ASCII is escaped.
private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": out += "\\\(scalar)"
        case " "..."~": out.unicodeScalars.append(scalar)
        default:
            out += "\\U" + Hexadecimal.text(scalar.value, digits: 8)
        }
    }
    return out + "\""
}
