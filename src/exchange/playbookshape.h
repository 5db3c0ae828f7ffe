// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"

namespace exchange {

// The keys of a playbook file, each with its member and its bounds, told once for both directions: `Io` is an ObjectReader or
// an ObjectWriter. The order of the calls is the order of the keys in a written file.

template <class Io, class T>
using Described = typename Io::template Described<T>;

template <class Io>
void describe(Io &io, Described<Io, domain::HealthSettings> &health)
{
    io.integer("role_weight", health.roleWeight, {0, 1000});
    io.integer("file_weight", health.fileWeight, {0, 1000});
    io.integer("ask_weight", health.askWeight, {0, 1000});
    io.integer("stale_weight", health.staleWeight, {0, 1000});
    io.integer("red_below", health.redBelow, {-10'000, 10'000});
    io.hours("ask_window_hours", health.askWindow, {1, 8784});
    io.hours("fresh_hours", health.fresh, {0, 8784});
    io.optionalInteger("file_cap", health.fileCap, {0, 1000});
    io.optionalInteger("ask_cap", health.askCap, {0, 1000});
    io.optionalInteger("stale_cap", health.staleCap, {0, 1000});
    io.truth("clamp_shown", health.clampShown);
    io.choices("inquiry_kinds", health.inquiryKinds);
    io.choices("no_progress_kinds", health.noProgressKinds);
    io.parsedList("minor_evidence", health.minorEvidence);
}

template <class Io>
void describe(Io &io, Described<Io, domain::MapSettings> &map)
{
    io.optionalInteger("health_cut", map.healthCut, {-10'000, 10'000});
    io.optionalNumber("days_cut", map.daysCut, {1, 3660});
    io.optionalNumber("cycle_share", map.cycleShare, {0.01, 10});
    io.integer("thin_below", map.thinBelow, {1, 100'000});
    io.number("fallback_cycle_days", map.fallbackCycleDays, {1, 3660});
}

template <class Io>
void describe(Io &io, Described<Io, domain::FocusSettings> &focus)
{
    io.integer("budget", focus.budget, {1, 100});
}

template <class Io>
void describe(Io &io, Described<Io, domain::WindowSettings> &windows)
{
    io.integer("substance_days", windows.substanceDays, {1, 3660});
    io.integer("response_days", windows.responseDays, {1, 3660});
    io.integer("bounce_days", windows.bounceDays, {1, 3660});
    io.optionalInteger("repurchase_days", windows.repurchaseDays, {1, 3660});
}

template <class Io>
void describe(Io &io, Described<Io, domain::RoleDefinition> &role)
{
    io.parsed("id", role.id);
    io.label("name", role.name);
}

template <class Io>
void describe(Io &io, Described<Io, domain::EvidenceKindDefinition> &kind)
{
    io.parsed("id", kind.id);
    io.label("name", kind.name);
}

template <class Io>
void describe(Io &io, Described<Io, domain::Choice> &choice)
{
    io.parsed("id", choice.id);
    io.label("name", choice.name);
}

template <class Io>
void describe(Io &io, Described<Io, domain::FieldDemand> &demand)
{
    io.parsed("id", demand.id);
    io.parsedList("values", demand.values);
}

template <class Io>
void describe(Io &io, Described<Io, domain::FieldDefinition> &field)
{
    io.parsed("id", field.id);
    io.label("name", field.name);
    io.choice("type", field.type);
    io.briefObjects("choices", field.choices, 64, [](Io &part, auto &choice) { describe(part, choice); });
}

template <class Io>
void describe(Io &io, Described<Io, domain::ChecklistItem> &item)
{
    io.parsed("id", item.id);
    io.label("prompt", item.prompt);
}

template <class Io>
void describe(Io &io, Described<Io, domain::EvidenceAction> &action)
{
    io.label("name", action.name);
    io.parsedList("kinds", action.kinds);
    io.integer("count", action.count, {1, 20});
}

template <class Io>
void describe(Io &io, Described<Io, domain::Stage> &stage)
{
    io.parsed("id", stage.id);
    io.label("name", stage.name);
    io.label("purpose", stage.purpose);
    io.number("limit_days", stage.limitDays, {0.01, 3660});
    io.number("stale_days", stage.staleDays, {0.01, 3660});
    io.number("remaining_days", stage.remainingDays, {0, 3660});
    io.hours("wait_hours", stage.wait, {0, 8784});
    io.truth("signed_from_here", stage.signedFromHere);
    io.briefObjects("required_fields", stage.requiredFields, 64, [](Io &part, auto &demand) { describe(part, demand); });
    io.parsedList("roles", stage.roles);
    io.objects("evidence", stage.evidence, 20, [](Io &part, auto &action) { describe(part, action); });
    io.objects("checklist", stage.checklist, 20, [](Io &part, auto &item) { describe(part, item); });
}

template <class Io>
void describe(Io &io, Described<Io, domain::Pipeline> &pipeline)
{
    io.parsed("id", pipeline.id);
    io.label("name", pipeline.name);
    io.objects("stages", pipeline.stages, 32, [](Io &part, auto &stage) { describe(part, stage); });
}

template <class Io>
void describe(Io &io, Described<Io, domain::Rule> &rule)
{
    io.parsed("id", rule.id);
    io.integer("version", rule.version, {1, 1'000'000});
    io.truth("enabled", rule.enabled);
    io.integers("catalogue", rule.catalogue, {1, 999});
    io.label("name", rule.name);
    io.label("sentence", rule.sentence);
    io.choice("subject", rule.subject);
    io.choice("severity", rule.severity);
    io.condition("when", rule.when);
    io.choices("notify", rule.notify);
    io.choice("proposal", rule.proposal);
    io.choices("missing", rule.missing);
    io.measures("quoted", rule.quoted);
    io.optionalMeasure("basis", rule.basis);
    io.number("urgency", rule.urgency, {0.01, 10});
    io.number("actionability", rule.actionability, {0.01, 10});
}

template <class Io>
void describe(Io &io, Described<Io, domain::Playbook> &playbook)
{
    const auto each = [](Io &part, auto &value) { describe(part, value); };
    io.integer("format", playbook.format, {1, 1'000'000});
    io.line("id", playbook.id);
    io.integer("version", playbook.version, {1, 1'000'000});
    io.label("name", playbook.name);
    io.object("health", playbook.health, each);
    io.object("map", playbook.map, each);
    io.object("focus", playbook.focus, each);
    io.object("windows", playbook.windows, each);
    io.objects("roles", playbook.roles, 32, each);
    io.objects("evidence_kinds", playbook.evidenceKinds, 64, each);
    io.objects("fields", playbook.fields, 64, each);
    io.optionalParsed("service_end_field", playbook.serviceEndField);
    io.optionalParsed("bid_field", playbook.bidField);
    io.objects("pipelines", playbook.pipelines, 64, each);
    io.objects("rules", playbook.rules, 256, each);
    io.lexicon("lexicon", playbook.lexicon);
}

} // namespace exchange
