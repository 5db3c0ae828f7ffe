// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/canonical.h"
#include "domain/playbook.h"
#include "domain/record.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace fakes::plain {

// A deal as engine.md describes it, read from the records with nothing but maps and text.

using namespace domain;
using support::Duration;
using support::Instant;

struct Known {
    const Record *record;
    std::size_t arrival;

    [[nodiscard]] Instant at() const { return record->occurredAt(); }
    [[nodiscard]] auto order() const { return std::tuple(record->occurredAt(), record->recordedAt(), arrival); }
};

/// The facts that count at as-of, sorted: of the versions of a thing only the newest recorded one.
inline std::vector<Known> knownAt(const std::vector<Record> &records, Instant asOf)
{
    std::map<std::string, std::size_t> newest;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isVersioned(records[i].fact()) || records[i].recordedAt() > asOf)
            continue;
        const auto [entry, added] = newest.try_emplace(identityBytes(records[i]), i);
        if (!added && records[i].recordedAt() >= records[entry->second].recordedAt())
            entry->second = i;
    }
    std::vector<Known> known;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bool reached = records[i].occurredAt() <= asOf && records[i].recordedAt() <= asOf;
        if (reached && (!isVersioned(records[i].fact()) || newest[identityBytes(records[i])] == i))
            known.push_back({&records[i], i});
    }
    std::ranges::sort(known, {}, &Known::order);
    return known;
}

template <class T>
const T *as(const Known &known)
{
    return std::get_if<T>(&known.record->fact());
}

template <class Body>
const Body *event(const Known &known)
{
    const auto *deal = as<DealEvent>(known);
    return deal ? std::get_if<Body>(&deal->body) : nullptr;
}

struct Move {
    Instant at;
    std::string stage;
    int place;
};

struct Proof {
    std::string kind;
    std::string hash;
    Verdict verdict;
};

inline double daysBetween(Instant from, Instant to)
{
    return static_cast<double>((to - from).micros) / 86'400e6;
}

/// Everything about one deal.
class PlainFacts {
public:
    PlainFacts(const std::vector<Known> &known, const Playbook &playbook, Instant asOf)
        : m_known(known)
        , m_playbook(playbook)
        , m_asOf(asOf)
    {}

    bool read(const std::string &id)
    {
        for (const Known &k : m_known) {
            if (const auto *found = as<Deal>(k); found && found->id.text() == id)
                deal = found, created = k.at(), creation = &k;
            const auto *happened = as<DealEvent>(k);
            if (happened && happened->deal.text() == id)
                events.push_back(k);
        }
        if (!deal)
            return false;
        pipeline = m_playbook.pipeline(deal->pipeline.value_or(*PipelineId::parse("default")));
        readEnds();
        readMoves();
        readFiles();
        readTalk();
        return true;
    }

    template <class Body>
    [[nodiscard]] std::vector<std::pair<Known, const Body *>> list() const
    {
        std::vector<std::pair<Known, const Body *>> found;
        for (const Known &k : events) {
            if (const auto *body = event<Body>(k))
                found.emplace_back(k, body);
        }
        return found;
    }

    /// The last value of an attribute.
    template <class Body, class Which>
    [[nodiscard]] const Body *last(Which which) const
    {
        const Body *found = nullptr;
        for (const auto &[k, body] : list<Body>()) {
            if (which(*body))
                found = body;
        }
        return found;
    }
    template <class Body>
    [[nodiscard]] const Body *last() const
    {
        return last<Body>([](const Body &) { return true; });
    }

    [[nodiscard]] bool openAt(Instant instant) const
    {
        if (instant < created)
            return false;
        bool open = true;
        for (const Known &k : events) {
            if (k.at() > instant)
                break;
            if (event<Won>(k) || event<Lost>(k))
                open = false;
            if (event<Reopened>(k))
                open = true;
        }
        return open;
    }

