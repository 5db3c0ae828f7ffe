// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/wholefile.h"

#include <cerrno>
#include <fstream>

namespace exchange {

using support::ErrorCode;
using support::failure;

WholeFile::WholeFile(std::filesystem::path file) : m_file(std::move(file)), m_part(m_file)
{
    m_part += ".part";
}

WholeFile::~WholeFile()
{
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
}

support::Result<void> WholeFile::write(std::string_view bytes) const
{
    std::ofstream out(m_part, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        return failure(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, m_file.string(),
                       "the file cannot be written");
    return {};
}

support::Result<void> WholeFile::commit()
{
    std::error_code error;
    std::filesystem::rename(m_part, m_file, error);
    if (error)
        return failure(ErrorCode::FileUnwritable, m_file.string(), error.message());
    return {};
}

} // namespace exchange
