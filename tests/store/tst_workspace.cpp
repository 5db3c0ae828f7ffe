// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include <gmock/gmock.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

using namespace tests;
using store::Mode;
using store::Workspace;
using support::ErrorCode;

namespace fs = std::filesystem;

namespace {

void put(const fs::path &path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Writes `bytes` into the file at `offset`.
void patch(const fs::path &path, std::streamoff offset, std::string_view bytes)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(offset);
    file << bytes;
}

ErrorCode refusal(const fs::path &path, Mode mode = Mode::ReadWrite)
{
    const auto opened = Workspace::open(path, mode);
    EXPECT_FALSE(opened) << path << " was opened";
    return opened ? ErrorCode::Cancelled : opened.error().code;
}

/// Runs `act` in a child process without the rights of root; its result is the child's exit status.
template <class Act>
int asNobody(Act act)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgid(65534) != 0 || ::setuid(65534) != 0)
            ::_exit(99);
        ::_exit(act());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST(Workspace, KeepsItsSettings)
{
    const Folder folder;
    create(folder / "w.plumb");
    auto workspace = open(folder / "w.plumb");
    EXPECT_EQ(workspace.settings()->timeZone.name(), "Asia/Shanghai");
    EXPECT_EQ(workspace.settings()->createdAt, at("2026-01-01"));
    EXPECT_EQ(workspace.note("sample").value(), std::nullopt);
    ASSERT_TRUE(workspace.setNote("sample", "1200 deals"));
    EXPECT_EQ(workspace.note("sample").value(), "1200 deals");
    EXPECT_EQ(workspace.mode(), Mode::ReadWrite);
}

TEST(Workspace, IsMadeForTheOwnersEyesOnly)
{
    const Folder folder;
    create(folder / "w.plumb");
    EXPECT_EQ(fs::status(folder / "w.plumb").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Workspace, IsNeverMadeOverAFile)
{
    const Folder folder;
    put(folder / "w.plumb", "mine");
    EXPECT_EQ(Workspace::create(folder / "w.plumb", {}).error().code, ErrorCode::FileExists);
    EXPECT_EQ(fs::file_size(folder / "w.plumb"), 4U);
}

TEST(Workspace, NeedsAFolder)
{
    const Folder folder;
    const auto made = Workspace::create(folder / "nowhere/w.plumb", {});
    EXPECT_EQ(made.error().code, ErrorCode::FileMissing);
    EXPECT_EQ(made.error().subject, folder / "nowhere");
    EXPECT_EQ(refusal(folder / "nowhere/w.plumb"), ErrorCode::FileMissing);
}

TEST(Workspace, MayHaveAnyName)
{
    const Folder folder;
    for (const char *name : {"华东 大区?.plumb", "100%#1.plumb", "a b&c=d.plumb"}) {
        {
            auto workspace = create(folder / name);
            write(workspace, basis());
        }
        EXPECT_EQ(rows(open(folder / name)).size(), 3U) << name;
        EXPECT_EQ(rows(open(folder / name, Mode::ReadOnly)).size(), 3U) << name;
    }
}

TEST(Workspace, KnowsWhatIsNotOne)
{
    const Folder folder;
    put(folder / "empty", "");
    put(folder / "text", "Deal,Amount\n1,2\n");
    put(folder / "stub", "SQLite format 3");
    create(folder / "other");
    patch(folder / "other", 68, "GPKG");
    EXPECT_EQ(refusal(folder / "empty"), ErrorCode::NotAWorkspace);
    EXPECT_EQ(refusal(folder / "text"), ErrorCode::NotAWorkspace);
    EXPECT_EQ(refusal(folder / "other"), ErrorCode::NotAWorkspace);
    EXPECT_EQ(refusal(folder.path()), ErrorCode::NotAWorkspace);
    EXPECT_EQ(refusal(folder / "stub"), ErrorCode::WorkspaceDamaged);
    EXPECT_EQ(fs::file_size(folder / "text"), 16U);
}

TEST(Workspace, OfALaterProgramIsLeftAlone)
{
    const Folder folder;
    create(folder / "w.plumb");
    patch(folder / "w.plumb", 60, std::string_view("\0\0\0\x63", 4));
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        const auto opened = Workspace::open(folder / "w.plumb", mode);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::WorkspaceNewer);
        EXPECT_EQ(opened.error().subject, folder / "w.plumb");
        EXPECT_THAT(opened.error().detail, testing::HasSubstr("version 99"));
    }
}

