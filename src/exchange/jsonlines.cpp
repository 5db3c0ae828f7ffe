// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/jsonlines.h"

#include "exchange/factjson.h"
#include "support/utf8.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::size_t readBytes = 256 * 1024;
constexpr std::uint64_t linesBetweenReports = 4096;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

} // namespace

LineReader::LineReader(ByteSource &source, std::size_t maxBytes)
    : m_source(source)
    , m_maxBytes(maxBytes)
    , m_buffer(maxBytes + readBytes)
{}

Result<std::optional<LineReader::Line>> LineReader::next()
{
    std::size_t searched = 0;
    while (true) {
        const std::size_t held = m_end - m_begin;
        const char *start = m_buffer.data() + m_begin;
        if (const void *end = held > searched ? std::memchr(start + searched, '\n', held - searched) : nullptr) {
            const auto length = static_cast<std::size_t>(static_cast<const char *>(end) - start);
            return take(length, 1);
        }
        searched = held;
        if (held > m_maxBytes + 2)
            return skipRest();
        const auto more = fill();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return held == 0 ? std::optional<Line>() : take(held, 0);
    }
}

LineReader::Line LineReader::take(std::size_t length, std::size_t ending)
{
    std::string_view text(m_buffer.data() + m_begin, length);
    m_begin += length + ending;
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    if (m_number == 0 && text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    return {++m_number, text.substr(0, m_maxBytes), text.size() > m_maxBytes};
}

Result<std::optional<LineReader::Line>> LineReader::skipRest()
{
    // The beginning is kept at the front of the buffer, the rest is read over behind it.
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_maxBytes);
    const Line line{++m_number, {m_buffer.data(), m_maxBytes}, true};
    while (true) {
        const Result<std::size_t> count = m_source.read(m_buffer.data() + m_maxBytes, readBytes);
        if (!count)
            return tl::unexpected(count.error());
        m_consumed += *count;
        const char *start = m_buffer.data() + m_maxBytes;
        const void *end = *count > 0 ? std::memchr(start, '\n', *count) : nullptr;
        m_end = m_maxBytes + *count;
        m_begin = end == nullptr ? m_end : m_maxBytes + static_cast<std::size_t>(static_cast<const char *>(end) - start) + 1;
        if (end != nullptr || *count == 0)
            return line;
    }
}

Result<bool> LineReader::fill()
{
    if (m_begin > 0)
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    const Result<std::size_t> count = m_source.read(m_buffer.data() + m_end, std::min(readBytes, m_buffer.size() - m_end));
    if (!count)
        return tl::unexpected(count.error());
    m_end += *count;
    m_consumed += *count;
    return *count > 0;
}

std::string_view LineFinder::line(std::size_t input, std::uint64_t number)
{
    if (!m_lines || m_input != input || m_last.number > number) {
        auto source = m_inputs.at(input).open();
        if (!source)
            return {};
        m_lines = nullptr;
        m_source = *std::move(source);
        m_lines = std::make_unique<LineReader>(*m_source, maxLineBytes);
        m_input = input;
        m_last = {};
    }
    while (m_last.number < number) {
        const auto next = m_lines->next();
        if (!next || !*next)
            return {};
        m_last = **next;
    }
    return m_last.text;
}

Result<FactCounts> readFacts(ByteSource &source, support::Instant importTime, const FactHandlers &handlers,
                             const std::stop_token &stop)
{
    LineReader lines(source, maxLineBytes);
    FactReader reader;
    FactCounts counts;
    while (true) {
        const auto line = lines.next();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            return counts;
        if ((*line)->number % linesBetweenReports == 0 && handlers.progress)
            handlers.progress(lines.consumed());
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, "", "the reading was stopped");
        if (!(*line)->tooLong && support::trimmed((*line)->text).empty())
            continue;
        auto record = (*line)->tooLong ? failure(ErrorCode::TooLarge, "", "a line has at most 1 MiB")
                                       : reader.read((*line)->text, importTime);
        if (!record) {
            ++counts.refused;
            handlers.refused((*line)->number, (*line)->text, record.error());
            continue;
        }
        ++counts.facts;
        if (const auto taken = handlers.fact((*line)->number, *std::move(record)); !taken)
            return tl::unexpected(taken.error());
    }
}

} // namespace exchange
