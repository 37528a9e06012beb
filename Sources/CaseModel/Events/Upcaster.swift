package import JSON

/// Converts payloads of one event type from a schema version to the next.
package struct Upcaster: Sendable {
    package var type: EventType
    /// The version it reads.
    package var from: Int
    /// The conversion, from payload bytes to payload bytes.
    package var step: @Sendable ([UInt8]) throws(JSONError) -> [UInt8]

    package init(
        _ type: EventType, from version: Int, step: @escaping @Sendable ([UInt8]) throws(JSONError) -> [UInt8]
    ) {
        self.type = type
        self.from = version
        self.step = step
    }
}

/// Why a chain of upcasters is invalid, or can't convert a payload.
package struct UpcasterError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, CaseIterable, Sendable {
        /// An upcaster is missing for a version below the current one.
        case gap
        /// There are two upcasters from the same version.
        case duplicate
        /// An upcaster starts from the current version or a later one.
        case beyondCurrent = "beyond-current"
        /// The version is below 1.
        case noSuchVersion = "no-such-version"
        /// The event was written by a newer program.
        case newerLog = "newer-log"
        /// An upcaster can't read the payload.
        case stepFailed = "step-failed"
    }

    package let code: Code
    package let type: EventType
    /// The schema version in question.
    package let version: Int
    /// The version that this program reads.
    package let current: Int
    /// The error of the step that failed.
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
