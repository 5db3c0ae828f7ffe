// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/talkfold.h"

#include <tuple>

namespace engine {

using domain::ActivityBits;
using domain::ActivityKind;
using domain::Direction;
using history::Act;
using history::AsOf;
using history::Stamp;

namespace {

/// Reads the talk about one deal in the order it happened.
class TalkFold {
public:
    TalkFold(const CompiledPlaybook &playbook, support::Instant asOf, DealState &state)
        : m_playbook(playbook)
        , m_windowStart(asOf - playbook.playbook().health.askWindow)
        , m_state(state)
        , m_talk(state.talk)
    {}

    void take(const Stamp &stamp, const Act &act)
    {
        const ActivityBits bits = ActivityBits::unpack(act.bits);
        const Mark mark{stamp.occurred, act.number};
        if (m_playbook.isProgress(bits.kind))
            advance(m_state.progress, mark.at, mark.number);
        if (bits.kind == ActivityKind::Tender)
            m_talk.tender = mark;
        if (bits.kind == ActivityKind::Tender || bits.kind == ActivityKind::PageView)
            return;
        if (bits.kind == ActivityKind::Demo)
            demonstrated(mark);
        if (bits.kind == ActivityKind::Meeting && bits.direction == Direction::In)
            met(act);
        if (domain::has(act.signals, domain::Signal::Substance) || bits.kind == ActivityKind::Demo
            || bits.kind == ActivityKind::Feedback)
            m_talk.substance = mark;
        if (bits.direction == Direction::In)
            heard(mark, bits, act);
        else if (bits.direction == Direction::Out)
            said(mark, bits);
    }

private:
    void demonstrated(const Mark &mark)
    {
        m_talk.demo = mark;
        m_talk.demoAnswered = false;
    }

    void met(const Act &act)
    {
        if (act.actor != 0) {
            m_talk.meetingsMissed = 0;
            m_state.missedFacts.clear();
            return;
        }
        ++m_talk.meetingsMissed;
        m_state.missedFacts.push_back(act.number);
    }

    void heard(const Mark &mark, const ActivityBits &bits, const Act &act)
    {
        m_talk.interaction = mark;
        m_talk.unanswered = 0;
        m_state.unansweredFacts.clear();
        m_talk.demoAnswered = m_talk.demoAnswered || (m_talk.demo && mark.at > m_talk.demo->at);
        if (domain::has(act.signals, domain::Signal::GoodTalk)) {
            ++m_talk.goodTalks;
            m_state.goodTalkFacts.push_back(mark.number);
        }
        if (!m_playbook.isInquiry(bits.kind))
            return;
        m_talk.inquiry = mark;
        m_talk.inquiryAnswered = false;
        if (!m_talk.firstInquiry)
            m_talk.firstInquiry = mark;
        if (mark.at > m_windowStart) {
            ++m_talk.inquiries;
            m_state.inquiryFacts.push_back(mark.number);
        }
    }

    void said(const Mark &mark, const ActivityBits &bits)
    {
        if (bits.kind == ActivityKind::Note)
            return;
        m_talk.interaction = mark;
        ++m_talk.unanswered;
        m_state.unansweredFacts.push_back(mark.number);
        if (bits.withMaterial || bits.kind == ActivityKind::File)
            m_talk.material = mark;
        m_talk.inquiryAnswered = m_talk.inquiryAnswered || (m_talk.inquiry && mark.at >= m_talk.inquiry->at);
        if (m_talk.firstInquiry && !m_talk.firstResponse)
            m_talk.firstResponse = mark;
    }

    const CompiledPlaybook &m_playbook;
    support::Instant m_windowStart;
    DealState &m_state;
    TalkState &m_talk;
};

} // namespace

void foldTalk(const CompiledPlaybook &playbook, const AsOf &deal, const std::optional<AsOf> &customer, DealState &state)
{
    TalkFold talk(playbook, deal.asOf(), state);
    const history::Run<Act> own = deal.allActs();
    const history::Run<Act> shared = customer ? customer->allActs() : history::Run<Act>{};
    const auto before = [&](std::size_t s, std::size_t o) {
        return std::tie(shared.stamps[s], shared.facts[s].number) < std::tie(own.stamps[o], own.facts[o].number);
    };
    std::size_t s = 0;
    for (std::size_t o = 0; o <= own.size(); ++o) {
        for (; s < shared.size() && (o == own.size() || before(s, o)); ++s) {
            if (customer->counts(shared.stamps[s], shared.facts[s]) && state.openAt(shared.stamps[s].occurred))
                talk.take(shared.stamps[s], shared.facts[s]);
        }
        if (o < own.size() && deal.counts(own.stamps[o], own.facts[o]))
            talk.take(own.stamps[o], own.facts[o]);
    }
}

} // namespace engine
