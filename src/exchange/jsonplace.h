// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/words.h"
#include "support/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// What is wrong with a document, in the order of finding. Reading goes on past a fault with a stand-in for the value, so
/// that a person learns of all faults at once; whatever was read is thrown away when there is one.
class JsonFaults {
public:
    static constexpr std::size_t most = 100;

    void add(std::string_view pointer, std::string_view detail);
    [[nodiscard]] bool none() const { return m_faults.empty(); }
    [[nodiscard]] const std::vector<support::Error> &list() const { return m_faults; }

private:
    std::vector<support::Error> m_faults;
};

/// Both bounds belong to the range.
struct NumberRange {
    double least;
    double most;
};

/// `pointer` with one step more, as RFC 6901 spells it.
[[nodiscard]] std::string pointerTo(std::string_view pointer, std::string_view key);
[[nodiscard]] std::string pointerTo(std::string_view pointer, std::size_t index);

/// A value inside a document that knows where it is. Every reading either gives what was asked for, or notes a fault at
/// this place and gives a harmless value of the type.
class JsonPlace {
public:
    JsonPlace(const nlohmann::json &value, std::string pointer, JsonFaults &faults);

    [[nodiscard]] const nlohmann::json &value() const { return *m_value; }
    [[nodiscard]] const std::string &pointer() const { return m_pointer; }
    [[nodiscard]] JsonPlace member(std::string_view key) const;
    [[nodiscard]] JsonPlace element(std::size_t index) const;
    [[nodiscard]] std::vector<JsonPlace> elements() const;
    void fault(std::string_view detail) const { m_faults->add(m_pointer, detail); }

    [[nodiscard]] bool truth() const;
    [[nodiscard]] double number(NumberRange range) const;
    [[nodiscard]] int integer(NumberRange range) const;
    /// One line of at most `domain::Name::maxBytes`, without the space at its ends.
    [[nodiscard]] std::string line() const;

    /// A word of the enumeration.
    template <class E>
    [[nodiscard]] E choice() const
    {
        if (value().is_string()) {
            if (const auto found = domain::fromWord<E>(value().template get_ref<const std::string &>()))
                return *found;
        }
        std::string detail = "expected one of:";
        for (const std::string_view word : domain::Words<E>::list)
            detail.append(" ").append(word);
        fault(detail);
        return E{};
    }

    /// A value with a `parse` of its own: an id, a name.
    template <class T>
    [[nodiscard]] T parsed() const
    {
        const std::string none;
        support::Result<T> result = T::parse(value().is_string() ? value().template get_ref<const std::string &>() : none);
        if (result)
            return *std::move(result);
        fault(value().is_string() ? result.error().detail : "expected a text");
        return standIn<T>();
    }

    /// A value that stands for one that could not be read.
    template <class T>
    [[nodiscard]] static T standIn()
    {
        return *T::parse("-");
    }

private:
    const nlohmann::json *m_value;
    std::string m_pointer;
    JsonFaults *m_faults;
};

} // namespace exchange
