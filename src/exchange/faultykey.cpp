// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/faultykey.h"

#include "exchange/jsonobject.h"

#include <algorithm>

namespace exchange {

using support::ErrorCode;

namespace {

/// "key=value", as errors name a member whose value was refused.
bool namesMember(std::string_view subject, const JsonMember &member)
{
    return subject.size() > member.key.size() && subject.starts_with(member.key) && subject[member.key.size()] == '=';
}

} // namespace

std::string faultyKey(std::string_view line, const support::Error &error)
{
    const std::string_view subject = error.subject;
    if (subject.empty())
        return {};
    JsonObject object;
    if (!object.parse(line))
        return {};
    if (error.code == ErrorCode::MissingKey)
        return std::string(subject);
    const auto &members = object.members();
    const auto keyOf = [&](auto matches) {
        const auto found = std::ranges::find_if(members, matches);
        return found == members.end() ? std::string() : std::string(found->key);
    };
    // What names another thing does so under any key but that of its own id.
    const bool elsewhere = error.code == ErrorCode::DanglingReference;
    std::string key = keyOf([&](const JsonMember &member) { return namesMember(subject, member); });
    if (key.empty())
        key = keyOf([&](const JsonMember &member) {
            return member.type == JsonType::String && member.text == subject && !(elsewhere && member.key == "id");
        });
    if (key.empty())
        key = keyOf([&](const JsonMember &member) { return member.key == subject; });
    return key;
}

} // namespace exchange
