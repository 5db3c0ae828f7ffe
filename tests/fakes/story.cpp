// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/story.h"

#include "domain/canonical.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>

namespace fakes {

using namespace domain;

namespace {

constexpr std::int32_t firstDay = 20'454; // 2026-01-01

// A line that is no fact is a fault of the test itself: it ends there.
[[noreturn]] void refuse(std::string_view line)
{
    throw std::invalid_argument("no fact: " + std::string(line));
}

/// A line cut into words, "key=value" words apart; `text=` takes the rest of the line.
class Words {
public:
    explicit Words(std::string_view line) : m_line(line)
    {
        for (std::size_t at = line.find_first_not_of(' '); at < line.size(); at = line.find_first_not_of(' ', at)) {
            const bool last = line.substr(at).starts_with("text=");
            const std::size_t end = last ? line.size() : std::min(line.find(' ', at), line.size());
            const std::string word(line.substr(at, end - at));
            const std::size_t equals = word.find('=');
            if (equals == std::string::npos)
                m_words.push_back(word);
            else
                m_named[word.substr(0, equals)] = word.substr(equals + 1);
            at = end;
        }
    }

    [[nodiscard]] const std::string &operator[](std::size_t i) const
    {
        if (i >= m_words.size())
            refuse(m_line);
        return m_words[i];
    }
    [[nodiscard]] std::size_t size() const { return m_words.size(); }
    [[nodiscard]] std::optional<std::string> named(const std::string &key) const
    {
        const auto found = m_named.find(key);
        return found == m_named.end() ? std::nullopt : std::optional(found->second);
    }
    template <class T>
    [[nodiscard]] std::optional<T> named(const std::string &key) const
    {
        const auto text = named(key);
        return text ? std::optional(*T::parse(*text)) : std::nullopt;
    }

private:
    std::string_view m_line;
    std::vector<std::string> m_words;
    std::map<std::string, std::string> m_named;
};

template <class T>
T value(const std::string &text)
{
    return T::parse(text).value();
}

template <class T>
Clearable<T> clearable(const std::string &text)
{
    return {text == "none" ? std::nullopt : std::optional(value<T>(text))};
}

std::optional<EventBody> body(const Words &w)
{
    const std::string &verb = w[1];
    if (verb == "stage")
        return StageMoved{clearable<StageId>(w[3])};
    if (verb == "amount")
        return AmountSet{value<Decimal>(w[3]), value<support::Currency>(w[4])};
    if (verb == "close")
        return CloseDateSet{{w[3] == "none" ? std::nullopt : std::optional(when(at(w[3])).today)}};
    if (verb == "owner")
        return OwnerSet{value<PersonId>(w[3])};
    if (verb == "field")
        return FieldSet{value<FieldId>(w[3]), clearable<Text>(w[4])};
    if (verb == "role")
        return RoleSet{value<RoleId>(w[3]), clearable<ContactId>(w[4])};
    if (verb == "check" || verb == "uncheck")
        return ItemChecked{value<StageId>(w[3]), value<ItemId>(w[4]), verb == "check"};
    if (verb == "next")
        return NextStepSet{value<Text>(w.size() > 3 && w[3] == "-" ? "" : "call"), std::nullopt};
    if (verb == "won")
        return Won{w.size() > 3 ? std::optional(value<Decimal>(w[3])) : std::nullopt,
                   w.size() > 4 ? std::optional(value<support::Currency>(w[4])) : std::nullopt};
    if (verb == "lost")
        return Lost{std::nullopt};
    if (verb == "reopened")
        return Reopened{};
    if (verb == "payment")
        return PaymentReceived{value<Decimal>(w[3]), value<support::Currency>(w[4])};
    if (verb == "override")
        return GateOverridden{value<StageId>(w[3]), value<Text>("trust me")};
    if (verb == "verdict")
        return EvidenceJudged{value<EvidenceId>(w[3]), *fromWord<Verdict>(w[4]), std::nullopt};
    return std::nullopt;
}

Fact dealFact(const Words &w)
{
    return Deal{value<DealId>(w[2]),
                value<CustomerId>(w.named("customer").value_or("acme")),
                value<Name>(w[2]),
                w.named<PipelineId>("pipeline"),
                value<PersonId>(w.named("owner").value_or("ann")),
                w.named<TeamId>("team"),
                w.named<ProductId>("product"),
                w.named<support::Currency>("currency"),
                w.named<LeadId>("lead")};
}

Fact fileFact(const Words &w)
{
    Evidence file{value<EvidenceId>(w[3]),
                  value<DealId>(w[2]),
                  value<EvidenceKindId>(w[4]),
                  value<Name>(w[3]),
                  {},
                  {},
                  {},
                  {},
                  {},
                  {},
                  {},
                  {},
                  {}};
    if (const auto hash = w.named("hash"))
        file.sha256 = *Sha256::parse(std::string(64 - hash->size(), '0') + *hash);
    if (const auto verdict = w.named("verdict"))
        file.verdict = fromWord<Verdict>(*verdict);
    return file;
}

Fact activityFact(const Words &w, std::string_view line)
{
    const auto kind = fromWord<ActivityKind>(w[1]);
    const auto direction = fromWord<Direction>(w[2]);
    if (!kind || !direction)
        refuse(line);
    // Like in the interchange format an activity has an id of its own; here it is the line, unless one is given.
    Activity act{value<ActivityId>(w.named("id").value_or(std::string(line).substr(0, 190))),
                 *kind,
                 *direction,
                 {},
                 {},
                 {},
                 w.named<PersonId>("by"),
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 w.named<Name>("material")};
    if (w[3].starts_with('@'))
        act.customer = value<CustomerId>(w[3].substr(1));
    else
        act.deal = value<DealId>(w[3]);
    if (const auto text = w.named("text"))
        act.text = value<Text>(*text);
    if (const auto read = w.named("read"))
        act.readAt = at(*read);
    return act;
}

Fact flagFact(const Words &w, std::string_view line)
{
    const auto act = fromWord<FlagAct>(w[4]);
    if (!act)
        refuse(line);
    FlagDecision decision{value<RuleId>(w[3]), *act, {}, {}, {}, {}, value<Text>("so"), {}};
    if (w[2].starts_with('@'))
        decision.lead = value<LeadId>(w[2].substr(1));
    else if (w[2].starts_with('~'))
        decision.person = value<PersonId>(w[2].substr(1));
    else
        decision.deal = value<DealId>(w[2]);
    if (const auto until = w.named("until"))
        decision.until = at(*until);
    return decision;
}

Fact factOf(const Words &w, std::string_view line)
{
    const std::string &verb = w[1];
    if (verb == "deal")
        return dealFact(w);
    if (verb == "file" && w.size() == 5)
        return fileFact(w);
    if (verb == "customer")
        return Customer{value<CustomerId>(w[2]), value<Name>(w[2]), {}, {}, {}, w.named<Name>("channel"), {}, {}, {}};
    if (verb == "contact")
        return Contact{value<ContactId>(w[2]), value<CustomerId>(w[3]), value<Name>(w[2]), w.named<Name>("title"), {}, {}};
    if (verb == "lead")
        return Lead{value<LeadId>(w[2]), value<Name>("fair"), {}, w.named<CustomerId>("customer"), {}, {}, {}, {}, {}};
    if (verb == "flag")
        return flagFact(w, line);
    if (verb == "task")
        return Task{value<TaskId>(w[3]),
                    TaskKind::Task,
                    value<Text>("do"),
                    value<PersonId>("ann"),
                    *fromWord<TaskState>(w[4]),
                    value<DealId>(w[2]),
                    {},
                    {},
                    {}};
    if (auto event = body(w))
        return DealEvent{{value<DealId>(w[2]), w.named<PersonId>("by")}, *std::move(event)};
    return activityFact(w, line);
}

std::string bits(double number)
{
    return fmt::format("{:a}", number);
}

std::string dumpDeal(const engine::DealRow &d, const Story &s)
{
    return fmt::format(
        "deal {} customer={} owner={} team={} product={} currency={} amount={}/{} created={} since={} closed={} health={} "
        "R{}E{}Q{}D{} close={} {}/{} substance={} response={} day={}/{} pipe={} claimed={} proven={} status={} quad={} red={}",
        s.text(d.key), s.text(d.customer), s.text(d.owner), s.text(d.team), s.text(d.product), d.currency, d.hasAmount, d.amount,
        d.created.micros, d.claimedSince.micros, d.closed.micros, d.health, d.counts.roles, d.counts.files, d.counts.asks,
        d.counts.staleDays, d.hasDaysToClose, bits(double{d.daysToClose}), static_cast<int>(d.daysFrom),
        bits(double{d.daysSinceSubstance}), bits(double{d.firstResponseHours}), d.hasCloseDay, d.closeDay, d.pipeline, d.claimed,
        d.proven, static_cast<int>(d.status), static_cast<int>(d.quadrant), d.red);
}

std::string dumpFlag(const engine::FlagRow &flag, const std::string &subject, const Story &story)
{
    return fmt::format("flag {} {} state={} decided={} until={}", subject, story.playbook().playbook().rules[flag.rule].id.text(),
                       static_cast<int>(flag.state), flag.decided.micros, flag.until.micros);
}

std::string dumpCalibration(const engine::PipelineCalibration &c)
{
    std::string text = fmt::format("pipeline cycle={} cut={}", c.medianCycle ? bits(*c.medianCycle) : "-", bits(c.daysCut));
    for (const engine::SurvivalCurve &curve : c.toWin) {
        text += " |";
        for (const auto &step : curve.steps())
            text += fmt::format(" {}:{}", step.at.micros, bits(step.surviving));
    }
    return text;
}

} // namespace

support::Instant at(std::string_view text)
{
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    rest.remove_prefix(negative ? 1 : 0);
    support::Duration sum;
    while (!rest.empty()) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc())
            refuse(text);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        const std::string_view unit = rest.substr(0, rest.starts_with("us") ? 2 : 1);
        rest.remove_prefix(unit.size());
        const support::Duration one = unit == "d"    ? support::days(1)
                                      : unit == "h"  ? support::hours(1)
                                      : unit == "m"  ? support::minutes(1)
                                      : unit == "s"  ? support::seconds(1)
                                      : unit == "us" ? support::Duration{1}
                                                     : (refuse(text), support::Duration{});
        sum = sum + one * number;
    }
    return support::Instant{firstDay * support::days(1).micros} + sum * (negative ? -1 : 1);
}

