// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/refusedfile.h"

#include "exchange/refusal.h"

#include <algorithm>
#include <string>

namespace workbench {

namespace {

std::filesystem::path sortedPath(std::filesystem::path growing)
{
    return growing += ".sorted";
}

} // namespace

RefusedFile::RefusedFile(const std::filesystem::path &path) : m_path(path), m_growing(path)
{
    if (path.empty())
        return;
    std::error_code unknown;
    if (const auto there = std::filesystem::status(path, unknown); !exists(there) || is_regular_file(there))
        m_growing += ".part";
    m_file.open(m_growing, std::ios::binary | std::ios::trunc);
    m_failed = !m_file;
    const std::string header = exchange::refusedHeader();
    m_file << header;
    m_size = header.size();
}

RefusedFile::~RefusedFile()
{
    std::error_code ignored;
    if (!isPlain())
        return;
    std::filesystem::remove(m_growing, ignored);
    std::filesystem::remove(sortedPath(m_growing), ignored);
}

void RefusedFile::add(std::uint64_t place, std::string_view line)
{
    if (!m_file.is_open())
        return;
    m_file << line;
    if (isPlain())
        m_lines.push_back({place, m_size, line.size()});
    m_size += line.size();
}

bool RefusedFile::bringIntoOrder()
{
    if (std::ranges::is_sorted(m_lines, {}, &Line::place))
        return true;
    std::ranges::stable_sort(m_lines, {}, &Line::place);
    std::ifstream written(m_growing, std::ios::binary);
    std::ofstream sorted(sortedPath(m_growing), std::ios::binary | std::ios::trunc);
    sorted << exchange::refusedHeader();
    std::string text;
    for (const Line &line : m_lines) {
        text.resize(line.length);
        written.seekg(static_cast<std::streamoff>(line.offset));
        written.read(text.data(), static_cast<std::streamsize>(line.length));
        sorted << text;
    }
    sorted.close();
    std::error_code error;
    if (written && sorted)
        std::filesystem::rename(sortedPath(m_growing), m_growing, error);
    return written && sorted && !error;
}

bool RefusedFile::keep()
{
    if (m_path.empty())
        return true;
    m_file.close();
    if (!m_file || !isPlain())
        return !m_file.fail();
    std::error_code error;
    if (m_lines.empty() && !std::filesystem::exists(m_path, error))
        return true;
    if (!bringIntoOrder())
        return false;
    std::filesystem::rename(m_growing, m_path, error);
    return !error;
}

} // namespace workbench
