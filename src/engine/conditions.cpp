// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/conditions.h"

#include "engine/screen.h"

#include <algorithm>
#include <cmath>

namespace engine {

using domain::Comparison;
using domain::GroupKind;
using domain::Measure;

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

} // namespace

bool compares(double left, Comparison comparison, double right)
{
    if (std::isnan(left) || std::isnan(right))
        return false;
    switch (comparison) {
    case Comparison::Less: return left < right;
    case Comparison::AtMost: return left <= right;
    case Comparison::Equal: return left == right;
    case Comparison::NotEqual: return left != right;
    case Comparison::AtLeast: return left >= right;
    case Comparison::More: return left > right;
    }
    return false;
}

CompiledCondition::CompiledCondition(const domain::Condition &condition, const CompiledPlaybook &playbook)
    : m_test(InQuadrant{domain::Quadrant::None})
{
    std::visit(Overloaded{
                   [&](const domain::ConditionGroup &group) {
                       Group compiled{group.kind, {}};
                       for (const domain::Condition &part : group.parts)
                           compiled.parts.emplace_back(part, playbook);
                       m_test = std::move(compiled);
                   },
                   [&](const domain::MeasureTest &test) { m_test = test; },
                   [&](const domain::FieldTest &test) {
                       m_test = Field{playbook.fieldSlot(test.field), test.present, test.value.empty(), wantedValue(test.value)};
                   },
                   [&](const domain::EvidenceTest &test) {
                       Evidence compiled{{}, test.atLeast, test.present};
                       for (const domain::EvidenceKindId &kind : test.kinds) {
                           if (const auto slot = playbook.kindSlot(kind))
                               compiled.kinds.push_back(*slot);
                       }
                       m_test = std::move(compiled);
                   },
                   [&](const domain::StageTest &test) {
                       StagePlaces compiled{test.relation, {}};
                       for (const CompiledPipeline &pipeline : playbook.pipelines()) {
                           const auto at = std::ranges::find(pipeline.pipeline->stages, test.stage, &domain::Stage::id);
                           const bool has = at != pipeline.pipeline->stages.end();
                           compiled.places.push_back(has ? std::optional(static_cast<int>(at - pipeline.pipeline->stages.begin()))
                                                         : std::nullopt);
                       }
                       m_test = std::move(compiled);
                   },
                   [&](const domain::QuadrantTest &test) { m_test = InQuadrant{test.quadrant}; },
               },
               condition.test);
}

bool CompiledCondition::test(const Field &field, const DealState &state)
{
    if (!field.slot)
        return false;
    const FieldValue &value = state.fields[*field.slot];
    const bool matches = field.anyValue ? value.filled : value.is(field.value);
    return matches == field.present;
}

bool CompiledCondition::test(const Evidence &evidence, const DealState &state)
{
    const auto have = std::ranges::count_if(state.files, [&](const FileState &file) {
        return file.verdict != domain::Verdict::Rejected && !file.duplicate
               && std::ranges::find(evidence.kinds, file.kind) != evidence.kinds.end();
    });
    return (have >= evidence.atLeast) == evidence.present;
}

bool CompiledCondition::test(const StagePlaces &stage, const DealState &state)
{
    if (!state.pipeline || state.claimed < 0 || !stage.places[state.pipelineAt])
        return false;
    const int place = *stage.places[state.pipelineAt];
    switch (stage.relation) {
    case domain::StageRelation::Before: return state.claimed < place;
    case domain::StageRelation::At: return state.claimed == place;
    case domain::StageRelation::After: return state.claimed > place;
    }
    return false;
}

/// Walks the tree; `ask` answers the tests that are no groups.
template <class Ask>
bool CompiledCondition::decide(const Ask &ask) const
{
    if (const auto *group = std::get_if<Group>(&m_test)) {
        const auto holds = [&](const CompiledCondition &part) { return part.decide(ask); };
        switch (group->kind) {
        case GroupKind::All: return std::ranges::all_of(group->parts, holds);
        case GroupKind::Any: return std::ranges::any_of(group->parts, holds);
        case GroupKind::None: return std::ranges::none_of(group->parts, holds);
        }
    }
    if (const auto *test = std::get_if<domain::MeasureTest>(&m_test)) {
        const double limit = std::visit(
            Overloaded{[](double number) { return number; }, [&](Measure other) { return ask.measure(other); }}, test->limit);
        return compares(ask.measure(test->measure), test->comparison, limit);
    }
    return ask.test(*this);
}

