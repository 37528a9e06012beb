package import CaseModel

/// A number that a playbook sets: thresholds that inputs are told apart by, and delays of what is planned.
package enum PlaybookParameter: String, CaseIterable, Hashable, Sendable {
    /// From how many people on a mention's reach is wide.
    case reachThreshold
    /// How often we answer a happy person before we thank and end.
    case turns
    /// How long we wait for an answer to our last word.
    case silence
    /// How long an ended case has to stay quiet before it is closed.
    case horizon
    /// When to look again where the matter was solved.
    case evolution
    /// When to look again where it was not, or not wholly.
    case sooner
    /// When to look again where the case was dismissed.
    case recurrence
    /// When to ask those whom we could only guide.
    case guidance
    /// How long after it happened something may be recorded before audits mark it as late.
    case lateRecord

    /// What the number counts.
    package enum Unit: Hashable, Sendable {
        case people, replies
        /// Time, kept in microseconds.
        case time

        /// How files write it.
        var example: String {
            switch self {
            case .people: "a number of people, at most 1000000000, as in 10000 people"
            case .replies: "a number of replies, at most 1000000000, as in 3 replies"
            case .time: "a time of at most 36500 days, as in 3 days, 12 hours or 30 minutes"
            }
        }

        /// The greatest value that a playbook may set: a century, which every moment of a case can be moved by.
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

    /// What holds where a playbook doesn't say: playbooks were written before there was `lateRecord`.
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

/// The parameters of a playbook, each of them set.
package struct PlaybookParameters: Hashable, Sendable {
    private var values: [Int64]

    init(_ value: (PlaybookParameter) throws(PlaybookError) -> Int64) throws(PlaybookError) {
        values = []
        for parameter in PlaybookParameter.allCases { values.append(try value(parameter)) }
    }

    /// People, replies or microseconds, by the parameter's unit.
    package subscript(_ parameter: PlaybookParameter) -> Int64 {
        guard let index = PlaybookParameter.allCases.firstIndex(of: parameter) else { return 0 }
        return values[index]
    }
}
