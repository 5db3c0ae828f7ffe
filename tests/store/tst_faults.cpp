// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "tests/fakes/faultyvfs.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

using namespace tests;
using domain::Record;
using fakes::Fault;
using store::Workspace;
using support::ErrorCode;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t basics = 3;
constexpr std::size_t more = 12;

/// Facts that touch every table: versions, forward references, a line that is refused.
std::vector<Record> work()
{
    std::vector<Record> facts;
    facts.push_back(record(talk("a", "d"), at("2026-01-03")));
    facts.push_back(record(customer("c", "renamed"), at("2026-02-01")));
    facts.push_back(record(deal("x", "nobody"), at("2026-01-02")));
    facts.push_back(record(deal("d"), at("2026-01-02")));
    for (int i = 0; i < 9; ++i)
        facts.push_back(record(moved("d", "stage " + std::to_string(i)), at("2026-03-01")));
    return facts;
}

/// Opens and writes; what went wrong, if anything did.
support::Result<void> act(const fs::path &path)
{
    auto workspace = Workspace::open(path);
    if (!workspace)
        return tl::unexpected(workspace.error());
    return tryWrite(*workspace, work()).map([](const Written &) {});
}

void removeFiles(const fs::path &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-lock"})
        fs::remove(path.string() + suffix);
}

void copyFresh(const fs::path &from, const fs::path &to)
{
    removeFiles(to);
    fs::copy_file(from, to);
}

/// All of the work or none of it, and a file that is sound.
std::size_t expectAllOrNothing(const fs::path &path, std::uint64_t call)
{
    const auto workspace = open(path);
    const std::size_t facts = rows(workspace).size();
    EXPECT_TRUE(facts == basics || facts == basics + more) << facts << " facts after a fault at call " << call;
    expectSound(workspace);
    return facts;
}

std::string faultName(const testing::TestParamInfo<Fault> &fault)
{
    constexpr std::array<const char *, 5> names{"None", "IoError", "ShortWrite", "DiskFull", "Exit"};
    return names.at(static_cast<std::size_t>(fault.param));
}

class EveryCall : public testing::TestWithParam<Fault> {};

int wanted(const char *variable, int otherwise)
{
    const char *text = std::getenv(variable);
    return text == nullptr ? otherwise : std::atoi(text);
}

} // namespace

TEST_P(EveryCall, MayFailOnceAndNothingIsHalfDone)
{
    const Folder folder;
    {
        auto workspace = create(folder / "sound");
        write(workspace, basis());
    }
    fakes::FaultyVfs disk;
    bool met = true;
    for (std::uint64_t call = 1; met && !HasFailure(); ++call) {
        copyFresh(folder / "sound", folder / "w.plumb");
        disk.arm(call, GetParam());
        const auto done = act(folder / "w.plumb");
        met = disk.met();
        disk.disarm();
        const std::size_t facts = expectAllOrNothing(folder / "w.plumb", call);
        if (done) {
            EXPECT_EQ(facts, basics + more) << "call " << call;
        }
        if (!done && GetParam() == Fault::DiskFull) {
            EXPECT_EQ(done.error().code, ErrorCode::DiskFull) << "call " << call << ": " << done.error().detail;
        }
        // Nothing is lost that a second try would not bring.
        ASSERT_TRUE(act(folder / "w.plumb")) << "call " << call;
        EXPECT_EQ(expectAllOrNothing(folder / "w.plumb", call), basics + more);
    }
}

INSTANTIATE_TEST_SUITE_P(Faults, EveryCall, testing::Values(Fault::IoError, Fault::ShortWrite, Fault::DiskFull), faultName);

TEST(Faults, ThatStopTheMakingOfAFileLeaveNone)
{
    const Folder folder;
    fakes::FaultyVfs disk;
    for (std::uint64_t call = 1; !HasFailure(); ++call) {
        disk.arm(call, Fault::DiskFull);
        const auto made = Workspace::create(folder / "w.plumb", {});
        if (!disk.met())
            break;
        disk.disarm();
        EXPECT_TRUE(made || fs::is_empty(folder.path())) << "call " << call;
        removeFiles(folder / "w.plumb");
    }
}

TEST(Faults, LetABatchGoOnOnlyToItsEnd)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    fakes::FaultyVfs disk;
    {
        auto faulty = create(folder / "f.plumb");
        write(faulty, basis());
    }
    auto faulty = open(folder / "f.plumb");
    auto batch = faulty.begin({store::BatchKind::Import, "", {}}).value();
    ASSERT_TRUE(batch.append(record(deal("d"), at("2026-01-02"))));
    disk.arm(1, Fault::DiskFull);
    const auto first = batch.commit();
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, ErrorCode::DiskFull);
    disk.disarm();
    EXPECT_EQ(batch.append(record(deal("e"), at("2026-01-02"))).error(), first.error());
    EXPECT_EQ(batch.commit().error(), first.error());
}

TEST(Faults, AProcessThatEndsInACommitLosesNothingAcknowledged)
{
    const Folder folder;
    {
        auto workspace = create(folder / "w.plumb");
        write(workspace, basis());
    }
    const int kills = wanted("PLUMBLINE_KILLS", 60);
    std::size_t acknowledged = 0;
    for (int kill = 1; kill <= kills && !HasFailure(); ++kill) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            fakes::FaultyVfs disk;
            disk.arm(static_cast<std::uint64_t>(kill * 7 % 90 + 10), Fault::Exit);
            auto workspace = Workspace::open(folder / "w.plumb");
            for (int i = 0; workspace && i < 1000; ++i) {
                const auto id = "c-" + std::to_string(kill) + "-" + std::to_string(i);
                const auto written = tryWrite(*workspace, {record(customer(id), at("2026-01-05"))}, store::BatchKind::Edit);
                if (!written || ::write(ends[1], "x", 1) != 1)
                    ::_exit(1);
            }
            ::_exit(2);
        }
        ::close(ends[1]);
        char byte = 0;
        while (::read(ends[0], &byte, 1) == 1)
            ++acknowledged;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0) << "the child ended by itself";
        const auto workspace = open(folder / "w.plumb");
        const std::size_t found = rows(workspace).size() - basics;
        // The one that was under way may have made it without an answer.
        EXPECT_GE(found, acknowledged);
        EXPECT_LE(found, acknowledged + 1);
        acknowledged = found;
        expectSound(workspace);
    }
    EXPECT_GT(acknowledged, 0U);
}
