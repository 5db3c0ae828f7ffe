// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/live.h"
#include "engine/score.h"

#include <array>
#include <bitset>
#include <memory>

namespace engine {

/// The deals of one Live side by side at an instant: each measure as a column, told when it is first asked for. It refers; the
/// owner keeps alive what it was made of.
class Screen {
public:
    static constexpr std::size_t room = history::Block::slots;

    /// `rows` are those of the part that `live` belongs to.
    Screen(const Basis &basis, const Live &live, std::span<const DealRow> rows);

    [[nodiscard]] std::size_t size() const { return m_live.size(); }
    [[nodiscard]] const Live &live() const { return m_live; }
    [[nodiscard]] const DealRow &row(std::size_t deal) const { return m_rows[m_live.rows[deal]]; }

    [[nodiscard]] std::span<const double> measure(domain::Measure which);
    [[nodiscard]] std::span<const std::uint8_t> test(std::size_t number) const { return m_live.test(number); }
    [[nodiscard]] const Score &score(std::size_t deal) const { return m_scores[deal]; }

private:
    using Column = std::array<double, room>;
    using Columns = std::array<Column, domain::measures.size()>;

    void tell(domain::Measure which, std::span<double> column) const;
    void tellSetting(domain::Measure which, std::span<double> column) const;
    void tellScore(domain::Measure which, std::span<double> column) const;
    void tellResponse(std::span<double> column) const;

    const Basis &m_basis;
    const Live &m_live;
    std::span<const DealRow> m_rows;
    std::unique_ptr<Columns> m_columns;
    std::bitset<domain::measures.size()> m_told;
    std::vector<Score> m_scores;
};

} // namespace engine
