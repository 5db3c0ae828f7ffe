// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/keytable.h"

#include <algorithm>

namespace history {

void KeyTable::add(domain::SymbolKey key, std::uint32_t place)
{
    const std::size_t at = key / pageSize;
    if (at >= m_pages.size())
        m_pages.resize(at + 1);
    auto &page = m_pages[at];
    if (!page) {
        page = std::make_shared<Page>();
        page->fill(none);
    } else if (page.use_count() > 1) {
        page = std::make_shared<Page>(*page);
    }
    (*page)[key % pageSize] = place;
}

std::size_t KeyTable::bytes() const
{
    const auto pages = std::ranges::count_if(m_pages, [](const auto &page) { return page != nullptr; });
    return m_pages.capacity() * sizeof(m_pages[0]) + static_cast<std::size_t>(pages) * sizeof(Page);
}

} // namespace history
