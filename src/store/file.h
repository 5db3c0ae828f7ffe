// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/identities.h"
#include "store/symboltable.h"
#include "store/things.h"
#include "store/writerlock.h"

#include <filesystem>
#include <optional>

namespace store {

/// Everything that an open workspace file consists of. It stays where it was made: the parts know each other.
struct File {
    File(std::filesystem::path where, std::unique_ptr<Connection> opened, std::optional<WriterLock> writer)
        : path(std::move(where))
        , lock(std::move(writer))
        , connection(std::move(opened))
    {}

    std::filesystem::path path;
    std::optional<WriterLock> lock; ///< none: opened for reading
    std::unique_ptr<Connection> connection;
    SymbolTable symbols{*connection};
    FactStore facts{*connection};
    Identities identities{*connection, facts};
    Things things{*connection, symbols, identities, facts};
    domain::Lexicon lexicon;
};

} // namespace store
