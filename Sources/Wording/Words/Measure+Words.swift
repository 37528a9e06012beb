import Basics
package import CaseModel
package import Measures
package import ServiceLevels

extension Facet: Worded {
    package var spanish: String {
        switch self {
        case .channel: "canal"
        case .brand: "marca"
        case .target: "objeto"
        case .topic: "tema"
        case .month: "mes"
        }
    }
}

extension GroupKey {
    /// The name of a part of what is taken apart by a facet.
    package func word(_ facet: Facet?, _ language: Language) -> String {
        switch (self, facet) {
        case (.none, _): language.text(description, "(sin indicar)")
        case (.name(let name), .target): TargetSet(named: name).word(language)
        default: description
        }
    }
}

/// Of a complaint: la queja.
extension Exclusion: Worded {
    package var spanish: String {
        switch self {
        case .unfounded: "sin fundamento"
        case .troll: "troll"
        case .spam: "spam"
        case .offTopic: "no viene al caso"
        }
    }
}

extension ServiceClock: Worded {
    package var spanish: String {
        switch self {
        case .acknowledgement: "acuse de recibo"
        case .firstResponse: "primera respuesta"
        case .nextResponse: "respuesta siguiente"
        case .resolution: "resolución"
        }
    }
}

/// Of a deadline: el plazo.
extension ClockState: Worded {
    package var spanish: String {
        switch self {
        case .running: "en curso"
        case .paused: "en pausa"
        case .met: "cumplido"
        case .metLate: "cumplido fuera de plazo"
        case .breached: "incumplido"
        }
    }
}

extension Weekday: Worded {
    package var spanish: String {
        switch self {
        case .monday: "lunes"
        case .tuesday: "martes"
        case .wednesday: "miércoles"
        case .thursday: "jueves"
        case .friday: "viernes"
        case .saturday: "sábado"
        case .sunday: "domingo"
        }
    }
}
