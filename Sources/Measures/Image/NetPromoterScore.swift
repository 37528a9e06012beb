package import CaseModel
import Glibc

/// The share of promoters minus the share of detractors among survey answers, −100 to 100.
///
/// F. F. Reichheld, "The one number you need to grow", Harvard Business Review (2003).
package struct NetPromoterScore: Hashable, Sendable {
    /// Answers of 9 or 10.
    package var promoters: Int
    /// Answers of 7 or 8.
    package var passives: Int
    /// Answers of 0 to 6.
    package var detractors: Int

    package init(promoters: Int = 0, passives: Int = 0, detractors: Int = 0) {
        self.promoters = promoters
        self.passives = passives
        self.detractors = detractors
    }

    /// Where an answer from 0 to 10 puts a person; nil for any other number.
    package static func stance(ofScore score: Int64) -> Stance? {
        switch score {
        case 0...6: .detractor
        case 7...8: .passive
        case 9...10: .promoter
        default: nil
        }
    }

    package var answers: Int { promoters + passives + detractors }

    /// 100 (promoters − detractors) / answers; nil without answers.
    package var score: Double? {
        answers > 0 ? 100 * Double(promoters - detractors) / Double(answers) : nil
    }

    /// The adjusted score with its 95 % interval, which holds its promise with few answers too; nil without answers.
    ///
    /// The adjusted Wald interval for a difference of two proportions of one multinomial sample, with ¾ added to both ends
    /// and 3 to the answers (B. Rocks, "Interval estimation for the net promoter score", The American Statistician 70
    /// (2016)): variance (p + d − (p − d)²) / n'. Its ends are cut at −100 and 100.
    package var adjustedWald95: (score: Double, interval: Interval)? {
        guard answers > 0 else { return nil }
        let n = Double(answers) + 3
        let p = (Double(promoters) + 0.75) / n
        let d = (Double(detractors) + 0.75) / n
        let reach = Interval.z95 * sqrt((p + d - (p - d) * (p - d)) / n)
        return (
            100 * (p - d),
            Interval(lower: max(-100, 100 * (p - d - reach)), upper: min(100, 100 * (p - d + reach)))
        )
    }
}
