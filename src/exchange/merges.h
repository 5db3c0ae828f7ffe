// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>

namespace exchange {

/// Which customers a person said are one: an id → the id of the customer it is.
class Merges {
public:
    /// `said` for this import; `before` in one before, as far as nothing else is said now. To say that a customer is
    /// itself ends what was said before.
    Merges(const std::map<std::string, std::string> &said, const std::map<std::string, std::string> &before);

    /// The customer that `id` is said to be, also over several steps; nothing for one that stays itself.
    [[nodiscard]] std::optional<std::string> into(const std::string &id) const;
    /// The same for a row that names `id`.
    [[nodiscard]] std::optional<std::string> use(const std::string &id);
    /// Whether only an import before said what `id` is.
    [[nodiscard]] bool isFromBefore(const std::string &id) const { return !m_said.contains(id); }
    /// A merge of this import that names what is not there, or leads in a circle: the id at fault. Asked when all rows were read;
    /// `isThere` says which customers are.
    [[nodiscard]] std::optional<std::string> wrong(const std::function<bool(const std::string &id)> &isThere) const;
    /// What this import says and none before said: an id, and the customer that it is.
    [[nodiscard]] std::map<std::string, std::string> news() const;

private:
    const std::map<std::string, std::string> &m_said;
    const std::map<std::string, std::string> &m_before;
    std::map<std::string, std::string> m_merges; ///< both
    std::unordered_set<std::string> m_used;      ///< ids of rows that a merge concerned
};

} // namespace exchange
