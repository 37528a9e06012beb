package import CaseModel

/// An action that a rule can advise. Each but the last two is a command and has its name.
package enum Action: String, CaseIterable, Hashable, Sendable {
    case classify, investigate, assess
    case assessAuthor = "assess-author"
    case forecast, assign, acknowledge, reply, help, guide
    case identifyProblem = "identify-problem"
    case explainPlan = "explain-plan"
    case escalate, move, resolve, publish, dismiss
    case scheduleFollowUp = "schedule-follow-up"
    case completeFollowUp = "complete-follow-up"
    case offerSurvey = "offer-survey"
    case declareIncident = "declare-incident"
    case reopen, close
    /// Wait for somebody else or for time to pass.
    case wait
    case none

    /// Whether it is done once for the whole case rather than for each issue.
    package var concernsWholeCase: Bool {
        switch self {
        case .classify, .forecast, .assign, .acknowledge, .escalate, .move, .publish, .dismiss, .scheduleFollowUp,
            .completeFollowUp, .offerSurvey, .declareIncident, .reopen, .close, .wait, .investigate, .assessAuthor:
            true
        case .assess, .reply, .help, .guide, .identifyProblem, .explainPlan, .resolve, .none: false
        }
    }

    /// Whether it says something to the person, so that visibility matters.
    package var speaks: Bool {
        switch self {
        case .acknowledge, .reply, .help, .guide, .identifyProblem, .explainPlan, .publish: true
        default: false
        }
    }

    /// For people.
    package var label: LocalizedText {
        switch self {
        case .classify: LocalizedText(en: "classify it", es: "clasificar")
        case .investigate: LocalizedText(en: "look into the author", es: "averiguar sobre el autor")
        case .assess: LocalizedText(en: "assess the complaint", es: "valorar la queja")
        case .assessAuthor: LocalizedText(en: "assess the author", es: "valorar al autor")
        case .forecast: LocalizedText(en: "forecast the outcome", es: "prever el desenlace")
        case .assign: LocalizedText(en: "assign it", es: "asignar")
        case .acknowledge: LocalizedText(en: "acknowledge it", es: "acusar recibo")
        case .reply: LocalizedText(en: "reply", es: "contestar")
        case .help: LocalizedText(en: "help", es: "ayudar")
        case .guide: LocalizedText(en: "give guidance", es: "dar pautas")
        case .identifyProblem: LocalizedText(en: "find the exact problem", es: "averiguar el problema exacto")
        case .explainPlan: LocalizedText(en: "explain the plan", es: "explicar qué se hará")
        case .escalate: LocalizedText(en: "escalate it", es: "escalar")
        case .move: LocalizedText(en: "move the conversation", es: "llevar la conversación")
        case .resolve: LocalizedText(en: "resolve it", es: "resolver")
        case .publish: LocalizedText(en: "publish the resolution", es: "publicar la resolución")
        case .dismiss: LocalizedText(en: "dismiss it", es: "desestimar")
        case .scheduleFollowUp: LocalizedText(en: "plan a follow-up", es: "planificar un seguimiento")
        case .completeFollowUp: LocalizedText(en: "do the follow-up", es: "hacer el seguimiento")
        case .offerSurvey: LocalizedText(en: "offer a survey", es: "ofrecer una encuesta")
        case .declareIncident: LocalizedText(en: "declare an incident", es: "declarar un incidente")
        case .reopen: LocalizedText(en: "reopen it", es: "reabrir")
        case .close: LocalizedText(en: "close it", es: "cerrar")
        case .wait: LocalizedText(en: "wait", es: "esperar")
        case .none: LocalizedText(en: "nothing", es: "nada")
        }
    }
}
