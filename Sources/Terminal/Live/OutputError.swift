#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Why text could not be written where it was to go.
public enum OutputError: Error, Hashable, Sendable {
    /// Whoever read it went away: they have had what they wanted.
    case readerGone
    /// There is no room for it.
    case noRoom
    /// Nothing is open there that can be written.
    case notOpen
    /// Anything else, by the system's number for it.
    case failed(code: Int32)

    /// An error by the number that a system call left (POSIX, `errno.h`).
    public init(code: Int32) {
        switch code {
        case EPIPE: self = .readerGone
        case ENOSPC, EDQUOT, EFBIG: self = .noRoom
        case EBADF: self = .notOpen
        default: self = .failed(code: code)
        }
    }
}

extension OutputError: CustomStringConvertible {
    /// What is wrong, as the end of a sentence about where the text was to go.
    public var description: String {
        switch self {
        case .readerGone: "nobody reads it any more"
        case .noRoom: "there is no space left where it goes"
        case .notOpen: "it is not open for writing"
        case .failed(let code): "\(String(cString: strerror(code)).lowercased()) (error \(code))"
        }
    }
}
