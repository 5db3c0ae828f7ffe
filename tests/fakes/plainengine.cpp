// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/plainengine.h"

#include "tests/fakes/plainfacts.h"

#include <algorithm>
#include <cmath>

namespace fakes {

using namespace plain;

namespace {

using Value = std::optional<double>;

/// What the won deals known at as-of say about one pipeline.
struct Past {
    std::map<int, std::vector<Duration>> toWin; ///< by stage
    std::vector<double> cycles;
};

/// Numbers of a deal at as-of.
class Answers {
public:
    Answers(const PlainFacts &facts, const std::vector<Known> &known, const std::vector<Record> &all, const Playbook &playbook,
            Instant asOf)
        : p(facts)
        , m_known(known)
        , m_all(all)
        , m_playbook(playbook)
        , m_asOf(asOf)
    {}

    [[nodiscard]] PlainDeal deal(const Past &past, support::Date today) const
    {
        PlainDeal out;
        out.status = p.status;
        out.owner = p.deal->owner.text();
        for (const auto &[k, body] : p.list<OwnerSet>())
            out.owner = k.order() > p.creation->order() ? body->person.text() : out.owner;
        out.claimed = p.claimed;
        out.proven = p.proven();
        const HealthSettings &s = m_playbook.health;
        for (const RoleDefinition &role : m_playbook.roles)
            out.roles += p.roleFilled(role.id) ? 1 : 0;
        out.files = p.keyFiles();
        out.asks = inquiries();
        out.stale = staleDays();
        out.health = s.roleWeight * out.roles + s.fileWeight * out.files + s.askWeight * out.asks - s.staleWeight * out.stale;
        out.measures = measures(out, past, today);
        if (p.status != "open")
            return out;
        out.red = out.health < s.redBelow;
        const auto days = out.measures[index(Measure::DaysToClose)];
        if (!days)
            return out;
        const bool thin = past.cycles.size() < static_cast<std::size_t>(m_playbook.map.thinBelow);
        const double cut = m_playbook.map.daysCut.value_or(m_playbook.map.cycleShare.value_or(1)
                                                           * (thin ? m_playbook.map.fallbackCycleDays : median(past.cycles)));
        const bool high = out.health >= m_playbook.map.healthCut.value_or(s.redBelow);
        out.quadrant = high           ? *days <= cut ? Quadrant::HighShort : Quadrant::HighLong
                       : *days <= cut ? Quadrant::LowShort
                                      : Quadrant::LowLong;
        return out;
    }

    [[nodiscard]] bool holds(const Condition &condition, const PlainDeal &deal) const
    {
        if (const auto *group = std::get_if<ConditionGroup>(&condition.test)) {
            const auto count = std::ranges::count_if(group->parts, [&](const Condition &part) { return holds(part, deal); });
            const auto all = static_cast<std::ptrdiff_t>(group->parts.size());
            return group->kind == GroupKind::All ? count == all : group->kind == GroupKind::Any ? count > 0 : count == 0;
        }
        if (const auto *test = std::get_if<MeasureTest>(&condition.test)) {
            const Value left = deal.measures[index(test->measure)];
            const auto *other = std::get_if<Measure>(&test->limit);
            const Value right = other ? deal.measures[index(*other)] : std::get<double>(test->limit);
            return left && right && compares(*left, test->comparison, *right);
        }
        if (const auto *test = std::get_if<FieldTest>(&condition.test)) {
            const Text *value = p.field(test->field);
            const bool matches =
                test->value.empty() ? p.fieldFilled(test->field) : value != nullptr && value->text() == test->value;
            return matches == test->present;
        }
        if (const auto *test = std::get_if<EvidenceTest>(&condition.test))
            return (p.proofs(test->kinds, false) >= test->atLeast) == test->present;
        if (const auto *test = std::get_if<QuadrantTest>(&condition.test))
            return deal.quadrant == test->quadrant;
        return holds(std::get<StageTest>(condition.test));
    }

