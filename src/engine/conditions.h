// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/measures.h"

#include "domain/condition.h"

#include <array>
#include <functional>

namespace engine {

class LiveLayout;
class Screen;

/// Of the deals side by side on a screen: 1 for those that are meant, else 0.
using Mask = std::array<std::uint8_t, history::Block::slots>;

/// A condition with its names looked up; asking it allocates nothing and cannot fail.
class CompiledCondition {
public:
    CompiledCondition(const domain::Condition &condition, const CompiledPlaybook &playbook);

    /// Asked about a deal.
    [[nodiscard]] bool holds(const DealState &state, const CompiledPlaybook &playbook, const DealContext &context,
                             domain::Quadrant quadrant) const;
    /// Asked about a lead or a person, which have measures only: every other test fails.
    [[nodiscard]] bool holds(const std::function<double(domain::Measure)> &measure) const;

    /// Asked about the deals of a screen side by side; it must have been prepared for the layout that the screen has.
    [[nodiscard]] Mask holds(Screen &screen) const;
    /// The answer of one of the tests of a layout: of fields, evidence or the stage.
    [[nodiscard]] bool isRecorded(const DealState &state) const;
    /// Adds what it asks for to `layout`.
    void prepare(LiveLayout &layout);

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
    [[nodiscard]] static Mask holds(const Group &group, Screen &screen);
    [[nodiscard]] static Mask holds(const domain::MeasureTest &test, Screen &screen);
    [[nodiscard]] static bool test(const Field &field, const DealState &state);
    [[nodiscard]] static bool test(const Evidence &evidence, const DealState &state);
    [[nodiscard]] static bool test(const StagePlaces &stage, const DealState &state);

    std::variant<Group, domain::MeasureTest, Field, Evidence, StagePlaces, InQuadrant> m_test;
    std::size_t m_number = 0; ///< of a test of records in the layout
};

/// Whether `left` compares so with `right`; never with no value on either side.
[[nodiscard]] bool compares(double left, domain::Comparison comparison, double right);

} // namespace engine
