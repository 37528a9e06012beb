package import JSON

extension Content {
    /// Writes the bytes that are stored and committed to: one flat JSON object, fields in this order.
    package func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("id", id)
        writer.field("parent", parent)
        writer.field("author", author)
        writer.field("handle", handle)
        writer.field("name", name)
        writer.field("text", text)
        writer.field("link", link)
        writer.field("note", note)
        writer.field("override", override)
        writer.endObject()
    }

    /// Reads what `encode` wrote.
    package init(from reader: inout FieldReader) throws(JSONError) {
        self.init()
        id = try reader.optionalString("id")
        parent = try reader.optionalString("parent")
        author = try reader.optionalString("author")
        handle = try reader.optionalString("handle")
        name = try reader.optionalString("name")
        text = try reader.optionalString("text")
        link = try reader.optionalString("link")
        note = try reader.optionalString("note")
        override = try reader.optionalString("override")
    }
}
