// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookreader.h"

#include <cmath>

namespace exchange {

using domain::Label;
using domain::Measure;

ObjectReader::ObjectReader(JsonPlace place) : m_place(std::move(place))
{
    if (!m_place.value().is_object())
        m_place.fault("expected an object");
}

std::optional<JsonPlace> ObjectReader::found(std::string_view key)
{
    m_known.push_back(key);
    if (!m_place.value().is_object() || !m_place.value().contains(key))
        return std::nullopt;
    return m_place.member(key);
}

std::optional<JsonPlace> ObjectReader::required(std::string_view key)
{
    std::optional<JsonPlace> place = found(key);
    // What is no object at all was already said once.
    if (!place && m_place.value().is_object())
        m_place.fault("the key \"" + std::string(key) + "\" is missing");
    return place;
}

std::vector<JsonPlace> ObjectReader::elements(std::string_view key)
{
    const std::optional<JsonPlace> place = found(key);
    return place ? place->elements() : std::vector<JsonPlace>{};
}

std::vector<JsonPlace> ObjectReader::elements(std::string_view key, std::size_t most)
{
    std::vector<JsonPlace> places = elements(key);
    if (places.size() > most)
        m_place.member(key).fault("at most " + std::to_string(most) + " of them");
    return places;
}

void ObjectReader::refuseOthers() const
{
    if (!m_place.value().is_object())
        return;
    for (const auto &[key, value] : m_place.value().items()) {
        if (std::ranges::find(m_known, key) == m_known.end())
            m_place.member(key).fault("a key that this program does not know");
    }
}

void ObjectReader::integer(std::string_view key, int &target, NumberRange range)
{
    if (const auto place = required(key))
        target = place->integer(range);
}

void ObjectReader::number(std::string_view key, double &target, NumberRange range)
{
    if (const auto place = required(key))
        target = place->number(range);
}

void ObjectReader::truth(std::string_view key, bool &target)
{
    if (const auto place = required(key))
        target = place->truth();
}

void ObjectReader::line(std::string_view key, std::string &target)
{
    if (const auto place = required(key))
        target = place->line();
}

void ObjectReader::label(std::string_view key, Label &target)
{
    object(key, target, [](ObjectReader &reader, Label &label) {
        reader.line("en", label.en);
        reader.line("zh", label.zh);
    });
}

void ObjectReader::hours(std::string_view key, support::Duration &target, NumberRange range)
{
    double hours = 0;
    number(key, hours, range);
    target = support::Duration{std::llround(hours * static_cast<double>(support::hours(1).micros))};
}

void ObjectReader::optionalInteger(std::string_view key, std::optional<int> &target, NumberRange range)
{
    target.reset();
    if (const auto place = found(key))
        target = place->integer(range);
}

void ObjectReader::optionalNumber(std::string_view key, std::optional<double> &target, NumberRange range)
{
    target.reset();
    if (const auto place = found(key))
        target = place->number(range);
}

void ObjectReader::condition(std::string_view key, domain::Condition &target)
{
    if (const auto place = required(key))
        target = readCondition(*place);
}

void ObjectReader::measures(std::string_view key, std::vector<Measure> &target)
{
    target.clear();
    for (const JsonPlace &place : elements(key))
        target.push_back(readMeasure(place));
}

void ObjectReader::optionalMeasure(std::string_view key, std::optional<Measure> &target)
{
    target.reset();
    if (const auto place = found(key))
        target = readMeasure(*place);
}

void ObjectReader::integers(std::string_view key, std::vector<int> &target, NumberRange range)
{
    target.clear();
    for (const JsonPlace &place : elements(key))
        target.push_back(place.integer(range));
}

void ObjectReader::lexicon(std::string_view key, std::vector<std::pair<std::string, domain::Signal>> &target)
{
    using Words = std::vector<std::pair<std::string, domain::Signal>>;
    target.clear();
    object(key, target, [](ObjectReader &reader, Words &words) {
        for (const auto &[word, signal] : domain::signalWords) {
            for (const JsonPlace &place : reader.elements(word))
                words.emplace_back(place.line(), signal);
        }
    });
}

} // namespace exchange
