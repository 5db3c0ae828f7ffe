// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/keptfiles.h"

#include <algorithm>

namespace workbench {

namespace fs = std::filesystem;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

fs::path beside(const fs::path &path, const char *suffix)
{
    fs::path out = path;
    return out += suffix;
}

/// By the file itself where both are there, else by where the path leads.
bool sameFile(const fs::path &one, const fs::path &other)
{
    std::error_code error;
    if (other.empty())
        return false;
    if (fs::equivalent(one, other, error))
        return true;
    std::error_code lost;
    const fs::path first = fs::weakly_canonical(fs::absolute(one, lost), error);
    const fs::path second = fs::weakly_canonical(fs::absolute(other, lost), lost);
    return !error && !lost && first == second;
}

} // namespace

std::vector<fs::path> filesOf(const fs::path &file)
{
    std::vector<fs::path> files;
    for (const char *suffix : {"", "-wal", "-shm", "-journal", "-lock", "-lock-journal", "-columns", "-columns.part"})
        files.push_back(beside(file, suffix));
    // A sample's answers are kept beside it too.
    files.push_back(beside(file, ".truths.jsonl"));
    return files;
}

Result<void> mayWrite(const fs::path &output, std::span<const fs::path> kept)
{
    std::error_code unknown;
    const fs::file_status there = fs::status(output, unknown);
    if (output.empty() || (fs::exists(there) && !fs::is_regular_file(there)))
        return {};
    for (const char *suffix : {"", ".part", ".part.sorted"}) {
        const fs::path written = beside(output, suffix);
        const auto taken = std::ranges::find_if(kept, [&](const fs::path &path) { return sameFile(written, path); });
        if (taken != kept.end())
            return failure(ErrorCode::FileExists, output.string(), "writing it would replace " + taken->string());
    }
    return {};
}

} // namespace workbench
