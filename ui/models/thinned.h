// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/workbench.h"

#include <cstdint>
#include <functional>
#include <utility>

namespace ui {

/// Lets through about two hundred of the reports of a long step, so that they do not flood the interface.
class Thinned {
public:
    explicit Thinned(std::function<void(workbench::Progress)> tell) : m_tell(std::move(tell)) {}

    void operator()(workbench::Progress progress)
    {
        const std::uint64_t step = progress.total == 0 ? 5'000 : progress.total / progressSteps;
        if (progress.done < m_told + step && progress.done != progress.total)
            return;
        m_told = progress.done;
        m_tell(progress);
    }

private:
    static constexpr int progressSteps = 200;

    std::function<void(workbench::Progress)> m_tell;
    std::uint64_t m_told = 0;
};

} // namespace ui
