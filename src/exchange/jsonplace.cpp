// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/jsonplace.h"

#include "domain/values.h"

#include <fmt/format.h>

#include <cmath>

namespace exchange {

using nlohmann::json;

void JsonFaults::add(std::string_view pointer, std::string_view detail)
{
    if (m_faults.size() < most)
        m_faults.push_back({support::ErrorCode::BadPlaybook, std::string(pointer), std::string(detail)});
}

std::string pointerTo(std::string_view pointer, std::string_view key)
{
    std::string out(pointer);
    out += '/';
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string pointerTo(std::string_view pointer, std::size_t index)
{
    return fmt::format("{}/{}", pointer, index);
}

JsonPlace::JsonPlace(const json &value, std::string pointer, JsonFaults &faults)
    : m_value(&value)
    , m_pointer(std::move(pointer))
    , m_faults(&faults)
{}

JsonPlace JsonPlace::member(std::string_view key) const
{
    return {value().at(std::string(key)), pointerTo(m_pointer, key), *m_faults};
}

JsonPlace JsonPlace::element(std::size_t index) const
{
    return {value().at(index), pointerTo(m_pointer, index), *m_faults};
}

std::vector<JsonPlace> JsonPlace::elements() const
{
    std::vector<JsonPlace> places;
    if (!value().is_array()) {
        fault("expected a list");
        return places;
    }
    for (std::size_t i = 0; i < value().size(); ++i)
        places.push_back(element(i));
    return places;
}

bool JsonPlace::truth() const
{
    if (value().is_boolean())
        return value().get<bool>();
    fault("expected true or false");
    return false;
}

double JsonPlace::number(NumberRange range) const
{
    if (value().is_number()) {
        const double number = value().get<double>();
        if (number >= range.least && number <= range.most)
            return number;
    }
    fault(fmt::format("expected a number from {} to {}", range.least, range.most));
    return range.least;
}

int JsonPlace::integer(NumberRange range) const
{
    const double number = this->number(range);
    if (number == std::trunc(number))
        return static_cast<int>(number);
    fault("expected a whole number");
    return static_cast<int>(range.least);
}

std::string JsonPlace::line() const
{
    return parsed<domain::Name>().text();
}

} // namespace exchange
