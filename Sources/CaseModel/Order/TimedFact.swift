/// A fact that states keep sorted by the time at which it occurred.
protocol TimedFact { var at: Timestamp { get } }

extension Array where Element: TimedFact {
    /// Inserts after all elements that are not later. O(1) at the end, else O(n).
    ///
    /// - Returns: whether another element has the same time.
    @discardableResult
    mutating func insertByTime(_ element: Element) -> Bool {
        guard let last, element.at < last.at else {
            let isTied: Bool = last?.at == element.at
            append(element)
            return isTied
        }
        let index: Int = firstIndex(after: element.at)
        let isTied: Bool = index > 0 && self[index - 1].at == element.at
        insert(element, at: index)
        return isTied
    }

    /// Whether an element has this time. O(1) after the last element, else O(log n).
    func hasElement(at: Timestamp) -> Bool {
        guard let last, at < last.at else { return self.last?.at == at }
        let index: Int = firstIndex(after: at)
        return index > 0 && self[index - 1].at == at
    }

    private func firstIndex(after at: Timestamp) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle: Int = (low + high) / 2
            if self[middle].at <= at { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
