// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/deal/timelinepane.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

TimelinePane::TimelinePane(const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_model(format)
    , m_kinds{}
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_empty(new TextLabel(Type::Body, Tone::Muted))
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 8, 16, 8);
    bar->setSpacing(4);
    for (QToolButton *&kind : m_kinds) {
        kind = new QToolButton;
        kind->setCheckable(true);
        kind->setProperty("field", true);
        bar->addWidget(kind);
        connect(kind, &QToolButton::toggled, this, &TimelinePane::filter);
    }
    bar->addStretch();
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(88);
    m_search->setMaximumWidth(200);
    bar->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this, &TimelinePane::filter);

    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    // A long history is laid out piece by piece, so that the first page of it is there at once.
    m_list->setLayoutMode(QListView::Batched);
    m_list->setBatchSize(200);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    retranslate();
}

void TimelinePane::setPage(std::shared_ptr<const workbench::DealPage> page)
{
    m_model.setPage(std::move(page));
    showEmpty();
}

void TimelinePane::setFormat(const Format &format)
{
    m_model.setFormat(format);
}

void TimelinePane::retranslate()
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i]->setText(word(static_cast<TimelineKind>(i)));
        m_kinds[i]->setAccessibleName(tr("Only %1").arg(m_kinds[i]->text()));
    }
    m_search->setPlaceholderText(tr("Search the timeline"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setAccessibleName(tr("Timeline"));
    m_empty->setText(tr("Nothing here fits the filter."));
}

void TimelinePane::filter()
{
    TimelineModel::Kinds kinds;
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        kinds.set(i, m_kinds[i]->isChecked());
    m_model.setKinds(kinds);
    m_model.setSearch(m_search->text());
    showEmpty();
}

void TimelinePane::showEmpty()
{
    m_empty->setVisible(m_model.rowCount() == 0);
}

bool TimelinePane::reveal(std::uint32_t record)
{
    if (!m_model.indexOf(record).isValid()) {
        for (QToolButton *kind : m_kinds)
            kind->setChecked(false);
        m_search->clear();
    }
    const QModelIndex index = m_model.indexOf(record);
    if (!index.isValid())
        return false;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace ui
