// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/output.h"

#include <cstdio>

namespace plumb {

bool write(std::string_view text)
{
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

void writeError(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void printLine(const nlohmann::ordered_json &document)
{
    write(document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

Exit finished(bool json, Exit how)
{
    const bool whole = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (whole || (how != Exit::Done && how != Exit::SomeRefused))
        return how;
    Common common;
    common.json = json;
    return fail(common,
                {support::ErrorCode::FileUnwritable, "The standard output",
                 "the answer is not whole; what the command was to do is done"},
                Exit::Failed);
}

} // namespace plumb
