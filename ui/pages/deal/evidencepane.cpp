// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/deal/evidencepane.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/deallines.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EvidencePane::EvidencePane(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListView)
    , m_accept(new QPushButton)
    , m_reject(new QPushButton)
    , m_hint(new TextLabel(Type::Small, Tone::Muted))
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 8, 16, 8);
    bar->setSpacing(8);
    bar->addWidget(m_hint, 1);
    bar->addWidget(m_accept);
    bar->addWidget(m_reject);
    m_hint->setElided(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    connect(m_accept, &QPushButton::clicked, this, [this] { judge(domain::Verdict::Accepted); });
    connect(m_reject, &QPushButton::clicked, this, [this] { judge(domain::Verdict::Rejected); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EvidencePane::follow);
    retranslate();
}

void EvidencePane::setPage(const workbench::DealPage &page, const Format &format)
{
    m_model.setLines(evidenceLines(format, page));
    follow();
}

void EvidencePane::retranslate()
{
    m_accept->setText(tr("Accept"));
    m_reject->setText(tr("Reject…"));
    m_list->setAccessibleName(tr("Evidence by stage"));
    follow();
}

QWidget *EvidencePane::anchor() const
{
    return m_reject;
}

void EvidencePane::judge(domain::Verdict verdict)
{
    const Line *line = m_model.line(m_list->currentIndex());
    if (line != nullptr && line->look == RowLook::Line)
        Q_EMIT judged(line->id, verdict);
}

void EvidencePane::follow()
{
    const Line *line = m_model.line(m_list->currentIndex());
    const bool file = line != nullptr && line->look == RowLook::Line;
    m_accept->setEnabled(file);
    m_reject->setEnabled(file);
    if (m_model.rowCount() == 0)
        m_hint->setText(tr("No file has been added to this deal."));
    else
        m_hint->setText(file ? line->text : tr("Choose a file to judge it."));
}

} // namespace ui