    [[nodiscard]] bool roleFilled(const RoleId &role) const
    {
        const auto *set = last<RoleSet>([&](const RoleSet &body) { return body.role == role; });
        return set && set->contact.value;
    }
    [[nodiscard]] const Text *field(const FieldId &id) const
    {
        const auto *set = last<FieldSet>([&](const FieldSet &body) { return body.field == id; });
        return set && set->value.value && !set->value.value->text().empty() ? &*set->value.value : nullptr;
    }
    [[nodiscard]] bool fieldFilled(const FieldId &id) const
    {
        if (id.text() == "amount")
            return last<AmountSet>() != nullptr;
        if (id.text() == "close_date")
            return last<CloseDateSet>() && last<CloseDateSet>()->date.value;
        if (id.text() == "next_step")
            return last<NextStepSet>() && (last<NextStepSet>()->due || !last<NextStepSet>()->text.text().empty());
        if (id.text() != "first_contact_channel")
            return field(id) != nullptr;
        bool filled = false;
        for (const Known &k : m_known) {
            if (const auto *customer = as<Customer>(k); customer && customer->id == deal->customer)
                filled = customer->firstContactChannel.has_value();
        }
        return filled;
    }
    [[nodiscard]] bool ticked(const ItemId &item) const
    {
        const auto *set = last<ItemChecked>([&](const ItemChecked &body) { return body.item == item; });
        return set && set->done;
    }

