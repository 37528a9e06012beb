package import JSON

/// One step of an old payload towards the present: from a schema version of a type to the next one.
package struct Upcaster: Sendable {
    package var type: EventType
    /// The version that the step reads; it writes the next one.
    package var from: Int
    /// From a payload's bytes to a payload's bytes.
    package var step: @Sendable ([UInt8]) throws(JSONError) -> [UInt8]

    package init(
        _ type: EventType, from version: Int, step: @escaping @Sendable ([UInt8]) throws(JSONError) -> [UInt8]
    ) {
        self.type = type
        self.from = version
        self.step = step
    }
}

/// Why a chain of upcasters can't be used, or can't bring a payload to the present.
package struct UpcasterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Code: String, CaseIterable, Sendable {
        /// No step leads from a version before the current one.
        case gap
        /// Two steps lead from the same version.
        case duplicate
        /// A step leads from the current version or a later one.
        case beyondCurrent = "beyond-current"
        /// Versions count from 1.
        case noSuchVersion = "no-such-version"
        /// The event was written by a newer program.
        case newerLog = "newer-log"
        /// A step can't read the payload.
        case stepFailed = "step-failed"
    }

    package let code: Code
    package let type: EventType
    /// The schema version that it is about.
    package let version: Int
    /// The version of the type that this program reads.
    package let current: Int
    /// What a step stumbled on.
    package let cause: JSONError?

    package init(code: Code, type: EventType, version: Int, current: Int, cause: JSONError? = nil) {
        self.code = code
        self.type = type
        self.version = version
        self.current = current
        self.cause = cause
    }

    package var description: String {
        let name = type.rawValue
        return switch code {
        case .gap:
            "No upcaster for \(name) from version \(version), and this program reads version \(current). Add the step."
        case .duplicate:
            "Two upcasters for \(name) from version \(version). Keep one of them."
        case .beyondCurrent:
            "There is an upcaster for \(name) from version \(version), but this program reads version \(current). "
                + "Raise the type's schema version or remove the step."
        case .noSuchVersion:
            "\(name) has no version \(version): versions count from 1."
        case .newerLog:
            "The log was written by a newer program: it holds \(name) in version \(version), and this one reads "
                + "version \(current) at most. Upgrade cmcase."
        case .stepFailed:
            "The upcaster for \(name) from version \(version) can't read the payload"
                + (cause.map { ": \($0)" } ?? "") + ". Run `cmcase log verify`."
        }
    }
}
