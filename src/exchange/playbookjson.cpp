// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookjson.h"

#include "exchange/playbookcheck.h"
#include "exchange/playbookreader.h"
#include "exchange/playbookshape.h"
#include "exchange/playbookwriter.h"
#include "exchange/prettyjson.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace exchange {

using nlohmann::json;
using support::Error;
using support::ErrorCode;
using support::Result;

namespace {

constexpr std::size_t longestText = 4 * 1024 * 1024;

/// Watches the parser go by and notes keys that an object has twice: the library would silently keep the last.
class TwiceGivenKeys {
public:
    bool operator()(int, json::parse_event_t event, json &parsed)
    {
        if (event == json::parse_event_t::object_start)
            m_open.emplace_back();
        else if (event == json::parse_event_t::object_end)
            m_open.pop_back();
        else if (event == json::parse_event_t::key && !m_open.back().insert(parsed.get<std::string>()).second && m_first.empty())
            m_first = parsed.get<std::string>();
        return true;
    }

    [[nodiscard]] const std::string &first() const { return m_first; }

private:
    std::vector<std::set<std::string>> m_open;
    std::string m_first;
};

/// The place of the character with the number `byte`, from 1, as an editor shows it.
std::string placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const std::size_t start = before.rfind('\n') + 1; // 0 on the first line
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
    const auto column = before.size() - start - static_cast<std::size_t>(std::ranges::count_if(before.substr(start), continues));
    return fmt::format("line {}, column {}", std::ranges::count(before, '\n') + 1, column + 1);
}

/// The library's sentence without its own number and place.
std::string_view plainSentence(std::string_view sentence)
{
    for (const std::string_view before : {"] ", ": "}) {
        const std::size_t at = sentence.find(before);
        const bool placed = before == "] " || sentence.starts_with("parse error at ");
        if (placed && at != std::string_view::npos)
            sentence.remove_prefix(at + before.size());
    }
    return sentence;
}

Result<json> parse(std::string_view text)
{
    if (text.size() > longestText)
        return support::failure(ErrorCode::TooLarge, fmt::format("{}", text.size()), "a playbook has at most 4 MiB");
    TwiceGivenKeys keys;
    try {
        json document = json::parse(text, std::ref(keys));
        if (!keys.first().empty())
            return support::failure(ErrorCode::BadSyntax, keys.first(), "a key that its object has already");
        return document;
    } catch (const json::parse_error &error) {
        return support::failure(ErrorCode::BadSyntax, placeOf(text, error.byte), plainSentence(error.what()));
    } catch (const json::exception &error) {
        return support::failure(ErrorCode::BadSyntax, "", plainSentence(error.what()));
    }
}

/// True when the file says that it has a form of later times: then nothing else about it can be judged.
bool isNewer(const json &document)
{
    const auto format = document.is_object() ? document.find("format") : document.end();
    return format != document.end() && format->is_number_integer() && format->get<double>() > playbookFormat;
}

struct Reading {
    domain::Playbook playbook;
    std::vector<Error> faults;
};

Reading read(std::string_view text)
{
    const Result<json> document = parse(text);
    if (!document)
        return {{}, {document.error()}};
    JsonFaults faults;
    if (isNewer(*document)) {
        faults.add("/format", fmt::format("this program reads playbooks up to format {}", playbookFormat));
        return {{}, faults.list()};
    }
    Reading reading;
    ObjectReader reader(JsonPlace(*document, "", faults));
    describe(reader, reading.playbook);
    reader.refuseOthers();
    if (faults.none())
        checkPlaybook(reading.playbook, faults);
    reading.faults = faults.list();
    return reading;
}

} // namespace

Result<domain::Playbook> readPlaybook(std::string_view text)
{
    Reading reading = read(text);
    if (!reading.faults.empty())
        return tl::unexpected(std::move(reading.faults.front()));
    return std::move(reading.playbook);
}

std::vector<Error> playbookFaults(std::string_view text)
{
    return read(text).faults;
}

std::string writePlaybook(const domain::Playbook &playbook)
{
    return prettyJson(ObjectWriter::written(playbook, [](ObjectWriter &writer, const auto &value) { describe(writer, value); }));
}

domain::Json publishedForm(const domain::Playbook &playbook)
{
    return {ObjectWriter::written(playbook, [](ObjectWriter &writer, const auto &value) { describe(writer, value); }).dump()};
}

} // namespace exchange