    static double median(std::vector<double> values)
    {
        std::ranges::sort(values);
        const std::size_t n = values.size();
        return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    }

private:
    static std::size_t index(Measure measure) { return static_cast<std::size_t>(measure); }

    static bool compares(double a, Comparison how, double b)
    {
        return how == Comparison::Less      ? a < b
               : how == Comparison::AtMost  ? a <= b
               : how == Comparison::Equal   ? a == b
               : how == Comparison::AtLeast ? a >= b
               : how == Comparison::More    ? a > b
                                            : a != b;
    }

    [[nodiscard]] bool holds(const StageTest &test) const
    {
        if (!p.pipeline || p.claimed < 0)
            return false;
        for (std::size_t i = 0; i < p.pipeline->stages.size(); ++i) {
            const int place = static_cast<int>(i);
            if (p.pipeline->stages[i].id == test.stage)
                return test.relation == StageRelation::Before ? p.claimed < place
                       : test.relation == StageRelation::At   ? p.claimed == place
                                                              : p.claimed > place;
        }
        return false;
    }

    [[nodiscard]] Signals signalsOf(const Activity &act) const
    {
        return act.text ? Lexicon(m_playbook.lexicon).signalsOf(act.text->text()) : 0;
    }
    [[nodiscard]] bool isInquiry(const Activity &act) const
    {
        return act.direction == Direction::In && std::ranges::count(m_playbook.health.inquiryKinds, act.kind) > 0;
    }
    static bool isTalk(const Activity &act) { return act.kind != ActivityKind::PageView && act.kind != ActivityKind::Tender; }
    static bool byUs(const Activity &act)
    {
        return isTalk(act) && act.direction == Direction::Out && act.kind != ActivityKind::Note;
    }
    static bool metWithoutUs(const Activity &act)
    {
        return act.kind == ActivityKind::Meeting && act.direction == Direction::In && !act.actor;
    }
    static bool byThem(const Activity &act) { return isTalk(act) && act.direction == Direction::In && !metWithoutUs(act); }

    /// The last activity that `is`, or the first.
    template <class Is>
    [[nodiscard]] const Known *lastAct(Is is) const
    {
        const Known *found = nullptr;
        for (const Known &k : p.talk)
            found = is(*as<Activity>(k)) ? &k : found;
        return found;
    }
    template <class Is>
    [[nodiscard]] const Known *firstAct(Is is) const
    {
        const auto found = std::ranges::find_if(p.talk, [&](const Known &k) { return is(*as<Activity>(k)); });
        return found == p.talk.end() ? nullptr : &*found;
    }
    static bool after(const Known *later, const Known *earlier) { return later && earlier && later->order() > earlier->order(); }

    [[nodiscard]] std::int64_t inquiries() const
    {
        return std::ranges::count_if(
            p.talk, [&](const Known &k) { return isInquiry(*as<Activity>(k)) && k.at() > m_asOf - m_playbook.health.askWindow; });
    }
    [[nodiscard]] Instant progress() const
    {
        std::vector<Instant> updates = p.fileTimes;
        for (const Known &k : p.events) {
            if (!p.sightings.contains(event<StageMoved>(k)))
                updates.push_back(k.at());
        }
        for (const Known &k : p.talk) {
            if (std::ranges::count(m_playbook.health.noProgressKinds, as<Activity>(k)->kind) == 0)
                updates.push_back(k.at());
        }
        return updates.empty() ? p.created : *std::ranges::max_element(updates);
    }
    [[nodiscard]] std::int64_t staleDays() const
    {
        std::int64_t days = 0;
        for (Duration g = m_asOf - progress() - m_playbook.health.fresh; g.micros > 0 || (days > 0 && g.micros == 0);
             g = g - support::days(1))
            ++days;
        return days;
    }

