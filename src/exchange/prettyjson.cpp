// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/prettyjson.h"

#include "domain/valuetext.h"

namespace exchange {

using nlohmann::ordered_json;

namespace {

constexpr std::size_t widest = 120;

/// Characters as an eye counts columns: an ideograph, three bytes in UTF-8, is two wide.
std::size_t columns(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || byte >= 0xC0)
            count += byte >= 0xE3 ? 2 : 1;
    }
    return count;
}

std::string scalar(const ordered_json &value)
{
    return value.is_number() ? domain::numberText(value.get<double>()) : value.dump();
}

std::string onOneLine(const ordered_json &value)
{
    if (!value.is_structured())
        return scalar(value);
    std::string parts;
    for (const auto &[key, part] : value.items()) {
        parts += parts.empty() ? "" : ", ";
        if (value.is_object())
            parts += ordered_json(key).dump() + ": ";
        parts += onOneLine(part);
    }
    return value.is_object() ? "{" + parts + "}" : "[" + parts + "]";
}

/// Adds `value`, which starts in column `used` of a line indented by `indent`.
void add(std::string &out, const ordered_json &value, std::size_t indent, std::size_t used)
{
    const std::string line = onOneLine(value);
    // One column for the comma that may follow.
    if (!value.is_structured() || value.empty() || used + columns(line) + 1 <= widest) {
        out += line;
        return;
    }
    const std::string inner(indent + 2, ' ');
    out += value.is_object() ? "{\n" : "[\n";
    std::size_t left = value.size();
    for (const auto &[key, part] : value.items()) {
        const std::string name = value.is_object() ? ordered_json(key).dump() + ": " : std::string();
        out += inner + name;
        add(out, part, indent + 2, inner.size() + columns(name));
        out += --left > 0 ? ",\n" : "\n";
    }
    out += std::string(indent, ' ') + (value.is_object() ? "}" : "]");
}

} // namespace

std::string prettyJson(const ordered_json &document)
{
    std::string out;
    add(out, document, 0, 0);
    out += '\n';
    return out;
}

} // namespace exchange
