internal import CaseModel
internal import Yams

/// One mapping of a YAML document, read key by key, with errors that name the line and the whole path of the key.
struct YAMLSection {
    private let mappingName: String
    private let path: String
    private let node: Node.Mapping

    /// A value with its place.
    struct Scalar {
        let text: String
        let path: String
        fileprivate let line: Int?
        private let mappingName: String

        fileprivate init(_ scalar: Node.Scalar, path: String, mappingName: String) {
            let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            text = isNull ? "" : scalar.string
            self.path = path
            line = scalar.mark?.line
            self.mappingName = mappingName
        }

        /// The error that this value is wrong.
        func error(_ problem: MappingError.Problem) -> MappingError {
            MappingError(mapping: mappingName, line: line, key: path, problem: problem)
        }
    }

    /// Reads a whole document.
    init(yaml: String, mappingName: String) throws(MappingError) {
        let limit = 1 << 16
        guard yaml.utf8.count <= limit else {
            throw MappingError(mapping: mappingName, line: nil, key: "", problem: .tooLong(limit: limit))
        }
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch {
            let (line, problem) = explain(error)
            throw MappingError(mapping: mappingName, line: line, key: "", problem: .notYAML(problem))
        }
        guard let node = root?.mapping else {
            let shape = MappingError.Problem.wrongShape(expected: "keys and values, format and columns among them")
            throw MappingError(mapping: mappingName, line: root?.mark?.line, key: "", problem: shape)
        }
        self.init(node: node, path: "", mappingName: mappingName)
    }

    private init(node: Node.Mapping, path: String, mappingName: String) {
        self.node = node
        self.path = path
        self.mappingName = mappingName
    }

    /// The error that something is wrong here or with a key of this section.
    func error(_ problem: MappingError.Problem, key: String? = nil) -> MappingError {
        let mark = key.flatMap { node[$0]?.mark } ?? node.mark
        return MappingError(mapping: mappingName, line: mark?.line, key: fullKey(key), problem: problem)
    }

    /// Refuses any key but these.
    func allow(_ allowed: [String]) throws(MappingError) {
        for (key, _) in node {
            let name = key.scalar?.string ?? ""
            if allowed.contains(name) { continue }
            let nearest = nearestName(to: name, in: allowed)
            throw MappingError(
                mapping: mappingName, line: key.mark?.line, key: fullKey(name),
                problem: .unknownKey(allowed: allowed, nearest: nearest))
        }
    }

    /// The value of a key, nil where it is not there or empty.
    func scalar(_ key: String) throws(MappingError) -> Scalar? {
        guard let value = node[key] else { return nil }
        let scalar = try scalar(value, key: key)
        return scalar.text.isEmpty ? nil : scalar
    }

    /// The value of a key that is `true` or `false`; false where it is not there.
    func flag(_ key: String) throws(MappingError) -> Bool {
        guard let scalar = try scalar(key) else { return false }
        switch scalar.text {
        case "true": return true
        case "false": return false
        default: throw scalar.error(.notAllowed(allowed: ["true", "false"]))
        }
    }

    /// The values of a list, none where it is not there.
    func list(_ key: String) throws(MappingError) -> [Scalar] {
        guard let value = node[key] else { return [] }
        guard let sequence = value.sequence else { throw error(.wrongShape(expected: "a list"), key: key) }
        return try sequence.map { (element) throws(MappingError) in try scalar(element, key: key) }
    }

    /// Whether keys and values stand under a key.
    func isSection(_ key: String) -> Bool { node[key]?.mapping != nil }

    /// The section under a key, nil where it is not there.
    func section(_ key: String) throws(MappingError) -> YAMLSection? {
        guard let value = node[key] else { return nil }
        guard let mapping = value.mapping else { throw error(.wrongShape(expected: "keys and values"), key: key) }
        return YAMLSection(node: mapping, path: fullKey(key), mappingName: mappingName)
    }

    /// All keys and values of this section, empty values included.
    func scalars() throws(MappingError) -> [(key: String, value: Scalar)] {
        try node.map { (pair) throws(MappingError) in
            guard let key = pair.key.scalar else { throw error(.wrongShape(expected: "keys and values")) }
            return (key.string, try scalar(pair.value, key: key.string))
        }
    }

    private func scalar(_ value: Node, key: String) throws(MappingError) -> Scalar {
        guard let scalar = value.scalar else { throw error(.wrongShape(expected: "one value"), key: key) }
        return Scalar(scalar, path: fullKey(key), mappingName: mappingName)
    }

    private func fullKey(_ key: String?) -> String {
        [path, key ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    }
}

private func explain(_ error: any Error) -> (line: Int?, problem: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (mark.line, problem)
    case .reader(let problem, _, _, _): (nil, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
        (context.mark.line, "the key \(duplicates.sorted().joined(separator: ", ")) stands twice")
    default: (nil, "it can't be parsed")
    }
}
