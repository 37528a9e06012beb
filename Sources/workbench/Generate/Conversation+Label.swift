import Basics

extension Conversation {
    /// What a model makes of the person's next message.
    func label(about brand: BrandProfile, _ random: inout SplitMix64) -> MessageLabel {
        let topic: BrandProfile.Topic = brand.topics[topic]
        let polarity: Polarity = polarity(&random)
        let isComplaint: Bool = polarity == .complaint
        return MessageLabel(
            polarity: polarity, targets: isComplaint ? topic.targets : [],
            topic: polarity == .spam || random.chance(0.08) ? nil : topic.name,
            severity: isComplaint
                ? random.pick([("low", weight: 5), ("medium", weight: 4), ("high", weight: 1)]) : nil,
            confidence: 50 + Int(50 * (1 - random.fraction() * random.fraction())))
    }

    private func polarity(_ random: inout SplitMix64) -> Polarity {
        guard newest != nil else { return opening }
        switch opening {
        case .complaint where replies == 0: return random.chance(0.8) ? .complaint : .neutral
        case .complaint: return random.pick([(.complaint, weight: 5), (.neutral, weight: 3), (.positive, weight: 2)])
        case .spam: return .spam
        default: return random.pick([(.positive, weight: 5), (.neutral, weight: 4), (.question, weight: 1)])
        }
    }
}
