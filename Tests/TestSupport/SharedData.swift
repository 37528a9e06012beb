import Foundation

/// The real sources that lie beside the project and are no part of it.
package enum SharedData {
    package static let folder: String = {
        if let set = ProcessInfo.processInfo.environment["CMCASE_SHARED_DATA"] { return set }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.appending(path: "../shared/data").standardizedFileURL.path()
    }()

    package static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

    package static func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
}
