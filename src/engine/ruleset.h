// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/conditions.h"
#include "engine/live.h"

#include <vector>

namespace engine {

/// The rules of a playbook, ready to be asked.
class RuleSet {
public:
    explicit RuleSet(const CompiledPlaybook &playbook);

    struct Entry {
        const domain::Rule *rule;
        CompiledCondition condition;
        std::size_t slot; ///< in CompiledPlaybook::rules()
    };

    /// Enabled rules about `subject`, in the order of the playbook.
    [[nodiscard]] const std::vector<Entry> &about(domain::RuleSubject subject) const
    {
        return m_entries[static_cast<std::size_t>(subject)];
    }
    [[nodiscard]] const Entry *find(std::size_t slot) const;
    /// Whether a rule about won deals asks for something that the talk about them tells.
    [[nodiscard]] bool asksWonDealsForTalk() const { return m_asksWonDealsForTalk; }
    /// What the rules about deals ask for.
    [[nodiscard]] const LiveLayout &layout() const { return m_layout; }

    /// The same rules but for those that have nothing to go by, by slot (engine::silentRules).
    [[nodiscard]] RuleSet without(std::vector<bool> silent) const;
    /// By slot: rules that were left out so. Empty when none was.
    [[nodiscard]] const std::vector<bool> &silent() const { return m_silent; }

private:
    std::array<std::vector<Entry>, 4> m_entries;
    LiveLayout m_layout;
    std::vector<bool> m_silent;
    bool m_asksWonDealsForTalk = false;
};

} // namespace engine