    [[nodiscard]] Value unanswered() const
    {
        const Known *heard = lastAct(byThem);
        double count = 0;
        for (const Known &k : p.talk)
            count += byUs(*as<Activity>(k)) && (!heard || k.order() > heard->order()) ? 1 : 0;
        return count;
    }
    [[nodiscard]] Value meetingsMissed() const
    {
        double count = 0;
        for (const Known &k : p.talk) {
            const Activity &act = *as<Activity>(k);
            if (act.kind == ActivityKind::Meeting && act.direction == Direction::In)
                count = act.actor ? 0 : count + 1;
        }
        return count;
    }
    [[nodiscard]] Value hours(Instant since) const { return static_cast<double>((m_asOf - since).micros) / 3600e6; }
    [[nodiscard]] Value days(Instant since) const { return daysBetween(since, m_asOf); }

    [[nodiscard]] Value demoUnanswered() const
    {
        const Known *demo = lastAct([](const Activity &act) { return act.kind == ActivityKind::Demo; });
        const Known *heard = lastAct(byThem);
        return demo && (!heard || heard->at() <= demo->at()) ? hours(demo->at()) : std::nullopt;
    }
    [[nodiscard]] Value withoutMaterial() const
    {
        std::map<std::string, Instant> firstKnown;
        for (const Record &record : m_all) {
            const auto *contact = std::get_if<Contact>(&record.fact());
            if (!contact || record.occurredAt() > m_asOf || record.recordedAt() > m_asOf || contact->customer != p.deal->customer)
                continue;
            const auto [entry, added] = firstKnown.try_emplace(contact->id.text(), record.occurredAt());
            entry->second = std::min(entry->second, record.occurredAt());
        }
        std::optional<Instant> newest;
        for (const Known &k : m_known) {
            if (const auto *contact = as<Contact>(k); contact && contact->customer == p.deal->customer)
                newest = std::max(newest.value_or(Instant::min()), firstKnown[contact->id.text()]);
        }
        const Known *sent =
            lastAct([](const Activity &act) { return byUs(act) && (act.material || act.kind == ActivityKind::File); });
        if (!newest)
            return std::nullopt;
        const Instant since = *newest < p.created ? p.created : *newest;
        return sent && sent->at() >= since ? std::nullopt : hours(since);
    }
    [[nodiscard]] Value firstResponse() const
    {
        const Known *asked = firstAct([&](const Activity &act) { return isInquiry(act); });
        if (!asked)
            return std::nullopt;
        for (const Known &k : p.talk) {
            if (byUs(*as<Activity>(k)) && k.order() > asked->order())
                return static_cast<double>((k.at() - asked->at()).micros) / 3600e6;
        }
        return hours(asked->at());
    }
    [[nodiscard]] Value inquiryOpen() const
    {
        const Known *asked = lastAct([&](const Activity &act) { return isInquiry(act); });
        return asked && !after(lastAct(byUs), asked) ? hours(asked->at()) : std::nullopt;
    }
    [[nodiscard]] Value substance() const
    {
        const Known *last = lastAct([&](const Activity &act) {
            return isTalk(act) && !metWithoutUs(act)
                   && (has(signalsOf(act), Signal::Substance) || act.kind == ActivityKind::Demo
                       || act.kind == ActivityKind::Feedback);
        });
        return days(last ? last->at() : p.created);
    }
    [[nodiscard]] Value goodTalks() const
    {
        return static_cast<double>(std::ranges::count_if(p.talk, [&](const Known &k) {
            return byThem(*as<Activity>(k)) && has(signalsOf(*as<Activity>(k)), Signal::GoodTalk);
        }));
    }
    [[nodiscard]] Value sinceSigned() const
    {
        std::optional<Instant> since;
        // From the last move backwards: as long as the deal stood where the contract is signed.
        for (auto move = p.moves.rbegin(); move != p.moves.rend(); ++move) {
            if (move->place < 0)
                continue;
            if (!p.pipeline->stages[static_cast<std::size_t>(move->place)].signedFromHere)
                break;
            since = move->at;
        }
        if (p.status == "won")
            since = std::min(since.value_or(*p.closed), *p.closed);
        return since ? days(*since) : std::nullopt;
    }
    [[nodiscard]] Value stageChanges() const
    {
        double count = 0;
        for (std::size_t i = 0; i < p.moves.size(); ++i) {
            // Where the deal started is no change of stage.
            const bool start = i == 0 && (p.moves[i].at <= p.created || p.moves[i].place == 0);
            const bool seen = p.moves[i].stage.empty() || (i > 0 && p.moves[i - 1].stage.empty());
            count += !start && !seen && p.moves[i].at > m_asOf - support::days(m_playbook.windows.bounceDays) ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] Value pushes() const
    {
        double count = 0;
        double countBefore = 0;
        std::optional<support::Date> day;
        std::optional<support::Date> dayBefore;
        const Known *last = nullptr;
        for (const auto &[k, body] : p.list<CloseDateSet>()) {
            // Said later of the same instant: the word before it is taken back.
            const bool corrects = last && last->at() == k.at() && last->record->recordedAt() < k.record->recordedAt();
            (corrects ? count : countBefore) = corrects ? countBefore : count;
            (corrects ? day : dayBefore) = corrects ? dayBefore : day;
            last = &k;
            count += day && body->date.value && *body->date.value > *day ? 1 : 0;
            day = body->date.value;
        }
        return count;
    }
    [[nodiscard]] Value daysToClose(const Past &past) const
    {
        if (!p.pipeline || p.claimed < 0 || p.status != "open")
            return std::nullopt;
        const auto found = past.toWin.find(p.claimed);
        std::vector<Duration> times = found == past.toWin.end() ? std::vector<Duration>() : found->second;
        std::ranges::sort(times);
        const Duration spent = m_asOf - p.claimedSince;
        const auto longer = [&](Duration than) { return std::ranges::count_if(times, [&](Duration t) { return t > than; }); };
        if (times.size() < static_cast<std::size_t>(m_playbook.map.thinBelow))
            return p.pipeline->stages[static_cast<std::size_t>(p.claimed)].remainingDays;
        for (const Duration time : times) {
            if (longer(spent) > 0 && 2 * longer(time) <= longer(spent))
                return static_cast<double>((time - spent).micros) / 86'400e6;
        }
        return static_cast<double>(spent.micros) / 86'400e6;
    }
    [[nodiscard]] Value serviceEnd(support::Date today) const
    {
        const Text *text = m_playbook.serviceEndField ? p.field(*m_playbook.serviceEndField) : nullptr;
        const auto date = text ? support::parseDate(text->text()) : support::parseDate("");
        return date ? Value(date->days - today.days) : std::nullopt;
    }

    [[nodiscard]] std::array<Value, domain::measures.size()> measures(const PlainDeal &deal, const Past &past,
                                                                      support::Date today) const
    {
        std::array<Value, domain::measures.size()> m{};
        const auto set = [&](Measure which, Value value) { m[index(which)] = value; };
        const Stage *stage = p.pipeline && p.claimed >= 0 ? &p.pipeline->stages[static_cast<std::size_t>(p.claimed)] : nullptr;
        set(Measure::Health, static_cast<double>(deal.health));
        set(Measure::RolesFilled, static_cast<double>(deal.roles));
        set(Measure::RedLine, m_playbook.health.redBelow);
        set(Measure::RolesMissing, static_cast<double>(m_playbook.roles.size()) - static_cast<double>(deal.roles));
        set(Measure::KeyFiles, static_cast<double>(deal.files));
        set(Measure::Inquiries, static_cast<double>(deal.asks));
        set(Measure::StaleDays, static_cast<double>(deal.stale));
        set(Measure::DaysSinceProgress, days(progress()));
        set(Measure::DaysInStage, days(p.claimedSince));
        set(Measure::StageLimitDays, stage ? Value(stage->limitDays) : std::nullopt);
        set(Measure::StageStaleDays, stage ? Value(stage->staleDays) : std::nullopt);
        set(Measure::ContactsUnanswered, unanswered());
        const Known *contact = lastAct([](const Activity &act) { return byUs(act) || byThem(act); });
        set(Measure::DaysSinceInteraction, days(contact ? contact->at() : p.created));
        set(Measure::DaysSinceSubstance, substance());
        set(Measure::HoursDemoUnanswered, demoUnanswered());
        set(Measure::HoursWithoutMaterial, withoutMaterial());
        set(Measure::MeetingsMissed, meetingsMissed());
        const bool tender = lastAct([](const Activity &act) { return act.kind == ActivityKind::Tender; }) != nullptr;
        set(Measure::TenderUnmatched, tender && !p.fieldFilled(*m_playbook.bidField) ? 1 : 0);
        set(Measure::DaysToServiceEnd, serviceEnd(today));
        set(Measure::HoursInquiryOpen, inquiryOpen());
        set(Measure::FirstResponseHours, firstResponse());
        const Known *rival = lastAct([&](const Activity &act) {
            return isTalk(act) && has(signalsOf(act), Signal::Competitor) && has(signalsOf(act), Signal::Price);
        });
        set(Measure::DaysSinceRivalPrice, rival ? days(rival->at()) : std::nullopt);
        set(Measure::GoodTalks, goodTalks());
        set(Measure::Payments, static_cast<double>(p.list<PaymentReceived>().size()));
        set(Measure::DaysSinceSigned, sinceSigned());
        set(Measure::StageChangesWeek, stageChanges());
        set(Measure::ClosePushes, pushes());
        const auto *close = p.last<CloseDateSet>();
        const bool past_ = close && close->date.value && *close->date.value < today;
        set(Measure::DaysPastClose, past_ ? Value(today - *close->date.value) : std::nullopt);
        set(Measure::DaysToClose, daysToClose(past));
        set(Measure::ProvenGap,
            deal.claimed >= 0 && deal.proven >= 0 ? Value(std::max(0, deal.claimed - deal.proven)) : std::nullopt);
        set(Measure::DaysOpen, days(p.created));
        const auto *amount = p.last<AmountSet>();
        set(Measure::Amount, amount ? Value(std::stod(amount->amount.text())) : std::nullopt);
        return m;
    }

    const PlainFacts &p;
    const std::vector<Known> &m_known;
    const std::vector<Record> &m_all;
    const Playbook &m_playbook;
    Instant m_asOf;
};

std::map<std::string, Past> pastOf(const std::vector<PlainFacts> &deals)
{
    std::map<std::string, Past> past;
    for (const PlainFacts &deal : deals) {
        if (deal.status != "won" || !deal.pipeline)
            continue;
        Past &of = past[deal.pipeline->id.text()];
        of.cycles.push_back(daysBetween(deal.created, *deal.closed));
        for (int place = 0; place < static_cast<int>(deal.pipeline->stages.size()); ++place) {
            const auto entered = deal.entered(place);
            if (entered && *entered <= *deal.closed)
                of.toWin[place].push_back(*deal.closed - *entered);
        }
    }
    return past;
}

} // namespace

PlainEngine::PlainEngine(const std::vector<domain::Record> &records, const domain::Playbook &playbook, support::Instant asOf,
                         support::Date today)
{
    const std::vector<Known> known = knownAt(records, asOf);
    std::set<std::string> ids;
    for (const Known &k : known) {
        if (const auto *deal = as<Deal>(k))
            ids.insert(deal->id.text());
    }
    std::vector<PlainFacts> deals;
    for (const std::string &id : ids) {
        deals.emplace_back(known, playbook, asOf);
        static_cast<void>(deals.back().read(id));
    }
    std::map<std::string, Past> past = pastOf(deals);
    for (const PlainFacts &facts : deals) {
        const Answers answers(facts, known, records, playbook, asOf);
        const Past &similar = past[facts.pipeline ? facts.pipeline->id.text() : ""];
        PlainDeal deal = answers.deal(similar, today);
        for (const Rule &rule : playbook.rules) {
            const bool about = (rule.subject == RuleSubject::OpenDeal && deal.status == "open")
                               || (rule.subject == RuleSubject::WonDeal && deal.status == "won");
            if (rule.enabled && about && answers.holds(rule.when, deal))
                deal.flags.push_back(rule.id.text());
        }
        m_deals.emplace(facts.deal->id.text(), std::move(deal));
    }
}

} // namespace fakes
