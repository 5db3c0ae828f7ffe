// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/jsonobject.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view spaces = " \t\r\n";

tl::unexpected<support::Error> refusal(simdjson::error_code code, std::string_view subject)
{
    const ErrorCode ours = code == simdjson::UTF8_ERROR ? ErrorCode::BadText : ErrorCode::BadSyntax;
    return failure(ours, subject, simdjson::error_message(code));
}

std::string_view withoutSpaces(std::string_view token)
{
    return token.substr(0, token.find_last_not_of(spaces) + 1);
}

/// The first letters of `text`, which is UTF-8.
std::string_view beginning(std::string_view text)
{
    constexpr std::size_t most = 40;
    std::size_t end = std::min(most, text.size());
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return withoutSpaces(text.substr(0, end));
}

/// How much deeper the nesting is after `c`, outside of strings.
int stepIn(char c)
{
    if (c == '{' || c == '[')
        return 1;
    return c == '}' || c == ']' ? -1 : 0;
}

/// Reads what a scalar token claims to be, so that `tru` and `1.2.3` do not pass.
simdjson::error_code readScalar(ondemand::value value, JsonMember &member)
{
    member.text = withoutSpaces(value.raw_json_token());
    if (member.type == JsonType::Number)
        return value.get_double().error();
    if (member.type == JsonType::Truth)
        return value.get_bool().error();
    bool null = false;
    if (const auto error = value.is_null().get(null); error != simdjson::SUCCESS)
        return error;
    return null ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
}

template <class Nested>
simdjson::error_code readNested(simdjson::simdjson_result<Nested> nested, JsonMember &member)
{
    if (nested.error() != simdjson::SUCCESS)
        return nested.error();
    return nested.value_unsafe().raw_json().get(member.text);
}

simdjson::error_code readValue(ondemand::value value, JsonMember &member)
{
    ondemand::json_type type{};
    if (const auto error = value.type().get(type); error != simdjson::SUCCESS)
        return error;
    switch (type) {
    case ondemand::json_type::array: member.type = JsonType::Array; return readNested(value.get_array(), member);
    case ondemand::json_type::object: member.type = JsonType::Object; return readNested(value.get_object(), member);
    case ondemand::json_type::string: member.type = JsonType::String; return value.get_string().get(member.text);
    case ondemand::json_type::number: member.type = JsonType::Number; return readScalar(value, member);
    case ondemand::json_type::boolean: member.type = JsonType::Truth; return readScalar(value, member);
    case ondemand::json_type::null: member.type = JsonType::Null; return readScalar(value, member);
    }
    return simdjson::TAPE_ERROR;
}

simdjson::error_code readMembers(ondemand::document &document, std::vector<JsonMember> &members, std::string_view &key)
{
    ondemand::object object;
    if (const auto error = document.get_object().get(object); error != simdjson::SUCCESS)
        return error;
    for (auto field : object) {
        if (field.error() != simdjson::SUCCESS)
            return field.error();
        JsonMember member;
        if (const auto error = field.unescaped_key().get(key); error != simdjson::SUCCESS)
            return error;
        member.key = key;
        if (const auto error = readValue(field.value_unsafe().value(), member); error != simdjson::SUCCESS)
            return error;
        members.push_back(member);
    }
    // After the last token there is no current location; anything else is a second value on the line.
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

} // namespace

struct JsonObject::Parser {
    ondemand::parser parser;
};

JsonObject::JsonObject() : m_parser(std::make_unique<Parser>()) {}
JsonObject::~JsonObject() = default;

Result<void> JsonObject::parse(std::string_view text)
{
    m_members.clear();
    // simdjson reads past the end; our own copy has room for that, and is what the members point into.
    m_padded.assign(text);
    m_padded.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document;
    if (const auto error = m_parser->parser.iterate(m_padded).get(document); error != simdjson::SUCCESS)
        return refusal(error, "");
    std::string_view key;
    if (const auto error = readMembers(document, m_members, key); error != simdjson::SUCCESS) {
        if (const auto first = text.find_first_not_of(spaces); first != std::string_view::npos && text[first] != '{')
            return failure(ErrorCode::BadSyntax, beginning(text.substr(first)), "this is no JSON object");
        return refusal(error, key.substr(0, 40));
    }
    return refuseTwice();
}

Result<void> JsonObject::refuseTwice()
{
    m_keys.clear();
    for (const JsonMember &member : m_members)
        m_keys.push_back(member.key);
    std::ranges::sort(m_keys);
    if (const auto twice = std::ranges::adjacent_find(m_keys); twice != m_keys.end())
        return failure(ErrorCode::BadSyntax, twice->substr(0, 40), "a key stands twice");
    return {};
}

JsonMember *JsonObject::find(std::string_view key)
{
    const auto found = std::ranges::find(m_members, key, &JsonMember::key);
    if (found == m_members.end())
        return nullptr;
    found->used = true;
    return &*found;
}

const JsonMember *JsonObject::take(std::string_view key)
{
    const JsonMember *member = find(key);
    return member != nullptr && member->type != JsonType::Null ? member : nullptr;
}

bool JsonObject::takeKey(std::string_view key)
{
    return find(key) != nullptr;
}

Result<std::string> compactJson(std::string_view value, int nesting)
{
    std::string compact;
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (!inString && spaces.find(c) != std::string_view::npos)
            continue;
        compact += c;
        if (inString && c == '\\' && i + 1 < value.size())
            compact += value[++i];
        else if (c == '"')
            inString = !inString;
        else if (!inString)
            depth += stepIn(c);
        if (depth > nesting)
            return failure(ErrorCode::TooLarge, "", "nested too deep");
    }
    if (!nlohmann::json::accept(value))
        return failure(ErrorCode::BadSyntax, value.substr(0, 40), "not a JSON value");
    return compact;
}

void appendJsonString(std::string &out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (byte < 0x20)
            out.append("\\u00").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
        else
            out += c;
    }
    out += '"';
}

} // namespace exchange
