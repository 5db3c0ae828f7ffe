// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

enum class JsonType : std::uint8_t { Null, Truth, Number, String, Array, Object };

/// A key of a JSON object and its value: the characters of a string, or the literal text of anything else. An array or object
/// is known to be balanced only; `compactJson` checks the rest.
struct JsonMember {
    std::string_view key;
    JsonType type = JsonType::Null;
    std::string_view text;
    bool used = false; ///< somebody asked for it
};

/// Takes one JSON object apart without building a tree. It keeps its buffers from one object to the next.
class JsonObject {
public:
    JsonObject();
    JsonObject(const JsonObject &) = delete;
    JsonObject &operator=(const JsonObject &) = delete;
    ~JsonObject();

    /// The members of `text` become this object's, until the next call. Fails with BadText where it is not UTF-8 and
    /// BadSyntax where it is no JSON object or a key stands twice.
    [[nodiscard]] support::Result<void> parse(std::string_view text);

    /// The member under `key`, from now on used; null when there is none, or when its value is null.
    [[nodiscard]] const JsonMember *take(std::string_view key);
    /// True when `key` is there, even as null; from now on used.
    [[nodiscard]] bool takeKey(std::string_view key);
    [[nodiscard]] const std::vector<JsonMember> &members() const { return m_members; }

private:
    [[nodiscard]] JsonMember *find(std::string_view key);
    [[nodiscard]] support::Result<void> refuseTwice();

    struct Parser;
    std::unique_ptr<Parser> m_parser;
    std::string m_padded;
    std::vector<JsonMember> m_members;
    std::vector<std::string_view> m_keys;
};

/// `value`, an array or object, checked and without the spaces between its parts. Fails with BadSyntax, and with TooLarge
/// where it nests deeper than `nesting`.
[[nodiscard]] support::Result<std::string> compactJson(std::string_view value, int nesting);

/// Appends `text` as a JSON string.
void appendJsonString(std::string &out, std::string_view text);

} // namespace exchange
