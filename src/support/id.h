// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"
#include "support/utf8.h"

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace support {

/// The name that the outside world gave a thing: 1 to 200 bytes of UTF-8 on one line, without surrounding space.
/// `Tag` keeps the ids of different things apart; a constructed id is always valid.
template <class Tag>
class Id {
public:
    static constexpr std::size_t maxBytes = 200;

    [[nodiscard]] static Result<Id> parse(std::string_view text)
    {
        const std::string_view id = trimmed(text);
        if (id.empty())
            return failure(ErrorCode::BadId, text, "an id cannot be empty");
        if (id.size() > maxBytes)
            return failure(ErrorCode::BadId, id.substr(0, 40), "an id has at most 200 bytes");
        if (!isUtf8(id) || hasControls(id) || id.find_first_of("\t\r\n") != std::string_view::npos)
            return failure(ErrorCode::BadId, "", "an id is one line of UTF-8");
        return Id(std::string(id));
    }

    [[nodiscard]] const std::string &text() const { return m_text; }

    friend auto operator<=>(const Id &, const Id &) = default;

private:
    explicit Id(std::string text) : m_text(std::move(text)) {}

    std::string m_text;
};

} // namespace support

template <class Tag>
struct std::hash<support::Id<Tag>> {
    std::size_t operator()(const support::Id<Tag> &id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