domain::Record fact(std::string_view line)
{
    const Words words(line);
    const std::string &time = words[0];
    const std::size_t slash = time.find('/');
    const support::Instant occurred = at(time.substr(0, slash));
    const support::Instant recorded = slash == std::string::npos ? occurred : at(time.substr(slash + 1));
    return Record::make(factOf(words, line), {occurred, recorded}).value();
}

engine::When when(support::Instant asOf)
{
    return {asOf, support::TimeZone::utc()};
}

Story::Story(domain::Playbook playbook)
    : m_playbook(std::make_unique<engine::CompiledPlaybook>(std::move(playbook), m_symbols))
    , m_rules(std::make_unique<engine::RuleSet>(*m_playbook))
    , m_lexicon(m_playbook->playbook().lexicon)
{}

Story::Story(domain::Playbook playbook, std::string_view lines) : Story(std::move(playbook))
{
    tell(lines);
}

Story &Story::tell(std::vector<domain::Record> records)
{
    m_records.insert(m_records.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
    return *this;
}

Story &Story::tell(std::string_view lines)
{
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (!line.empty())
            m_records.push_back(fact(line));
    }
    return *this;
}

std::vector<domain::FactRow> Story::rows()
{
    std::vector<FactRow> rows;
    for (const Record &record : m_records) {
        rows.push_back(reduce(record, m_symbols, m_lexicon));
        rows.back().number = static_cast<std::uint32_t>(rows.size());
    }
    supersede(m_records, rows);
    return rows;
}

