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
    explicit Merges(const std::map<std::string, std::string> &merges) : m_merges(merges) {}

    /// The customer that `id` is said to be, also over several steps; nothing for one that stays itself.
    [[nodiscard]] std::optional<std::string> into(const std::string &id) const;
    /// The same for a row that names `id`.
    [[nodiscard]] std::optional<std::string> use(const std::string &id);
    /// A merge that names what is not there, or leads in a circle: the id at fault. Asked when all rows were read; `isThere` says
    /// which customers are.
    [[nodiscard]] std::optional<std::string> wrong(const std::function<bool(const std::string &id)> &isThere) const;

private:
    const std::map<std::string, std::string> &m_merges;
    std::unordered_set<std::string> m_used; ///< ids of rows that a merge concerned
};

} // namespace exchange
