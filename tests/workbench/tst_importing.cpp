// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using support::ErrorCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::Desk;
using namespace workbench;

namespace {

std::string content(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::size_t linesIn(const std::string &text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// Line numbers with their reasons, in order.
std::vector<std::string> refusals(const ImportReport &report)
{
    std::vector<RefusedLine> lines = report.reasons;
    std::ranges::stable_sort(lines, {}, &RefusedLine::line);
    std::vector<std::string> told;
    for (const RefusedLine &line : lines)
        told.push_back(fmt::format("{} {} {}", line.line, line.reason, line.value));
    return told;
}

ImportReport importTable(Desk &desk, const std::vector<std::filesystem::path> &files, const ImportHints &hints = {})
{
    auto job = ImportJob::prepare(*desk.workbench, files, hints);
    EXPECT_TRUE(job) << (job ? "" : job.error().detail);
    return job ? job->run({}).value() : ImportReport();
}

std::filesystem::path table(std::string_view name)
{
    return std::filesystem::path(PLUMBLINE_TEST_DATA) / "tables" / name;
}

} // namespace

TEST(Importing, CountsWhatIsNewAndIsAnnouncedOnce)
{
    Desk desk("");
    std::vector<Change> heard;
    desk.workbench->onChange([&](const Change &change) { heard.push_back(change); });
    const ImportReport report = desk.import(tests::story);
    EXPECT_EQ(report.created, tests::storyLines().size());
    EXPECT_EQ(report.updated, 0U);
    EXPECT_EQ(report.unchanged, 0U);
    EXPECT_EQ(report.refused, 0U);
    EXPECT_NE(report.batch, 0);
    ASSERT_THAT(heard, SizeIs(1));
    EXPECT_EQ(heard[0].kind, Change::Kind::Import);
    ASSERT_THAT(desk.workbench->batches(), SizeIs(1));
    EXPECT_EQ(desk.workbench->batches()[0].label, "import1.jsonl");
    EXPECT_EQ(desk.workbench->batches()[0].created, report.created);
}

TEST(Importing, CountsRefusedLinesWithTheImport)
{
    Desk desk("");
    const ImportReport report = desk.import(R"({"type":"team","id":"t"}
{"type":"customer","id":"c","name":"好客户"}
{"type":"contact","id":"k","customer":"nobody","name":"y"}
)");
    EXPECT_EQ(report.refused, 2U);
    ASSERT_THAT(desk.workbench->batches(), SizeIs(1));
    EXPECT_EQ(desk.workbench->batches()[0].refused, 2U) << "the reader's and the store's";
}

TEST(Importing, AgainChangesNothing)
{
    Desk desk;
    const std::string before = tests::board(*desk.workbench, desk.now());
    const std::vector<std::string> facts = tests::facts(*desk.workbench);
    desk.clock.set(desk.now() + support::days(1));
    const ImportReport again = desk.import(tests::story);
    EXPECT_EQ(again.unchanged, tests::storyLines().size());
    EXPECT_EQ(again.created + again.updated + again.refused, 0U);
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
    EXPECT_EQ(tests::board(*desk.workbench, desk.now() - support::days(1)), before);
}

TEST(Importing, RefusesLinesOneByOneWithNumberAndReason)
{
    Desk desk("");
    const std::string bad = R"({"type":"customer","id":"c","name":"好客户"}
{"type":"spaceship","id":"s"}
{"type":"team","id":"t"}
{"type":"deal","id":"d","customer":"c","name":"x","owner":"p","occurred_at":"yesterday"}
{"type":"contact","id":"k","customer":"nobody","name":"y"}
{"type":"customer","id":"e","name":"cut off
not even json

{"type":"event","deal":"d","kind":"amount","amount":"12.345","currency":"CNY","occurred_at":"2026-01-01T00:00:00Z"}
{"type":"playbook","version":2,"document":{"format":1,"id":"broken"},"occurred_at":"2026-01-01T00:00:00Z"}
{"type":"contact","id":"k2","customer":"c","name":"金主任"}
)";
    const auto refusedFile = desk.folder / "refused.csv";
    const ImportReport report = desk.import(bad, {false, refusedFile});
    EXPECT_EQ(report.created, 2U);
    EXPECT_EQ(report.refused, 8U);
    const std::vector<std::string> told = refusals(report);
    ASSERT_THAT(told, SizeIs(8));
    EXPECT_EQ(told[0], "2 unknown_type spaceship");
    EXPECT_EQ(told[1], "3 missing_key name");
    EXPECT_EQ(told[2], "4 bad_time yesterday");
    EXPECT_EQ(told[3], "5 dangling_reference nobody");
    EXPECT_THAT(told[4], testing::StartsWith("6 bad_syntax"));
    EXPECT_THAT(told[5], testing::StartsWith("7 bad_syntax"));
    EXPECT_THAT(told[6], testing::StartsWith("9 bad_money"));
    EXPECT_THAT(told[7], testing::StartsWith("10 bad_playbook"));
    for (const RefusedLine &line : report.reasons)
        EXPECT_NE(line.detail, "") << line.line;
    EXPECT_EQ(linesIn(content(refusedFile)), 9U) << "a header and a line for each";
    EXPECT_EQ(desk.workbench->playbook(desk.now()).id, "default");
    desk.reopen();
    EXPECT_EQ(desk.workbench->playbook(desk.now()).id, "default");
}

TEST(Importing, ThirtyThousandRefusedLinesDoNoHarmToTheGoodOnes)
{
    Desk desk("");
    std::string lines;
    const std::vector<std::string> good = tests::storyLines();
    for (int i = 0; i < 30'000; ++i) {
        lines += i % 3 == 0   ? R"({"type":"spaceship"})"
                 : i % 3 == 1 ? "{broken"
                              : R"({"type":"contact","id":"k","customer":"nobody","name":"y"})";
        lines += '\n';
        if (i % 900 == 0 && static_cast<std::size_t>(i / 900) < good.size())
            lines += good[static_cast<std::size_t>(i / 900)] + '\n';
    }
    const auto refusedFile = desk.folder / "refused.csv";
    const ImportReport report = desk.import(lines, {false, refusedFile});
    EXPECT_EQ(report.created, good.size());
    EXPECT_EQ(report.refused, 30'000U);
    EXPECT_THAT(report.reasons, SizeIs(1000));
    EXPECT_EQ(linesIn(content(refusedFile)), 30'001U);
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), tests::board(*Desk().workbench, desk.now()));
}

TEST(Importing, ADryRunSaysTheSameAndWritesNothing)
{
    Desk desk("");
    const std::string lines =
        std::string(tests::story) + R"({"type":"contact","id":"k","customer":"nobody","name":"y"})" + "\n{broken\n";
    const ImportReport dry = desk.import(lines, {true, {}});
    EXPECT_EQ(desk.workbench->facts(), 0U);
    EXPECT_THAT(tests::facts(*desk.workbench), IsEmpty());
    EXPECT_THAT(desk.workbench->batches(), IsEmpty());
    EXPECT_EQ(dry.batch, 0);
    const ImportReport real = desk.import(lines);
    EXPECT_EQ(dry.created, real.created);
    EXPECT_EQ(dry.refused, real.refused);
    EXPECT_EQ(refusals(dry), refusals(real));
}

TEST(Importing, AStoppedImportLeavesNothingBehind)
{
    Desk desk;
    const std::string before = tests::board(*desk.workbench, desk.now());
    const std::vector<std::string> facts = tests::facts(*desk.workbench);
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += fmt::format(R"({{"type":"customer","id":"n{0}","name":"N{0}"}})", i) + '\n';
    std::stop_source stop;
    const auto stopHalfway = [&](Progress progress) {
        if (progress.done * 2 > progress.total)
            stop.request_stop();
    };
    const auto refusedFile = desk.put("refused.csv", "of an earlier import");
    const auto report = desk.job(lines).run({false, refusedFile}, stopHalfway, stop.get_token());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(content(refusedFile), "of an earlier import");
    EXPECT_FALSE(std::filesystem::exists(desk.folder / "refused.csv.part"));
    EXPECT_THAT(desk.workbench->batches(), SizeIs(1));
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
    desk.reopen();
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    EXPECT_THAT(workbench::verify(*desk.workbench).value(), IsEmpty());
    EXPECT_EQ(desk.import(lines).created, 20'000U);
}

TEST(Importing, SaysThatTheFileOfRefusedRowsCannotBeWritten)
{
    Desk desk;
    const auto nowhere = desk.job("{broken\n").run({false, desk.folder / "no/such/folder/refused.csv"});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::FileUnwritable);
    EXPECT_THAT(desk.workbench->batches(), SizeIs(1));
}

TEST(Importing, WritesRefusedRowsStraightIntoWhatIsNoPlainFile)
{
    Desk desk;
    const ImportReport report = desk.import("{broken\n", {false, "/dev/null"});
    EXPECT_EQ(report.refused, 1U);
    EXPECT_FALSE(report.refusedFileLost);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(Importing, IsTakenBackWholeAndBroughtBack)
{
    Desk desk;
    const std::string before = tests::board(*desk.workbench, desk.now());
    const std::vector<std::string> facts = tests::facts(*desk.workbench);
    const ImportReport more = desk.import(
        R"({"type":"event","deal":"D1","kind":"amount","amount":"5","currency":"CNY","occurred_at":"2026-03-01T09:00:00+08:00"}
{"type":"customer","id":"zen","name":"Zenith 改名","recorded_at":"2026-03-01T09:00:00+08:00"}
{"type":"deal","id":"D5","customer":"zen","name":"新商机","owner":"bob","occurred_at":"2026-03-01T09:00:00+08:00"}
)");
    EXPECT_EQ(more.created, 2U);
    EXPECT_EQ(more.updated, 1U);
    const std::string after = tests::board(*desk.workbench, desk.now());
    EXPECT_NE(after, before);
    ASSERT_TRUE(desk.workbench->withdrawBatch(more.batch));
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
    EXPECT_TRUE(desk.workbench->batches().back().withdrawn || desk.workbench->batches().front().withdrawn);
    const auto twice = desk.workbench->withdrawBatch(more.batch);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::NothingToUndo);
    ASSERT_TRUE(desk.workbench->restoreBatch(more.batch));
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), after);
    desk.reopen();
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), after);
    EXPECT_EQ(desk.workbench->withdrawBatch(999).error().code, ErrorCode::UnknownImport);
}

