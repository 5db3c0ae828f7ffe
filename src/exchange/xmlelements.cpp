// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/xmlelements.h"

#include <algorithm>
#include <array>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

Result<bool> XmlElements::more()
{
    std::array<char, 64 * 1024> block{};
    const auto count = m_bytes->read(block.data(), block.size());
    if (!count)
        return tl::unexpected(count.error());
    m_text.erase(0, m_at);
    m_at = 0;
    m_text.append(block.data(), *count);
    m_consumed += *count;
    return *count > 0;
}

std::size_t XmlElements::findTag(std::size_t from, bool closing) const
{
    for (std::size_t at = m_text.find('<', from); at != std::string::npos; at = m_text.find('<', at + 1)) {
        std::size_t start = at + 1;
        const bool isClosing = start < m_text.size() && m_text[start] == '/';
        start += isClosing ? 1 : 0;
        const std::size_t end = m_text.find_first_of(" \t\r\n/>", start);
        if (end == std::string::npos)
            return std::string::npos;
        const std::string tag = m_text.substr(start, end - start);
        if (isClosing == closing && localName(tag.c_str()) == m_name)
            return at;
    }
    return std::string::npos;
}

Result<bool> XmlElements::next(pugi::xml_document &element)
{
    constexpr std::size_t maxElement = 16 * 1024 * 1024;
    std::size_t searched = 0; // from m_at on, for the closing tag
    for (;;) {
        const std::size_t open = findTag(m_at, false);
        const std::size_t openEnd = open == std::string::npos ? open : m_text.find('>', open);
        if (openEnd != std::string::npos) {
            m_at = open;
            const bool selfClosed = m_text[openEnd - 1] == '/';
            const std::size_t close = selfClosed ? open : findTag(std::max(openEnd, m_at + searched), true);
            const std::size_t end = close == std::string::npos ? close : m_text.find('>', selfClosed ? openEnd : close);
            if (end != std::string::npos)
                return load(element, end + 1);
            // A closing tag may be cut in two at the end of what has been read.
            constexpr std::size_t longestTag = 64;
            searched = m_text.size() - m_at > longestTag ? m_text.size() - m_at - longestTag : 0;
        } else if (open == std::string::npos) {
            m_at = std::max(m_at, std::min(m_text.rfind('<'), m_text.size()));
        }
        if (m_text.size() - m_at > maxElement)
            return failure(ErrorCode::TooLarge, m_name, "one element is over 16 MiB");
        auto grown = more();
        if (!grown || !*grown)
            return grown;
    }
}

Result<bool> XmlElements::load(pugi::xml_document &element, std::size_t end)
{
    const auto parsed =
        element.load_buffer(m_text.data() + m_at, end - m_at, pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    m_at = end;
    if (!parsed)
        return failure(ErrorCode::BadSyntax, m_name, parsed.description());
    return true;
}

std::string_view localName(const char *name)
{
    const std::string_view whole(name);
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name)
{
    return parent.find_child([&](pugi::xml_node child) { return localName(child.name()) == name; });
}

} // namespace exchange
