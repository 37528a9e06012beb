package import CaseModel

extension CaseStatus: Worded {
    package var spanish: String {
        switch self {
        case .new: "nuevo"
        case .evaluating: "en evaluación"
        case .engaging: "en conversación"
        case .awaitingCustomer: "pendiente del cliente"
        case .awaitingInternal: "pendiente interno"
        case .guided: "con pautas"
        case .resolved: "resuelto"
        case .dismissed: "desestimado"
        case .monitoring: "en seguimiento"
        case .closed: "cerrado"
        case .merged: "fusionado"
        case .retracted: "retirado"
        }
    }
}

extension Origin: Worded {
    package var spanish: String {
        switch self {
        case .imported: "historial importado"
        case .live: "en tiempo real"
        }
    }
}

extension Priority: Worded {
    package var spanish: String {
        switch self {
        case .low: "baja"
        case .normal: "normal"
        case .high: "alta"
        case .urgent: "urgente"
        }
    }
}

extension Severity: Worded {
    package var spanish: String {
        switch self {
        case .low: "baja"
        case .medium: "media"
        case .high: "alta"
        case .critical: "crítica"
        }
    }
}

extension Outcome: Worded {
    package var spanish: String {
        switch self {
        case .favourable: "favorable"
        case .unfavourable: "desfavorable"
        }
    }
}

extension Solved: Worded {
    package var spanish: String {
        switch self {
        case .yes: "sí"
        case .partly: "en parte"
        case .no: "no"
        }
    }
}