TEST(Importing, WhatALaterImportToldAgainStaysWhenTheFirstIsTakenBack)
{
    Desk desk;
    const std::string before = tests::board(*desk.workbench, desk.now());
    const auto facts = tests::storyLines().size();
    const ImportReport again = desk.import(tests::story);
    EXPECT_EQ(again.unchanged, facts);
    ASSERT_TRUE(desk.workbench->withdrawBatch(1));
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    const auto batches = desk.workbench->batches();
    ASSERT_THAT(batches, SizeIs(2));
    EXPECT_TRUE(batches[0].withdrawn);
    EXPECT_EQ(batches[0].staying, facts);
    EXPECT_THAT(batches[0].toldBy, ElementsAre(again.batch));
    desk.reopen();
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    ASSERT_TRUE(desk.workbench->withdrawBatch(again.batch));
    EXPECT_THAT(tests::facts(*desk.workbench), IsEmpty());
}

TEST(Importing, IsNotTakenBackUnderWhatBuildsOnIt)
{
    Desk desk("");
    const ImportReport first = desk.import(tests::story);
    desk.import(R"({"type":"contact","id":"later","customer":"acme","name":"王工"})");
    const auto refused = desk.workbench->withdrawBatch(first.batch);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DanglingReference);
    EXPECT_EQ(desk.workbench->today({}, desk.now())->openDeals, 3U);
}

