// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/talkfold.h"

#include <tuple>

namespace engine {

using history::Act;
using history::AsOf;
using history::Stamp;

namespace {

/// The talk that counts, in the order it happened, into `read`.
void readTalk(const TalkEffects &effects, const AsOf &deal, const std::optional<AsOf> &customer, const DealState &state,
              std::vector<TalkRead> &read)
{
    const history::Run<Act> own = deal.allActs();
    const history::Run<Act> shared = customer ? customer->allActs() : history::Run<Act>{};
    read.resize(own.size() + shared.size());
    std::size_t taken = 0;
    const auto take = [&](const Stamp &stamp, const Act &act) {
        TalkRead &to = read[taken++];
        to.at = stamp.occurred;
        to.number = act.number;
        to.effects = effects.of(act);
    };
    const auto before = [&](std::size_t s, std::size_t o) {
        return std::tie(shared.stamps[s], shared.facts[s].number) < std::tie(own.stamps[o], own.facts[o].number);
    };
    std::size_t s = 0;
    for (std::size_t o = 0; o <= own.size(); ++o) {
        for (; s < shared.size() && (o == own.size() || before(s, o)); ++s) {
            if (customer->counts(shared.stamps[s], shared.facts[s]) && state.openAt(shared.stamps[s].occurred))
                take(shared.stamps[s], shared.facts[s]);
        }
        if (o < own.size() && deal.counts(own.stamps[o], own.facts[o]))
            take(own.stamps[o], own.facts[o]);
    }
    read.resize(taken);
}

/// Places in the talk, −1 where there is none.
struct Places {
    int progress = -1;
    int tender = -1;
    int demo = -1;
    int substance = -1;
    int heard = -1;
    int inquiry = -1;
    int firstInquiry = -1;
    int said = -1;
    int firstResponse = -1;
    int material = -1;
    int compared = -1;
};

/// All ones where `effects` has `effect`, or else none: what is chosen by it is chosen without a branch.
int maskOf(std::uint32_t effects, TalkEffect effect)
{
    return -static_cast<int>((effects & effect) != 0);
}

/// Walks the talk once: the last place of each kind, and what is counted.
Places walk(const std::vector<TalkRead> &read, support::Instant windowStart, TalkState &talk)
{
    Places at;
    TalkState counts;
    const auto count = static_cast<int>(read.size());
    for (int i = 0; i < count; ++i) {
        const TalkRead &now = read[static_cast<std::size_t>(i)];
        const auto mask = [&now](TalkEffect effect) { return maskOf(now.effects, effect); };
        const auto last = [&](TalkEffect effect, int &place) { place = (i & mask(effect)) | (place & ~mask(effect)); };
        last(Progress, at.progress);
        last(Tendered, at.tender);
        last(Demoed, at.demo);
        last(Substantial, at.substance);
        last(Heard, at.heard);
        last(Inquired, at.inquiry);
        last(Said, at.said);
        last(Sent, at.material);
        last(Compared, at.compared);
        at.firstInquiry = at.firstInquiry < 0 ? at.inquiry : at.firstInquiry;
        if (at.firstResponse < 0 && at.firstInquiry >= 0)
            at.firstResponse = mask(Said) != 0 ? i : -1;
        const int attended = mask(Met) & ~mask(Missed);
        counts.unanswered = (counts.unanswered - mask(Said)) & ~mask(Heard);
        counts.meetingsMissed = (counts.meetingsMissed - mask(Missed)) & ~attended;
        counts.goodTalks -= mask(GoodWord);
        counts.inquiries -= mask(Inquired) & -static_cast<int>(now.at > windowStart);
    }
    talk = counts;
    return at;
}

/// The facts behind the counts.
void listFacts(const std::vector<TalkRead> &read, support::Instant windowStart, DealState &state)
{
    for (const TalkRead &now : read) {
        if ((now.effects & Heard) != 0)
            state.unansweredFacts.clear();
        if ((now.effects & Said) != 0)
            state.unansweredFacts.push_back(now.number);
        if ((now.effects & Met) != 0 && (now.effects & Missed) == 0)
            state.missedFacts.clear();
        if ((now.effects & Missed) != 0)
            state.missedFacts.push_back(now.number);
        if ((now.effects & GoodWord) != 0)
            state.goodTalkFacts.push_back(now.number);
        if ((now.effects & Inquired) != 0 && now.at > windowStart)
            state.inquiryFacts.push_back(now.number);
    }
}

} // namespace

void foldTalk(const CompiledPlaybook &playbook, const AsOf &deal, const std::optional<AsOf> &customer, Depth depth,
              DealState &state)
{
    const support::Instant windowStart = deal.asOf() - playbook.playbook().health.askWindow;
    std::vector<TalkRead> &read = state.talkRead;
    readTalk(playbook.talkEffects(), deal, customer, state, read);
    TalkState &talk = state.talk;
    const Places at = walk(read, windowStart, talk);
    const auto mark = [&](int place) {
        if (place < 0)
            return std::optional<Mark>();
        const TalkRead &found = read[static_cast<std::size_t>(place)];
        return std::optional(Mark{found.at, found.number});
    };
    talk.interaction = mark(std::max(at.heard, at.said));
    talk.substance = mark(at.substance);
    talk.demo = mark(at.demo);
    talk.inquiry = mark(at.inquiry);
    talk.firstInquiry = mark(at.firstInquiry);
    talk.firstResponse = mark(at.firstResponse);
    talk.tender = mark(at.tender);
    talk.material = mark(at.material);
    talk.rivalPrice = mark(at.compared);
    const auto heard = mark(at.heard);
    talk.demoAnswered = talk.demo && heard && heard->at > talk.demo->at;
    talk.inquiryAnswered = at.inquiry >= 0 && at.said > at.inquiry;
    if (const auto progress = mark(at.progress))
        advance(state.progress, progress->at, progress->number);
    if (depth == Depth::Full)
        listFacts(read, windowStart, state);
}

} // namespace engine
