// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/bytesource.h"

#include <pugixml.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace exchange {

/// What reading on in an XML document came upon.
enum class XmlFind : std::uint8_t {
    Element,
    Damaged, ///< an element that is no XML, lacks its end, or of which only the end is there; reading can go on behind it
    CutOff,  ///< the document ends within an element, or before what holds the elements is closed
    End,
};

/// Hands out the elements of one name from an XML document one by one, so that a document of any size needs the memory of
/// one element. They may not nest in each other: where one begins before the last has ended, the last is damaged. Namespace
/// prefixes are ignored.
class XmlElements {
public:
    /// The elements called `localName`, which stand in one called `container`.
    XmlElements(std::unique_ptr<ByteSource> bytes, std::string_view localName, std::string_view container)
        : m_bytes(std::move(bytes))
        , m_name(localName)
        , m_container(container)
    {}

    /// Reads the next element into `element`; of a damaged one, as much as can be understood. Behind CutOff there is nothing.
    /// Fails with TooLarge on an element over 16 MiB, and as reading does.
    [[nodiscard]] support::Result<XmlFind> next(pugi::xml_document &element);
    [[nodiscard]] std::uint64_t consumed() const { return m_consumed; }

private:
    struct Tag {
        std::size_t at = std::string::npos;
        bool closing = false;

        [[nodiscard]] bool found() const { return at != std::string::npos; }
    };

    [[nodiscard]] support::Result<bool> more();
    /// Looks for the next element in what was read. Nothing when more has to be read first.
    [[nodiscard]] std::optional<XmlFind> take(pugi::xml_document &element);
    /// The same where an element opens at m_at.
    [[nodiscard]] std::optional<XmlFind> takeOpened(pugi::xml_document &element);
    /// Parses what stands from m_at to `end` as far as it can be; true when it is sound.
    bool parse(pugi::xml_document &element, std::size_t end) const;
    void stepTo(std::size_t end);
    /// Steps over text without elements, noting whether it closes what holds them.
    void pass(std::size_t end);
    /// What the end of the document means.
    [[nodiscard]] XmlFind ending(pugi::xml_document &element);
    /// Finds the next tag that opens or closes an element called `name`, from `from` on; none when it is not there yet.
    [[nodiscard]] Tag findTag(std::size_t from, std::string_view name) const;

    std::unique_ptr<ByteSource> m_bytes;
    std::string m_name;
    std::string m_container;
    std::string m_text; ///< read and not yet handed out, from m_at on
    std::size_t m_at = 0;
    std::size_t m_searched = 0; ///< from m_at on, for the end of an element
    std::uint64_t m_consumed = 0;
    std::string m_root;    ///< the outermost element's name
    bool m_closed = false; ///< what holds the elements has ended
};

/// `name` without its namespace prefix.
[[nodiscard]] std::string_view localName(const char *name);

/// The first child of `parent` with this local name; an empty node when there is none.
[[nodiscard]] pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name);

} // namespace exchange
