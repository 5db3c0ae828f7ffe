// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "workbench/sampling.h"

#include <fstream>
#include <sstream>

using tests::Desk;
using namespace workbench;

namespace {

exchange::sample::Spec spec(std::uint64_t seed)
{
    return {60, seed, tests::at("2026-02-27T18:00:00+08:00")};
}

std::unique_ptr<Workbench> make(const Desk &desk, std::string_view name, std::uint64_t seed)
{
    return createSample(desk.folder / name, spec(seed), desk.clock).value();
}

std::string content(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST(Sampling, TheSameNumbersGiveTheSameFactsAndTruths)
{
    const Desk desk("");
    const auto first = make(desk, "one.plumb", 3);
    const auto second = make(desk, "two.plumb", 3);
    const auto other = make(desk, "other.plumb", 4);
    EXPECT_EQ(tests::facts(*first), tests::facts(*second));
    EXPECT_NE(tests::facts(*first), tests::facts(*other));
    EXPECT_FALSE(content(desk.folder / "one.plumb.truths.jsonl").empty());
    EXPECT_EQ(content(desk.folder / "one.plumb.truths.jsonl"), content(desk.folder / "two.plumb.truths.jsonl"));
    EXPECT_EQ(tests::board(*first, first->now()), tests::board(*second, second->now()));
    EXPECT_TRUE(verify(*first).value().empty());
}

TEST(Sampling, IsFilledWithoutTheLogAndKeptWithOne)
{
    const Desk desk("");
    auto sample = make(desk, "one.plumb", 1);
    const auto other = Workbench::open(desk.folder / "one.plumb", Access::ReadOnly, desk.clock);
    ASSERT_TRUE(other) << "others read it while it is open";
    EXPECT_EQ((*other)->facts(), sample->facts());
    const std::string file = content(desk.folder / "one.plumb");
    EXPECT_EQ(file.at(18), '\2') << "by SQLite's file format: written with a write-ahead log";
    EXPECT_EQ(file.at(19), '\2') << "and read with one";
    EXPECT_FALSE(std::filesystem::exists(desk.folder / "one.plumb-journal"));
}

TEST(Sampling, StaysOnItsDayAndShowsSomethingToDo)
{
    const Desk desk("");
    auto sample = make(desk, "one.plumb", 1);
    EXPECT_EQ(sample->now(), spec(1).asOf);
    EXPECT_FALSE(sample->today({}, sample->now())->listed.empty());
    sample.reset();
    sample = Workbench::open(desk.folder / "one.plumb", Access::ReadWrite, desk.clock).value();
    EXPECT_EQ(sample->now(), spec(1).asOf);
}

TEST(Sampling, SaysThatItIsOneAndTakesNoOtherRecordsUnlessTold)
{
    Desk desk("");
    EXPECT_FALSE(desk.workbench->identity().sample);
    desk.workbench = make(desk, "one.plumb", 1);
    const WorkspaceView view = desk.workbench->identity();
    EXPECT_EQ(view.name, "one");
    EXPECT_EQ(view.path, std::filesystem::absolute(desk.folder / "one.plumb"));
    EXPECT_EQ(view.deals, 60U);
    EXPECT_TRUE(view.sample);

    auto job = desk.job(R"({"type":"team","id":"mine","name":"ours"})");
    const auto refused = job.run({});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, support::ErrorCode::SampleWorkspace);
    EXPECT_EQ(job.run({.dryRun = true}).value().created, 1U) << "nothing is written";
    const auto taken = job.run({.intoSample = true}).value();
    EXPECT_EQ(taken.created, 1U);
    EXPECT_TRUE(taken.into.sample);
}

TEST(Sampling, ExportedAndImportedItIsTheSameWorkspace)
{
    const Desk desk("");
    const auto sample = make(desk, "one.plumb", 5);
    const Desk copy(tests::joined(tests::facts(*sample)));
    EXPECT_EQ(tests::facts(*copy.workbench), tests::facts(*sample));
    EXPECT_EQ(tests::board(*copy.workbench, sample->now()), tests::board(*sample, sample->now()));
    EXPECT_EQ(tests::funnels(*copy.workbench, sample->now()), tests::funnels(*sample, sample->now()));
}

TEST(Sampling, AMorningsWorkOnItCanBeDoneUndoneAndDoneAgain)
{
    const Desk desk("");
    auto sample = make(desk, "one.plumb", 1);
    const Today morning = sample->today({}, sample->now()).value();
    const TodayItem &first = morning.listed.front();
    const DecideFlag snooze{first.deal.id.value(),
                            domain::RuleId::parse(first.flags.front().rule).value(),
                            domain::FlagAct::Snoozed,
                            sample->now() + support::days(3),
                            {}};
    const auto state = [&] { return tests::flagState(*sample, first.deal.id->text(), snooze.rule.text(), sample->now()); };
    for (int i = 0; i < 3; ++i) {
        const Applied done = sample->apply(snooze).value();
        EXPECT_EQ(state(), FlagState::Snoozed) << i;
        ASSERT_TRUE(sample->apply(done.undo));
        EXPECT_EQ(state(), FlagState::Open) << i;
    }
    ASSERT_TRUE(sample->apply(snooze));
    sample.reset();
    sample = Workbench::open(desk.folder / "one.plumb", Access::ReadWrite, desk.clock).value();
    EXPECT_EQ(state(), FlagState::Snoozed) << "also after opening it again";
}

TEST(Sampling, AStoppedOneLeavesNoFile)
{
    const Desk desk("");
    std::stop_source stop;
    stop.request_stop();
    const auto sample = createSample(desk.folder / "one.plumb", spec(1), desk.clock, {}, stop.get_token());
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, support::ErrorCode::Cancelled);
    for (const auto &entry : std::filesystem::directory_iterator(desk.folder.path()))
        EXPECT_EQ(entry.path().filename().string().find("one.plumb"), std::string::npos) << entry.path();
}

TEST(Sampling, ItsDayIsTheEveningOfTheLastWorkingDay)
{
    EXPECT_EQ(sampleDay(tests::at("2026-03-02T10:00:00+08:00")), tests::at("2026-02-27T18:00:00+08:00")) << "Monday";
    EXPECT_EQ(sampleDay(tests::at("2026-03-03T10:00:00+08:00")), tests::at("2026-03-02T18:00:00+08:00")) << "Tuesday";
    EXPECT_EQ(sampleDay(tests::at("2026-03-01T10:00:00+08:00")), tests::at("2026-02-27T18:00:00+08:00")) << "Sunday";
}
