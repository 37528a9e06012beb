internal import CaseModel

extension Playbook {
    /// Reads a playbook from YAML; `Sources/Playbook/BuiltIn` has two that show the whole format.
    ///
    /// - Parameter source: what people call it, for messages: a file, or a built-in name.
    /// - Throws: what is wrong first, with its line and place. Gaps, overlaps and what else leaves the text readable are
    ///   the checker's.
    /// - Complexity: O(length of the text); texts over 256 KiB, and more than 200 tables or 2,000 rules, are refused.
    package init(yaml: String, source: String) throws(PlaybookError) {
        let root = try PlaybookSection(yaml: yaml, source: source)
        try root.allow(["name", "version", "title", "start", "parameters", "inputs", "tables"])
        let name = try root.required("name")
        guard isPlainName(name.text) else {
            throw name.error(.wrongShape(expected: "at most 64 letters, digits, dots and hyphens"))
        }
        let version = try root.required("version")
        guard isPlainName(version.text) else {
            throw version.error(.wrongShape(expected: "at most 64 letters, digits, dots and hyphens"))
        }
        let reader = try PlaybookReader(root)
        self.init(
            name: name.text, version: version.text, title: try root.requiredSection("title").localizedText(),
            parameters: try readParameters(root.requiredSection("parameters")), inputs: reader.inputs,
            start: try reader.start(root.required("start")), tables: reader.tables, rules: reader.rules,
            missingTables: reader.missingTables)
    }
}

extension PlaybookSection {
    /// A text in both languages; one that is not there is empty, which the checker tells.
    func localizedText() throws(PlaybookError) -> LocalizedText {
        try allow(["en", "es"])
        return LocalizedText(en: try scalar("en")?.text ?? "", es: try scalar("es")?.text ?? "")
    }
}

private func readParameters(_ section: PlaybookSection) throws(PlaybookError) -> PlaybookParameters {
    try section.allow(PlaybookParameter.allCases.map(\.rawValue))
    return try PlaybookParameters { (parameter) throws(PlaybookError) in
        if let standard = parameter.standard, try section.scalar(parameter.rawValue) == nil { return standard }
        return try section.required(parameter.rawValue).amount(in: parameter.unit)
    }
}

private func isPlainName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
        && text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        }
}
