// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/sample/telling.h"

#include <algorithm>

namespace telling {

namespace {

void follow(DealStory &story, const domain::Record &record)
{
    story.events.push_back(&record);
    if (const auto *move = Telling::body<domain::StageMoved>(record))
        story.stage = move->stage.value->text();
    if (const auto *field = Telling::body<domain::FieldSet>(record))
        story.fields[field->field.text()] = field->value.value ? field->value.value->text() : "";
    if (Telling::body<domain::Won>(record) != nullptr)
        story.won = true;
    if (Telling::body<domain::Won>(record) != nullptr || Telling::body<domain::Lost>(record) != nullptr)
        story.open = false;
    if (Telling::body<domain::Reopened>(record) != nullptr)
        story.open = true;
}

void group(Telling &telling)
{
    for (const domain::Record &record : telling.records) {
        const domain::Fact &fact = record.fact();
        if (const auto *deal = std::get_if<domain::Deal>(&fact))
            telling.deals[deal->id.text()].creation = &record;
        else if (const auto *event = std::get_if<domain::DealEvent>(&fact))
            follow(telling.deals[event->deal.text()], record);
        else if (const auto *activity = std::get_if<domain::Activity>(&fact); activity != nullptr && activity->deal)
            telling.deals[activity->deal->text()].activities.push_back(&record);
        else if (const auto *evidence = std::get_if<domain::Evidence>(&fact))
            telling.deals[evidence->deal.text()].evidence.push_back(&record);
    }
}

} // namespace

std::vector<std::string> Telling::subjectsOf(std::string_view truth) const
{
    std::vector<std::string> subjects;
    for (const exchange::sample::Truth &entry : truths) {
        if (entry.truth == truth)
            subjects.push_back(entry.subject);
    }
    return subjects;
}

support::Instant today()
{
    return *support::parseInstant("2026-11-20T10:00:00+08:00");
}

Telling tell(std::uint64_t deals, std::uint64_t seed, support::Instant asOf)
{
    Telling telling;
    const exchange::sample::Sinks sinks{[&](domain::Record record) {
                                            telling.records.push_back(std::move(record));
                                            return support::Result<void>();
                                        },
                                        [&](const exchange::sample::Truth &truth) { telling.truths.push_back(truth); },
                                        {}};
    if (!exchange::sample::generate({deals, seed, asOf}, sinks))
        telling.records.clear();
    group(telling);
    return telling;
}

const Telling &usual()
{
    static const Telling telling = [] {
        Telling told = tell(1200);
        return told;
    }();
    return telling;
}

} // namespace telling
