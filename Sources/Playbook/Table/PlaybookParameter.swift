package import CaseModel
import YAML

/// A number that a playbook sets: a threshold of an input, or a delay.
package enum PlaybookParameter: String, CaseIterable, Hashable, Sendable {
    /// The number of people from which reach is wide.
    case reachThreshold
    /// How often we reply to a positive person before we close the conversation.
    case turns
    /// How long we wait for an answer to our last message.
    case silence
    /// How long an ended case must be quiet before it is closed.
    case horizon
    /// The delay of a follow-up after the case was solved.
    case evolution
    /// The delay if it was solved partly or not.
    case sooner
    /// The delay after a dismissal.
    case recurrence
    /// The delay after guidance.
    case guidance
    /// The delay of recording from which audits mark an event as late.
    case lateRecord

    package enum Unit: Hashable, Sendable {
        case people, replies
        /// In microseconds.
        case time

        /// Its syntax, for errors.
        var example: String {
            switch self {
            case .people: "a number of people, at most 1000000000, as in 10000 people"
            case .replies: "a number of replies, at most 1000000000, as in 3 replies"
            case .time: "a time of at most 36500 days, as in 3 days, 12 hours or 30 minutes"
            }
        }

        /// The greatest value; for times a century.
        var greatest: Int64 {
            switch self {
            case .people, .replies: 1_000_000_000
            case .time: 36_500 * 86_400_000_000
            }
        }
    }

    package var unit: Unit {
        switch self {
        case .reachThreshold: .people
        case .turns: .replies
        default: .time
        }
    }

    /// The default for playbooks that don't set it; only `lateRecord`, which was added later, has one.
    var standard: Int64? { self == .lateRecord ? 86_400_000_000 : nil }

    package var label: LocalizedText {
        switch self {
        case .reachThreshold: LocalizedText(en: "wide reach from", es: "gran alcance desde")
        case .turns: LocalizedText(en: "turns with a happy person", es: "turnos con quien está contento")
        case .silence: LocalizedText(en: "silence after our last word", es: "silencio tras nuestra última palabra")
        case .horizon: LocalizedText(en: "quiet time before closing", es: "tranquilidad antes de cerrar")
        case .evolution: LocalizedText(en: "look again when solved", es: "volver a mirar si se solucionó")
        case .sooner: LocalizedText(en: "look again when not solved", es: "volver a mirar si no se solucionó")
        case .recurrence: LocalizedText(en: "look again when dismissed", es: "volver a mirar si se desestimó")
        case .guidance: LocalizedText(en: "ask again after guidance", es: "volver a preguntar tras dar pautas")
        case .lateRecord: LocalizedText(en: "a record is late from", es: "un registro es tardío desde")
        }
    }
}

/// The values of all parameters.
package struct PlaybookParameters: Hashable, Sendable {
    private var values: [Int64]

    init(_ value: (PlaybookParameter) throws(YAMLError) -> Int64) throws(YAMLError) {
        values = []
        for parameter in PlaybookParameter.allCases { values.append(try value(parameter)) }
    }

    /// In people, replies or microseconds.
    package subscript(_ parameter: PlaybookParameter) -> Int64 {
        guard let index = PlaybookParameter.allCases.firstIndex(of: parameter) else { return 0 }
        return values[index]
    }
}
