internal import Glibc

/// The absolute path of a store, with symbolic links resolved.
///
/// SQLite, lock and WAL all use it, so a store that is reached by a link has one lock and one WAL. It starts with a
/// slash, so SQLite treats it as a plain file: `:memory:` and `file:x.db?mode=memory` are files of these names.
package struct StorePath {
    /// The file itself may not exist yet.
    let resolved: String

    private static let linksFollowed = 40

    /// - Throws: `StoreError` if the path names no file and none can be created there.
    init(_ path: String) throws(StoreError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw StoreError(.noName, path: path) }
        var name: String = path
        for _ in 0..<Self.linksFollowed {
            if let resolved = Self.real(name) {
                self.resolved = resolved
                return
            }
            guard errno == ENOENT else { throw Self.refusal(errno, path) }
            // No such file: one that is to be created, or a link to one.
            if let target = Self.target(ofLink: name) {
                name = target.hasPrefix("/") ? target : Self.folder(of: name) + target
                continue
            }
            guard let folder = Self.real(Self.folder(of: name)) else { throw Self.refusal(errno, path) }
            let file: Substring = name[
                (name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...]
            guard !file.isEmpty, file != ".", file != ".." else {
                throw StoreError(.notFound, path: path)
            }
            resolved = (folder == "/" ? "" : folder) + "/" + file
            return
        }
        throw Self.refusal(ELOOP, path)
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count: Int = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// With its trailing slash.
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    }

    private static func refusal(_ code: Int32, _ path: String) -> StoreError {
        switch code {
        case ENOENT, ENOTDIR: StoreError(.notFound, path: path)
        case EACCES: StoreError(.unreadable, path: path)
        default:
            StoreError(
                .system(call: "opening", errno: code, reason: String(cString: strerror(code))), path: path)
        }
    }
}

/// Device and inode: identifies a file as long as it is open.
struct FileIdentity: Hashable {
    private let device: dev_t
    private let number: ino_t

    /// nil where there is no file of that name.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }

    init?(ofOpen descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }
}

/// Identity, sizes and times of a store's file and WAL; every commit changes it.
struct FileStamp: Hashable {
    private let identity: FileIdentity
    private let numbers: [Int]

    /// nil where there is no file of that name.
    init?(of path: String) {
        guard let identity = FileIdentity(of: path) else { return nil }
        self.identity = identity
        numbers = [path, path + "-wal"].flatMap { name in
            var status = stat()
            guard stat(name, &status) == 0 else { return [-1, -1, -1] }
            return [Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
        }
    }
}
