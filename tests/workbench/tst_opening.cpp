// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

using support::ErrorCode;
using tests::Desk;
using workbench::Access;
using workbench::Workbench;

TEST(Opening, ANewWorkspaceIsEmptyAndAnswersEveryQuestion)
{
    const Desk desk("");
    EXPECT_EQ(desk.workbench->facts(), 0U);
    EXPECT_EQ(desk.workbench->pending(), 0U);
    EXPECT_EQ(desk.workbench->file(), desk.folder / "desk.plumb");
    EXPECT_EQ(desk.workbench->timeZone().name(), "Asia/Shanghai");
    EXPECT_FALSE(desk.workbench->readOnly());
    EXPECT_TRUE(desk.workbench->batches().empty());
    EXPECT_TRUE(desk.workbench->organisation(desk.now()).empty());
    EXPECT_EQ(desk.workbench->playbook(desk.now()).id, "default");
    EXPECT_TRUE(desk.workbench->search("a", 10).empty());
    const auto today = desk.workbench->today({}, desk.now()).value();
    EXPECT_TRUE(today.listed.empty());
    EXPECT_EQ(today.openDeals, 0U);
}

TEST(Opening, FindsEverythingAgain)
{
    Desk desk;
    const std::string before = tests::board(*desk.workbench, desk.now());
    const std::string funnels = tests::funnels(*desk.workbench, desk.now());
    const std::uint64_t facts = desk.workbench->facts();
    desk.reopen();
    EXPECT_EQ(desk.workbench->facts(), facts);
    EXPECT_EQ(desk.workbench->dataTime(), desk.now());
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    EXPECT_EQ(tests::funnels(*desk.workbench, desk.now()), funnels);
}

TEST(Opening, GoesOnFromTheColumnsThatALargeImportLeftBesideTheFile)
{
    Desk desk;
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += R"({"type":"customer","id":"many-)" + std::to_string(i)
                 + R"(","name":"客户","recorded_at":"2026-01-01T00:00:00Z"})"
                   "\n";
    desk.import(lines);
    const std::string before = tests::board(*desk.workbench, desk.now());
    desk.workbench.reset();
    ASSERT_TRUE(std::filesystem::exists(desk.folder / "desk.plumb-columns"));
    desk.reopen();
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    Workbench::discard(desk.folder / "desk.plumb");
    EXPECT_FALSE(std::filesystem::exists(desk.folder / "desk.plumb-columns"));
}

TEST(Opening, TellsHowFarTheLoadingIs)
{
    Desk desk;
    const std::uint64_t facts = desk.workbench->facts();
    desk.workbench.reset();
    workbench::Progress last;
    desk.workbench = Workbench::open(desk.folder / "desk.plumb", Access::ReadOnly, desk.clock, [&](workbench::Progress now) {
                         last = now;
                     }).value();
    EXPECT_EQ(last.done, facts);
    EXPECT_EQ(last.total, facts);
}

TEST(Opening, CanBeStopped)
{
    Desk desk;
    desk.workbench.reset();
    std::stop_source stop;
    stop.request_stop();
    const auto opened = Workbench::open(desk.folder / "desk.plumb", Access::ReadOnly, desk.clock, {}, stop.get_token());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Cancelled);
}

TEST(Opening, RefusesASecondWriterAndAllowsReaders)
{
    const Desk desk;
    const auto second = Workbench::open(desk.folder / "desk.plumb", Access::ReadWrite, desk.clock);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::WorkspaceBusy);
    const auto reader = Workbench::open(desk.folder / "desk.plumb", Access::ReadOnly, desk.clock).value();
    EXPECT_TRUE(reader->readOnly());
    EXPECT_EQ(tests::board(*reader, desk.now()), tests::board(*desk.workbench, desk.now()));
}

TEST(Opening, AReaderChangesNothing)
{
    Desk desk;
    desk.reopen(Access::ReadOnly);
    const auto applied =
        desk.workbench->apply(workbench::MoveDeal{tests::dealId("D1"), domain::StageId::parse("lead_confirmed").value(), {}});
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().code, ErrorCode::WorkspaceReadOnly);
    const auto imported = desk.job(tests::story).run({});
    ASSERT_FALSE(imported);
    EXPECT_EQ(imported.error().code, ErrorCode::WorkspaceReadOnly);
    const auto withdrawn = desk.workbench->withdrawBatch(1);
    ASSERT_FALSE(withdrawn);
    EXPECT_EQ(withdrawn.error().code, ErrorCode::WorkspaceReadOnly);
    const auto published = workbench::publishPlaybook(*desk.workbench, "{}", "");
    EXPECT_FALSE(published);
}

TEST(Opening, SaysWhatIsWrongWithAFile)
{
    const Desk desk("");
    const auto open = [&](const std::filesystem::path &file) {
        const auto opened = Workbench::open(file, Access::ReadWrite, desk.clock);
        EXPECT_FALSE(opened) << file;
        return opened ? ErrorCode::Cancelled : opened.error().code;
    };
    EXPECT_EQ(open(desk.folder / "none.plumb"), ErrorCode::FileMissing);
    EXPECT_EQ(open(desk.put("text.plumb", "This is a letter and no workspace, however long one makes it.\n")),
              ErrorCode::NotAWorkspace);
    const auto again = Workbench::create(desk.folder / "desk.plumb", "UTC", desk.clock);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::FileExists);
    const auto nowhere = Workbench::create(desk.folder / "no/such/folder.plumb", "UTC", desk.clock);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::FileMissing);
    const auto zone = Workbench::create(desk.folder / "zone.plumb", "Asia/Atlantis", desk.clock);
    ASSERT_FALSE(zone);
    EXPECT_EQ(zone.error().code, ErrorCode::BadTimeZone);
    EXPECT_FALSE(std::filesystem::exists(desk.folder / "zone.plumb"));
}

TEST(Opening, ALoadedFileIsSound)
{
    const Desk desk;
    const auto faults = workbench::verify(*desk.workbench);
    for (const workbench::Fault &fault : faults.value())
        ADD_FAILURE() << fault.invariant << " at " << fault.where << ": " << fault.detail;
}
