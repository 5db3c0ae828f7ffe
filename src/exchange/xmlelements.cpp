// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/xmlelements.h"

#include <algorithm>
#include <array>
#include <utility>

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
    for (std::size_t at = m_text.find('<'); m_root.empty() && at != std::string::npos; at = m_text.find('<', at + 1)) {
        const std::size_t end = m_text.find_first_of(" \t\r\n/>", at + 1);
        if (end != std::string::npos && m_text[at + 1] != '?' && m_text[at + 1] != '!')
            m_root = localName(m_text.substr(at + 1, end - at - 1).c_str());
    }
    return *count > 0;
}

XmlElements::Tag XmlElements::findTag(std::size_t from, std::string_view name) const
{
    for (std::size_t at = m_text.find('<', from); at != std::string::npos; at = m_text.find('<', at + 1)) {
        std::size_t start = at + 1;
        const bool closing = start < m_text.size() && m_text[start] == '/';
        start += closing ? 1 : 0;
        const std::size_t end = m_text.find_first_of(" \t\r\n/>", start);
        if (end == std::string::npos)
            return {};
        const std::string tag = m_text.substr(start, end - start);
        if (localName(tag.c_str()) == name)
            return {at, closing};
    }
    return {};
}

Result<XmlFind> XmlElements::next(pugi::xml_document &element)
{
    constexpr std::size_t maxElement = 16 * 1024 * 1024;
    for (;;) {
        if (const auto taken = take(element))
            return *taken;
        if (m_text.size() - m_at > maxElement)
            return failure(ErrorCode::TooLarge, m_name, "one element is over 16 MiB");
        const auto grown = more();
        if (!grown)
            return tl::unexpected(grown.error());
        if (!*grown)
            return ending(element);
    }
}

std::optional<XmlFind> XmlElements::take(pugi::xml_document &element)
{
    const Tag first = findTag(m_at, m_name);
    if (!first.found()) {
        pass(std::min(m_text.rfind('<'), m_text.size()));
        return std::nullopt;
    }
    if (!first.closing) {
        if (first.at != m_at)
            stepTo(first.at);
        return takeOpened(element);
    }
    const std::size_t end = m_text.find('>', first.at);
    if (end == std::string::npos)
        return std::nullopt;
    parse(element, end + 1);
    stepTo(end + 1);
    return XmlFind::Damaged;
}

std::optional<XmlFind> XmlElements::takeOpened(pugi::xml_document &element)
{
    const std::size_t openEnd = m_text.find('>', m_at);
    if (openEnd == std::string::npos)
        return std::nullopt;
    if (m_text[openEnd - 1] == '/' && parse(element, openEnd + 1)) {
        stepTo(openEnd + 1);
        return XmlFind::Element;
    }
    const Tag next = findTag(std::max(openEnd, m_at + m_searched), m_name);
    const std::size_t end = next.found() && next.closing ? m_text.find('>', next.at) : std::string::npos;
    if (next.found() && !next.closing) {
        parse(element, next.at);
        stepTo(next.at);
        return XmlFind::Damaged;
    }
    if (end != std::string::npos) {
        const bool sound = parse(element, end + 1);
        stepTo(end + 1);
        return sound ? XmlFind::Element : XmlFind::Damaged;
    }
    // A tag may be cut in two at the end of what has been read.
    constexpr std::size_t longestTag = 64;
    m_searched = m_text.size() - m_at > longestTag ? m_text.size() - m_at - longestTag : 0;
    return std::nullopt;
}

XmlFind XmlElements::ending(pugi::xml_document &element)
{
    if (findTag(m_at, m_name).found() || m_searched > 0) {
        parse(element, m_text.size());
        stepTo(m_text.size());
        m_closed = true; // the element that is cut off is the last word
        return XmlFind::CutOff;
    }
    pass(m_text.size());
    return std::exchange(m_closed, true) ? XmlFind::End : XmlFind::CutOff;
}

void XmlElements::pass(std::size_t end)
{
    if (end <= m_at)
        return;
    for (Tag tag = findTag(m_at, m_container); tag.found() && tag.at < end; tag = findTag(tag.at + 1, m_container)) {
        const std::size_t tagEnd = m_text.find('>', tag.at);
        m_closed = m_closed || tag.closing || (tagEnd != std::string::npos && m_text[tagEnd - 1] == '/');
    }
    for (Tag tag = findTag(m_at, m_root); tag.found() && tag.at < end; tag = findTag(tag.at + 1, m_root))
        m_closed = m_closed || tag.closing;
    stepTo(end);
}

void XmlElements::stepTo(std::size_t end)
{
    m_at = end;
    m_searched = 0;
}

bool XmlElements::parse(pugi::xml_document &element, std::size_t end) const
{
    return element.load_buffer(m_text.data() + m_at, end - m_at, pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8)
               .status
           == pugi::status_ok;
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
