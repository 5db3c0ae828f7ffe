// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/fold.h"

#include "support/money.h"

#include <algorithm>
#include <tuple>

namespace engine {

using domain::ActivityBits;
using domain::ActivityKind;
using domain::Direction;
using domain::RowKind;
using history::Act;
using history::AsOf;
using history::Event;
using history::File;
using history::Stamp;

namespace {

/// A won amount without a currency was read with three decimals; the deal's own currency may have another number of them.
std::int64_t inCurrency(std::int64_t thousandths, std::uint32_t currency)
{
    const int exponent = currency == 0 ? 2 : support::Currency::unpack(currency).exponent();
    std::int64_t minor = thousandths;
    for (int digits = exponent; digits < 3; ++digits)
        minor /= 10;
    return minor;
}

/// Reads the events of one deal, from the earliest to the latest occurred, after its creation: what happened to a deal may have
/// happened before it was created here, or at the same instant and written down first.
class EventFold {
public:
    EventFold(const CompiledPlaybook &playbook, DealState &state) : m_playbook(playbook), m_state(state) {}

    void take(const Stamp &stamp, const Event &event)
    {
        if (event.kind != RowKind::Deal && event.kind != RowKind::FlagDecision && event.kind != RowKind::Task)
            m_state.progress = {stamp.occurred, event.number};
        switch (event.kind) {
        case RowKind::Deal: m_state.owner = event.a; return;
        case RowKind::StageMoved: return move(stamp, event);
        case RowKind::AmountSet: return setAmount(stamp, event);
        case RowKind::CloseDateSet: return setCloseDate(stamp, event);
        case RowKind::OwnerSet: m_state.owner = event.object; return;
        case RowKind::CategorySet: m_state.category = static_cast<domain::ForecastCategory>(event.object); return;
        case RowKind::FieldSet: return setField(stamp, event);
        case RowKind::RoleSet: return setRole(stamp, event);
        case RowKind::ItemChecked: return checkItem(stamp, event);
        case RowKind::NextStepSet: return setBuiltIn(CompiledPlaybook::NextStep, stamp, event, true);
        case RowKind::Won: return close(stamp, Status::Won, &event);
        case RowKind::Lost: return close(stamp, Status::Lost, nullptr);
        case RowKind::Reopened: return reopen(stamp);
        case RowKind::PaymentReceived: m_state.payments.push_back({stamp.occurred, event.number}); return;
        case RowKind::GateOverridden: return overrideGate(stamp, event);
        case RowKind::FlagDecision: return decide(stamp, event);
        case RowKind::EvidenceJudged:
        case RowKind::Task:
        case RowKind::Other:
        case RowKind::Customer:
        case RowKind::Contact:
        case RowKind::Lead:
        case RowKind::Activity:
        case RowKind::Evidence: return;
        }
    }

    void create(const Stamp &stamp, const Event &event)
    {
        m_state.exists = true;
        m_state.created = {stamp.occurred, event.number};
        m_openSince = stamp.occurred;
        m_state.customer = event.object;
        m_state.product = event.c;
        m_state.team = event.d;
        m_state.lead = static_cast<domain::SymbolKey>(event.value >> 32U);
        m_state.currency = static_cast<std::uint32_t>(event.value & 0xFFFFFFFF);
        if (const auto at = m_playbook.pipeline(event.b)) {
            m_state.pipelineAt = *at;
            m_state.pipeline = &m_playbook.pipelines()[*at];
            m_state.overridden.resize(m_state.pipeline->stages.size());
        }
    }

    /// What can only be said when all events are read.
    void finish()
    {
        if (m_state.status == Status::Open)
            m_state.openSpans.emplace_back(m_openSince, support::Instant::max());
        m_state.claimedSince = m_state.created.at;
        if (!m_state.moves.empty()) {
            m_state.claimed = m_state.moves.back().place;
            m_state.claimedSince = m_state.moves.back().at;
        }
    }

private:
    void move(const Stamp &stamp, const Event &event)
    {
        const std::optional<int> place = m_state.pipeline ? m_state.pipeline->place(event.object) : std::nullopt;
        // Saying the same stage again is no move.
        if (!m_state.moves.empty() && m_state.moves.back().stage == event.object)
            return;
        m_state.moves.push_back({stamp.occurred, event.object, place.value_or(-1), event.number});
    }

