// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/dealparts.h"

#include "workbench/datatime.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace workbench {

using domain::RowKind;
using support::Result;

namespace {

constexpr std::size_t timelineLimit = 5000;
/// Adds to a timeline entry what the fact itself says.
class EntryFiller {
public:
    EntryFiller(const Resolver &resolver, TimelineEntry &entry) : m_resolver(resolver), m_entry(entry) {}

    void operator()(const domain::Activity &activity)
    {
        m_entry.activity = activity.kind;
        m_entry.direction = activity.direction;
        m_entry.text = activity.text ? activity.text->text() : std::string();
        if (activity.material)
            m_entry.label = same(activity.material->text());
    }

    void operator()(const domain::Evidence &evidence)
    {
        m_entry.text = evidence.name.text();
        m_entry.label = labelOf(m_resolver.playbook().evidenceKinds, evidence.kind.text());
        m_entry.code = static_cast<int>(evidence.verdict.value_or(domain::Verdict::Pending));
    }

    void operator()(const domain::Deal &deal) { m_entry.text = deal.name.text(); }
    void operator()(const domain::Customer &customer) { m_entry.text = customer.name.text(); }
    void operator()(const domain::Contact &contact)
    {
        m_entry.text = contact.name.text();
        if (contact.title)
            m_entry.label = same(contact.title->text());
    }

    void operator()(const domain::FlagDecision &decision)
    {
        m_entry.code = static_cast<int>(decision.act);
        m_entry.text = decision.reason ? decision.reason->text() : std::string();
        m_entry.label = labelOf(m_resolver.playbook().rules, decision.rule.text());
    }

    void operator()(const domain::Task &task)
    {
        m_entry.text = task.title.text();
        m_entry.code = static_cast<int>(task.state);
        m_entry.date = task.due;
    }

    void operator()(const domain::DealEvent &event)
    {
        std::visit([this](const auto &body) { read(body); }, event.body);
    }

    template <class T>
    void operator()(const T &)
    {}

private:
    static domain::Label same(const std::string &text) { return {text, text}; }

    [[nodiscard]] domain::Label stage(const domain::StageId &id) const
    {
        for (const domain::Pipeline &pipeline : m_resolver.playbook().pipelines) {
            const auto found = std::ranges::find(pipeline.stages, id, &domain::Stage::id);
            if (found != pipeline.stages.end())
                return found->name;
        }
        return same(id.text());
    }

    void read(const domain::StageMoved &body) { m_entry.label = body.stage.value ? stage(*body.stage.value) : domain::Label(); }
    void read(const domain::AmountSet &body) { setMoney(body.amount, body.currency); }
    void read(const domain::PaymentReceived &body) { setMoney(body.amount, body.currency); }
    void read(const domain::CloseDateSet &body) { m_entry.date = body.date.value; }
    void read(const domain::OwnerSet &body) { m_entry.text = m_resolver.personNamed(body.person.text()); }
    void read(const domain::CategorySet &body) { m_entry.code = static_cast<int>(body.category); }
    void read(const domain::Lost &body) { m_entry.text = body.reason ? body.reason->text() : std::string(); }
    void read(const domain::Reopened &) {}

    void read(const domain::FieldSet &body)
    {
        m_entry.label = m_resolver.fieldName(body.field);
        m_entry.text = body.value.value ? body.value.value->text() : std::string();
        m_entry.value = m_resolver.valueName(body.field, m_entry.text);
        const domain::FieldDefinition *field = m_resolver.playbook().field(body.field);
        if (const auto day = support::parseDate(m_entry.text); day && field && field->type == domain::FieldType::Date)
            m_entry.date = *day;
    }

    void read(const domain::RoleSet &body)
    {
        m_entry.label = labelOf(m_resolver.playbook().roles, body.role.text());
        m_entry.text = body.contact.value ? m_resolver.contact(body.contact.value->text()).first : std::string();
    }

    void read(const domain::ItemChecked &body)
    {
        m_entry.code = body.done ? 1 : 0;
        m_entry.label = same(body.item.text());
        for (const domain::Pipeline &pipeline : m_resolver.playbook().pipelines) {
            for (const domain::Stage &one : pipeline.stages) {
                const auto found = std::ranges::find(one.checklist, body.item, &domain::ChecklistItem::id);
                if (found != one.checklist.end())
                    m_entry.label = found->prompt;
            }
        }
    }

