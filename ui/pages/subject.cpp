// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/subject.h"

#include "ui/models/format.h"

namespace ui {

QString nameOf(const Subject &subject)
{
    return subject.about ? subject.name : qstring(subject.deal.customer);
}

std::optional<workbench::FlagSubject> flagSubject(const Subject &subject)
{
    return subject.deal.id ? std::optional<workbench::FlagSubject>(*subject.deal.id) : subject.about;
}

std::optional<workbench::DecideFlag> decisionOn(const Subject &subject, domain::FlagAct act)
{
    const auto about = flagSubject(subject);
    if (!subject.flag || !about)
        return std::nullopt;
    const auto rule = domain::RuleId::parse(subject.flag->rule);
    if (!rule)
        return std::nullopt;
    return workbench::DecideFlag{*about, *rule, act, {}, {}};
}

} // namespace ui