bool CompiledCondition::holds(const DealState &state, const CompiledPlaybook &playbook, const DealContext &context,
                              domain::Quadrant quadrant) const
{
    struct Ask {
        const DealState &state;
        const CompiledPlaybook &playbook;
        const DealContext &context;
        domain::Quadrant quadrant;

        [[nodiscard]] double measure(Measure which) const { return engine::measure(which, state, playbook, context); }
        [[nodiscard]] bool test(const CompiledCondition &tested) const
        {
            const auto *in = std::get_if<InQuadrant>(&tested.m_test);
            return in ? in->quadrant == quadrant : tested.isRecorded(state);
        }
    };
    return decide(Ask{state, playbook, context, quadrant});
}

bool CompiledCondition::isRecorded(const DealState &state) const
{
    return std::visit(Overloaded{
                          [&](const Field &field) { return test(field, state); },
                          [&](const Evidence &evidence) { return test(evidence, state); },
                          [&](const StagePlaces &stage) { return test(stage, state); },
                          [](const auto &) { return false; },
                      },
                      m_test);
}

void CompiledCondition::prepare(LiveLayout &layout)
{
    std::visit(Overloaded{
                   [&](Group &group) {
                       for (CompiledCondition &part : group.parts)
                           part.prepare(layout);
                   },
                   [&](const domain::MeasureTest &test) {
                       layout.add(test.measure);
                       if (const auto *other = std::get_if<Measure>(&test.limit))
                           layout.add(*other);
                   },
                   [](const InQuadrant &) {},
                   [&](const auto &) { m_number = layout.add(*this); },
               },
               m_test);
}

Mask CompiledCondition::holds(Screen &screen) const
{
    return std::visit(Overloaded{
                          [&](const Group &group) { return holds(group, screen); },
                          [&](const domain::MeasureTest &test) { return holds(test, screen); },
                          [&](const InQuadrant &in) {
                              Mask held;
                              for (std::size_t deal = 0; deal < screen.size(); ++deal)
                                  held[deal] = screen.score(deal).quadrant == in.quadrant ? 1 : 0;
                              return held;
                          },
                          [&](const auto &) {
                              Mask held;
                              std::ranges::copy(screen.test(m_number), held.begin());
                              return held;
                          },
                      },
                      m_test);
}

Mask CompiledCondition::holds(const Group &group, Screen &screen)
{
    const bool all = group.kind == GroupKind::All;
    Mask held;
    held.fill(all ? 1 : 0);
    for (const CompiledCondition &part : group.parts) {
        const Mask also = part.holds(screen);
        for (std::size_t deal = 0; deal < screen.size(); ++deal)
            held[deal] = static_cast<std::uint8_t>(all ? held[deal] & also[deal] : held[deal] | also[deal]);
    }
    if (group.kind == GroupKind::None) {
        for (std::uint8_t &one : held)
            one ^= 1U;
    }
    return held;
}

namespace {

/// `limit(deal)` is what each deal's value is compared with.
template <class Limit>
Mask compared(std::span<const double> values, Comparison comparison, const Limit &limit)
{
    const auto each = [&](const auto &holds) {
        Mask held;
        for (std::size_t deal = 0; deal < values.size(); ++deal)
            held[deal] = holds(values[deal], limit(deal)) ? 1 : 0;
        return held;
    };
    switch (comparison) {
    case Comparison::Less: return each([](double a, double b) { return a < b; });
    case Comparison::AtMost: return each([](double a, double b) { return a <= b; });
    case Comparison::Equal: return each([](double a, double b) { return a == b; });
    case Comparison::NotEqual: return each([](double a, double b) { return a < b || a > b; });
    case Comparison::AtLeast: return each([](double a, double b) { return a >= b; });
    case Comparison::More: return each([](double a, double b) { return a > b; });
    }
    return {};
}

} // namespace

Mask CompiledCondition::holds(const domain::MeasureTest &test, Screen &screen)
{
    const std::span<const double> values = screen.measure(test.measure);
    if (const auto *other = std::get_if<Measure>(&test.limit)) {
        const std::span<const double> limits = screen.measure(*other);
        return compared(values, test.comparison, [&](std::size_t deal) { return limits[deal]; });
    }
    const double limit = std::get<double>(test.limit);
    return compared(values, test.comparison, [&](std::size_t) { return limit; });
}

bool CompiledCondition::holds(const std::function<double(Measure)> &measure) const
{
    struct Ask {
        const std::function<double(Measure)> &measure;
        [[nodiscard]] static bool test(const CompiledCondition &) { return false; }
    };
    return decide(Ask{measure});
}

} // namespace engine
