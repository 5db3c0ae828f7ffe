// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/historyloader.h"

#include "tests/fakes/historytext.h"
#include "tests/store/storefixture.h"

#include <fstream>

using namespace tests;
using store::Workspace;
using workbench::HistoryLoader;

namespace fs = std::filesystem;

namespace {

constexpr HistoryLoader::Keeping always{true, 1};
constexpr HistoryLoader::Keeping never{false, 1};

/// What a loader reads, which has written its columns when it is gone.
std::string load(const fs::path &path, HistoryLoader::Keeping keeping)
{
    const Workspace file = open(path, store::Mode::ReadOnly);
    HistoryLoader loader(path, keeping);
    const auto known = loader.load(file, {});
    EXPECT_TRUE(known);
    return textOf(**known);
}

fs::path columnsOf(const fs::path &path)
{
    return store::SideFile(path).path();
}

/// The same file without its columns.
std::string loadFromRows(const fs::path &path)
{
    const fs::path columns = columnsOf(path);
    const fs::path aside = columns.string() + ".aside";
    std::error_code error;
    fs::rename(columns, aside, error);
    std::string text = load(path, never);
    if (!error)
        fs::rename(aside, columns);
    return text;
}

/// A workspace with some facts and the columns of them.
class Kept {
public:
    Kept()
    {
        auto file = create(path);
        auto facts = basis();
        for (int i = 0; i < 300; ++i) {
            const std::string id = "d" + std::to_string(i);
            facts.push_back(record(deal(id), at("2026-01-02")));
            facts.push_back(record(talk("a" + id, id, "客户要求下周给出报价"), at("2026-01-03")));
        }
        write(file, facts);
        write(file, {record(talk("late", "d7", "客户确认预算"), at("2026-01-04"))});
        load(path, always);
    }

    Folder folder;
    fs::path path = folder / "w.plumb";
};

/// How many rows a loader reads one by one.
std::uint64_t passed(const fs::path &path)
{
    const Workspace file = open(path, store::Mode::ReadOnly);
    const auto content = store::SideFile(path).read();
    std::uint64_t count = 0;
    const auto mark = file.scan([&](const auto &) { ++count; }, {}, content ? content->mark : store::FactMark());
    EXPECT_TRUE(mark);
    return mark && *mark ? count : 0;
}

} // namespace

TEST(HistoryLoader, TellsTheSameFromColumnsAsFromRows)
{
    const Kept kept;
    ASSERT_TRUE(fs::exists(columnsOf(kept.path)));
    EXPECT_EQ(passed(kept.path), 0U);
    EXPECT_EQ(load(kept.path, never), loadFromRows(kept.path));
}

TEST(HistoryLoader, ReadsOnlyTheFactsSinceTheColumns)
{
    const Kept kept;
    {
        auto file = open(kept.path);
        write(file, {record(deal("late"), at("2026-02-02")), record(moved("d5", "signed"), at("2026-02-03"))});
    }
    EXPECT_EQ(passed(kept.path), 2U);
    EXPECT_EQ(load(kept.path, never), loadFromRows(kept.path));
}

TEST(HistoryLoader, EndsTheVersionsThatWereSupersededSinceTheColumns)
{
    const Kept kept;
    {
        auto file = open(kept.path);
        write(file,
              {record(customer("c", "renamed"), at("2026-02-01")), record(talk("ad3", "d3", "客户已付款"), at("2026-02-02"))});
    }
    EXPECT_EQ(load(kept.path, never), loadFromRows(kept.path));
}

TEST(HistoryLoader, LeavesColumnsAloneWhoseFactsWereWithdrawn)
{
    const Kept kept;
    auto file = open(kept.path);
    ASSERT_TRUE(file.withdraw(2, at("2026-03-01")));
    EXPECT_EQ(passed(kept.path), 0U);
    const std::string without = loadFromRows(kept.path);
    EXPECT_EQ(load(kept.path, always), without);
    ASSERT_TRUE(file.restore(2));
    const std::string with = loadFromRows(kept.path);
    EXPECT_EQ(load(kept.path, never), with);
    EXPECT_TRUE(with != without);
}

TEST(HistoryLoader, GoesOnInTheSameWorkspaceAfterEveryKindOfChange)
{
    const Kept kept;
    auto file = open(kept.path);
    HistoryLoader loader(kept.path, never);
    const auto expectCurrent = [&] { EXPECT_EQ(textOf(*loader.load(file, {}).value()), loadFromRows(kept.path)); };
    expectCurrent();
    write(file, {record(moved("d5", "signed"), at("2026-02-03"))});
    expectCurrent();
    ASSERT_TRUE(file.withdraw(3, at("2026-03-01")));
    expectCurrent();
    write(file, {record(moved("d6", "signed"), at("2026-02-03"))});
    expectCurrent();
    ASSERT_TRUE(file.restore(3));
    expectCurrent();
}

TEST(HistoryLoader, DoesNotTakeTheColumnsOfAnotherWorkspace)
{
    const Kept kept;
    const fs::path other = kept.folder / "other.plumb";
    {
        auto file = create(other);
        auto facts = basis();
        for (int i = 0; i < 400; ++i)
            facts.push_back(record(deal("x" + std::to_string(i)), at("2026-01-02")));
        write(file, facts);
        write(file, {record(talk("late", "x7", "客户确认预算"), at("2026-01-04"))});
    }
    fs::copy_file(columnsOf(kept.path), columnsOf(other));
    EXPECT_EQ(load(other, never), loadFromRows(other));
}

TEST(HistoryLoader, MakesDamagedColumnsAnew)
{
    const Kept kept;
    const std::string sound = loadFromRows(kept.path);
    const fs::path columns = columnsOf(kept.path);
    fs::resize_file(columns, fs::file_size(columns) / 2);
    EXPECT_EQ(load(kept.path, always), sound);
    EXPECT_EQ(passed(kept.path), 0U);
    EXPECT_EQ(load(kept.path, never), sound);
}

TEST(HistoryLoader, KeepsNoColumnsOfASmallWorkspace)
{
    const Folder folder;
    const fs::path path = folder / "w.plumb";
    {
        auto file = create(path);
        write(file, basis());
    }
    load(path, {});
    EXPECT_FALSE(fs::exists(columnsOf(path)));
}

TEST(HistoryLoader, LeavesAFolderAloneThatItMayNotWriteTo)
{
    const Kept kept;
    fs::remove(columnsOf(kept.path));
    load(kept.path, never);
    EXPECT_FALSE(fs::exists(columnsOf(kept.path)));
}
