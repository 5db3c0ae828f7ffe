// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/today/subjects.h"

#include "ui/models/dealwords.h"

#include <utility>

namespace ui {
namespace {

/// A person or a lead as what is decided on; the task that comes of it is the person's own, or of who looks after the lead.
Subject subjectOf(const workbench::FlagAbout &about, TodayRow::Kind kind)
{
    Subject subject;
    subject.flag = about.flag;
    subject.name = aboutName(about);
    if (const auto person = domain::PersonId::parse(about.id); person && kind == TodayRow::Kind::People) {
        subject.about = *person;
        subject.deal.ownerId = about.id;
        subject.deal.owner = about.name;
    } else if (const auto lead = domain::LeadId::parse(about.id); lead && kind == TodayRow::Kind::Leads) {
        subject.about = *lead;
        subject.deal.ownerId = about.ownerId;
        subject.deal.owner = about.owner;
    }
    return subject;
}

} // namespace

std::optional<Subject> subjectAt(const TodayModel &model, const QModelIndex &index)
{
    Subject subject;
    const workbench::TodayItem *item = model.item(index);
    const workbench::Flag *flag = model.flag(index);
    if (const workbench::FlagAbout *about = model.about(index))
        subject = subjectOf(*about, model.row(index.row()).kind);
    else if (item != nullptr)
        subject = {.deal = item->deal, .flag = flag != nullptr ? std::optional(*flag) : std::nullopt, .stages = {}};
    else
        return std::nullopt;
    subject.row = std::string(model.row(index.row()).key());
    return subject;
}

} // namespace ui
