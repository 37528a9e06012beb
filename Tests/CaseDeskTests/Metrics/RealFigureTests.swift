import CaseDesk
import CaseModel
import Intake
import Measures
import TestSupport
import Testing

@Suite("Figures of real sources")
struct RealFigureTests {
    private static let threads = "support-threads-5000.csv"
    private static let airlines = "airline-sentiment-3-airlines.csv"

    @Test(
        "first response to customer support",
        .enabled(if: SharedData.has(threads), "the file is not there: set CMCASE_SHARED_DATA"))
    func service() throws {
        let desk = try TestDesk()
        try desk.importFile(SharedData.folder + "/" + Self.threads, as: .supportThreads)
        let figures = try desk.desk.firstResponse(target: nil, MeasureScope()).firstResponse.figures
        #expect([figures.episodes, figures.cases] == [1483, 1483])
        #expect(figures.persons == 1443)
        #expect(figures.answered == 1350)
        #expect(figures.unanswered == 133)
        #expect(figures.medianSeconds == 777.5)
        #expect(figures.medianSecondsCensored == 1052)
        #expect(figures.p90Seconds == 25_085.6)
    }

    @Test(
        "conversion of the airlines' detractors",
        .enabled(if: SharedData.has(airlines), "the file is not there: set CMCASE_SHARED_DATA"))
    func conversion() throws {
        let desk = try TestDesk()
        try desk.importFile(SharedData.folder + "/" + Self.airlines, as: .labelledMentions)
        for (days, converted, relapsed, unobserved, mature) in [
            (1, 213, 44, 2046, 2918), (7, 224, 59, 1990, 107), (30, 224, 59, 1990, 0),
        ] as [(Int64, Int, Int, Int, Int)] {
            let figures = try desk.desk.conversion(horizonDays: days, MeasureScope(), explaining: false).conversion
                .figures
            #expect(figures.all.detractors == 3532)
            #expect(figures.all.converted == converted)
            #expect(figures.all.relapsed == relapsed)
            #expect(figures.all.unobserved == unobserved)
            #expect(figures.mature.detractors == mature)
        }
        for facet in Facet.allCases {
            var scope = MeasureScope()
            scope.grouping = Grouping(by: facet)
            let answer = try desk.desk.conversion(horizonDays: 30, scope, explaining: false).conversion
            #expect(answer.groups.reduce(0) { $0 + $1.figures.all.detractors } == 3532)
            #expect(answer.groups.reduce(0) { $0 + $1.figures.all.converted } == 224)
        }
    }
}
