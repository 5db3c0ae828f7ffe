// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookcheck.h"

#include "domain/playbookwords.h"

#include <fmt/format.h>

#include <set>

namespace exchange {

using domain::Condition;
using domain::ConditionGroup;
using domain::EvidenceTest;
using domain::FieldTest;
using domain::FieldType;
using domain::Measure;
using domain::MeasureOwner;
using domain::MeasureTest;
using domain::Playbook;
using domain::QuadrantTest;
using domain::Rule;
using domain::StageTest;
using domain::Unit;

namespace {

/// Looks at every part of a rule's condition; one overload of `look` for each kind of part.
class ConditionCheck {
public:
    ConditionCheck(const Playbook &playbook, const Rule &rule, JsonFaults &faults)
        : m_playbook(playbook)
        , m_owner(domain::ownerOf(rule.subject))
        , m_faults(faults)
    {}

    void look(const Condition &condition, const std::string &pointer)
    {
        std::visit([&](const auto &test) { look(test, pointer); }, condition.test);
    }

private:
    void look(const ConditionGroup &group, const std::string &pointer)
    {
        const std::string parts = pointerTo(pointer, domain::word(group.kind));
        for (std::size_t i = 0; i < group.parts.size(); ++i)
            look(group.parts[i], pointerTo(parts, i));
    }

    void look(const MeasureTest &test, const std::string &pointer)
    {
        if (domain::ownerOf(test.measure) != m_owner)
            m_faults.add(pointerTo(pointer, "measure"), "a measure that the rule's subject does not have");
        if (const auto *other = std::get_if<Measure>(&test.limit)) {
            if (domain::ownerOf(*other) != m_owner)
                m_faults.add(pointerTo(pointer, "than"), "a measure that the rule's subject does not have");
            else if (domain::info(*other).unit != domain::info(test.measure).unit)
                m_faults.add(pointerTo(pointer, "than"), "a measure in another unit");
        } else if (const double limit = std::get<double>(test.limit);
                   domain::info(test.measure).unit == Unit::Share && (limit < 0 || limit > 1)) {
            m_faults.add(pointerTo(pointer, "value"), "a share is from 0 to 1");
        }
        if (!test.setting.empty() && !m_settings.insert(test.setting).second)
            m_faults.add(pointerTo(pointer, "setting"), "a setting that the rule has already");
    }

    void look(const FieldTest &test, const std::string &pointer)
    {
        onlyOfDeals(pointer);
        const auto field = std::ranges::find(m_playbook.fields, test.field, &domain::FieldDefinition::id);
        if (field == m_playbook.fields.end()) {
            // What every deal has can only be asked for: its value is no text.
            if (!test.value.empty() || !domain::isBuiltIn(test.field.text()))
                m_faults.add(pointerTo(pointer, "field"), "no field of this playbook");
            return;
        }
        if (!test.value.empty() && field->type == FieldType::Choice && field->choice(test.value) == nullptr)
            m_faults.add(pointerTo(pointer, test.present ? "is" : "is_not"), "no choice of this field");
    }

    void look(const EvidenceTest &test, const std::string &pointer)
    {
        onlyOfDeals(pointer);
        for (std::size_t i = 0; i < test.kinds.size(); ++i) {
            if (std::ranges::none_of(m_playbook.evidenceKinds, [&](const auto &kind) { return kind.id == test.kinds[i]; }))
                m_faults.add(pointerTo(pointerTo(pointer, "evidence"), i), "no kind of evidence of this playbook");
        }
    }

    void look(const StageTest &test, const std::string &pointer)
    {
        onlyOfDeals(pointer);
        const auto isIt = [&](const domain::Stage &stage) { return stage.id == test.stage; };
        const auto hasIt = [&](const domain::Pipeline &pipeline) { return std::ranges::any_of(pipeline.stages, isIt); };
        if (std::ranges::none_of(m_playbook.pipelines, hasIt))
            m_faults.add(pointerTo(pointer, "stage"), "no stage of this playbook");
    }

    void look(const QuadrantTest &, const std::string &pointer) { onlyOfDeals(pointer); }

    void onlyOfDeals(const std::string &pointer)
    {
        if (m_owner != MeasureOwner::Deal)
            m_faults.add(pointer, "only a deal has this");
    }

    const Playbook &m_playbook;
    MeasureOwner m_owner;
    JsonFaults &m_faults;
    std::set<std::string> m_settings;
};

/// What stands in braces in a sentence; nothing where the braces do not match.
std::optional<std::set<std::string>> placeholders(std::string_view sentence)
{
    std::set<std::string> found;
    while (true) {
        const std::size_t open = sentence.find_first_of("{}");
        if (open == std::string_view::npos)
            return found;
        const std::size_t close = sentence.find_first_of("{}", open + 1);
        if (sentence[open] != '{' || close == std::string_view::npos || sentence[close] != '}')
            return std::nullopt;
        found.emplace(sentence.substr(open + 1, close - open - 1));
        sentence.remove_prefix(close + 1);
    }
}

void checkSentence(const Rule &rule, const std::string &sentence, const std::string &pointer, JsonFaults &faults)
{
    const auto found = placeholders(sentence);
    if (!found) {
        faults.add(pointer, "braces that do not match");
        return;
    }
    for (const std::string &name : *found) {
        const auto measure = domain::measureNamed(name);
        if (!measure)
            faults.add(pointer, fmt::format("{{{}}} is no measure", name));
        else if (std::ranges::find(rule.quoted, *measure) == rule.quoted.end())
            faults.add(pointer, fmt::format("{{{}}} is not among the quoted measures", name));
    }
}

void checkQuoted(const Rule &rule, const std::string &pointer, JsonFaults &faults)
{
    const std::string quoted = pointerTo(pointer, "quoted");
    std::set<Measure> seen;
    for (std::size_t i = 0; i < rule.quoted.size(); ++i) {
        if (domain::ownerOf(rule.quoted[i]) != domain::ownerOf(rule.subject))
            faults.add(pointerTo(quoted, i), "a measure that the rule's subject does not have");
        if (!seen.insert(rule.quoted[i]).second)
            faults.add(pointerTo(quoted, i), "a measure that is quoted already");
    }
    if (rule.basis && domain::ownerOf(*rule.basis) != domain::ownerOf(rule.subject))
        faults.add(pointerTo(pointer, "basis"), "a measure that the rule's subject does not have");
}

} // namespace

void checkRule(const Playbook &playbook, const Rule &rule, const std::string &pointer, JsonFaults &faults)
{
    ConditionCheck(playbook, rule, faults).look(rule.when, pointerTo(pointer, "when"));
    checkQuoted(rule, pointer, faults);
    const std::string sentence = pointerTo(pointer, "sentence");
    checkSentence(rule, rule.sentence.en, pointerTo(sentence, "en"), faults);
    checkSentence(rule, rule.sentence.zh, pointerTo(sentence, "zh"), faults);
    if (placeholders(rule.sentence.en) != placeholders(rule.sentence.zh))
        faults.add(sentence, "the two languages quote different measures");
    if (rule.notify.empty())
        faults.add(pointer, "a rule tells at least one role");
}

} // namespace exchange