    void read(const domain::NextStepSet &body)
    {
        m_entry.text = body.text.text();
        m_entry.date = body.due;
    }

    void read(const domain::Won &body)
    {
        if (body.amount && body.currency)
            setMoney(*body.amount, *body.currency);
    }

    void read(const domain::GateOverridden &body)
    {
        m_entry.label = stage(body.stage);
        m_entry.text = body.reason.text();
    }

    void read(const domain::EvidenceJudged &body)
    {
        m_entry.code = static_cast<int>(body.verdict);
        m_entry.text = body.reason ? body.reason->text() : std::string();
        m_entry.label = same(m_resolver.evidenceName(body.evidence.text()));
    }

    void setMoney(const domain::Decimal &amount, support::Currency currency)
    {
        m_entry.money = amount.in(currency).map([](support::Money money) { return std::optional(money); }).value_or(std::nullopt);
    }

    const Resolver &m_resolver;
    TimelineEntry &m_entry;
};

void noteTask(const domain::Record &record, const Resolver &resolver, std::map<std::string, TaskView> &tasks)
{
    const auto *task = std::get_if<domain::Task>(&record.fact());
    if (task) // newest first: the first version seen is the one in force
        tasks.try_emplace(task->id.text(), resolver.task(*task));
}

/// When what rows tell was first told: a later version of it is a correction, and no late record.
class FirstTold {
public:
    explicit FirstTold(const std::vector<domain::FactRow> &rows)
    {
        for (const domain::FactRow &row : rows) {
            if (row.until != support::Instant::max())
                m_replaced.emplace(std::tuple(row.kind, row.occurred, row.until), row.recorded);
        }
    }

    [[nodiscard]] support::Instant of(const domain::FactRow &row) const
    {
        support::Instant told = row.recorded;
        for (auto before = m_replaced.find({row.kind, row.occurred, told}); before != m_replaced.end() && before->second < told;
             before = m_replaced.find({row.kind, row.occurred, told}))
            told = before->second;
        return told;
    }

private:
    /// By kind, when it happened, and when the next version was told: when it was told itself.
    std::map<std::tuple<RowKind, support::Instant, support::Instant>, support::Instant> m_replaced;
};

bool isShown(const domain::FactRow &row, const engine::DealState &state)
{
    const bool ofCustomer = row.kind == RowKind::Activity && row.subject == 0;
    return row.kind != RowKind::Customer && (!ofCustomer || state.openAt(row.occurred));
}

} // namespace

Result<void> fillTimeline(const Core &workbench, const Resolver &resolver, const engine::DealEvaluation &deal, DealPage &page)
{
    std::map<std::string, TaskView> tasks;
    const engine::DealState &state = deal.state;
    const support::Instant asOf = deal.context.asOf;
    const std::array<domain::SymbolKey, 2> subjects{deal.row.key, state.customer};
    const auto rows = workbench.read([&](const store::Workspace &file) { return file.timeline(subjects, 0, timelineLimit); });
    if (!rows)
        return tl::unexpected(rows.error());
    const FirstTold firstTold(*rows);
    for (const domain::FactRow &row : *rows) {
        const bool known = row.occurred <= asOf && row.recorded <= asOf;
        if (!known || !isShown(row, state))
            continue;
        if (row.until <= asOf || row.recorded - row.occurred >= lateAfter)
            page.lastCorrection =
                std::max(page.lastCorrection.value_or(support::Instant::min()), row.until <= asOf ? row.until : row.recorded);
        if (row.until <= asOf)
            continue;
        const auto record = workbench.read([&](const store::Workspace &file) { return file.read(row.number); });
        if (!record)
            return tl::unexpected(record.error());
        TimelineEntry entry;
        entry.number = row.number;
        entry.kind = row.kind;
        entry.occurred = row.occurred;
        entry.recorded = row.recorded;
        entry.late = firstTold.of(row) - row.occurred >= lateAfter;
        entry.actor = resolver.person(row.d);
        entry.ofCustomer = row.kind == RowKind::Activity && row.subject == 0;
        entry.signals = row.kind == RowKind::Activity ? row.c : 0;
        std::visit(EntryFiller(resolver, entry), record->fact());
        noteTask(*record, resolver, tasks);
        page.timeline.push_back(std::move(entry));
    }
    for (auto &[id, task] : tasks)
        page.tasks.push_back(std::move(task));
    return {};
}

} // namespace workbench