TEST(Workspace, HasOneWriterByWhateverLinkItIsOpened)
{
    const Folder folder;
    const auto writer = create(folder / "w.plumb");
    fs::create_symlink(folder / "w.plumb", folder / "link.plumb");
    fs::create_directory(folder / "below");
    fs::create_symlink("../link.plumb", folder / "below/again.plumb");
    EXPECT_EQ(refusal(folder / "link.plumb"), ErrorCode::WorkspaceBusy);
    EXPECT_EQ(refusal(folder / "below/again.plumb"), ErrorCode::WorkspaceBusy);
}

TEST(Workspace, SaysAtOnceThatAnotherWrites)
{
    const Folder folder;
    const auto writer = create(folder / "w.plumb");
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(refusal(folder / "w.plumb"), ErrorCode::WorkspaceBusy);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4)) << "it does not wait for the other to end";
}

TEST(Workspace, HasOneWriterAndManyReaders)
{
    const Folder folder;
    auto writer = create(folder / "w.plumb");
    EXPECT_EQ(refusal(folder / "w.plumb"), ErrorCode::WorkspaceBusy);
    const auto first = open(folder / "w.plumb", Mode::ReadOnly);
    const auto second = open(folder / "w.plumb", Mode::ReadOnly);
    EXPECT_TRUE(rows(first).empty());
    write(writer, basis());
    EXPECT_EQ(rows(first).size(), 3U);
    EXPECT_EQ(rows(second).size(), 3U);
    EXPECT_NE(first.symbols().find(domain::SymbolKind::Customer, "c"), 0U);
}

TEST(Workspace, ShowsReadersOnlyWhatIsCommitted)
{
    const Folder folder;
    auto writer = create(folder / "w.plumb");
    const auto reader = open(folder / "w.plumb", Mode::ReadOnly);
    auto batch = writer.begin({store::BatchKind::Import, "", {}}).value();
    for (const auto &fact : basis())
        ASSERT_TRUE(batch.append(fact));
    EXPECT_TRUE(rows(reader).empty());
    ASSERT_TRUE(batch.commit());
    EXPECT_EQ(rows(reader).size(), 3U);
}

TEST(Workspace, ShowsManyReadersOnThreadsOfTheirOwnWholeBatchesOnly)
{
    const Folder folder;
    auto writer = create(folder / "w.plumb");
    constexpr std::size_t batches = 40;
    std::atomic<bool> over = false;
    const auto follow = [&] {
        const auto reader = open(folder / "w.plumb", Mode::ReadOnly);
        std::size_t before = 0;
        for (bool last = false; !last;) {
            last = over;
            const std::size_t seen = rows(reader).size();
            EXPECT_EQ(seen % basis().size(), 0U);
            EXPECT_GE(seen, before);
            before = seen;
        }
        EXPECT_EQ(before, batches * basis().size());
        EXPECT_NE(reader.symbols().find(domain::SymbolKind::Customer, "c39"), 0U);
    };
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back(follow);
    for (std::size_t i = 0; i < batches; ++i) {
        std::vector<domain::Record> more;
        for (std::string_view id : {"c", "k", "m"})
            more.push_back(record(customer(std::string(id) + std::to_string(i)), at("2026-01-02")));
        write(writer, more);
    }
    over = true;
}

