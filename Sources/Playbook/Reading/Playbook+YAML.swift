internal import CaseModel
package import YAML

extension Playbook {
    /// Reads a playbook from YAML. The files in `Sources/Playbook/BuiltIn` show the whole format.
    ///
    /// - Parameter source: a file or built-in name, for messages.
    /// - Throws: the first error, with its line and place. Gaps and overlaps are found by `PlaybookCheck`.
    /// - Complexity: O(length of the text). Texts over 256 KiB, more than 200 tables and more than 2,000 rules are
    ///   refused.
    package init(yaml: String, source: String) throws(YAMLError) {
        let root = try YAMLNode(
            yaml, document: "playbook \(source)", limit: 1 << 18, keys: "name and tables", places: .named,
            allowsAnchors: false)
        try root.allow(["name", "version", "title", "start", "parameters", "inputs", "tables"])
        let name = try root.requiredScalar("name")
        guard isPlainName(name.text) else {
            throw name.error(.wrongShape(expected: "at most 64 letters, digits, dots and hyphens"))
        }
        let version = try root.requiredScalar("version")
        guard isPlainName(version.text) else {
            throw version.error(.wrongShape(expected: "at most 64 letters, digits, dots and hyphens"))
        }
        let reader = try PlaybookReader(root)
        self.init(
            name: name.text, version: version.text, title: try root.requiredSection("title").localizedText(),
            parameters: try readParameters(root.requiredSection("parameters")), inputs: reader.inputs,
            start: try reader.start(root.requiredScalar("start")), tables: reader.tables, rules: reader.rules,
            missingTables: reader.missingTables)
    }
}

/// A text in both languages; a missing one is empty, which the checker reports.
extension YAMLNode {
    func localizedText() throws(YAMLError) -> LocalizedText {
        try allow(["en", "es"])
        return LocalizedText(en: try scalar("en")?.text ?? "", es: try scalar("es")?.text ?? "")
    }
}

private func readParameters(_ section: YAMLNode) throws(YAMLError) -> PlaybookParameters {
    try section.allow(PlaybookParameter.allCases.map(\.rawValue))
    return try PlaybookParameters { (parameter) throws(YAMLError) in
        if let standard = parameter.standard, try section.scalar(parameter.rawValue) == nil { return standard }
        return try section.requiredScalar(parameter.rawValue).amount(in: parameter.unit)
    }
}

private func isPlainName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
        && text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        }
}