    /// Distinct contents among the files of some kinds with some verdicts; a content stands under the key file that was accepted
    /// first, or else came first, and only without one under a minor file.
    [[nodiscard]] int proofs(const std::vector<EvidenceKindId> &kinds, bool acceptedOnly) const
    {
        const auto isAccepted = [](const Proof &file) { return file.verdict == Verdict::Accepted; };
        std::vector<Proof> sorted = files;
        std::ranges::stable_sort(sorted, {}, [&](const Proof &file) { return isAccepted(file) ? 0 : 1; });
        std::set<std::pair<std::string, bool>> seen;
        int count = 0;
        for (const Proof &file : sorted) {
            const auto isKeyOfIt = [&](const Proof &other) {
                return !isMinor(other) && other.hash == file.hash && other.verdict != Verdict::Rejected
                       && (!isAccepted(file) || isAccepted(other));
            };
            const bool known =
                !file.hash.empty()
                && ((isMinor(file) && std::ranges::any_of(files, isKeyOfIt)) || seen.contains({file.hash, isMinor(file)}));
            if (file.verdict == Verdict::Rejected || known)
                continue;
            seen.emplace(file.hash, isMinor(file));
            const bool ofKind = std::ranges::any_of(kinds, [&](const auto &kind) { return kind.text() == file.kind; });
            count += ofKind && (!acceptedOnly || isAccepted(file)) ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] bool isMinor(const Proof &file) const
    {
        return std::ranges::any_of(m_playbook.health.minorEvidence, [&](const auto &kind) { return kind.text() == file.kind; });
    }
    [[nodiscard]] std::int64_t keyFiles() const
    {
        std::set<std::string> contents;
        std::int64_t count = 0;
        for (const Proof &file : files) {
            if (file.verdict == Verdict::Rejected || isMinor(file))
                continue;
            count += file.hash.empty() || contents.insert(file.hash).second ? 1 : 0;
        }
        return count;
    }

    [[nodiscard]] std::optional<Duration> timeIn(int place) const
    {
        const Instant now = std::min(m_asOf, closed.value_or(m_asOf));
        std::optional<Duration> time;
        if (place == 0)
            time = openFor(created, moves.empty() ? now : moves.front().at);
        for (std::size_t i = 0; i < moves.size(); ++i) {
            if (moves[i].place == place)
                time = openFor(moves[i].at, i + 1 < moves.size() ? moves[i + 1].at : now);
        }
        return time;
    }
    /// The time from one instant to another, less what of it lies between an end and the reopening.
    [[nodiscard]] Duration openFor(Instant from, Instant to) const
    {
        Duration open = to - from;
        for (const auto &[begin, end] : closings) {
            if (std::max(begin, from) < std::min(end, to))
                open = open - (std::min(end, to) - std::max(begin, from));
        }
        return open;
    }
    [[nodiscard]] bool gateHolds(int place) const
    {
        const Stage &stage = pipeline->stages[static_cast<std::size_t>(place)];
        bool holds = true;
        for (const FieldDemand &demand : stage.requiredFields) {
            const Text *value = field(demand.id);
            const auto isHeld = [&](const Name &wanted) { return value != nullptr && value->text() == wanted.text(); };
            holds = holds && (demand.values.empty() ? fieldFilled(demand.id) : std::ranges::any_of(demand.values, isHeld));
        }
        for (const ChecklistItem &item : stage.checklist)
            holds = holds && ticked(item.id);
        for (const RoleId &role : stage.roles)
            holds = holds && roleFilled(role);
        for (const EvidenceAction &action : stage.evidence)
            holds = holds && proofs(action.kinds, true) >= action.count;
        if (stage.wait.micros > 0)
            holds = holds && timeIn(place) && *timeIn(place) >= stage.wait;
        return holds;
    }
    [[nodiscard]] int proven() const
    {
        if (!pipeline)
            return -1;
        int place = 0;
        for (; place + 1 < static_cast<int>(pipeline->stages.size()); ++place) {
            const Stage &stage = pipeline->stages[static_cast<std::size_t>(place)];
            const bool asksNothing = stage.requiredFields.empty() && stage.checklist.empty() && stage.roles.empty()
                                     && stage.evidence.empty() && stage.wait.micros == 0;
            const bool overridden = last<GateOverridden>([&](const auto &body) { return body.stage == stage.id; }) != nullptr;
            if (asksNothing ? claimed <= place : !gateHolds(place) && !overridden)
                break;
        }
        return place;
    }

    /// When the deal first came to the stage.
    [[nodiscard]] std::optional<Instant> entered(int place) const
    {
        if (place == 0 && (moves.empty() || moves.front().at > created))
            return created;
        for (const Move &move : moves) {
            if (move.place == place)
                return move.at;
        }
        return std::nullopt;
    }

    const Deal *deal = nullptr;
    const Known *creation = nullptr;
    Instant created;
    std::vector<Known> events;
    std::vector<Known> talk; ///< activities, the customer's among them
    std::vector<Proof> files;
    std::vector<Instant> fileTimes;
    const Pipeline *pipeline = nullptr;
    std::vector<Move> moves;
    std::set<const StageMoved *> sightings; ///< of a deal whose stage was not known, or is not any more: no updates
    int claimed = -1;
    Instant claimedSince;
    std::string status = "open";
    std::optional<Instant> closed;
    std::vector<std::pair<Instant, Instant>> closings; ///< of those that were taken back: until when

private:
    void readEnds()
    {
        Instant ended;
        for (const Known &k : events) {
            if (status == "open" && (event<Won>(k) || event<Lost>(k)))
                ended = k.at();
            if (status != "open" && event<Reopened>(k))
                closings.emplace_back(ended, k.at());
            if (event<Won>(k))
                status = "won", closed = k.at();
            if (event<Lost>(k))
                status = "lost", closed = k.at();
            if (event<Reopened>(k))
                status = "open", closed.reset();
        }
    }
    void readMoves()
    {
        for (const auto &[k, body] : list<StageMoved>()) {
            const std::string stage = body->stage.value ? body->stage.value->text() : std::string();
            const bool wasUntold = !moves.empty() && moves.back().stage.empty();
            if (stage.empty() || wasUntold)
                sightings.insert(body);
            if (!moves.empty() && moves.back().stage == stage)
                continue;
            int place = -1;
            for (std::size_t i = 0; pipeline && i < pipeline->stages.size(); ++i)
                place = pipeline->stages[i].id.text() == stage ? static_cast<int>(i) : place;
            moves.push_back({k.at(), stage, place});
        }
        claimedSince = moves.empty() ? created : moves.back().at;
        for (const auto &[begin, end] : closings)
            claimedSince = claimedSince + std::max(end - std::max(begin, moves.empty() ? created : moves.back().at), Duration());
        if (pipeline)
            claimed = moves.empty() ? 0 : moves.back().place;
    }
    void readFiles()
    {
        for (const Known &k : m_known) {
            const auto *file = as<Evidence>(k);
            if (!file || file->deal != deal->id)
                continue;
            Proof proof{file->kind.text(), file->sha256 ? file->sha256->hex() : "", file->verdict.value_or(Verdict::Pending)};
            for (const auto &[judged, body] : list<EvidenceJudged>()) {
                const bool ownHolds = file->verdict.value_or(Verdict::Pending) != Verdict::Pending && judged.at() < k.at();
                if (body->evidence == file->id && !ownHolds)
                    proof.verdict = body->verdict;
            }
            files.push_back(proof);
            fileTimes.push_back(k.at());
        }
    }
    void readTalk()
    {
        for (const Known &k : m_known) {
            const auto *act = as<Activity>(k);
            if (!act)
                continue;
            const bool own = act->deal && *act->deal == deal->id;
            const bool shared = !act->deal && act->customer == deal->customer && openAt(k.at());
            if (own || shared)
                talk.push_back(k);
        }
    }

    const std::vector<Known> &m_known;
    const Playbook &m_playbook;
    Instant m_asOf;
};

} // namespace fakes::plain
