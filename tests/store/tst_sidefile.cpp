// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/sidefile.h"

#include <fstream>

using namespace tests;
using store::FactMark;
using store::SideFile;
using support::ErrorCode;

namespace fs = std::filesystem;

namespace {

constexpr FactMark mark{12, 3, 0x1234'5678'9ABC'DEF0};

/// More than is read in one go.
std::string content()
{
    std::string text;
    for (int i = 0; text.size() < 600'000; ++i)
        text += std::to_string(i * 7919);
    return text;
}

support::Result<void> write(const SideFile &file, std::string_view text)
{
    return file.write(mark, [&](const SideFile::Sink &sink) {
        const auto bytes = std::as_bytes(std::span(text));
        return sink(bytes.first(bytes.size() / 3)).and_then([&] { return sink(bytes.subspan(bytes.size() / 3)); });
    });
}

std::string textOf(const SideFile::Content &read)
{
    return {reinterpret_cast<const char *>(read.bytes.data()), read.bytes.size()};
}

std::string fileText(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST(SideFile, GivesBackWhatWasWritten)
{
    const Folder folder;
    const SideFile file(folder / "w.plumb");
    EXPECT_FALSE(file.read());
    for (const std::string &text : {content(), std::string(), std::string("again")}) {
        ASSERT_TRUE(write(file, text));
        const auto read = file.read();
        ASSERT_TRUE(read);
        EXPECT_EQ(read->mark, mark);
        EXPECT_EQ(textOf(*read), text);
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(SideFile, IsForItsOwnerOnly)
{
    const Folder folder;
    const SideFile file(folder / "w.plumb");
    ASSERT_TRUE(write(file, "x"));
    EXPECT_EQ(fs::status(file.path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(SideFile, IsNoneWhereAnyByteIsAnotherOrMissing)
{
    const Folder folder;
    const SideFile file(folder / "w.plumb");
    ASSERT_TRUE(write(file, content()));
    const std::string whole = fileText(file.path());
    for (std::size_t at = 0; at < whole.size(); at += at < 64 ? 1 : 9'973) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        std::ofstream(file.path(), std::ios::binary) << damaged;
        EXPECT_FALSE(file.read()) << "byte " << at;
        std::ofstream(file.path(), std::ios::binary) << whole.substr(0, at);
        EXPECT_FALSE(file.read()) << "cut at " << at;
    }
    std::ofstream(file.path(), std::ios::binary) << whole;
    EXPECT_TRUE(file.read());
}

TEST(SideFile, KeepsTheOldOneWhereTheNewOneFails)
{
    const Folder folder;
    const SideFile file(folder / "w.plumb");
    ASSERT_TRUE(write(file, "old"));
    const auto failed = file.write(mark, [](const SideFile::Sink &sink) -> support::Result<void> {
        return sink(std::as_bytes(std::span("new", 3))).and_then([]() -> support::Result<void> {
            return support::failure(ErrorCode::DiskFull, "x", "full");
        });
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::DiskFull);
    EXPECT_EQ(textOf(file.read().value()), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(SideFile, SaysWhereItCannotBeWritten)
{
    const Folder folder;
    const SideFile file(folder / "missing/w.plumb");
    EXPECT_EQ(write(file, "x").error().code, ErrorCode::FileUnwritable);
}
