// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/bytefile.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <thread>

namespace exchange {

using support::ErrorCode;

namespace {

/// `input` gives "id,name" and a line end, each time that it is opened.
void expectTwice(const Input &input)
{
    EXPECT_EQ(input.size, 8U);
    for (int round = 0; round < 2; ++round) {
        const auto source = input.open().value();
        std::array<char, 64> bytes{};
        EXPECT_EQ(source->read(bytes.data(), bytes.size()).value(), 8U);
        EXPECT_EQ(std::string_view(bytes.data(), 8), "id,name\n");
        EXPECT_EQ(source->read(bytes.data(), bytes.size()).value(), 0U);
    }
}

} // namespace

TEST(FileInput, ReadsAFileAnyNumberOfTimes)
{
    const auto path = std::filesystem::path(testing::TempDir()) / "plumbline_bytefile.csv";
    std::ofstream(path, std::ios::binary) << "id,name\n";
    const auto input = fileInput(path).value();
    EXPECT_EQ(input.name, "plumbline_bytefile.csv");
    expectTwice(input);
    std::filesystem::remove(path);
    EXPECT_EQ(input.open().error().code, ErrorCode::FileUnreadable);
}

TEST(FileInput, ReadsWhatComesThroughAPipeAnyNumberOfTimes)
{
    const auto path = std::filesystem::path(testing::TempDir()) / "plumbline_pipe";
    std::filesystem::remove(path);
    ASSERT_EQ(::mkfifo(path.c_str(), S_IRUSR | S_IWUSR), 0);
    std::jthread writer([&] { std::ofstream(path, std::ios::binary) << "id,name\n"; });
    const auto input = fileInput(path).value();
    expectTwice(input);
    std::filesystem::remove(path);
}

TEST(FileInput, SaysWhyThereIsNothingToRead)
{
    EXPECT_EQ(fileInput("/no/such/file.csv").error().code, ErrorCode::FileMissing);
    EXPECT_EQ(fileInput(testing::TempDir()).error().code, ErrorCode::FileUnreadable);
}

} // namespace exchange
