// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/recordids.h"

#include "domain/canonical.h"
#include "domain/factrow.h"

#include <fmt/format.h>

#include <charconv>

namespace workbench {

namespace {

constexpr std::string_view eventPrefix = "event:";
constexpr std::size_t digits = 16;
constexpr int hexadecimal = 16;

} // namespace

std::string recordId(const domain::Record &record)
{
    const auto idOf = []<class T>(const T &value) -> std::string {
        if constexpr (requires { value.id; })
            return value.id.text();
        return {};
    };
    const std::string id = std::visit(idOf, record.fact());
    return id.empty() ? fmt::format("{}{:0{}x}", eventPrefix, domain::valueHash(domain::identityBytes(record)), digits) : id;
}

std::vector<std::int64_t> identitiesOf(std::string_view id)
{
    std::vector<std::int64_t> hashes;
    for (const std::string &identity : domain::thingIdentities(id))
        hashes.push_back(domain::valueHash(identity));
    if (!id.starts_with(eventPrefix) || id.size() != eventPrefix.size() + digits)
        return hashes;
    std::int64_t hash = 0;
    const auto [end, error] = std::from_chars(id.data() + eventPrefix.size(), id.data() + id.size(), hash, hexadecimal);
    if (error == std::errc() && end == id.data() + id.size())
        hashes.push_back(hash);
    return hashes;
}

} // namespace workbench
