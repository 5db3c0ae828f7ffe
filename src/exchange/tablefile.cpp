// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tablefile.h"

#include "exchange/xlsx.h"

#include <algorithm>
#include <array>

namespace exchange {

using support::Error;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::size_t sampleBytes = 256 * 1024;
constexpr std::uint64_t maxWorkbook = 512ULL << 20U;

Result<std::string> readWhole(const Input &input)
{
    if (input.size > maxWorkbook)
        return failure(ErrorCode::TooLarge, input.name, "a workbook has at most 512 MiB");
    auto source = input.open();
    if (!source)
        return tl::unexpected(source.error());
    return readAll(**source, input.name, maxWorkbook);
}

/// What is wrong inside a workbook is wrong with its file, which people know by its name.
Error ofFile(Error error, const Input &input)
{
    if (!error.subject.empty() && error.subject != input.name)
        error.detail = error.subject + ": " + error.detail;
    error.subject = input.name;
    return error;
}

Result<std::vector<TableFile>> findSheets(const Input &input, std::size_t index)
{
    auto bytes = readWhole(input);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto reader = XlsxReader::open(*std::move(bytes), 0);
    if (!reader)
        return tl::unexpected(ofFile(reader.error(), input));
    std::vector<TableFile> tables;
    for (std::size_t i = 0; i < (*reader)->sheets().size(); ++i)
        tables.push_back({index, true, i, (*reader)->sheets()[i].name, {}, true});
    return tables;
}

/// Files that hold no table whatever their bytes may look like: pictures, PDF, old Excel, other binaries.
bool isBinary(std::string_view head)
{
    for (const std::string_view magic :
         {"%PDF", "\x89PNG", "\xD0\xCF\x11\xE0", "\x1F\x8B", "\xFF\xD8\xFF", "GIF8", "SQLite format 3"}) {
        if (head.starts_with(magic))
            return true;
    }
    return false;
}

/// Text holds next to no control characters; a file that is no text holds one in ten. A few stray ones are damage.
bool isText(std::string_view text)
{
    constexpr std::size_t looked = 4096;
    constexpr std::ptrdiff_t enough = 8;
    constexpr std::ptrdiff_t share = 50;
    const std::string_view start = text.substr(0, looked);
    const auto control = std::ranges::count_if(start, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && std::string_view("\t\r\n\v\f\x1A").find(c) == std::string_view::npos;
    });
    return control < enough || control * share < static_cast<std::ptrdiff_t>(start.size());
}

} // namespace

std::string placeOf(std::span<const Input> inputs, const TableFile &file)
{
    const std::string &name = inputs[file.input].name;
    return file.sheetName.empty() ? name : name + " / " + file.sheetName;
}

Result<std::vector<TableFile>> findTables(const Input &input, std::size_t index, const std::stop_token &stop)
{
    auto source = input.open();
    if (!source)
        return tl::unexpected(source.error());
    EncodingProbe probe;
    std::string sample;
    std::array<char, 64 * 1024> block{};
    bool whole = true;
    for (;;) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, input.name, "stopped while looking at the file");
        const auto count = (*source)->read(block.data(), block.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        const std::string_view bytes(block.data(), *count);
        if (sample.empty() && looksLikeXlsx(bytes))
            return findSheets(input, index);
        if (sample.empty() && isBinary(bytes))
            return failure(ErrorCode::UnknownFormat, input.name, "neither a text file nor an Excel workbook (.xlsx)");
        probe.feed(bytes);
        whole = sample.size() + bytes.size() <= sampleBytes;
        sample += bytes.substr(0, sampleBytes - std::min(sampleBytes, sample.size()));
    }
    const EncodingGuess guess = probe.guess();
    std::string text;
    Decoder(guess.encoding).decode(sample, whole, text);
    if (!isText(text))
        return failure(ErrorCode::UnknownFormat, input.name, "neither a text file nor an Excel workbook (.xlsx)");
    return std::vector<TableFile>{{index, false, 0, {}, guessDialect(text, whole, guess.encoding), guess.certain}};
}

Result<std::unique_ptr<RowSource>> openRows(std::span<const Input> inputs, const TableFile &table)
{
    const Input &input = inputs[table.input];
    if (table.workbook) {
        auto bytes = readWhole(input);
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto reader = XlsxReader::open(*std::move(bytes), table.sheet);
        if (!reader)
            return tl::unexpected(ofFile(reader.error(), input));
        return std::unique_ptr<RowSource>(*std::move(reader));
    }
    auto source = input.open();
    if (!source)
        return tl::unexpected(source.error());
    return std::make_unique<DelimitedReader>(*std::move(source), table.dialect);
}

} // namespace exchange