TEST(Importing, SeveralFilesAreOneImportAndMayNameEachOther)
{
    Desk desk("");
    const auto first = desk.put("contacts.jsonl", R"({"type":"contact","id":"k","customer":"c","name":"x"})"
                                                  "\n{broken\n");
    const auto second = desk.put("customers.jsonl", R"({"type":"customer","id":"c","name":"y"})"
                                                    "\n"
                                                    R"({"type":"contact","id":"k2","customer":"gone","name":"x"})"
                                                    "\n");
    const ImportReport report = importTable(desk, {first, second});
    EXPECT_EQ(report.created, 2U);
    ASSERT_THAT(report.reasons, SizeIs(2));
    EXPECT_EQ(report.reasons[0].file, "contacts.jsonl");
    EXPECT_EQ(report.reasons[0].line, 2U);
    EXPECT_EQ(report.reasons[1].file, "customers.jsonl");
    EXPECT_EQ(report.reasons[1].line, 2U);
    EXPECT_EQ(desk.workbench->batches().at(0).label, "contacts.jsonl, customers.jsonl");
}

TEST(Importing, AFileThatIsNotThereOrNothingIsRefused)
{
    Desk desk("");
    const auto missing = ImportJob::prepare(*desk.workbench, {desk.folder / "none.csv"}, {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::FileMissing);
    EXPECT_FALSE(ImportJob::prepare(*desk.workbench, {}, {}));
}

TEST(Importing, ARefusedFileThatCannotBeWrittenStopsBeforeAnythingIs)
{
    Desk desk("");
    const auto report = desk.job(tests::story).run({false, desk.folder / "no/such/folder.csv"});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(desk.workbench->facts(), 0U);
}

TEST(Importing, RowsThatWereRefusedByNobodyMakeNoFileAndEmptyTheOneOfAnEarlierRun)
{
    Desk desk("");
    const auto file = desk.folder / "refused.csv";
    workbench::ImportRun how;
    how.refusedFile = file;
    (void)desk.import(tests::story, how);
    EXPECT_FALSE(std::filesystem::exists(file));
    std::ofstream(file) << "what an earlier run refused\n";
    (void)desk.import(tests::story, how);
    std::ifstream now(file);
    std::string line;
    std::getline(now, line);
    EXPECT_NE(line.find("reason"), std::string::npos);
    EXPECT_FALSE(std::getline(now, line));
}

TEST(Importing, TheWorkbenchStaysAsItWasWhenItDoesNotTakeInWhatIsWritten)
{
    Desk desk("");
    bool announced = false;
    desk.workbench->onChange([&](const Change &) { announced = true; });
    workbench::ImportRun how;
    how.takenIn = false;
    const ImportReport report = desk.import(tests::story, how);
    EXPECT_EQ(report.created, tests::storyLines().size());
    EXPECT_EQ(desk.workbench->facts(), 0U);
    EXPECT_FALSE(announced);
    desk.reopen();
    EXPECT_EQ(desk.workbench->facts(), tests::storyLines().size());
}

TEST(ImportingTables, TakesAChineseExportAndPublishesItsPipelineOnce)
{
    Desk desk("");
    const ImportReport report = importTable(desk, {table("opportunities.csv")});
    EXPECT_NE(report.batch, 0);
    EXPECT_EQ(desk.workbench->today({}, desk.now())->openDeals, 3U);
    EXPECT_THAT(refusals(report), ElementsAre("4 bad_amount 不详"));
    const auto published = [&] {
        return std::ranges::count_if(tests::facts(*desk.workbench), [](const std::string &line) {
            return line.find(R"("type":"playbook")") != std::string::npos;
        });
    };
    const auto versions = published();
    EXPECT_LE(versions, 1);
    const std::vector<std::string> facts = tests::facts(*desk.workbench);
    desk.clock.set(desk.now() + support::days(1));
    const ImportReport again = importTable(desk, {table("opportunities.csv")});
    EXPECT_EQ(again.created + again.updated, 0U);
    EXPECT_EQ(published(), versions);
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
}

TEST(ImportingTables, APreviewWritesNothingAndAgreesWithTheImport)
{
    Desk desk("");
    auto job = ImportJob::prepare(*desk.workbench, {table("opportunities.csv")}, {}).value();
    EXPECT_FALSE(job.holdsFacts());
    const exchange::ImportPreview preview = job.rehearse(5).value().preview;
    EXPECT_EQ(desk.workbench->facts(), 0U);
    const ImportReport report = job.run({}).value();
    EXPECT_EQ(preview.counts.refused, report.refused);
}

TEST(ImportingTables, APreviewSaysWhatOfALaterExportIsNewsAndWritesNothing)
{
    Desk desk("");
    const std::string first = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified\n"
                              "1,A,Edge,Proposal,Ann,2026-01-02,2026-02-20\n2,B,Edge,Proposal,Ann,2026-01-02,2026-02-20\n";
    const std::string second = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified\n"
                               "1,A,Edge,Closed Won,Ann,2026-01-02,2026-03-01\n2,B,Edge,Proposal,Ann,2026-01-02,2026-02-20\n";
    auto empty = ImportJob::prepare(*desk.workbench, {desk.put("first.csv", first)}, {}).value();
    const ImportRehearsal all = empty.rehearse(5).value();
    EXPECT_EQ(all.created, all.preview.counts.facts);
    EXPECT_EQ(empty.run({}).value().created, all.created);
    const std::uint64_t before = desk.workbench->facts();
    auto job = ImportJob::prepare(*desk.workbench, {desk.put("second.csv", second)}, {}).value();
    std::uint64_t last = 0;
    const ImportRehearsal news = job.rehearse(5,
                                              [&](const Progress &now) {
                                                  EXPECT_GE(now.done, last) << "both passes are one work";
                                                  EXPECT_LE(now.done, now.total);
                                                  last = now.done;
                                              })
                                     .value();
    EXPECT_EQ(desk.workbench->facts(), before);
    EXPECT_GT(news.created, 0U);
    EXPECT_GT(news.unchanged, 0U);
    EXPECT_EQ(news.news.at("event.won"), 1U);
    EXPECT_EQ(news.news.count("event.stage"), 0U) << "nothing was said of one that was not known";
    const ImportReport report = job.run({}).value();
    EXPECT_EQ(report.news, news.news);
    EXPECT_EQ(report.created, news.created);
    EXPECT_EQ(report.updated, news.updated);
    EXPECT_EQ(report.unchanged, news.unchanged);
}

TEST(ImportingTables, APreviewCountsThePipelineThatTheFilesBring)
{
    Desk desk("");
    const auto deals = desk.put("sales_pipeline.csv",
                                "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
                                "1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054\n"
                                "1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054\n");
    for (const bool first : {true, false}) {
        auto job = ImportJob::prepare(*desk.workbench, {deals}, {}).value();
        const exchange::ImportPreview preview = job.rehearse(5).value().preview;
        const ImportReport report = job.run({}).value();
        EXPECT_EQ(preview.counts.facts, report.created + report.unchanged);
        EXPECT_EQ(preview.counts.byType.count("playbook"), first ? 1U : 0U);
        EXPECT_EQ(report.created > 0, first);
        EXPECT_EQ(report.repeated, 1U);
    }
}

TEST(ImportingTables, APreviewOfARealSetCountsWhatTheImportWrites)
{
    const char *named = std::getenv("PLUMBLINE_DATA");
    const auto folder =
        (named != nullptr ? std::filesystem::path(named) : std::filesystem::path(PLUMBLINE_TEST_DATA) / "../../../shared/data")
        / "maven_crm/iso_dates";
    if (!std::filesystem::is_directory(folder))
        GTEST_SKIP() << "no real data at " << folder << " (set PLUMBLINE_DATA)";
    Desk desk("");
    auto job =
        ImportJob::prepare(
            *desk.workbench,
            {folder / "sales_pipeline.csv", folder / "accounts.csv", folder / "products.csv", folder / "sales_teams.csv"}, {})
            .value();
    const auto preview = job.rehearse(5).value().preview;
    EXPECT_EQ(preview.counts.facts, 25'879U);
    EXPECT_EQ(job.run({}).value().created, preview.counts.facts);
}

TEST(ImportingTables, RefusedRowsStandInTheOrderOfTheirLines)
{
    Desk desk("");
    const auto deals = desk.put("deals.csv", "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId\n"
                                             "1,A,9,Prospecting,2026-12-01,2025-10-01,7\n"
                                             "2,B,9,Prospecting,2026-12-01,someday,7\n");
    const auto moves = desk.put("moves.csv", "OpportunityId,StageName,CreatedDate\n"
                                             "1,Needs Analysis,2025-12-03 10:00\n"
                                             "8,Needs Analysis,2025-12-02 10:00\n"
                                             "8,Prospecting,2025-12-01 10:00\n"
                                             "7,Prospecting,2025-11-01 10:00\n");
    auto job = ImportJob::prepare(*desk.workbench, {moves, deals}, {}).value();
    const auto refusedFile = desk.folder / "refused.csv";
    const ImportReport report = job.run({false, refusedFile}).value();
    std::vector<std::string> told;
    for (const RefusedLine &line : report.reasons)
        told.push_back(fmt::format("{} {}", line.file, line.line));
    EXPECT_THAT(told, ElementsAre("moves.csv 3", "moves.csv 4", "moves.csv 5", "deals.csv 3"));
    std::istringstream lines(content(refusedFile));
    std::vector<std::string> written;
    for (std::string line; std::getline(lines, line);)
        written.push_back(line.substr(0, line.find(',', line.find(',') + 1)));
    EXPECT_THAT(written, ElementsAre(testing::_, "\"moves.csv\",3", "\"moves.csv\",4", "\"moves.csv\",5", "\"deals.csv\",3"));
    EXPECT_FALSE(std::filesystem::exists(desk.folder / "refused.csv.part.sorted"));
}

TEST(ImportingTables, AssumesTheCurrencyOfTheCountryUntilItsDealsAreInAnother)
{
    Desk desk("");
    const auto assumed = [&](const char *name, const char *amount) {
        const auto table = desk.put(
            name, fmt::format("Deal Name,Customer,Stage,Amount,Owner,Created\n{},Edge,Won,{},Ann,2025-04-03\n", name, amount));
        const ImportReport report = importTable(desk, {table});
        const auto &notes = report.notes.counts();
        const auto note = std::ranges::find(notes, "currency_assumed", [](const auto &entry) { return entry.first.code; });
        return note == notes.end() ? std::string("none") : note->first.subject;
    };
    EXPECT_EQ(assumed("a.csv", "300"), "CNY") << "the desk stands in Shanghai";
    EXPECT_EQ(assumed("b.csv", "€5"), "none");
    EXPECT_EQ(assumed("c.csv", "€5"), "none");
    EXPECT_EQ(assumed("d.csv", "300"), "EUR");
}

TEST(Importing, StoppedWhileItsLastRefusalsAreToldLeavesNothing)
{
    Desk desk("");
    std::stop_source stop;
    ImportRun how;
    how.words = [&](const RefusedLine &line) {
        stop.request_stop(); // a line that dangles is found out when all are read
        return exchange::RefusalWords{line.reason, line.remedy};
    };
    auto job = desk.job(R"({"type":"team","id":"t","name":"一组"})"
                        "\n"
                        R"({"type":"contact","id":"k","customer":"nobody","name":"y"})"
                        "\n");
    EXPECT_EQ(job.run(how, {}, stop.get_token()).error().code, ErrorCode::Cancelled);
    EXPECT_THAT(tests::facts(*desk.workbench), IsEmpty());
    EXPECT_THAT(desk.workbench->batches(), IsEmpty());
    desk.reopen();
    EXPECT_THAT(tests::facts(*desk.workbench), IsEmpty());
}

TEST(ImportingTables, AStoppedRunLeavesNothing)
{
    Desk desk("");
    auto job = ImportJob::prepare(*desk.workbench, {table("opportunities.csv")}, {}).value();
    std::stop_source stop;
    stop.request_stop();
    const auto report = job.run({}, {}, stop.get_token());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(desk.workbench->facts(), 0U);
    EXPECT_THAT(desk.workbench->batches(), IsEmpty());
}

TEST(ImportingTables, AnUnknownProfileIsSaidSo)
{
    Desk desk("");
    const auto job = ImportJob::prepare(*desk.workbench, {table("opportunities.csv")}, {.told = {.profile = "no_such_system"}});
    ASSERT_FALSE(job);
    EXPECT_EQ(job.error().code, ErrorCode::UnknownProfile);
}

TEST(Importing, TakesAListWithPlansForTheFutureForTodaysThoughNothingInItIsRecent)
{
    tests::Desk desk("");
    const std::string header = "Deal Name,Customer,Stage,Owner,Created,Close Date\n";
    const auto brought = [&](const std::string &name, const std::string &row) {
        const auto file = desk.put(name, header + row);
        auto job = workbench::ImportJob::prepare(*desk.workbench, {file}, {});
        ASSERT_TRUE(job && job->run({}));
    };
    brought("old.csv", "Hall,Edge,Proposal,Ann,2024-06-02,2024-09-30\n");
    EXPECT_EQ(desk.workbench->recordsEnded(), support::parseDate("2024-06-02").value());
    brought("new.csv", "Roof,Edge,Proposal,Ann,2024-06-12,2026-03-31\n");
    EXPECT_EQ(desk.workbench->recordsEnded(), std::nullopt);
}
