// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/bytesource.h"

#include <pugixml.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace exchange {

/// Hands out the elements of one name from an XML document one by one, so that a document of any size needs the memory of
/// one element. They may not nest in each other. Namespace prefixes are ignored.
class XmlElements {
public:
    XmlElements(std::unique_ptr<ByteSource> bytes, std::string_view localName) : m_bytes(std::move(bytes)), m_name(localName) {}

    /// Reads the next element into `element`; false when there is none. Fails with TooLarge on an element over 16 MiB and
    /// BadSyntax on one that is no XML.
    [[nodiscard]] support::Result<bool> next(pugi::xml_document &element);
    [[nodiscard]] std::uint64_t consumed() const { return m_consumed; }

private:
    [[nodiscard]] support::Result<bool> more();
    /// Parses the element from m_at to `end` and steps over it.
    [[nodiscard]] support::Result<bool> load(pugi::xml_document &element, std::size_t end);
    /// Finds the tag that opens (`closing` false) or closes the element, from `from` on; npos when it is not there yet.
    [[nodiscard]] std::size_t findTag(std::size_t from, bool closing) const;

    std::unique_ptr<ByteSource> m_bytes;
    std::string m_name;
    std::string m_text; ///< read and not yet handed out, from m_at on
    std::size_t m_at = 0;
    std::uint64_t m_consumed = 0;
};

/// `name` without its namespace prefix.
[[nodiscard]] std::string_view localName(const char *name);

/// The first child of `parent` with this local name; an empty node when there is none.
[[nodiscard]] pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name);

} // namespace exchange
