// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/measures.h"

#include "domain/condition.h"

#include <functional>

namespace engine {

/// A condition with its names looked up; asking it allocates nothing and cannot fail.
class CompiledCondition {
public:
    CompiledCondition(const domain::Condition &condition, const CompiledPlaybook &playbook);

    /// Asked about a deal.
    [[nodiscard]] bool holds(const DealState &state, const CompiledPlaybook &playbook, const DealContext &context,
                             domain::Quadrant quadrant) const;
    /// Asked about a lead or a person, which have measures only: every other test fails.
    [[nodiscard]] bool holds(const std::function<double(domain::Measure)> &measure) const;

private:
    struct Group {
        domain::GroupKind kind;
        std::vector<CompiledCondition> parts;
    };
    struct Field {
        std::optional<std::size_t> slot;
        bool present;
        bool anyValue;
        WantedValue value;
    };
    struct Evidence {
        std::vector<std::size_t> kinds;
        int atLeast;
        bool present;
    };
    struct StagePlaces {
        domain::StageRelation relation;
        std::vector<std::optional<int>> places; ///< by pipeline
    };
    struct InQuadrant {
        domain::Quadrant quadrant;
    };

    template <class Ask>
    [[nodiscard]] bool decide(const Ask &ask) const;
    [[nodiscard]] static bool test(const Field &field, const DealState &state);
    [[nodiscard]] static bool test(const Evidence &evidence, const DealState &state);
    [[nodiscard]] static bool test(const StagePlaces &stage, const DealState &state);

    std::variant<Group, domain::MeasureTest, Field, Evidence, StagePlaces, InQuadrant> m_test;
};

/// Whether `left` compares so with `right`; never with no value on either side.
[[nodiscard]] bool compares(double left, domain::Comparison comparison, double right);

} // namespace engine
