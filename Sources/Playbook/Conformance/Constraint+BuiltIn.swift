internal import CaseModel

extension Constraint {
    /// The constraints that conformance checks (DOMAIN, section 6).
    package static let all: [Constraint] = [
        Constraint(
            "classified-before-reply", themes: [2], .precedence, .replySent, .mentionClassified,
            LocalizedText(
                en: "A conversation is judged before it is answered.",
                es: "Una conversación se evalúa antes de contestarla.")),
        Constraint(
            "investigated-before-assessed", themes: [10, 11], .precedence, .complaintAssessed, .authorInvestigated,
            LocalizedText(
                en: "We find out about who complains before we judge whether the complaint is founded.",
                es: "Se averigua sobre quien se queja antes de juzgar si la queja es sensata.")),
        Constraint(
            "problem-before-plan", themes: [13, 14], .precedence, .planExplained, .problemIdentified,
            LocalizedText(
                en: "The exact problem is known before we explain what will be done.",
                es: "Se conoce el problema exacto antes de explicar qué se hará.")),
        Constraint(
            "guidance-followed-up", themes: [9, 18], .response, .guidanceGiven, .followUpDone,
            LocalizedText(
                en: "Whom we could only guide is asked how it went.",
                es: "A quien solo se le dieron pautas se le pregunta cómo le fue.")),
        Constraint(
            "resolution-followed-up", themes: [18], .response, .caseResolved, .followUpDone,
            supersededBy: .caseEnded,
            LocalizedText(
                en: "What was resolved is looked at again before it is closed.",
                es: "Lo resuelto se vuelve a mirar antes de cerrarlo.")),
        Constraint(
            "dismissal-followed-up", themes: [12, 18], .response, .caseDismissed, .followUpDone,
            supersededBy: .caseEnded,
            LocalizedText(
                en: "What was dismissed is looked at again before it is closed.",
                es: "Lo desestimado se vuelve a mirar antes de cerrarlo.")),
        Constraint(
            "no-reply-to-troll", themes: [12], .notSuccession, .caseDismissedAsTroll, .replySent,
            LocalizedText(
                en: "Who was dismissed as a troll gets no reply in that episode.",
                es: "A quien se desestimó como troll no se le contesta en ese episodio.")),
        Constraint(
            "unfavourable-in-private", themes: [17], .absenceAfter, .unfavourableForecast, .publicReplySent,
            supersededBy: .outcomeForecast, ledUpTo: .movedToPrivate,
            LocalizedText(
                en: "Once an unfavourable outcome is expected, we reply in private; one public reply may invite there.",
                es:
                    "Cuando se prevé un desenlace desfavorable, se contesta en privado; una respuesta pública puede invitar a ello."
            )),
        Constraint(
            "acknowledged-in-time", themes: [5], .timelyResponse, .complaintBegun, .complaintAcknowledged,
            LocalizedText(
                en: "A complaint is acknowledged, or answered, within the time that the service level grants.",
                es: "Se acusa recibo de una queja, o se contesta, en el plazo que fija el nivel de servicio.")),
    ]
}
