// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/workbookparts.h"

#include "support/utf8.h"

#include <map>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::uint64_t maxPart = 16ULL << 20U;
constexpr std::uint64_t maxStrings = 512ULL << 20U;

/// Reads a small part; a part that is not there is an empty document.
Result<void> loadPart(const ZipArchive &archive, const std::string &entry, pugi::xml_document &document)
{
    if (!archive.has(entry))
        return {};
    const auto text = archive.text(entry, maxPart);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto parsed = document.load_buffer(text->data(), text->size()); !parsed)
        return failure(ErrorCode::FileDamaged, entry, parsed.description());
    return {};
}

/// The value of the attribute with this local name, whatever its prefix.
std::string attribute(pugi::xml_node node, std::string_view name)
{
    for (const pugi::xml_attribute &one : node.attributes()) {
        if (localName(one.name()) == name)
            return one.value();
    }
    return {};
}

/// The targets of a workbook's relations by their ids, as entries of the archive.
std::map<std::string, std::string> targets(const pugi::xml_document &relations)
{
    std::map<std::string, std::string> found;
    for (const pugi::xml_node relation : childNamed(relations, "Relationships")) {
        const std::string target = attribute(relation, "Target");
        found[attribute(relation, "Id")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return found;
}

Result<void> readSheets(const ZipArchive &archive, Workbook &workbook)
{
    pugi::xml_document book;
    pugi::xml_document relations;
    if (auto loaded = loadPart(archive, "xl/workbook.xml", book); !loaded)
        return loaded;
    if (auto loaded = loadPart(archive, "xl/_rels/workbook.xml.rels", relations); !loaded)
        return loaded;
    const pugi::xml_node root = childNamed(book, "workbook");
    const std::string calendar = attribute(childNamed(root, "workbookPr"), "date1904");
    workbook.from1904 = calendar == "1" || calendar == "true";
    const auto entries = targets(relations);
    for (const pugi::xml_node sheet : childNamed(root, "sheets")) {
        std::string relation;
        for (const pugi::xml_attribute &one : sheet.attributes())
            relation = std::string_view(one.name()).ends_with(":id") ? one.value() : relation;
        const auto entry = entries.find(relation);
        const std::string state = attribute(sheet, "state");
        if (entry != entries.end() && (state.empty() || state == "visible"))
            workbook.sheets.push_back({attribute(sheet, "name"), entry->second});
    }
    if (workbook.sheets.empty())
        return failure(ErrorCode::UnknownFormat, "xl/workbook.xml", "not a workbook with a visible sheet");
    return {};
}

/// The formats below 164 are known by number only (18.8.30); 27–36 and 50–58 are the dates of East Asian locales.
bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47)
           || (format >= 50 && format <= 58);
}

Result<void> readStyles(const ZipArchive &archive, Workbook &workbook)
{
    pugi::xml_document styles;
    if (auto loaded = loadPart(archive, "xl/styles.xml", styles); !loaded)
        return loaded;
    const pugi::xml_node root = childNamed(styles, "styleSheet");
    std::map<int, bool> own;
    for (const pugi::xml_node format : childNamed(root, "numFmts"))
        own[format.attribute("numFmtId").as_int()] = isDateFormat(format.attribute("formatCode").value());
    for (const pugi::xml_node style : childNamed(root, "cellXfs")) {
        const int format = style.attribute("numFmtId").as_int();
        const auto custom = own.find(format);
        workbook.dateStyles.push_back(custom != own.end() ? custom->second : isBuiltInDate(format));
    }
    return {};
}

/// Whether this is the text of one item (18.4.8): where the border between two is lost, they look like one with two texts.
bool isOneItem(pugi::xml_node item)
{
    std::size_t texts = 0;
    bool between = false;
    for (const pugi::xml_node child : item) {
        texts += localName(child.name()) == "t" ? 1U : 0U;
        between = between || (child.type() == pugi::node_pcdata && !support::trimmed(child.value()).empty());
    }
    return texts <= 1 && !between;
}

Result<void> readStrings(const ZipArchive &archive, Workbook &workbook)
{
    const std::string entry = "xl/sharedStrings.xml";
    if (!archive.has(entry))
        return {};
    auto source = archive.stream(entry, maxStrings);
    if (!source)
        return tl::unexpected(source.error());
    XmlElements items(*std::move(source), "si", "sst");
    pugi::xml_document item;
    for (;;) {
        const auto found = items.next(item);
        if (!found && found.error().code != ErrorCode::FileDamaged)
            return tl::unexpected(found.error());
        if (found && *found == XmlFind::End)
            return {};
        workbook.damaged = !found || *found != XmlFind::Element || !isOneItem(item.first_child());
        if (workbook.damaged) // texts are known by their number, which nobody knows of those behind
            return {};
        workbook.sharedStrings.push_back(stringItem(item.first_child()));
    }
}

} // namespace

Result<Workbook> readWorkbook(const ZipArchive &archive)
{
    Workbook workbook;
    for (const auto read : {&readSheets, &readStyles, &readStrings}) {
        if (const auto done = read(archive, workbook); !done)
            return tl::unexpected(done.error());
    }
    return workbook;
}

bool isDateFormat(std::string_view code)
{
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') // what follows is for negative numbers and text
            return false;
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const char first = i + 1 < code.size() ? code[i + 1] : ' ';
            if (end - i <= 3 && std::string_view("hHmMsS").find(first) != std::string_view::npos)
                return true; // elapsed time
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (std::string_view("yYdDhHsSmM").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string stringItem(pugi::xml_node item)
{
    std::string text;
    for (const pugi::xml_node child : item) {
        const std::string_view name = localName(child.name());
        if (name == "t")
            text += child.child_value();
        else if (name == "r")
            text += childNamed(child, "t").child_value();
    }
    return text;
}

} // namespace exchange
