// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"
#include "store/sidefile.h"
#include "store/workspace.h"

#include <memory>
#include <thread>

namespace workbench {

/// Reads the history of a workspace. The columns of a large one are kept in a file beside it, written in the background, so
/// that the next time only the facts since then are read one by one.
class HistoryLoader {
public:
    struct Keeping {
        bool allowed = true; ///< the folder may be written to
        /// So many facts that are not in the kept columns are worth writing them anew; and an eighth of all.
        std::uint64_t from = 20'000;
    };

    /// The loader waits at its end until the columns are written.
    HistoryLoader(const std::filesystem::path &workspace, Keeping keeping) : m_columns(workspace), m_keeping(keeping) {}

    /// The history of all facts in `file`, going on from the last time. Fails as Workspace::scan does.
    [[nodiscard]] support::Result<std::shared_ptr<const history::History>> load(const store::Workspace &file,
                                                                                const store::Watch &watch);

private:
    struct Loaded {
        std::shared_ptr<const history::History> history = std::make_shared<history::History>();
        store::FactMark mark;
    };
    [[nodiscard]] Loaded keptColumns();
    /// What `known` and the facts since make; nothing where they cannot go together.
    [[nodiscard]] static support::Result<std::optional<Loaded>> goOn(const Loaded &known, const store::Workspace &file,
                                                                     const store::Watch &watch);
    void keepColumns();

    store::SideFile m_columns;
    Keeping m_keeping;
    Loaded m_loaded;
    std::uint64_t m_kept = 0; ///< facts in the columns beside the file
    std::jthread m_writing;
};

} // namespace workbench