TEST(Workspace, GivesItsReaderOneViewForAWholePass)
{
    const Folder folder;
    auto writer = create(folder / "w.plumb");
    write(writer, basis());
    const auto reader = open(folder / "w.plumb", Mode::ReadOnly);
    std::size_t seen = 0;
    ASSERT_TRUE(reader.scan([&](const auto &) {
        if (++seen == 1)
            write(writer, {record(deal("d"), at("2026-01-02"))});
    }));
    EXPECT_EQ(seen, 3U);
    EXPECT_EQ(rows(reader).size(), 4U);
}

TEST(Workspace, IsFreeAgainWhenItsWriterIsGone)
{
    const Folder folder;
    {
        create(folder / "w.plumb");
    }
    EXPECT_EQ(open(folder / "w.plumb").mode(), Mode::ReadWrite);
}

TEST(Workspace, IsBusyForAnotherProcessToo)
{
    const Folder folder;
    const auto writer = create(folder / "w.plumb");
    const pid_t child = ::fork();
    if (child == 0) {
        const auto opened = Workspace::open(folder / "w.plumb");
        const auto reader = Workspace::open(folder / "w.plumb", Mode::ReadOnly);
        ::_exit(!opened && opened.error().code == ErrorCode::WorkspaceBusy && reader ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST(Workspace, ThatIsOpenForReadingRefusesToWrite)
{
    const Folder folder;
    {
        auto workspace = create(folder / "w.plumb");
        write(workspace, basis());
    }
    auto reader = open(folder / "w.plumb", Mode::ReadOnly);
    EXPECT_EQ(reader.mode(), Mode::ReadOnly);
    EXPECT_EQ(reader.begin({store::BatchKind::Edit, "", {}}).error().code, ErrorCode::WorkspaceReadOnly);
    EXPECT_EQ(reader.setNote("a", "b").error().code, ErrorCode::WorkspaceReadOnly);
    EXPECT_EQ(reader.withdraw(1, {}).error().code, ErrorCode::WorkspaceReadOnly);
    EXPECT_EQ(reader.restore(1).error().code, ErrorCode::WorkspaceReadOnly);
}

TEST(Workspace, InAFolderWithoutWriteAccessIsOpenedForReading)
{
    if (::getuid() != 0)
        GTEST_SKIP() << "needs root, to give up rights in a child";
    const Folder folder;
    {
        auto workspace = create(folder / "w.plumb");
        write(workspace, basis());
    }
    fs::remove(folder / "w.plumb-lock");
    fs::permissions(folder / "w.plumb", fs::perms(0666));
    fs::permissions(folder.path(), fs::perms(0555));
    EXPECT_EQ(asNobody([&] {
                  auto opened = Workspace::open(folder / "w.plumb");
                  return opened && opened->mode() == Mode::ReadOnly && rows(*opened).size() == 3 ? 0 : 1;
              }),
              0);
    EXPECT_EQ(asNobody([&] {
                  const auto made = Workspace::create(folder / "new.plumb", {});
                  return !made && made.error().code == ErrorCode::FileUnwritable ? 0 : 1;
              }),
              0);
}

TEST(Workspace, WithoutWriteAccessIsOpenedForReading)
{
    if (::getuid() != 0)
        GTEST_SKIP() << "needs root, to give up rights in a child";
    const Folder folder;
    {
        auto workspace = create(folder / "w.plumb");
        write(workspace, basis());
    }
    fs::permissions(folder / "w.plumb", fs::perms(0444));
    fs::permissions(folder.path(), fs::perms(0777));
    EXPECT_EQ(asNobody([&] {
                  auto opened = Workspace::open(folder / "w.plumb");
                  return opened && opened->mode() == Mode::ReadOnly && rows(*opened).size() == 3 ? 0 : 1;
              }),
              0);
    fs::permissions(folder / "w.plumb", fs::perms(0000));
    EXPECT_EQ(asNobody([&] {
                  const auto opened = Workspace::open(folder / "w.plumb");
                  return !opened && opened.error().code == ErrorCode::FileUnreadable ? 0 : 1;
              }),
              0);
}
