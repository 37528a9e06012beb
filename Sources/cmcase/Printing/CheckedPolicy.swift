import JSON
import ServiceLevels
import Terminal
import Wording
import YAML

/// What a check of a calendar or a service level found.
struct CheckedPolicy {
    private let name: String?
    private let version: String?
    private let error: YAMLError?

    init(_ calendar: WorkingCalendar) {
        (name, version, error) = (calendar.name, calendar.version, nil)
    }

    init(_ policy: ServiceLevelPolicy) {
        (name, version, error) = (policy.name, policy.version, nil)
    }

    private init(_ error: YAMLError) {
        (name, version, self.error) = (nil, nil, error)
    }

    /// What reading finds.
    init(_ read: () throws(YAMLError) -> CheckedPolicy) {
        do { self = try read() } catch { self.init(error) }
    }

    /// Says it.
    ///
    /// - Throws: `Answer.no` where something is wrong.
    func print(_ output: OutputOptions) throws {
        if output.json {
            StandardOutput.json { writer in
                writer.beginObject()
                writer.field("valid", error == nil)
                writer.nullable("name", name)
                writer.nullable("version", version)
                writer.nullable("line", error?.line.map(Int64.init))
                writer.nullable("key", error.flatMap { $0.key.isEmpty ? nil : $0.key })
                writer.nullable("problem", error?.description)
                writer.endObject()
            }
        } else if let error {
            StandardOutput.line(SafeText.safe(error.description))
        } else if let name, let version {
            StandardOutput.line(SafeText.safe(PolicyWords(try output.language).valid(name, version)))
        }
        if error != nil { throw Answer.no }
    }
}
