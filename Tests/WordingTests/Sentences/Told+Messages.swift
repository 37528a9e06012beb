import CaseModel

extension Told {
    static let messages: [Told] = [
        Told(
            opened(.live), en: "Case 12 opened for person 7, as it happened",
            es: "Se abrió el caso 12 de la persona 7, en tiempo real"),
        Told(
            opened(.imported), en: "Case 12 opened for person 7, from imported history",
            es: "Se abrió el caso 12 de la persona 7, a partir de historial importado"),
        Told(
            captured(.reply, .isPublic, reach: 1500), en: "The person wrote (reply, public), seen by up to 1,500",
            es: "La persona escribió (respuesta, en público), alcance: 1,500 personas"),
        Told(
            captured(.direct, .isPrivate, reach: 1), en: "The person wrote (direct, private), seen by up to 1",
            es: "La persona escribió (mensaje directo, en privado), alcance: 1 persona"),
        Told(
            captured(.review, .isPublic, reach: nil), en: "The person wrote (review, public)",
            es: "La persona escribió (reseña, en público)"),
        Told(
            .mentionRevised(MentionRevised(key: key, edit: "4")),
            en: "The message came again, in this wording (version 4)",
            es: "El mensaje llegó de nuevo, con estas palabras (versión 4)"),
        Told(
            .mentionWithdrawn(MentionWithdrawn(key: key, by: .author)),
            en: "The mention was taken back by the author", es: "La mención la retiró su autor"),
        Told(
            .mentionWithdrawn(MentionWithdrawn(key: key, by: .network)),
            en: "The mention was taken back by the network", es: "La mención la retiró la red"),
        Told(
            judged(
                Label(
                    polarity: .complaint, targets: [.product, .brand], topics: [Topic("delay"), Topic("staff")],
                    severity: .critical, confidence: 0.75, method: .model, methodVersion: "2")),
            en: "Judged: complaint about product and brand (delay, staff), severity critical, confidence 0.75, "
                + "by a model (2)",
            es: "Evaluada: queja sobre el producto y la marca (delay, staff), gravedad crítica, confianza 0.75, "
                + "según un modelo (2)"),
        Told(
            judged(Label(polarity: .complaint, targets: .brand, method: .human)),
            en: "Judged: complaint about brand, by a human", es: "Evaluada: queja sobre la marca, según una persona"),
        Told(
            judged(Label(polarity: .positive, method: .rule)), en: "Judged: positive, by a rule",
            es: "Evaluada: positiva, según una regla"),
        Told(
            judged(Label(polarity: .neutral, method: .imported)), en: "Judged: neutral, by the source",
            es: "Evaluada: neutra, según la fuente"),
        Told(
            replied(.apologise, .isPublic), en: "We answered to apologise (public)",
            es: "Contestamos para pedir disculpas (en público)"),
        Told(replied(nil, .isPrivate), en: "We answered (private)", es: "Contestamos (en privado)"),
        Told(
            awaited(.ours), en: "A message of ours waits for the one it answers",
            es: "Un mensaje nuestro espera a aquel al que contesta"),
        Told(
            awaited(.theirs), en: "A message of theirs waits for the one it answers",
            es: "Un mensaje suyo espera a aquel al que contesta"),
        Told(
            .messageAttached(
                MessageAttached(key: key, awaited: Position(41), parent: nil, brand: nil, visibility: .isPublic)),
            en: "A waiting answer of ours found its conversation (public, recorded at #41)",
            es: "Una respuesta nuestra que esperaba encontró su conversación (en público, registrada en #41)"),
        Told(
            .conversationRerooted(ConversationRerooted(from: key, to: key)),
            en: "The conversation turned out to start further back",
            es: "Resultó que la conversación empieza más atrás"),
        Told(
            .conversationMoved(ConversationMoved(from: .isPublic, to: .isPrivate, consent: false)),
            en: "The conversation moved from public to private", es: "La conversación pasó de pública a privada"),
        Told(
            .conversationMoved(ConversationMoved(from: .isPrivate, to: .isPublic, consent: true)),
            en: "The conversation moved from private to public, the person agrees",
            es: "La conversación pasó de privada a pública, la persona está de acuerdo"),
        Told(
            .conversationMoved(ConversationMoved(from: .isPrivate, to: .isPublic, consent: false)),
            en: "The conversation moved from private to public, without consent",
            es: "La conversación pasó de privada a pública, sin consentimiento"),
    ]

    private static func opened(_ origin: Origin) -> Event {
        .caseOpened(
            CaseOpened(
                number: CaseNumber(12), tracking: "7KQ2", person: PersonNumber(7), channel: Channel("twitter"),
                root: key, origin: origin))
    }

    private static func captured(_ kind: MentionKind, _ visibility: Visibility, reach: Int64?) -> Event {
        .mentionCaptured(
            MentionCaptured(
                key: key, parent: nil, edit: nil, channel: Channel("twitter"), brand: nil, visibility: visibility,
                kind: kind, language: nil, reach: reach))
    }

    private static func judged(_ label: Label) -> Event {
        .mentionClassified(MentionClassified(mention: key, label: label))
    }

    private static func replied(_ purpose: ReplyPurpose?, _ visibility: Visibility) -> Event {
        .replySent(
            ReplySent(
                key: nil, parent: nil, channel: Channel("twitter"), brand: nil, visibility: visibility,
                purpose: purpose, language: nil))
    }

    private static func awaited(_ direction: Direction) -> Event {
        .messageAwaited(
            MessageAwaited(
                key: key, parent: key, direction: direction, channel: Channel("twitter"), brand: nil,
                visibility: .isPublic, language: nil))
    }
}
