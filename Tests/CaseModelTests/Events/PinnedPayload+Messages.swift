import CaseModel

extension PinnedPayload {
    static let messages: [PinnedPayload] = [
        PinnedPayload(
            "CaseOpened",
            .caseOpened(
                CaseOpened(
                    number: CaseNumber(12), tracking: "C-7KQ2", person: PersonNumber(7), channel: Channel("twitter"),
                    root: key, origin: .imported)),
            """
            {"number":12,"tracking":"C-7KQ2","person":7,"channel":"twitter",\
            "root":"0123456789abcdeffedcba9876543210","origin":"imported"}
            """),
        PinnedPayload(
            "MentionCaptured",
            .mentionCaptured(
                MentionCaptured(
                    key: key, parent: otherKey, edit: "3", channel: Channel("twitter"), brand: Brand("Acme"),
                    visibility: .isPublic, kind: .reply, language: "es", reach: 1500)),
            """
            {"key":"0123456789abcdeffedcba9876543210","parent":"000000000000000000000000000000a1","edit":"3",\
            "channel":"twitter","brand":"Acme","visibility":"public","kind":"reply","language":"es","reach":1500}
            """),
        PinnedPayload(
            "MentionCaptured",
            .mentionCaptured(
                MentionCaptured(
                    key: key, parent: nil, edit: nil, channel: Channel("email"), brand: nil, visibility: .isPrivate,
                    kind: .direct, language: nil, reach: nil)),
            """
            {"key":"0123456789abcdeffedcba9876543210","channel":"email","visibility":"private","kind":"direct"}
            """),
        PinnedPayload(
            "MentionCaptured",
            .mentionCaptured(
                MentionCaptured(
                    key: key, parent: nil, edit: nil, channel: Channel("email"), brand: nil, visibility: .isPrivate,
                    kind: .direct, language: nil, reach: 7, isLive: true)),
            """
            {"key":"0123456789abcdeffedcba9876543210","channel":"email","visibility":"private","kind":"direct",\
            "reach":7,"live":true}
            """),
        PinnedPayload(
            "MessageAwaited",
            .messageAwaited(
                MessageAwaited(
                    key: key, parent: otherKey, direction: .ours, channel: Channel("twitter"), brand: Brand("Acme"),
                    visibility: .isPublic, language: "en")),
            """
            {"key":"0123456789abcdeffedcba9876543210","parent":"000000000000000000000000000000a1",\
            "direction":"ours","channel":"twitter","brand":"Acme","visibility":"public","language":"en"}
            """),
        PinnedPayload(
            "MessageAttached",
            .messageAttached(
                MessageAttached(
                    key: key, awaited: Position(41), parent: otherKey, brand: Brand("Acme"), visibility: .isPublic)),
            """
            {"key":"0123456789abcdeffedcba9876543210","awaited":41,\
            "parent":"000000000000000000000000000000a1","brand":"Acme","visibility":"public"}
            """),
        PinnedPayload(
            "MentionCaptured",
            .mentionCaptured(
                MentionCaptured(
                    key: key, parent: nil, edit: nil, channel: Channel("email"), brand: nil, visibility: .isPrivate,
                    kind: .direct, language: nil, reach: nil,
                    sequence: SourceSequence(place: 12, list: SourceSequence.list(of: Channel("email"))))),
            """
            {"key":"0123456789abcdeffedcba9876543210","channel":"email","visibility":"private","kind":"direct",\
            "sequence":12}
            """),
        PinnedPayload(
            "MessageAwaited",
            .messageAwaited(
                MessageAwaited(
                    key: key, parent: nil, direction: .ours, channel: Channel("email"), brand: nil,
                    visibility: .isPublic, language: nil, sequence: SourceSequence(place: -3, list: .max))),
            """
            {"key":"0123456789abcdeffedcba9876543210","direction":"ours","channel":"email","visibility":"public",\
            "sequence":-3,"sequenceList":-1}
            """),
        PinnedPayload(
            "MessageAttached",
            .messageAttached(
                MessageAttached(
                    key: key, awaited: Position(41), parent: nil, brand: nil, visibility: .isPublic,
                    sequence: SourceSequence(place: 0, list: 5))),
            """
            {"key":"0123456789abcdeffedcba9876543210","awaited":41,"visibility":"public","sequence":0,"sequenceList":5}
            """),
        PinnedPayload(
            "ReplySent",
            .replySent(
                ReplySent(
                    key: key, parent: nil, channel: Channel("email"), brand: nil, visibility: .isPublic, purpose: nil,
                    language: nil, sequence: SourceSequence(place: 7, list: SourceSequence.list(of: Channel("email"))))),
            """
            {"key":"0123456789abcdeffedcba9876543210","channel":"email","visibility":"public","sequence":7}
            """),
        PinnedPayload(
            "MentionRevised", .mentionRevised(MentionRevised(key: key, edit: "4", isSuperseded: true)),
            #"{"key":"0123456789abcdeffedcba9876543210","edit":"4","superseded":true}"#),
        PinnedPayload(
            "ConversationRerooted", .conversationRerooted(ConversationRerooted(from: key, to: otherKey)),
            """
            {"from":"0123456789abcdeffedcba9876543210","to":"000000000000000000000000000000a1"}
            """),
        PinnedPayload(
            "MentionRevised", .mentionRevised(MentionRevised(key: key, edit: "4")),
            #"{"key":"0123456789abcdeffedcba9876543210","edit":"4"}"#),
        PinnedPayload(
            "MentionWithdrawn", .mentionWithdrawn(MentionWithdrawn(key: key, by: .network)),
            #"{"key":"0123456789abcdeffedcba9876543210","by":"network"}"#),
        PinnedPayload(
            "MentionClassified",
            .mentionClassified(
                MentionClassified(
                    mention: key,
                    label: Label(
                        polarity: .complaint, targets: [.product, .brand], topics: [Topic("late-flight")],
                        severity: .high, confidence: 0.75, method: .model, methodVersion: "2"))),
            """
            {"mention":"0123456789abcdeffedcba9876543210","polarity":"complaint","targets":["product","brand"],\
            "topics":["late-flight"],"severity":"high","confidence":0.75,"method":"model","methodVersion":"2"}
            """),
        PinnedPayload(
            "MentionClassified",
            .mentionClassified(MentionClassified(mention: key, label: Label(polarity: .positive, method: .human))),
            """
            {"mention":"0123456789abcdeffedcba9876543210","polarity":"positive","targets":[],"topics":[],\
            "confidence":1.0,"method":"human"}
            """),
    ]
}
