// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/ids.h"
#include "domain/measure.h"

#include <string>
#include <variant>
#include <vector>

namespace domain {

enum class Comparison : std::uint8_t { Less, AtMost, Equal, NotEqual, AtLeast, More };
enum class StageRelation : std::uint8_t { Before, At, After };
enum class Quadrant : std::uint8_t { None, HighShort, LowShort, HighLong, LowLong };
enum class GroupKind : std::uint8_t { All, Any, None };

/// `measure` against a number or another measure.
struct MeasureTest {
    Measure measure;
    Comparison comparison;
    std::variant<double, Measure> limit;
    std::string setting = {}; ///< the name under which a rule offers its number for change; empty: none
    friend bool operator==(const MeasureTest &, const MeasureTest &) = default;
};

/// A field of the deal is filled, or holds `value`; `present == false` turns the test round.
struct FieldTest {
    FieldId field;
    bool present = true;
    std::string value; ///< empty: any value
    friend bool operator==(const FieldTest &, const FieldTest &) = default;
};

/// At least `atLeast` accepted or pending files of one of the kinds; `present == false`: fewer.
struct EvidenceTest {
    std::vector<EvidenceKindId> kinds;
    int atLeast = 1;
    bool present = true;
    friend bool operator==(const EvidenceTest &, const EvidenceTest &) = default;
};

/// Where the claimed stage stands in its pipeline.
struct StageTest {
    StageRelation relation;
    StageId stage;
    friend bool operator==(const StageTest &, const StageTest &) = default;
};

struct QuadrantTest {
    Quadrant quadrant;
    friend bool operator==(const QuadrantTest &, const QuadrantTest &) = default;
};

struct Condition;

struct ConditionGroup {
    GroupKind kind = GroupKind::All;
    std::vector<Condition> parts; ///< none: `All` and `None` hold, `Any` does not
    friend bool operator==(const ConditionGroup &, const ConditionGroup &);
};

/// What a rule asks. A tree without loops, checked when it is read, so that it can neither fail nor hang when it is asked.
struct Condition {
    std::variant<ConditionGroup, MeasureTest, FieldTest, EvidenceTest, StageTest, QuadrantTest> test;
    friend bool operator==(const Condition &, const Condition &) = default;
};

inline bool operator==(const ConditionGroup &a, const ConditionGroup &b)
{
    return a.kind == b.kind && a.parts == b.parts;
}

} // namespace domain
