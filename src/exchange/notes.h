// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace exchange {

/// Something an import did beyond reading: the interface has a sentence for each code. value_replaced (column, "GTXPro → GTX
/// Pro") · placeholder (column, word) · row_unwrapped · row_repeated · deal_without_customer · customer_from_lead ·
/// creation_assumed (day) · closed_before_created · closed_assumed (day) · closed_when_planned · closed_when_changed ·
/// row_older (the first deals' ids) · owner_assumed (person) · stage_assumed (stage, target) · word_unknown (column, word) ·
/// time_assumed (day) · currency_assumed (currency) · name_shared (name, the ids of who bears it) · history_stops (the stage,
/// or won or lost, that its deal's row says) · way_untold · stage_seen (the day) · deal_deleted (the
/// other system's word) · deal_missing (the first deals' names) · stage_kept (stage) · no_rows (the file whose table is only
/// a header) · amount_rounded (column, currency) · date_orders_differ (columns with the day first, columns with the month
/// first) · customer_unnamed, person_unnamed, product_unnamed (the export of the system that would name it) ·
/// merged_before (the customer as the row names it, the id of the one it is) · merge_forgotten (the same) · customer_nameless,
/// person_nameless, product_nameless (known by its id alone, and no export of the system names it)
struct Note {
    std::string code;
    std::string subject;
    std::string detail;

    friend auto operator<=>(const Note &, const Note &) = default;
};

/// Notes and how often each was made. A column of free text may give as many notes as there are rows: what comes after the first
/// `kept` different ones of a code is counted together, by its subject, with `more` for its detail.
class Notes {
public:
    static constexpr std::size_t kept = 1000;
    static constexpr const char *more = "…";

    void add(std::string code, std::string subject = {}, std::string detail = {})
    {
        Note note{std::move(code), std::move(subject), std::move(detail)};
        const auto known = m_counts.find(note);
        if (known != m_counts.end()) {
            ++known->second;
            return;
        }
        std::size_t &different = m_different[note.code];
        if (different < kept)
            ++different;
        else
            note.detail = more;
        ++m_counts[std::move(note)];
    }

    [[nodiscard]] const std::map<Note, std::uint64_t> &counts() const { return m_counts; }

    /// How often notes of `code` were made.
    [[nodiscard]] std::uint64_t total(const std::string &code) const
    {
        std::uint64_t sum = 0;
        for (const auto &[note, count] : m_counts)
            sum += note.code == code ? count : 0;
        return sum;
    }

private:
    std::map<Note, std::uint64_t> m_counts;
    std::map<std::string, std::size_t> m_different; ///< by code
};

} // namespace exchange
