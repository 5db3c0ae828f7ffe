// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/talkfold.h"

#include <array>
#include <bit>
#include <span>
#include <tuple>

namespace engine {

using history::Act;
using history::AsOf;
using history::Stamp;

namespace {

/// Reads the talk that counts, in the order it happened.
class TalkReader {
public:
    TalkReader(const TalkEffects &effects, std::vector<TalkRead> &room) : m_effects(effects), m_room(room) {}

    [[nodiscard]] std::span<const TalkRead> read(const AsOf &deal, const std::optional<AsOf> &customer, const DealState &state)
    {
        const history::Run<Act> own = deal.allActs();
        const history::Run<Act> shared = customer ? customer->allActs() : history::Run<Act>{};
        // Room that was made once is kept, and nothing in it is cleared: what is not taken is not looked at.
        if (m_room.size() < own.size() + shared.size())
            m_room.resize(own.size() + shared.size());
        std::size_t s = 0;
        for (std::size_t o = 0; o < own.size(); ++o) {
            for (; s < shared.size() && isBefore(shared, s, own, o); ++s)
                takeShared(*customer, shared, s, state);
            take(own.stamps[o], own.facts[o], deal.counts(own.stamps[o], own.facts[o]));
        }
        for (; s < shared.size(); ++s)
            takeShared(*customer, shared, s, state);
        return std::span(m_room).first(m_taken);
    }

private:
    static bool isBefore(const history::Run<Act> &a, std::size_t i, const history::Run<Act> &b, std::size_t j)
    {
        return std::tie(a.stamps[i], a.facts[i].number) < std::tie(b.stamps[j], b.facts[j].number);
    }
    void takeShared(const AsOf &customer, const history::Run<Act> &shared, std::size_t s, const DealState &state)
    {
        take(shared.stamps[s], shared.facts[s],
             customer.counts(shared.stamps[s], shared.facts[s]) && state.openAt(shared.stamps[s].occurred));
    }
    /// The next one takes the place of one that does not count.
    void take(const Stamp &stamp, const Act &act, bool counts)
    {
        m_room[m_taken] = {stamp.occurred, act.number, m_effects.of(act)};
        m_taken += counts ? 1 : 0;
    }

    const TalkEffects &m_effects;
    std::vector<TalkRead> &m_room;
    std::size_t m_taken = 0;
};

/// Where in the talk something last was.
class Last {
public:
    explicit Last(std::span<const TalkRead> talk)
    {
        m_places.fill(-1);
        for (const TalkRead &read : talk)
            m_any |= read.effects;
        // Backwards: after a few activities there is nothing left to look for.
        std::uint32_t wanted = m_any;
        for (auto place = static_cast<int>(talk.size()) - 1; wanted != 0; --place) {
            const std::uint32_t found = talk[static_cast<std::size_t>(place)].effects & wanted;
            for (std::uint32_t left = found; left != 0; left &= left - 1)
                m_places[static_cast<std::size_t>(std::countr_zero(left))] = place;
            wanted &= ~found;
        }
    }

    [[nodiscard]] int of(TalkEffect effect) const
    {
        return m_places[static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(effect)))];
    }
    [[nodiscard]] bool any(TalkEffect effect) const { return (m_any & effect) != 0; }

private:
    std::array<int, 32> m_places; // by the effect's bit
    std::uint32_t m_any = 0;
};

bool has(const TalkRead &read, TalkEffect effect)
{
    return (read.effects & effect) != 0;
}

/// How many from `first` on have `effect`.
int countFrom(std::span<const TalkRead> talk, int first, TalkEffect effect)
{
    int count = 0;
    for (const TalkRead &read : talk.subspan(static_cast<std::size_t>(first)))
        count += has(read, effect) ? 1 : 0;
    return count;
}

/// The inquiries in the window, which `last` is the last of.
void countInquiries(std::span<const TalkRead> talk, int last, support::Instant windowStart, TalkState &state)
{
    state.inquiries = 0;
    for (int place = last; place >= 0 && talk[static_cast<std::size_t>(place)].at > windowStart; --place) {
        if (!has(talk[static_cast<std::size_t>(place)], Inquired))
            continue;
        ++state.inquiries;
        state.firstInWindow = talk[static_cast<std::size_t>(place)].at;
    }
}

/// The first from `first` on that has `effect`, −1 where there is none.
int firstFrom(std::span<const TalkRead> talk, int first, TalkEffect effect)
{
    for (auto place = static_cast<std::size_t>(first); place < talk.size(); ++place) {
        if (has(talk[place], effect))
            return static_cast<int>(place);
    }
    return -1;
}

/// The facts behind the counts.
void listFacts(std::span<const TalkRead> talk, support::Instant windowStart, DealState &state)
{
    for (const TalkRead &read : talk) {
        if (has(read, Heard))
            state.unansweredFacts.clear();
        if (has(read, Said))
            state.unansweredFacts.push_back(read.number);
        if (has(read, Met))
            state.missedFacts.clear();
        if (has(read, Missed))
            state.missedFacts.push_back(read.number);
        if (has(read, GoodWord))
            state.goodTalkFacts.push_back(read.number);
        if (has(read, Inquired) && read.at > windowStart)
            state.inquiryFacts.push_back(read.number);
    }
}

void count(std::span<const TalkRead> talk, const Last &last, support::Instant windowStart, TalkState &state)
{
    state.unanswered = countFrom(talk, last.of(Heard) + 1, Said);
    state.meetingsMissed = last.any(Missed) ? countFrom(talk, last.of(Met) + 1, Missed) : 0;
    state.goodTalks = last.any(GoodWord) ? countFrom(talk, 0, GoodWord) : 0;
    countInquiries(talk, last.of(Inquired), windowStart, state);
}

} // namespace

void foldTalk(const CompiledPlaybook &playbook, const AsOf &deal, const std::optional<AsOf> &customer, Depth depth,
              DealState &state)
{
    const support::Instant windowStart = deal.asOf() - playbook.playbook().health.askWindow;
    const auto talk = TalkReader(playbook.talkEffects(), state.talkRead).read(deal, customer, state);
    const Last last(talk);
    const auto mark = [&](int place) {
        if (place < 0)
            return std::optional<Mark>();
        const TalkRead &found = talk[static_cast<std::size_t>(place)];
        return std::optional(Mark{found.at, found.number});
    };
    TalkState &known = state.talk;
    count(talk, last, windowStart, known);
    known.interaction = mark(std::max(last.of(Heard), last.of(Said)));
    known.substance = mark(last.of(Substantial));
    known.demo = mark(last.of(Demoed));
    known.inquiry = mark(last.of(Inquired));
    known.tender = mark(last.of(Tendered));
    known.material = mark(last.of(Sent));
    known.rivalPrice = mark(last.of(Compared));
    if (last.any(Inquired)) {
        const int asked = firstFrom(talk, 0, Inquired);
        known.firstInquiry = mark(asked);
        known.firstResponse = mark(firstFrom(talk, asked, Said));
    }
    const auto heard = mark(last.of(Heard));
    known.demoAnswered = known.demo && heard && heard->at > known.demo->at;
    known.inquiryAnswered = last.any(Inquired) && last.of(Said) > last.of(Inquired);
    if (const auto progress = mark(last.of(Progress)))
        advance(state.progress, progress->at, progress->number);
    if (depth == Depth::Full)
        listFacts(talk, windowStart, state);
}

} // namespace engine
