import Testing

@testable import Projections

@Suite("A column of a projection's table")
struct TableColumnTests {
    @Test("stands at the place that its declaration has")
    func place() {
        func check<Column: TableColumn>(_ columns: Column.Type) {
            #expect(columns.allCases.map(\.index) == (0..<Int32(columns.allCases.count)).map(\.self))
        }
        check(CaseColumn.self)
        check(EvidenceColumn.self)
        check(PersonColumn.self)
        check(LinkColumn.self)
        check(JudgementColumn.self)
        check(SurveyColumn.self)
        check(WaitingColumn.self)
        check(ImportColumn.self)
        check(PolicyColumn.self)
        check(IncidentColumn.self)
        check(IncidentCaseColumn.self)
    }

    @Test("is named once for making, writing and reading")
    func texts() {
        #expect(
            LinkColumn.definition().create == """
                CREATE TABLE link_row_{slot} (
                    person INTEGER PRIMARY KEY,  -- who is known as another
                    known_as INTEGER NOT NULL,  -- as whom, by their own link
                    principal INTEGER NOT NULL,  -- the last of those who are known as the next
                    basis TEXT NOT NULL,
                    position INTEGER NOT NULL  -- the event that linked them
                ) STRICT
                """)
        #expect(
            IncidentCaseColumn.definition().create.hasSuffix("\n    PRIMARY KEY (incident, case_number)\n) STRICT"))
        #expect(EvidenceColumn.definition().create.hasSuffix(") STRICT, WITHOUT ROWID"))
        #expect(
            SurveyColumn.insertion == """
                INSERT INTO survey_row_{slot} (position, person, case_number)
                VALUES (?1, ?2, ?3) 
                """)
        #expect(LinkColumn.list([.person, .principal]) == "person, NULL, principal")
    }

    @Test("is of the table of one slot, or of the view on whichever slot stands")
    func slots() {
        let sql = "SELECT person FROM link_row_{slot} WHERE person IN (SELECT person FROM link_row_{slot}) -- {}"
        #expect(Slot.b.named(sql).contains("FROM link_row_b WHERE"))
        #expect(Slot.viewed(sql) == "SELECT person FROM link_row WHERE person IN (SELECT person FROM link_row) -- {}")
    }
}
