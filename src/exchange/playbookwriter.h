// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/conditionjson.h"
#include "exchange/jsonplace.h"
#include "exchange/playbookbrief.h"

#include "domain/playbookwords.h"

#include <optional>

namespace exchange {

/// Builds a JSON object from a struct, key by key in the order of its description (playbookshape.h); see `ObjectReader`.
class ObjectWriter {
public:
    template <class T>
    using Described = const T;

    void integer(std::string_view key, int value, NumberRange) { m_json[std::string(key)] = value; }
    void number(std::string_view key, double value, NumberRange);
    void truth(std::string_view key, bool value) { m_json[std::string(key)] = value; }
    void line(std::string_view key, const std::string &value) { m_json[std::string(key)] = value; }
    void label(std::string_view key, const domain::Label &value);
    void hours(std::string_view key, support::Duration value, NumberRange range);
    void optionalInteger(std::string_view key, std::optional<int> value, NumberRange range);
    void optionalNumber(std::string_view key, std::optional<double> value, NumberRange range);
    void condition(std::string_view key, const domain::Condition &value);
    void measures(std::string_view key, const std::vector<domain::Measure> &values);
    void optionalMeasure(std::string_view key, std::optional<domain::Measure> value);
    void integers(std::string_view key, const std::vector<int> &values, NumberRange);
    void lexicon(std::string_view key, const std::vector<std::pair<std::string, domain::Signal>> &words);

    template <class E>
    void choice(std::string_view key, E value)
    {
        m_json[std::string(key)] = domain::word(value);
    }

    template <class E>
    void choices(std::string_view key, const std::vector<E> &values)
    {
        list(key, values, [](E value) { return domain::word(value); });
    }

    template <class T>
    void parsed(std::string_view key, const T &value)
    {
        m_json[std::string(key)] = value.text();
    }

    template <class T>
    void optionalParsed(std::string_view key, const std::optional<T> &value)
    {
        if (value)
            parsed(key, *value);
    }

    template <class T>
    void parsedList(std::string_view key, const std::vector<T> &values)
    {
        list(key, values, [](const T &value) { return value.text(); });
    }

    template <class T, class Describe>
    void object(std::string_view key, const T &value, Describe describe)
    {
        m_json[std::string(key)] = written(value, describe);
    }

    template <class T, class Describe>
    void objects(std::string_view key, const std::vector<T> &values, std::size_t, Describe describe)
    {
        list(key, values, [&](const T &value) { return written(value, describe); });
    }

    template <class T, class Describe>
    void briefObjects(std::string_view key, const std::vector<T> &values, std::size_t, Describe describe)
    {
        list(key, values,
             [&](const T &value) { return isBrief(value) ? nlohmann::ordered_json(value.id.text()) : written(value, describe); });
    }

    template <class T, class Describe>
    [[nodiscard]] static nlohmann::ordered_json written(const T &value, Describe describe)
    {
        ObjectWriter writer;
        describe(writer, value);
        return std::move(writer.m_json);
    }

private:
    /// Lists that are empty are left out: to the reader that is the same.
    template <class T, class Json>
    void list(std::string_view key, const std::vector<T> &values, Json json)
    {
        for (const T &value : values)
            m_json[std::string(key)].push_back(json(value));
    }

    nlohmann::ordered_json m_json = nlohmann::ordered_json::object();
};

} // namespace exchange