    void setAmount(const Stamp &stamp, const Event &event)
    {
        m_state.amount = event.value;
        m_state.currency = event.object;
        setBuiltIn(CompiledPlaybook::Amount, stamp, event, true);
    }

    void setCloseDate(const Stamp &stamp, const Event &event)
    {
        const bool given = event.object != 0;
        const auto day = static_cast<std::int32_t>(event.value);
        if (given && m_state.closeDay && day > *m_state.closeDay) {
            ++m_state.closePushes;
            m_state.closeFacts.push_back(event.number);
        }
        m_state.closeDay = given ? std::optional(day) : std::nullopt;
        setBuiltIn(CompiledPlaybook::CloseDate, stamp, event, given);
    }

    void setField(const Stamp &stamp, const Event &event)
    {
        if (const auto slot = m_playbook.fields().find(event.object))
            m_state.fields[CompiledPlaybook::BuiltIns + *slot] = {event.value, event.number, event.value != 0 || event.a != 0,
                                                                  event.a != 0, stamp.occurred};
    }

    void setBuiltIn(std::size_t slot, const Stamp &stamp, const Event &event, bool filled)
    {
        m_state.fields[slot] = {event.value, event.number, filled, false, stamp.occurred};
    }

    void setRole(const Stamp &stamp, const Event &event)
    {
        if (const auto slot = m_playbook.roles().find(event.object))
            m_state.roles[*slot] = {event.a, event.number, stamp.occurred};
    }

    void checkItem(const Stamp &stamp, const Event &event)
    {
        if (const auto slot = m_playbook.items().find(event.object))
            m_state.items[*slot] = {event.b != 0, stamp.occurred};
    }

    void close(const Stamp &stamp, Status status, const Event *won)
    {
        if (m_state.status == Status::Open)
            m_state.openSpans.emplace_back(m_openSince, stamp.occurred);
        m_state.status = status;
        m_state.closed = stamp.occurred;
        m_state.wonAmount.reset();
        if (!won || won->a == 0)
            return;
        m_state.wonAmount = won->object == 0 ? inCurrency(won->value, m_state.currency) : won->value;
        m_state.wonCurrency = won->object == 0 ? m_state.currency : won->object;
    }

    void reopen(const Stamp &stamp)
    {
        if (m_state.status == Status::Open)
            return;
        m_state.status = Status::Open;
        m_state.closed = support::Instant::max();
        m_state.wonAmount.reset();
        m_openSince = stamp.occurred;
    }

    void overrideGate(const Stamp &stamp, const Event &event)
    {
        const std::optional<int> place = m_state.pipeline ? m_state.pipeline->place(event.object) : std::nullopt;
        if (place)
            m_state.overridden[static_cast<std::size_t>(*place)] = stamp.occurred;
    }

    void decide(const Stamp &stamp, const Event &event)
    {
        if (const auto rule = m_playbook.rules().find(event.object))
            m_state.decisions.push_back(
                {*rule, static_cast<domain::FlagAct>(event.a), stamp.occurred, support::Instant{event.value}});
    }

