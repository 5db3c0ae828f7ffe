// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/handoverpopover.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/dealwords.h"
#include "ui/models/mapwords.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array<int, 4> dueChoices{1, 3, 7, 14};
constexpr int casesHeight = 220;

/// Who would take deals over: somebody of the senior ranks who owns none of them.
std::string senior(const std::vector<workbench::PersonView> &people, const std::vector<HandOver> &deals)
{
    for (const domain::PersonRole role : {domain::PersonRole::Director, domain::PersonRole::Manager}) {
        for (const workbench::PersonView &person : people) {
            const auto owns = [&](const HandOver &one) { return one.deal.ownerId == person.id; };
            if (person.active && person.role == role && std::ranges::none_of(deals, owns))
                return person.id;
        }
    }
    return {};
}

std::vector<Line> linesOf(const Format &format, const std::vector<HandOver> &deals)
{
    std::vector<Line> lines;
    for (const HandOver &one : deals) {
        const std::string deal = one.deal.id ? one.deal.id->text() : std::string();
        lines.push_back({.id = "deal " + deal, .look = RowLook::Heading, .text = dealLine(one.deal)});
        if (one.cases.empty())
            lines.push_back(
                {.id = "none " + deal, .look = RowLook::Detail, .text = HandOverPopover::tr("No closed deal is like it.")});
        for (std::size_t i = 0; i < one.cases.size(); ++i) {
            const workbench::SimilarCase &similar = one.cases[i];
            const bool won = similar.deal.status == workbench::DealStatus::Won;
            lines.push_back({.id = std::to_string(i) + ' ' + deal,
                             .text = dealLine(similar.deal),
                             .body = caseText(format, similar),
                             .chip = word(similar.deal.status),
                             .chipTone = won ? Tone::Good : Tone::Muted});
        }
    }
    return lines;
}

} // namespace

HandOverPopover::HandOverPopover(const Format &format, const std::vector<workbench::PersonView> &people,
                                 const std::vector<HandOver> &deals, QWidget *page)
    : Popover(page)
    , m_taker(new QComboBox)
    , m_due(new QComboBox)
    , m_owner(new QCheckBox(tr("They become the owner as well")))
{
    for (const workbench::PersonView &person : people) {
        if (person.active)
            m_taker->addItem(qstring(person.name), qstring(person.id));
    }
    m_taker->setMaxVisibleItems(16);
    m_taker->setPlaceholderText(tr("Choose somebody"));
    m_taker->setCurrentIndex(m_taker->findData(qstring(senior(people, deals))));
    for (const int days : dueChoices)
        m_due->addItem(tr("In %n day(s)", nullptr, days), days);
    m_due->addItem(tr("No date"), -1);
    m_due->setCurrentIndex(1);
    m_taker->setAccessibleName(tr("Who takes over"));
    m_due->setAccessibleName(tr("Until"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Who takes over"), m_taker);
    form->addRow(tr("Until"), m_due);
    content()->addLayout(form);
    content()->addWidget(m_owner);
    auto *title = new TextLabel(Type::Small, Tone::Muted, QFont::DemiBold);
    title->setText(tr("Similar cases, which go with the task"));
    content()->addWidget(title);
    auto *list = new QListView;
    list->setItemDelegate(new RowDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setFixedHeight(casesHeight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setAccessibleName(title->text());
    m_cases.setLines(linesOf(format, deals));
    list->setModel(&m_cases);
    content()->addWidget(list);
    setHint(tr("Tab to change · Esc closes"));
    setConfirm(tr("Hand over"));
}

std::string HandOverPopover::taker() const
{
    return m_taker->currentData().toString().toStdString();
}

QString HandOverPopover::takerName() const
{
    return m_taker->currentText();
}

std::optional<int> HandOverPopover::dueInDays() const
{
    const int days = m_due->currentData().toInt();
    return days < 0 ? std::nullopt : std::optional(days);
}

bool HandOverPopover::changesOwner() const
{
    return m_owner->isChecked();
}

void HandOverPopover::begin()
{
    m_taker->setFocus(Qt::PopupFocusReason);
}

bool HandOverPopover::complete() const
{
    if (taker().empty())
        m_taker->setFocus(Qt::OtherFocusReason);
    return !taker().empty();
}

} // namespace ui
