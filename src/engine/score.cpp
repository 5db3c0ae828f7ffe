// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/score.h"

#include "engine/flags.h"
#include "engine/focus.h"
#include "engine/screen.h"

#include <bit>

namespace engine {

namespace {

/// For each deal the rules that hold, a bit each.
class Held {
public:
    Held(const std::vector<RuleSet::Entry> &entries, Status status, Screen &screen)
        : m_words((entries.size() + wordBits - 1) / wordBits)
    {
        for (std::size_t rule = 0; rule < entries.size(); ++rule) {
            const Mask held = entries[rule].condition.holds(screen);
            auto &words = m_words[rule / wordBits];
            for (std::size_t deal = 0; deal < screen.size(); ++deal)
                words[deal] |= std::uint64_t{held[deal]} << rule % wordBits;
        }
        for (std::size_t deal = 0; deal < screen.size(); ++deal) {
            if (screen.row(deal).status != status)
                std::ranges::for_each(m_words, [&](auto &words) { words[deal] = 0; });
        }
    }

    /// Calls `take` for each rule that holds for the deal, by its place among the entries.
    template <class Take>
    void each(std::size_t deal, const Take &take) const
    {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (std::uint64_t left = m_words[word][deal]; left != 0; left &= left - 1)
                take(word * wordBits + static_cast<std::size_t>(std::countr_zero(left)));
        }
    }

private:
    static constexpr std::size_t wordBits = 64;

    std::vector<std::array<std::uint64_t, Screen::room>> m_words;
};

/// The flag of the rule at `slot` on a deal with these decisions.
FlagRow raised(const Basis &basis, const DealRow &row, std::size_t slot, std::span<const LiveDecision> decisions)
{
    FlagRow flag;
    flag.row = row.index();
    flag.rule = static_cast<std::uint16_t>(slot);
    const auto known = std::ranges::find(decisions, slot, [](const LiveDecision &made) { return made.decision.rule; });
    if (known == decisions.end())
        return flag;
    flag.state = flagState(&known->decision, basis.when.asOf);
    flag.decided = known->decision.at;
    flag.until = known->decision.until;
    revive(flag, basis, row.deal);
    return flag;
}

void raiseFlags(const Basis &basis, Screen &screen, std::vector<FlagRow> &flags)
{
    const auto &ofOpen = basis.source.rules.about(domain::RuleSubject::OpenDeal);
    const auto &ofWon = basis.source.rules.about(domain::RuleSubject::WonDeal);
    const Held open(ofOpen, Status::Open, screen);
    const Held won(ofWon, Status::Won, screen);
    for (std::size_t deal = 0; deal < screen.size(); ++deal) {
        const DealRow &row = screen.row(deal);
        const auto decisions = std::ranges::equal_range(screen.live().decisions, deal, {}, &LiveDecision::deal);
        open.each(deal, [&](std::size_t rule) { flags.push_back(raised(basis, row, ofOpen[rule].slot, decisions)); });
        won.each(deal, [&](std::size_t rule) { flags.push_back(raised(basis, row, ofWon[rule].slot, decisions)); });
    }
}

bool inResponseWindow(const DealRow &row, const domain::Playbook &playbook, support::Instant asOf)
{
    return row.created > responsesFrom(playbook.windows, asOf);
}

domain::Quadrant quadrantOf(bool high, bool isShort)
{
    if (high)
        return isShort ? domain::Quadrant::HighShort : domain::Quadrant::HighLong;
    return isShort ? domain::Quadrant::LowShort : domain::Quadrant::LowLong;
}

} // namespace

Score scoreOf(const HealthCounts &counts, const DealRow &row, const CompiledPlaybook &playbook, const Calibration &calibration,
              support::Instant asOf)
{
    const domain::Playbook &settings = playbook.playbook();
    Score score;
    score.counts = capped(counts, settings.health);
    score.health = health(score.counts, settings.health);
    if (row.status != Status::Open)
        return score;
    score.days = daysToClose({row.pipeline, row.claimed, asOf - row.claimedSince}, playbook, calibration);
    if (score.days) {
        const double cut = calibration.pipelines[static_cast<std::size_t>(row.pipeline)].daysCut;
        score.quadrant = quadrantOf(score.health >= settings.healthCut(), score.days->days <= cut);
    }
    return score;
}

void write(const Score &score, const RowMeasures &measures, const domain::Playbook &playbook, support::Instant asOf, DealRow &row)
{
    const bool open = row.status == Status::Open;
    row.firstResponseHours = open || inResponseWindow(row, playbook, asOf) ? measures.firstResponseHours : noValue;
    if (!open)
        return;
    row.daysSinceSubstance = measures.daysSinceSubstance;
    row.health = score.health;
    row.counts = score.counts;
    row.red = row.health < playbook.health.redBelow;
    row.quadrant = score.quadrant;
    row.hasDaysToClose = score.days.has_value();
    row.daysToClose = score.days ? static_cast<float>(score.days->days) : 0;
    row.daysFrom = score.days ? score.days->from : DaysFrom::History;
}

bool changesWithTime(const DealRow &row, const RuleSet &rules, const domain::Playbook &playbook, support::Instant asOf)
{
    return row.status == Status::Open || inResponseWindow(row, playbook, asOf)
           || (row.status == Status::Won && !rules.about(domain::RuleSubject::WonDeal).empty());
}

void score(const Basis &basis, Part<DealRow> &part)
{
    Screen screen(basis, *part.live, part.rows);
    const auto responses = screen.measure(domain::Measure::FirstResponseHours);
    const auto substances = screen.measure(domain::Measure::DaysSinceSubstance);
    for (std::size_t deal = 0; deal < screen.size(); ++deal)
        write(screen.score(deal), {substances[deal], responses[deal]}, basis.source.playbook.playbook(), basis.when.asOf,
              part.rows[part.live->rows[deal]]);
    raiseFlags(basis, screen, part.flags);
    rankPart(basis.source.playbook, basis.calibration.usual, part);
}

std::shared_ptr<const Part<DealRow>> rescored(const Basis &basis, const Part<DealRow> &known)
{
    auto part = std::make_shared<Part<DealRow>>();
    part->rows = known.rows;
    part->owners = known.owners;
    part->customers = known.customers;
    part->live = known.live;
    score(basis, *part);
    return part;
}

} // namespace engine
