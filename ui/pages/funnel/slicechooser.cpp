// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/slicechooser.h"

#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <array>

namespace ui {
namespace {

using workbench::FunnelBy;

constexpr std::array dimensions{FunnelBy::All,     FunnelBy::Region,  FunnelBy::Team,   FunnelBy::Person,
                                FunnelBy::Product, FunnelBy::Channel, FunnelBy::Segment};
constexpr int quarterPlace = static_cast<int>(dimensions.size()); ///< after these
constexpr int quarters = 8;
constexpr int quarterMonths = 3;

QComboBox *makeBox()
{
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(240);
    return box;
}

} // namespace

SliceChooser::SliceChooser(QWidget *parent)
    : QWidget(parent)
    , m_by(makeBox())
    , m_first(makeBox())
    , m_against(new TextLabel(Type::Body, Tone::Muted))
    , m_second(makeBox())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * grid);
    layout->addWidget(m_by);
    layout->addWidget(m_first);
    layout->addWidget(m_against);
    layout->addWidget(m_second);
    m_by->setObjectName(QStringLiteral("compareBy"));
    m_first->setObjectName(QStringLiteral("compareFirst"));
    m_second->setObjectName(QStringLiteral("compareSecond"));
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] {
        offer({});
        Q_EMIT byChanged();
    });
    connect(m_first, &QComboBox::currentIndexChanged, this, &SliceChooser::changed);
    connect(m_second, &QComboBox::currentIndexChanged, this, &SliceChooser::changed);
    retranslate();
    offer({});
}

void SliceChooser::retranslate()
{
    const QSignalBlocker quiet(m_by);
    const int current = std::max(0, m_by->currentIndex());
    m_by->clear();
    m_by->addItems({tr("Compare nothing"), tr("Compare regions"), tr("Compare teams"), tr("Compare people"),
                    tr("Compare products"), tr("Compare channels"), tr("Compare segments"), tr("Compare quarters")});
    m_by->setCurrentIndex(current);
    m_by->setAccessibleName(tr("What is compared"));
    m_first->setAccessibleName(tr("First slice"));
    m_second->setAccessibleName(tr("Second slice"));
    m_against->setText(tr("against"));
}

FunnelBy SliceChooser::by() const
{
    const auto place = static_cast<std::size_t>(std::max(0, m_by->currentIndex()));
    return place < dimensions.size() ? dimensions.at(place) : FunnelBy::All;
}

bool SliceChooser::isByQuarter() const
{
    return m_by->currentIndex() == quarterPlace;
}

void SliceChooser::setChoices(const std::vector<workbench::SliceChoice> &choices)
{
    std::vector<std::pair<QString, QString>> values;
    for (const workbench::SliceChoice &choice : choices)
        values.emplace_back(choice.id.empty() ? tr("Without one") : qstring(choice.name), qstring(choice.id));
    offer(values);
}

void SliceChooser::setQuarters(const Format &format, support::Date today)
{
    std::vector<std::pair<QString, QString>> values;
    support::Date first = support::startOfQuarter(today);
    for (int i = 0; i < quarters; ++i, first = support::addMonths(first, -quarterMonths)) {
        const support::CivilDate civil = support::civil(first);
        const QString text = tr("Q%1 %2")
                                 .arg((civil.month - 1) / quarterMonths + 1)
                                 .arg(format.locale().toString(civil.year).remove(format.locale().groupSeparator()));
        values.emplace_back(text, QString::fromStdString(support::toText(first)));
    }
    offer(values);
}

void SliceChooser::offer(const std::vector<std::pair<QString, QString>> &values)
{
    int place = 0;
    for (QComboBox *box : {m_first, m_second}) {
        const QSignalBlocker quiet(box);
        const QVariant before = box->currentData();
        box->clear();
        for (const auto &[text, id] : values)
            box->addItem(text, id);
        const int found = before.isValid() ? box->findData(before) : -1;
        box->setCurrentIndex(found >= 0 ? found : std::min(place, box->count() - 1));
        ++place;
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_first, m_against, m_second})
        part->setVisible(!values.empty());
}

std::vector<workbench::FunnelSide> SliceChooser::sides(const Days &period) const
{
    if (!isComparing() || m_first->count() == 0)
        return {{std::nullopt, period.first, period.last}};
    std::vector<workbench::FunnelSide> sides;
    for (const QComboBox *box : {m_first, m_second}) {
        const std::string id = box->currentData().toString().toStdString();
        if (!isByQuarter()) {
            sides.push_back({id, period.first, period.last});
            continue;
        }
        const auto first = support::parseDate(id);
        if (first)
            sides.push_back({std::nullopt, *first, support::addMonths(*first, quarterMonths) + -1});
    }
    return sides;
}

QStringList SliceChooser::names() const
{
    if (!isComparing() || m_first->count() == 0)
        return {QString()};
    return {m_first->currentText(), m_second->currentText()};
}

} // namespace ui
