// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "exchange/bytesource.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// The lines of a source in constant memory: LF or CRLF between them, with or without one at the end; a byte order mark at
/// the start is no part of the first.
class LineReader {
public:
    explicit LineReader(ByteSource &source, std::size_t maxBytes);

    struct Line {
        std::uint64_t number = 0; ///< from 1
        std::string_view text;    ///< until the next call
        bool tooLong = false;     ///< `text` is only its beginning
    };

    /// The next line; nothing at the end.
    [[nodiscard]] support::Result<std::optional<Line>> next();
    /// How many bytes of the source have been read.
    [[nodiscard]] std::uint64_t consumed() const { return m_consumed; }

private:
    /// Makes room and reads more; false at the end of the source.
    [[nodiscard]] support::Result<bool> fill();
    [[nodiscard]] support::Result<std::optional<Line>> skipRest();
    [[nodiscard]] Line take(std::size_t length, std::size_t ending);

    ByteSource &m_source;
    std::size_t m_maxBytes;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_number = 0;
    std::uint64_t m_consumed = 0;
};

/// Lines of files once more, by their numbers: what was refused only in the end is shown as it stood. Asked in order, it passes
/// once over each file.
class LineFinder {
public:
    explicit LineFinder(const std::vector<Input> &inputs) : m_inputs(inputs) {}

    /// Line `number` of the file at `input`, until the next call; empty where the file cannot be read any more.
    [[nodiscard]] std::string_view line(std::size_t input, std::uint64_t number);

private:
    const std::vector<Input> &m_inputs;
    std::size_t m_input = 0;
    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<LineReader> m_lines;
    LineReader::Line m_last;
};

/// Who is told what a stream of facts holds. `fact` may end the reading with an error of its own.
struct FactHandlers {
    std::function<support::Result<void>(std::uint64_t line, domain::Record record)> fact;
    std::function<void(std::uint64_t line, std::string_view text, const support::Error &error)> refused;
    std::function<void(std::uint64_t bytes)> progress; ///< every few thousand lines; may be empty
};

struct FactCounts {
    std::uint64_t facts = 0;
    std::uint64_t refused = 0;
};

/// Reads JSON Lines: each line a fact or a refusal, blank lines passed over. Fails with Cancelled when `stop` is asked for,
/// with the source's error when it cannot be read on, and with an error of `handlers.fact`.
[[nodiscard]] support::Result<FactCounts> readFacts(ByteSource &source, support::Instant importTime, const FactHandlers &handlers,
                                                    const std::stop_token &stop = {});

} // namespace exchange
