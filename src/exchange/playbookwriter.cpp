// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookwriter.h"

namespace exchange {

using domain::Measure;
using nlohmann::ordered_json;

void ObjectWriter::number(std::string_view key, double value, NumberRange)
{
    m_json[std::string(key)] = value;
}

void ObjectWriter::label(std::string_view key, const domain::Label &value)
{
    m_json[std::string(key)] = {{"en", value.en}, {"zh", value.zh}};
}

void ObjectWriter::hours(std::string_view key, support::Duration value, NumberRange range)
{
    number(key, static_cast<double>(value.micros) / static_cast<double>(support::hours(1).micros), range);
}

void ObjectWriter::optionalInteger(std::string_view key, std::optional<int> value, NumberRange range)
{
    if (value)
        integer(key, *value, range);
}

void ObjectWriter::optionalNumber(std::string_view key, std::optional<double> value, NumberRange range)
{
    if (value)
        number(key, *value, range);
}

void ObjectWriter::condition(std::string_view key, const domain::Condition &value)
{
    m_json[std::string(key)] = conditionJson(value);
}

void ObjectWriter::measures(std::string_view key, const std::vector<Measure> &values)
{
    list(key, values, [](Measure measure) { return domain::info(measure).id; });
}

void ObjectWriter::optionalMeasure(std::string_view key, std::optional<Measure> value)
{
    if (value)
        m_json[std::string(key)] = domain::info(*value).id;
}

void ObjectWriter::integers(std::string_view key, const std::vector<int> &values, NumberRange)
{
    list(key, values, [](int value) { return value; });
}

void ObjectWriter::lexicon(std::string_view key, const std::vector<std::pair<std::string, domain::Signal>> &words)
{
    ordered_json bySignal = ordered_json::object();
    for (const auto &[name, signal] : domain::signalWords) {
        for (const auto &[word, given] : words) {
            if (given == signal)
                bySignal[std::string(name)].push_back(word);
        }
    }
    m_json[std::string(key)] = std::move(bySignal);
}

} // namespace exchange
