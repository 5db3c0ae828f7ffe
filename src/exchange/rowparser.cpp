// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/rowparser.h"

#include <optional>

namespace exchange {

namespace {

/// Excel allows 253 line breaks in a cell, a CRM's notes a few hundred; past this a quote was forgotten.
constexpr std::size_t maxLinesInCell = 1000;

/// Walks over one row.
class RowScanner {
public:
    RowScanner(std::string_view text, bool atEnd, char delimiter) : m_text(text), m_atEnd(atEnd), m_delimiter(delimiter) {}

    ParsedRow scan()
    {
        while (!m_stop) {
            const bool quoted = m_at < m_text.size() && m_text[m_at] == '"';
            m_row.allQuoted = m_row.allQuoted && quoted;
            std::string cell = quoted ? quotedCell() : plainCell();
            if (m_stop && m_row.end != RowEnd::Complete)
                return std::move(m_row);
            m_row.cells.push_back(std::move(cell));
            closeCell();
        }
        m_row.length = m_at;
        return std::move(m_row);
    }

private:
    void stop(RowEnd end)
    {
        m_row.end = end;
        m_stop = true;
    }

    bool isBreak(std::size_t at) const { return m_text[at] == '\n' || m_text[at] == '\r'; }

    std::string plainCell()
    {
        const char ends[] = {m_delimiter, '\n', '\r', '\0'};
        const std::size_t end = m_text.find_first_of(std::string_view(ends, 3), m_at);
        if (end == std::string_view::npos && !m_atEnd) {
            stop(RowEnd::NeedsMore);
            return {};
        }
        const std::size_t from = m_at;
        m_at = end == std::string_view::npos ? m_text.size() : end;
        return std::string(m_text.substr(from, m_at - from));
    }

    /// A quote closes a cell only before a delimiter, a line end or the end; elsewhere it belongs to the text.
    std::optional<bool> closes(std::size_t quote) const
    {
        if (quote + 1 < m_text.size())
            return m_text[quote + 1] == m_delimiter || isBreak(quote + 1);
        return m_atEnd ? std::optional(true) : std::nullopt;
    }

    std::string quotedCell()
    {
        std::string cell;
        std::size_t lines = 0;
        for (++m_at;;) {
            const std::size_t quote = m_text.find('"', m_at);
            const std::string_view piece = m_text.substr(m_at, quote == std::string_view::npos ? quote : quote - m_at);
            lines += countLines(piece);
            if (lines > maxLinesInCell || (quote == std::string_view::npos && m_atEnd)) {
                stop(RowEnd::Unclosed);
                return {};
            }
            const auto closing = quote == std::string_view::npos ? std::nullopt : closes(quote);
            if (!closing) {
                stop(RowEnd::NeedsMore);
                return {};
            }
            cell += piece;
            m_at = quote + 1;
            if (*closing) {
                m_row.lines += lines;
                return cell;
            }
            const bool doubled = m_text[m_at] == '"';
            if (!doubled && lines > 0) { // what "closes" here opens a cell of a later row
                stop(RowEnd::Unclosed);
                return {};
            }
            cell += '"';
            m_at += doubled ? 1 : 0;
        }
    }

    static std::size_t countLines(std::string_view piece)
    {
        std::size_t lines = 0;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const bool crBeforeLf = piece[i] == '\r' && i + 1 < piece.size() && piece[i + 1] == '\n';
            if ((piece[i] == '\n' || piece[i] == '\r') && !crBeforeLf)
                ++lines;
        }
        return lines;
    }

    /// Steps over what follows a cell: a delimiter, or the line end that ends the row.
    void closeCell()
    {
        if (m_at == m_text.size()) {
            m_stop = true;
            return;
        }
        if (m_text[m_at] == m_delimiter) {
            ++m_at;
            return;
        }
        const std::size_t rest = lineLength(m_text.substr(m_at), m_atEnd);
        if (rest == std::string_view::npos)
            return stop(RowEnd::NeedsMore);
        m_at += rest;
        m_row.terminated = true;
        m_stop = true;
    }

    std::string_view m_text;
    bool m_atEnd;
    char m_delimiter;
    std::size_t m_at = 0;
    bool m_stop = false;
    ParsedRow m_row;
};

} // namespace

ParsedRow parseRow(std::string_view text, bool atEnd, char delimiter)
{
    return RowScanner(text, atEnd, delimiter).scan();
}

std::size_t lineLength(std::string_view text, bool atEnd)
{
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos)
        return atEnd ? text.size() : std::string_view::npos;
    if (text[end] == '\n')
        return end + 1;
    if (end + 1 == text.size())
        return atEnd ? end + 1 : std::string_view::npos; // the LF of this CR may still come
    return text[end + 1] == '\n' ? end + 2 : end + 1;
}

} // namespace exchange
