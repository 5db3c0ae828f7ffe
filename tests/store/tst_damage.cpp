// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/verify.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <random>

using namespace tests;
using store::Workspace;
using support::ErrorCode;

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path &path)
{
    std::string bytes(fs::file_size(path), '\0');
    std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

void put(const fs::path &path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A file of some hundred facts of many kinds, as bytes.
std::string soundFile(const fs::path &path)
{
    {
        auto workspace = create(path);
        auto facts = basis();
        for (int i = 0; i < 60; ++i) {
            const std::string id = "d" + std::to_string(i);
            facts.push_back(record(deal(id), at("2026-01-02")));
            facts.push_back(record(talk("a" + id, id, "客户要求下周给出报价和技术参数"), at("2026-01-03")));
            facts.push_back(record(evidence("e" + id, id, "a" + id), at("2026-01-04")));
            facts.push_back(record(moved(id, "signed"), at("2026-01-05")));
        }
        write(workspace, facts);
        write(workspace, {record(customer("c", "renamed"), at("2026-02-01"))});
    }
    return bytesOf(path);
}

bool isClear(ErrorCode code)
{
    return code == ErrorCode::NotAWorkspace || code == ErrorCode::WorkspaceDamaged || code == ErrorCode::WorkspaceNewer
           || code == ErrorCode::WorkspaceReadOnly || code == ErrorCode::IoFailed || code == ErrorCode::FileUnreadable
           || code == ErrorCode::OutOfRange || code == ErrorCode::TooLarge;
}

/// Does everything that a program does with a file; it may fail, but not otherwise than said.
void useEverything(const fs::path &path)
{
    auto workspace = Workspace::open(path);
    if (!workspace) {
        EXPECT_TRUE(isClear(workspace.error().code)) << name(workspace.error().code) << ": " << workspace.error().detail;
        return;
    }
    (void)workspace->settings();
    (void)workspace->batches();
    (void)workspace->organisation();
    (void)workspace->scan([](const auto &) {});
    (void)workspace->scanRecords({}, [](const auto &) { return support::Result<void>(); });
    (void)workspace->timeline(std::vector{domain::SymbolKey{4}}, 0, 100);
    (void)store::verify(*workspace);
    (void)tryWrite(*workspace, {record(deal("fresh"), at("2026-05-01")), record(customer("c", "again"), at("2026-05-01"))});
    (void)workspace->withdraw(2, at("2026-07-01"));
}

int wanted(const char *variable, int otherwise)
{
    const char *text = std::getenv(variable);
    return text == nullptr ? otherwise : std::atoi(text);
}

void removeFiles(const fs::path &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-lock"})
        fs::remove(path.string() + suffix);
}

class Damage : public testing::Test {
protected:
    Folder m_folder;
    /// The file, but for a bit in the first place where `word` stands.
    void flipIn(std::string_view word)
    {
        std::string bytes = m_sound;
        bytes[bytes.find(word) + 1] ^= 1;
        removeFiles(m_file);
        put(m_file, bytes);
    }

    static constexpr std::array<std::string_view, 2> texts{"\xE6\x8A\xA5\xE4\xBB\xB7", "file.pdf"};

    std::string m_sound = soundFile(m_folder / "sound");
    fs::path m_file = m_folder / "w.plumb";
};

} // namespace

TEST_F(Damage, AFileThatEndsEarlyIsRefused)
{
    ASSERT_GT(m_sound.size(), 20U * 4096);
    for (std::size_t size = 4096; size < m_sound.size(); size += 4096) {
        removeFiles(m_file);
        put(m_file, std::string_view(m_sound).substr(0, size));
        const auto opened = Workspace::open(m_file);
        ASSERT_FALSE(opened) << size;
        EXPECT_EQ(opened.error().code, ErrorCode::WorkspaceDamaged) << size;
    }
}

TEST_F(Damage, AFileThatEndsAnywhereIsRefused)
{
    for (const std::size_t size : {0UL, 1UL, 15UL, 16UL, 99UL, 100UL, 101UL, 4095UL, 4097UL, 10'000UL}) {
        removeFiles(m_file);
        put(m_file, std::string_view(m_sound).substr(0, size));
        EXPECT_FALSE(Workspace::open(m_file)) << size;
    }
}

TEST_F(Damage, FlippedBitsAreMetWithoutACrash)
{
    std::mt19937_64 random(20'260'301);
    const int files = wanted("PLUMBLINE_DAMAGED_FILES", 2000);
    for (int i = 0; i < files && !HasFailure(); ++i) {
        std::string bytes = m_sound;
        for (std::uint64_t flips = 1 + random() % 3; flips > 0; --flips)
            bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
        removeFiles(m_file);
        put(m_file, bytes);
        useEverything(m_file);
    }
}

TEST_F(Damage, PagesOfNoiseAreMetWithoutACrash)
{
    std::mt19937_64 random(7);
    for (std::size_t page = 1; page * 4096 < m_sound.size() && !HasFailure(); ++page) {
        std::string bytes = m_sound;
        for (std::size_t i = 0; i < 4096; ++i)
            bytes[page * 4096 + i] = static_cast<char>(random());
        removeFiles(m_file);
        put(m_file, bytes);
        useEverything(m_file);
    }
}

TEST_F(Damage, AFlippedBitInATextIsFound)
{
    for (const std::string_view word : texts) {
        flipIn(word);
        const auto workspace = open(m_file);
        const auto findings = store::verify(workspace).value();
        const auto found = std::ranges::find(findings, store::Invariant::Bodies, &store::Finding::code);
        ASSERT_NE(found, findings.end());
        EXPECT_EQ(workspace.read(static_cast<store::FactNumber>(std::stoul(found->where))).error().code,
                  ErrorCode::WorkspaceDamaged);
    }
}

TEST_F(Damage, AFactThatCannotBeReadIsToldByItsFileAndItsNumber)
{
    for (const std::string_view word : texts) {
        flipIn(word);
        const auto workspace = open(m_file, store::Mode::ReadOnly);
        const auto read = workspace.scanRecords({}, [](const auto &) { return support::Result<void>(); });
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::WorkspaceDamaged);
        EXPECT_EQ(fs::path(read.error().subject), fs::canonical(m_file));
        EXPECT_THAT(read.error().detail, testing::MatchesRegex("fact [0-9]+: the fact's bytes do not fit their seal"));
    }
}

TEST_F(Damage, AFactThatCannotBeReadIsPassedOverWhereSomebodyListens)
{
    std::vector<store::FactNumber> all;
    for (const store::StoredRecord &stored : records(open(m_folder / "sound")))
        all.push_back(stored.number);
    for (const std::string_view word : texts) {
        flipIn(word);
        const auto workspace = open(m_file, store::Mode::ReadOnly);
        std::vector<store::FactNumber> numbers;
        std::vector<store::FactNumber> damaged;
        const auto take = [&](const store::StoredRecord &stored) {
            numbers.push_back(stored.number);
            return support::Result<void>();
        };
        ASSERT_TRUE(workspace.scanRecords({}, take, {}, [&](store::FactNumber number, const support::Error &error) {
            EXPECT_EQ(error.code, ErrorCode::WorkspaceDamaged);
            damaged.push_back(number);
        }));
        ASSERT_EQ(damaged.size(), 1U);
        EXPECT_EQ(workspace.read(damaged.front()).error().code, ErrorCode::WorkspaceDamaged);
        numbers.push_back(damaged.front());
        std::ranges::sort(numbers);
        EXPECT_EQ(numbers, all) << "everything else is passed, once";
    }
}

TEST_F(Damage, ASettingThatCannotBeReadIsToldByItsFile)
{
    std::string bytes = m_sound;
    bytes[bytes.find("Asia/Shanghai") + 1] ^= 1;
    put(m_file, bytes);
    const auto settings = open(m_file, store::Mode::ReadOnly).settings();
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().subject, m_file);
    EXPECT_THAT(settings.error().detail, testing::StartsWith("time_zone: "));
}
