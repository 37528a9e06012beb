import CaseModel
import Measures

/// The conversion as its definition reads, over whole histories and without any state: slow and easy to believe.
struct PlainConversion {
    var horizon: Int64
    var washout: Int64
    var window: Window

    /// Detractors, converted, relapsed and unobserved.
    func counts(of persons: [[History.Item]], countingExcluded: Bool) -> [Int] {
        var counts = [0, 0, 0, 0]
        for history in persons.map({ inOrder($0.map(\.evidence)) }) {
            for (index, start) in indexes(in: history, countingExcluded: countingExcluded) {
                guard window.contains(start) else { continue }
                let after = history[(index + 1)...]
                    .filter { $0.at.microseconds <= start.microseconds + horizon }
                    .map(\.stance)
                counts[0] += 1
                if after.last == .promoter { counts[1] += 1 }
                if after.last == .detractor, after.contains(.promoter) { counts[2] += 1 }
                if after.isEmpty { counts[3] += 1 }
            }
        }
        return counts
    }

    /// By time, of one moment the gravest last: a founded complaint before others, complaints before surveys.
    private func inOrder(_ history: [ConversionEvidence]) -> [ConversionEvidence] {
        func weight(_ evidence: ConversionEvidence) -> [Int] {
            let gravity: Int = [.promoter: 0, .passive: 1][evidence.stance] ?? 2
            guard case .complaint(let complaint) = evidence.kind else { return [gravity, 2] }
            return [gravity, complaint.exclusion == nil ? 0 : 1]
        }
        return history.enumerated().sorted { a, b in
            if a.element.at != b.element.at { return a.element.at < b.element.at }
            let (first, second) = (weight(a.element), weight(b.element))
            return first == second ? a.offset < b.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
    }

    private func indexes(in history: [ConversionEvidence], countingExcluded: Bool) -> [(Int, Timestamp)] {
        var found: [(Int, Timestamp)] = []
        for (index, evidence) in history.enumerated() {
            guard case .complaint(let complaint) = evidence.kind, countingExcluded || complaint.exclusion == nil
            else { continue }
            if let (_, last) = found.last, evidence.at.microseconds - last.microseconds <= washout { continue }
            found.append((index, evidence.at))
        }
        return found
    }
}
