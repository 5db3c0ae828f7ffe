// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tablereport.h"

#include "exchange/wholefile.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace exchange {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// A spreadsheet takes a text that begins like this for a formula, and runs it.
bool looksLikeFormula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string harmless(const std::string &text)
{
    return looksLikeFormula(text) ? "'" + text : text;
}

struct CellText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string &text) const { return harmless(text); }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(Share share) const { return fmt::format("{}", share.value); }
    std::string operator()(const support::Money &money) const { return support::decimal(money); }
    std::string operator()(support::Date day) const { return support::toText(day); }
};

/// The columns that hold money anywhere.
std::vector<bool> moneyColumns(const TableReport &report)
{
    std::vector<bool> money(report.columns.size());
    for (const auto &row : report.rows) {
        for (std::size_t at = 0; at < row.size(); ++at)
            money[at] = money[at] || std::holds_alternative<support::Money>(row[at]);
    }
    return money;
}

std::string currencyOf(const ReportCell &cell)
{
    const auto *money = std::get_if<support::Money>(&cell);
    return money ? money->currency.text() : std::string();
}

std::vector<std::string> headings(const TableReport &report, const std::vector<bool> &money)
{
    std::vector<std::string> line;
    for (std::size_t at = 0; at < report.columns.size(); ++at) {
        line.push_back(report.columns[at]);
        if (money[at])
            line.push_back(report.columns[at] + " (ISO 4217)");
    }
    return line;
}

std::vector<std::string> texts(const std::vector<ReportCell> &row, const std::vector<bool> &money)
{
    std::vector<std::string> line;
    for (std::size_t at = 0; at < row.size(); ++at) {
        line.push_back(std::visit(CellText(), row[at]));
        if (money[at])
            line.push_back(currencyOf(row[at]));
    }
    return line;
}

void addQuoted(std::string &out, const std::string &field)
{
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        out += c;
        if (c == '"')
            out += c;
    }
    out += '"';
}

void addCsvLine(std::string &out, const std::vector<std::string> &fields)
{
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (at > 0)
            out += ',';
        addQuoted(out, fields[at]);
    }
    out += "\r\n";
}

void addTabbedLine(std::string &out, const std::vector<std::string> &fields)
{
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (at > 0)
            out += '\t';
        // A cell of the clipboard has no line ends and no tabs.
        std::ranges::transform(fields[at], std::back_inserter(out),
                               [](char c) { return c == '\t' || c == '\n' || c == '\r' ? ' ' : c; });
    }
    out += '\n';
}

/// A remark is one line, whatever is in it.
std::string remark(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

} // namespace

std::string csv(const TableReport &report)
{
    const std::vector<bool> money = moneyColumns(report);
    std::string out(byteOrderMark);
    out += fmt::format("# {}\r\n", remark(report.title));
    for (const auto &[name, value] : report.about)
        out += fmt::format("# {}: {}\r\n", remark(name), remark(value));
    addCsvLine(out, headings(report, money));
    for (const auto &row : report.rows)
        addCsvLine(out, texts(row, money));
    return out;
}

std::string tabbed(const TableReport &report)
{
    const std::vector<bool> money = moneyColumns(report);
    std::string out;
    addTabbedLine(out, headings(report, money));
    for (const auto &row : report.rows)
        addTabbedLine(out, texts(row, money));
    return out;
}

support::Result<void> writeCsv(const TableReport &report, const std::filesystem::path &file)
{
    WholeFile whole(file);
    return whole.write(csv(report)).and_then([&] { return whole.commit(); });
}

} // namespace exchange
