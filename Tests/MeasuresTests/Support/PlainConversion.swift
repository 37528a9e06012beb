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
        for history in persons.map({ $0.map(\.evidence) }) {
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