void supersede(const std::vector<domain::Record> &records, std::vector<domain::FactRow> &rows)
{
    std::map<std::string, std::vector<std::size_t>> versions;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isVersioned(records[i].fact()))
            versions[identityBytes(records[i])].push_back(i);
    }
    for (auto &[identity, list] : versions) {
        std::ranges::stable_sort(list, {}, [&](std::size_t i) { return rows[i].recorded; });
        for (std::size_t i = 0; i + 1 < list.size(); ++i)
            rows[list[i]].until = rows[list[i + 1]].recorded;
    }
}

std::shared_ptr<const history::History> Story::history()
{
    history::Builder builder;
    for (const FactRow &row : rows())
        builder.add(row);
    return builder.finish();
}

std::shared_ptr<const engine::Board> Story::board(std::string_view asOf)
{
    return engine::evaluate({*history(), *m_playbook, *m_rules}, when(at(asOf)));
}

engine::DealEvaluation Story::deal(std::string_view id, std::string_view asOf)
{
    const auto known = history();
    const auto index = known->deals().find(m_symbols.find(SymbolKind::Deal, id));
    const engine::When time = when(at(asOf));
    const auto calibration = engine::calibrate(*known, *m_playbook, time.asOf, history::inOrder);
    auto evaluation = index ? engine::evaluateDeal(*known, *m_playbook, calibration, time, *index) : std::nullopt;
    EXPECT_TRUE(evaluation) << id << " does not exist at " << asOf;
    return evaluation ? *std::move(evaluation) : engine::DealEvaluation();
}

