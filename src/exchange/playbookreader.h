// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/conditionjson.h"
#include "exchange/jsonplace.h"
#include "exchange/playbookbrief.h"

#include "domain/playbookwords.h"

#include <optional>
#include <type_traits>

namespace exchange {

/// Fills a struct from a JSON object. It has the methods of `ObjectWriter`, so that one description of a struct
/// (playbookshape.h) serves both ways.
class ObjectReader {
public:
    /// What a description gets: here a struct to be filled.
    template <class T>
    using Described = T;

    explicit ObjectReader(JsonPlace place);

    void integer(std::string_view key, int &target, NumberRange range);
    void number(std::string_view key, double &target, NumberRange range);
    void truth(std::string_view key, bool &target);
    void line(std::string_view key, std::string &target);
    void label(std::string_view key, domain::Label &target);
    void hours(std::string_view key, support::Duration &target, NumberRange range);
    void optionalInteger(std::string_view key, std::optional<int> &target, NumberRange range);
    void optionalNumber(std::string_view key, std::optional<double> &target, NumberRange range);
    void condition(std::string_view key, domain::Condition &target);
    void measures(std::string_view key, std::vector<domain::Measure> &target);
    void optionalMeasure(std::string_view key, std::optional<domain::Measure> &target);
    void integers(std::string_view key, std::vector<int> &target, NumberRange range);
    void lexicon(std::string_view key, std::vector<std::pair<std::string, domain::Signal>> &target);

    template <class E>
    void choice(std::string_view key, E &target)
    {
        if (const auto place = required(key))
            target = place->template choice<E>();
    }

    /// A list of words of an enumeration; may be left out.
    template <class E>
    void choices(std::string_view key, std::vector<E> &target)
    {
        target.clear();
        for (const JsonPlace &place : elements(key))
            target.push_back(place.template choice<E>());
    }

    template <class T>
    void parsed(std::string_view key, T &target)
    {
        if (const auto place = required(key))
            target = place->template parsed<T>();
    }

    template <class T>
    void optionalParsed(std::string_view key, std::optional<T> &target)
    {
        target.reset();
        if (const auto place = found(key))
            target = place->template parsed<T>();
    }

    /// A list of ids or names; may be left out.
    template <class T>
    void parsedList(std::string_view key, std::vector<T> &target)
    {
        target.clear();
        for (const JsonPlace &place : elements(key))
            target.push_back(place.template parsed<T>());
    }

    template <class T, class Describe>
    void object(std::string_view key, T &target, Describe describe)
    {
        if (const auto place = required(key))
            read(*place, target, describe);
    }

    /// A list of at most `most` objects; may be left out.
    template <class T, class Describe>
    void objects(std::string_view key, std::vector<T> &target, std::size_t most, Describe describe)
    {
        target.clear();
        for (const JsonPlace &place : elements(key, most))
            read(place, target.emplace_back(blank<T>()), describe);
    }

    /// A list like that of `objects`, in which an id alone stands for the object of which nothing else is said.
    template <class T, class Describe>
    void briefObjects(std::string_view key, std::vector<T> &target, std::size_t most, Describe describe)
    {
        target.clear();
        for (const JsonPlace &place : elements(key, most)) {
            if (place.value().is_object())
                read(place, target.emplace_back(blank<T>()), describe);
            else
                target.push_back(inBrief<T>(place.template parsed<decltype(T::id)>()));
        }
    }

    /// Notes a fault at every key that nobody asked for.
    void refuseOthers() const;

private:
    template <class T>
    static T blank()
    {
        if constexpr (std::is_default_constructible_v<T>)
            return T{};
        else
            return T{.id = JsonPlace::standIn<decltype(T::id)>()};
    }

    template <class T, class Describe>
    static void read(const JsonPlace &place, T &target, Describe describe)
    {
        ObjectReader reader(place);
        describe(reader, target);
        reader.refuseOthers();
    }

    [[nodiscard]] std::optional<JsonPlace> found(std::string_view key);
    [[nodiscard]] std::optional<JsonPlace> required(std::string_view key);
    [[nodiscard]] std::vector<JsonPlace> elements(std::string_view key);
    /// The same, with a fault noted where there are more than `most`.
    [[nodiscard]] std::vector<JsonPlace> elements(std::string_view key, std::size_t most);

    JsonPlace m_place;
    std::vector<std::string_view> m_known;
};

} // namespace exchange