    const CompiledPlaybook &m_playbook;
    DealState &m_state;
    support::Instant m_openSince;
};

void advance(Mark &mark, support::Instant at, std::uint32_t number)
{
    if (at >= mark.at)
        mark = {at, number};
}

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

/// The talk of the deal and of its customer as one sequence.
void foldTalk(const AsOf &deal, const std::optional<AsOf> &customer, std::size_t dealSlot, std::size_t customerSlot,
              TalkFold &talk, const DealState &state)
{
    const history::Run<Act> own = deal.block().acts(dealSlot);
    const history::Run<Act> shared = customer ? customer->block().acts(customerSlot) : history::Run<Act>{};
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

/// A file with a verdict of its own keeps it against one that was given before.
bool judges(const Stamp &stamp, const FileState &file)
{
    return file.file.verdict == domain::Verdict::Pending || stamp.occurred >= file.occurred;
}

/// Of the files with one content one stands for all: the first that was accepted, or else the first. One that was rejected
/// stands for nothing. Key files are asked for among themselves, since a minor file takes no key file's place.
void markDuplicates(std::vector<FileState> &files)
{
    const auto same = [](const FileState &a, const FileState &b) { return a.file.hash != 0 && a.file.hash == b.file.hash; };
    for (auto file = files.begin(); file != files.end(); ++file) {
        const bool accepted = file->verdict == domain::Verdict::Accepted;
        const auto standsBefore = [&](const FileState &other) {
            return same(*file, other) && other.verdict != domain::Verdict::Rejected
                   && (!accepted || other.verdict == domain::Verdict::Accepted);
        };
        const auto accepts = [&](const FileState &other) {
            return same(*file, other) && other.verdict == domain::Verdict::Accepted;
        };
        file->duplicate =
            std::any_of(files.begin(), file, standsBefore) || (!accepted && std::any_of(file, files.end(), accepts));
        const auto keyBefore = [&](const FileState &other) { return other.key && same(*file, other); };
        file->key =
            file->key && file->verdict != domain::Verdict::Rejected && std::none_of(files.begin(), file, keyBefore);
    }
}

void foldFiles(const CompiledPlaybook &playbook, const AsOf &view, DealState &state)
{
    view.files([&](const Stamp &stamp, const File &file) {
        FileState &added = state.files.emplace_back();
        added.file = file;
        added.occurred = stamp.occurred;
        added.kind = playbook.evidenceKinds().find(file.kind).value_or(playbook.evidenceKinds().size());
        added.verdict = file.verdict;
        added.judged = stamp.occurred;
        added.key = added.kind >= playbook.evidenceKinds().size() || playbook.isKeyEvidence(added.kind);
        advance(state.progress, stamp.occurred, file.number);
    });
    if (state.files.empty())
        return;
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind != RowKind::EvidenceJudged)
            return;
        const auto judged =
            std::ranges::find(state.files, event.object, [](const FileState &file) { return file.file.evidence; });
        if (judged != state.files.end() && judges(stamp, *judged)) {
            judged->verdict = static_cast<domain::Verdict>(event.a);
            judged->judged = stamp.occurred;
        }
    });
    markDuplicates(state.files);
}

/// The first thing that was said about the contact of `event`: another version of a contact does not make it a new one.
Mark firstKnown(const AsOf &view, std::size_t slot, const Event &event)
{
    const history::Run<Event> run = view.block().events(slot);
    std::size_t i = 0;
    while (run.facts[i].kind != RowKind::Contact || run.facts[i].object != event.object || run.stamps[i].recorded > view.asOf())
        ++i;
    return {run.stamps[i].occurred, run.facts[i].number};
}

void foldCustomer(const AsOf &view, std::size_t slot, DealState &state)
{
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind == RowKind::Contact) {
            const Mark known = firstKnown(view, slot, event);
            if (!state.contactKnown || known.at >= state.contactKnown->at)
                state.contactKnown = known;
        }
        if (event.kind == RowKind::Customer)
            state.fields[CompiledPlaybook::FirstContactChannel] = {event.c, event.number, event.c != 0, false, stamp.occurred};
    });
}

} // namespace

void fold(const history::History &history, const CompiledPlaybook &playbook, history::DealIndex deal, support::Instant asOf,
          Depth depth, DealState &state)
{
    state.reset(playbook, deal);
    const AsOf view = history::view(history.deals(), deal, asOf);
    EventFold events(playbook, state);
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind == RowKind::Deal)
            events.create(stamp, event);
    });
    if (!state.exists)
        return;
    view.events([&](const Stamp &stamp, const Event &event) { events.take(stamp, event); });
    events.finish();
    if (depth == Depth::Path)
        return;
    foldFiles(playbook, view, state);
    std::optional<AsOf> customerView;
    std::size_t customerSlot = 0;
    if (const auto customer = history.customers().find(state.customer)) {
        customerView.emplace(history::view(history.customers(), *customer, asOf));
        customerSlot = history::Shelf<history::CustomerIndex>::slot(*customer);
        foldCustomer(*customerView, customerSlot, state);
    }
    TalkFold talk(playbook, asOf, state);
    foldTalk(view, customerView, history::Shelf<history::DealIndex>::slot(deal), customerSlot, talk, state);
    if (state.progress.number == 0)
        state.progress = state.created;
}

} // namespace engine
