package import CaseModel

/// Where a person stands: la postura, hence feminine where it is none of the three.
extension Stance: Worded {
    package var spanish: String {
        switch self {
        case .detractor: "detractor"
        case .passive: "pasivo"
        case .promoter: "prescriptor"
        case .unknown: "desconocida"
        }
    }
}

extension AuthorAssessment: Worded {
    package var spanish: String {
        switch self {
        case .customer: "cliente"
        case .unknown: "desconocido"
        case .suspectedTroll: "posible troll"
        case .troll: "troll"
        case .spammer: "spammer"
        }
    }
}

extension EvidenceKind: Worded {
    package var spanish: String {
        switch self {
        case .survey: "encuesta"
        case .publicRecommendation: "recomendación pública"
        case .unsolicitedPraise: "elogio espontáneo"
        case .thanks: "agradecimiento"
        case .newComplaint: "queja nueva"
        }
    }
}

extension LinkBasis: Worded {
    package var spanish: String {
        switch self {
        case .given: "lo dijo la persona"
        case .optIn: "consentimiento"
        case .publicCrossLink: "las cuentas se nombran en público"
        case .house: "decisión de la casa"
        }
    }
}

/// Of an account: la cuenta.
extension AccountEnd: Worded {
    package var spanish: String {
        switch self {
        case .deleted: "eliminada"
        case .suspended: "suspendida"
        case .unknown: "no se sabe por qué"
        }
    }
}

extension ErasureScope: Worded {
    package var spanish: String {
        switch self {
        case .everything: "todo"
        case .messages: "mensajes"
        }
    }
}