std::int64_t Story::health(std::string_view id, std::string_view asOf)
{
    return deal(id, asOf).row.health;
}

std::string Story::flags(std::string_view id, std::string_view asOf)
{
    const auto now = board(asOf);
    std::string text;
    for (const engine::FlagRow &flag : now->deals.flags()) {
        if (this->text(now->deals[flag.row].key) == id)
            text += (text.empty() ? "" : " ") + m_playbook->playbook().rules[flag.rule].id.text();
    }
    return text;
}

std::string dump(const engine::Board &board, const Story &story)
{
    std::vector<std::string> lines;
    for (const engine::DealRow &deal : board.deals)
        lines.push_back(dumpDeal(deal, story));
    for (const engine::LeadRow &lead : board.leads)
        lines.push_back(fmt::format("lead {} customer={} owner={} age={} action={} unread={} converted={}", story.text(lead.key),
                                    story.text(lead.customer), story.text(lead.owner), bits(lead.ageDays),
                                    bits(lead.daysSinceAction), bits(lead.daysUnread), lead.converted));
    for (const engine::PersonRow &person : board.people)
        lines.push_back(fmt::format("person {} open={} without={} response={}", story.text(person.person), person.openDeals,
                                    person.withoutSubstance, bits(person.medianResponseHours)));
    for (const engine::FlagRow &flag : board.deals.flags())
        lines.push_back(dumpFlag(flag, story.text(board.deals[flag.row].key), story));
    for (const engine::FlagRow &flag : board.leads.flags())
        lines.push_back(dumpFlag(flag, story.text(board.leads[flag.row].key), story));
    for (const engine::FlagRow &flag : board.personFlags)
        lines.push_back(dumpFlag(flag, story.text(board.people[flag.row].person), story));
    std::ranges::sort(lines);
    for (const engine::PipelineCalibration &calibration : board.calibration->pipelines)
        lines.push_back(dumpCalibration(calibration));
    for (const auto &[currency, amount] : board.calibration->usual.byCurrency)
        lines.push_back(fmt::format("usual {} {} of {}", currency, bits(amount), board.calibration->usual.currency));
    for (const double amount : board.calibration->usual.byPipeline)
        lines.push_back("usual in a pipeline " + bits(amount));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

} // namespace fakes
