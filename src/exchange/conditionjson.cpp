// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/conditionjson.h"

#include "exchange/playbookreader.h"

namespace exchange {

using domain::Comparison;
using domain::Condition;
using domain::ConditionGroup;
using domain::EvidenceTest;
using domain::FieldTest;
using domain::GroupKind;
using domain::Measure;
using domain::MeasureTest;
using domain::Quadrant;
using domain::QuadrantTest;
using domain::StageTest;
using nlohmann::ordered_json;

namespace {

/// Reads the parts of an object of which one key says what it is.
class ConditionReader {
public:
    explicit ConditionReader(int depth) : m_depth(depth) {}

    [[nodiscard]] Condition read(const JsonPlace &place) const
    {
        const nlohmann::json &value = place.value();
        for (const std::string_view kind : domain::Words<GroupKind>::list) {
            if (value.is_object() && value.contains(kind))
                return {group(place, kind)};
        }
        if (value.is_object() && value.contains("measure"))
            return {measureTest(place)};
        if (value.is_object() && value.contains("field"))
            return {fieldTest(place)};
        if (value.is_object() && value.contains("evidence"))
            return {evidenceTest(place)};
        if (value.is_object() && value.contains("stage"))
            return {stageTest(place)};
        if (value.is_object() && value.contains("quadrant"))
            return {quadrantTest(place)};
        place.fault("expected an object with one of: all any none measure field evidence stage quadrant");
        return {};
    }

private:
    [[nodiscard]] ConditionGroup group(const JsonPlace &place, std::string_view kind) const
    {
        ConditionGroup group{*domain::fromWord<GroupKind>(kind), {}};
        const std::vector<JsonPlace> parts = place.member(kind).elements();
        if (place.value().size() > 1)
            place.fault("a group has no other key");
        if (parts.empty())
            place.member(kind).fault("a group has at least one part");
        if (m_depth > deepestCondition)
            place.fault("groups nested more than " + std::to_string(deepestCondition) + " deep");
        else
            for (const JsonPlace &part : parts)
                group.parts.push_back(ConditionReader(m_depth + 1).read(part));
        return group;
    }

    [[nodiscard]] static MeasureTest measureTest(const JsonPlace &place)
    {
        ObjectReader reader(place);
        MeasureTest test{Measure::Health, Comparison::Less, 0.0};
        std::optional<Measure> measure;
        std::optional<Measure> than;
        std::optional<double> value;
        std::optional<domain::Name> setting;
        reader.optionalMeasure("measure", measure);
        reader.choice("is", test.comparison);
        reader.optionalMeasure("than", than);
        reader.optionalNumber("value", value, {-1e12, 1e12});
        reader.optionalParsed("setting", setting);
        reader.refuseOthers();
        if (than.has_value() == value.has_value())
            place.fault("either \"value\" or \"than\"");
        if (setting && !value)
            place.fault("a setting names a \"value\"");
        test.measure = measure.value_or(Measure::Health);
        if (than)
            test.limit = *than;
        else
            test.limit = value.value_or(0);
        test.setting = setting ? setting->text() : std::string();
        return test;
    }

    [[nodiscard]] static FieldTest fieldTest(const JsonPlace &place)
    {
        ObjectReader reader(place);
        FieldTest test{JsonPlace::standIn<domain::FieldId>(), true, {}};
        std::optional<domain::Name> is;
        std::optional<domain::Name> isNot;
        reader.parsed("field", test.field);
        reader.optionalParsed("is", is);
        reader.optionalParsed("is_not", isNot);
        const bool asksPresence = place.value().contains("present");
        if (asksPresence)
            reader.truth("present", test.present);
        reader.refuseOthers();
        if ((is ? 1 : 0) + (isNot ? 1 : 0) + (asksPresence ? 1 : 0) != 1)
            place.fault("exactly one of \"is\", \"is_not\" and \"present\"");
        if (isNot)
            test.present = false;
        if (is || isNot)
            test.value = (is ? is : isNot)->text();
        return test;
    }

    [[nodiscard]] static EvidenceTest evidenceTest(const JsonPlace &place)
    {
        ObjectReader reader(place);
        EvidenceTest test;
        reader.parsedList("evidence", test.kinds);
        if (place.value().contains("at_least"))
            reader.integer("at_least", test.atLeast, {1, 100});
        if (place.value().contains("present"))
            reader.truth("present", test.present);
        reader.refuseOthers();
        if (place.value().at("evidence").is_array() && test.kinds.empty())
            place.member("evidence").fault("at least one kind of evidence");
        return test;
    }

    [[nodiscard]] static StageTest stageTest(const JsonPlace &place)
    {
        ObjectReader reader(place);
        StageTest test{domain::StageRelation::At, JsonPlace::standIn<domain::StageId>()};
        reader.parsed("stage", test.stage);
        reader.choice("is", test.relation);
        reader.refuseOthers();
        return test;
    }

    [[nodiscard]] static QuadrantTest quadrantTest(const JsonPlace &place)
    {
        ObjectReader reader(place);
        QuadrantTest test{Quadrant::None};
        reader.choice("quadrant", test.quadrant);
        reader.refuseOthers();
        return test;
    }

    int m_depth;
};

ordered_json json(const ConditionGroup &group)
{
    ordered_json parts = ordered_json::array();
    for (const Condition &part : group.parts)
        parts.push_back(conditionJson(part));
    return {{domain::word(group.kind), std::move(parts)}};
}

ordered_json json(const MeasureTest &test)
{
    ordered_json object{{"measure", domain::info(test.measure).id}, {"is", domain::word(test.comparison)}};
    if (const auto *other = std::get_if<Measure>(&test.limit))
        object["than"] = domain::info(*other).id;
    else
        object["value"] = std::get<double>(test.limit);
    if (!test.setting.empty())
        object["setting"] = test.setting;
    return object;
}

ordered_json json(const FieldTest &test)
{
    ordered_json object{{"field", test.field.text()}};
    if (test.value.empty())
        object["present"] = test.present;
    else
        object[test.present ? "is" : "is_not"] = test.value;
    return object;
}

ordered_json json(const EvidenceTest &test)
{
    ordered_json kinds = ordered_json::array();
    for (const domain::EvidenceKindId &kind : test.kinds)
        kinds.push_back(kind.text());
    return {{"evidence", std::move(kinds)}, {"at_least", test.atLeast}, {"present", test.present}};
}

ordered_json json(const StageTest &test)
{
    return {{"stage", test.stage.text()}, {"is", domain::word(test.relation)}};
}

ordered_json json(const QuadrantTest &test)
{
    return {{"quadrant", domain::word(test.quadrant)}};
}

} // namespace

Condition readCondition(const JsonPlace &place)
{
    return ConditionReader(1).read(place);
}

Measure readMeasure(const JsonPlace &place)
{
    if (place.value().is_string()) {
        if (const auto measure = domain::measureNamed(place.value().get_ref<const std::string &>()))
            return *measure;
    }
    place.fault("the name of a measure");
    return Measure::Health;
}

ordered_json conditionJson(const Condition &condition)
{
    return std::visit([](const auto &test) { return json(test); }, condition.test);
}

} // namespace exchange
