// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/gate.h"

#include <algorithm>

namespace engine {

namespace {

/// Collects what is unmet, or only remembers that something is.
class Findings {
public:
    explicit Findings(std::vector<Unmet> *unmet) : m_unmet(unmet) {}

    void add(GatePart part, std::size_t at, int have, int need)
    {
        m_holds = false;
        if (m_unmet)
            m_unmet->push_back({part, at, have, need});
    }
    [[nodiscard]] bool holds() const { return m_holds; }

private:
    std::vector<Unmet> *m_unmet;
    bool m_holds = true;
};

int acceptedFiles(const DealState &state, const std::vector<std::size_t> &kinds)
{
    return static_cast<int>(std::ranges::count_if(state.files, [&](const FileState &file) {
        return file.verdict == domain::Verdict::Accepted && !file.duplicate && std::ranges::find(kinds, file.kind) != kinds.end();
    }));
}

/// When the last of the first `count` accepted files of `kinds` was accepted.
support::Instant proofSince(const DealState &state, const std::vector<std::size_t> &kinds, int count)
{
    std::vector<support::Instant> accepted;
    for (const FileState &file : state.files) {
        if (file.verdict == domain::Verdict::Accepted && !file.duplicate && std::ranges::find(kinds, file.kind) != kinds.end())
            accepted.push_back(file.judged);
    }
    std::ranges::sort(accepted);
    const auto needed = std::min(accepted.size(), static_cast<std::size_t>(std::max(count, 0)));
    return needed == 0 ? support::Instant::min() : accepted[needed - 1];
}

/// A stay in a stage.
struct Stay {
    support::Instant from;
    support::Instant to; ///< when the deal left or was closed, or as-of
};

/// The deal's last stay in the stage; nothing where it never was.
std::optional<Stay> lastStay(const DealState &state, std::size_t place, support::Instant asOf)
{
    const support::Instant end = std::min(asOf, state.closed);
    const auto isHere = [&](const Move &move) { return move.place == static_cast<int>(place); };
    const auto last = std::find_if(state.moves.rbegin(), state.moves.rend(), isHere);
    if (last != state.moves.rend())
        return Stay{last->at, last == state.moves.rbegin() ? end : (last - 1)->at};
    if (place != 0)
        return std::nullopt;
    return Stay{state.created.at, state.moves.empty() ? end : state.moves.front().at};
}

/// When the deal had been open for `wait` since `from`.
support::Instant waitedSince(const DealState &state, support::Instant from, support::Duration wait)
{
    support::Instant waited = from + wait;
    // Each stretch that it was closed puts the end of the wait off, which may then lie behind the next one.
    for (support::Duration closed; state.closedTime(from, waited) != closed;) {
        closed = state.closedTime(from, waited);
        waited = from + wait + closed;
    }
    return waited;
}

} // namespace

bool gateHolds(const DealState &state, std::size_t place, support::Instant asOf, std::vector<Unmet> *unmet)
{
    const CompiledStage &stage = state.pipeline->stages[place];
    Findings findings(unmet);
    for (std::size_t i = 0; i < stage.fields.size(); ++i) {
        const auto &values = stage.values[i];
        const FieldValue &held = state.fields[stage.fields[i]];
        const bool met =
            values.empty() ? held.filled : std::ranges::any_of(values, [&](const WantedValue &value) { return held.is(value); });
        if (!met)
            findings.add(values.empty() ? GatePart::Field : GatePart::Value, i, 0, 1);
    }
    for (std::size_t i = 0; i < stage.items.size(); ++i) {
        if (!state.items[stage.items[i]].done)
            findings.add(GatePart::Item, i, 0, 1);
    }
    for (std::size_t i = 0; i < stage.evidenceKinds.size(); ++i) {
        const int have = acceptedFiles(state, stage.evidenceKinds[i]);
        if (const int need = stage.stage->evidence[i].count; have < need)
            findings.add(GatePart::Evidence, i, have, need);
    }
    for (std::size_t i = 0; i < stage.roles.size(); ++i) {
        if (state.roles[stage.roles[i]].contact == 0)
            findings.add(GatePart::Role, i, 0, 1);
    }
    if (const support::Duration wait = stage.stage->wait; wait.micros > 0) {
        const auto stay = lastStay(state, place, asOf);
        const support::Duration spent =
            stay ? stay->to - stay->from - state.closedTime(stay->from, stay->to) : support::Duration();
        const auto hours = [](support::Duration span) { return static_cast<int>(span.micros / support::hours(1).micros); };
        if (spent < wait)
            findings.add(GatePart::Wait, 0, hours(spent), hours(wait));
    }
    return findings.holds();
}

GateView judgeGate(const DealState &state, std::size_t place, support::Instant asOf)
{
    GateView view;
    view.holds = gateHolds(state, place, asOf, &view.unmet);
    view.overridden = state.overridden[place].has_value();
    return view;
}

std::vector<std::pair<std::size_t, GateView>> judgeMove(const DealState &state, std::size_t target, support::Instant asOf)
{
    std::vector<std::pair<std::size_t, GateView>> against;
    if (!state.pipeline)
        return against;
    const auto from = static_cast<std::size_t>(std::max(state.claimed, 0));
    for (std::size_t place = from; place < target; ++place) {
        GateView view = judgeGate(state, place, asOf);
        if (!view.open())
            against.emplace_back(place, std::move(view));
    }
    return against;
}

support::Instant gateSince(const DealState &state, std::size_t place, support::Instant asOf)
{
    const auto overridden = state.overridden[place];
    if (overridden && !gateHolds(state, place, asOf))
        return *overridden;
    const CompiledStage &stage = state.pipeline->stages[place];
    support::Instant since = state.created.at;
    for (std::size_t i = 0; i < stage.fields.size(); ++i) {
        const FieldValue &held = state.fields[stage.fields[i]];
        since = std::max(since, stage.values[i].empty() ? held.at : held.valueAt);
    }
    for (const std::size_t slot : stage.items)
        since = std::max(since, state.items[slot].at);
    for (const std::size_t slot : stage.roles)
        since = std::max(since, state.roles[slot].at);
    for (std::size_t i = 0; i < stage.evidenceKinds.size(); ++i)
        since = std::max(since, proofSince(state, stage.evidenceKinds[i], stage.stage->evidence[i].count));
    if (const auto stay = lastStay(state, place, support::Instant::max()); stay && stage.stage->wait.micros > 0)
        since = std::max(since, waitedSince(state, stay->from, stage.stage->wait));
    return overridden ? std::min(since, *overridden) : since;
}

int provenPlace(const DealState &state, support::Instant asOf)
{
    if (!state.pipeline || state.pipeline->stages.empty())
        return -1;
    const std::size_t last = state.pipeline->stages.size() - 1;
    std::size_t place = 0;
    while (place < last) {
        const bool vacuous = state.pipeline->stages[place].asksNothing;
        const bool passed = vacuous ? state.claimed > static_cast<int>(place)
                                    : gateHolds(state, place, asOf) || state.overridden[place].has_value();
        if (!passed)
            break;
        ++place;
    }
    return static_cast<int>(place);
}

} // namespace engine
