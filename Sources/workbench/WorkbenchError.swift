import Glibc

/// Why there is no input to be had.
enum WorkbenchError: Error, CustomStringConvertible {
    /// What couldn't be done, and what the system said.
    case system(String, errno: Int32)
    /// The file isn't what the command takes, and why.
    case input(String)

    var description: String {
        switch self {
        case .system(let what, let errno): "\(what): \(String(cString: strerror(errno)))"
        case .input(let why): why
        }
    }
}
