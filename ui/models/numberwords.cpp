// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/numberwords.h"

#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

struct Words {
    const char *name;
    const char *definition;
};

/// In the order of the measures, as far as they are a deal's.
constexpr std::array<Words, 32> words{{
    {QT_TRANSLATE_NOOP("ui::Number", "Health"),
     QT_TRANSLATE_NOOP("ui::Number",
                       "The sum of its terms. Each counts something and multiplies it by a weight that the playbook sets.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Red line"),
     QT_TRANSLATE_NOOP("ui::Number", "Open deals below this health are red. The playbook sets it.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Roles filled"),
     QT_TRANSLATE_NOOP("ui::Number", "Roles of the decision chain that a contact fills.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Roles missing"),
     QT_TRANSLATE_NOOP("ui::Number", "Roles of the decision chain that nobody fills.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Key files"),
     QT_TRANSLATE_NOOP("ui::Number", "Key evidence files that count: not rejected, and each content once.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Customer inquiries"),
     QT_TRANSLATE_NOOP("ui::Number", "Inquiries by the customer within the days that the health looks back.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Days without update"),
     QT_TRANSLATE_NOOP("ui::Number", "Days without progress beyond what the playbook allows; the day in progress counts.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Since the last progress"),
     QT_TRANSLATE_NOOP("ui::Number",
                       "Since the last update of any kind: an event, a file, talk. Without one, since the creation.")},
    {QT_TRANSLATE_NOOP("ui::Number", "In this stage"),
     QT_TRANSLATE_NOOP("ui::Number", "Since the last move into the claimed stage.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Limit of this stage"),
     QT_TRANSLATE_NOOP("ui::Number", "How long the playbook allows a deal to be in the claimed stage.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Quiet days allowed"),
     QT_TRANSLATE_NOOP("ui::Number", "How long the playbook allows a deal to be without progress in the claimed stage.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Contacts without an answer"),
     QT_TRANSLATE_NOOP("ui::Number", "Contacts by us since the customer last answered.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Since the last contact"),
     QT_TRANSLATE_NOOP("ui::Number", "Since the last contact in either direction. Without one, since the creation.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Since the last contact of substance"),
     QT_TRANSLATE_NOOP("ui::Number",
                       "Since a price, a sample, a document or a decision was last spoken of. Without one, since the creation.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Demonstration without feedback"),
     QT_TRANSLATE_NOOP("ui::Number", "Since a demonstration after which the customer said nothing.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Without material"),
     QT_TRANSLATE_NOOP("ui::Number", "Since the newest contact person became known, with nothing sent since.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Meetings missed"),
     QT_TRANSLATE_NOOP("ui::Number", "Meetings of the customer in a row, up to the last, at which none of us was.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Tender without a bid"),
     QT_TRANSLATE_NOOP("ui::Number", "1 when the customer has published a tender and this deal is not in bid preparation.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Service period left"),
     QT_TRANSLATE_NOOP("ui::Number", "Until the service period of the contract ends.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Inquiry without an answer"),
     QT_TRANSLATE_NOOP("ui::Number", "Since the customer's last inquiry, with no contact by us after it.")},
    {QT_TRANSLATE_NOOP("ui::Number", "First response"),
     QT_TRANSLATE_NOOP("ui::Number", "From the customer's first inquiry to our first contact after it.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Since a rival's price was named"),
     QT_TRANSLATE_NOOP("ui::Number", "Since a talk in which both a competitor and a price were named.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Good talks"),
     QT_TRANSLATE_NOOP("ui::Number", "Talks in which the customer spoke well of us.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Payments"), QT_TRANSLATE_NOOP("ui::Number", "Payments that were received.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Since the signing"),
     QT_TRANSLATE_NOOP("ui::Number", "Since the deal was won, or came to the stage that the playbook calls signed.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Stage changes this week"),
     QT_TRANSLATE_NOOP("ui::Number", "Moves between stages in the last days that the playbook looks at for bouncing.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Close date pushed"),
     QT_TRANSLATE_NOOP("ui::Number", "How often the expected close date was moved later.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Past the close date"),
     QT_TRANSLATE_NOOP("ui::Number", "Since the rep's expected close date went by.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Expected to close in"),
     QT_TRANSLATE_NOOP(
         "ui::Number",
         "The median of what remained for won deals that had been in this stage as long. Where the deal has been in "
         "it longer than every deal that was won: as long again. Where too few were won: the playbook's number.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Stages not proven"),
     QT_TRANSLATE_NOOP("ui::Number", "Stages between the claimed one and the furthest one that the gates prove.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Age of the deal"), QT_TRANSLATE_NOOP("ui::Number", "Since the deal was created.")},
    {QT_TRANSLATE_NOOP("ui::Number", "Amount"),
     QT_TRANSLATE_NOOP("ui::Number", "What the deal is worth, as it was recorded last.")},
}};
static_assert(words.size() == static_cast<std::size_t>(domain::Measure::LeadAgeDays));

const Words *wordsOf(domain::Measure measure)
{
    const auto place = static_cast<std::size_t>(measure);
    return place < words.size() ? &words[place] : nullptr;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::Number", text);
}

} // namespace

QString nameOf(domain::Measure measure)
{
    const Words *found = wordsOf(measure);
    return found == nullptr ? QString() : translated(found->name);
}

QString definitionOf(domain::Measure measure)
{
    const Words *found = wordsOf(measure);
    return found == nullptr ? QString() : translated(found->definition);
}

} // namespace ui
