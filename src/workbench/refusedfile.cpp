// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/refusedfile.h"

#include "exchange/refusal.h"

namespace workbench {

RefusedFile::RefusedFile(const std::filesystem::path &path) : m_path(path), m_growing(path)
{
    if (path.empty())
        return;
    std::error_code unknown;
    if (const auto there = std::filesystem::status(path, unknown); !exists(there) || is_regular_file(there))
        m_growing += ".part";
    m_file.open(m_growing, std::ios::binary | std::ios::trunc);
    m_failed = !m_file;
    add(exchange::refusedHeader());
}

RefusedFile::~RefusedFile()
{
    std::error_code ignored;
    if (m_growing != m_path)
        std::filesystem::remove(m_growing, ignored);
}

void RefusedFile::add(std::string_view line)
{
    if (m_file.is_open())
        m_file << line;
}

bool RefusedFile::keep()
{
    if (m_path.empty())
        return true;
    m_file.close();
    std::error_code error;
    if (m_file && m_growing != m_path)
        std::filesystem::rename(m_growing, m_path, error);
    return m_file && !error;
}

} // namespace workbench
