internal import Glibc

/// Random bytes from the kernel, fetched in pages of 4 KiB.
package struct RandomBytes {
    private var pool: [UInt8] = []
    private var next = 0

    package init() {}

    /// Calls `body` with `count` fresh bytes, 256 at most.
    package mutating func withBytes<R, E: Error>(
        _ count: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        if next + count > pool.count { refill() }
        next += count
        return try pool.withUnsafeBufferPointer { (pool) throws(E) in
            try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(pool)[(next - count)..<next]))
        }
    }

    /// `count` fresh bytes, 256 at most.
    package mutating func bytes(_ count: Int) -> [UInt8] { withBytes(count) { Array($0) } }

    private mutating func refill() {
        pool = [UInt8](repeating: 0, count: 4096)
        pool.withUnsafeMutableBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: 256) {
                let code: Int32 = getentropy(bytes.baseAddress?.advanced(by: start), 256)
                precondition(code == 0, "the kernel gives no random bytes")
            }
        }
        next = 0
    }
}
