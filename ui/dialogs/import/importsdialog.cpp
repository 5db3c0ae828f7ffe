// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importsdialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize dialogSize{760, 420};

} // namespace

ImportsDialog::ImportsDialog(const Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_errand(m_pool)
    , m_table(new QTreeWidget(this))
    , m_turn(new QPushButton(this))
{
    setWindowTitle(tr("Earlier imports"));
    auto *title = new QLabel(tr("Earlier imports"), this);
    title->setObjectName(QStringLiteral("title"));
    m_table->setRootIsDecorated(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(title->text());
    m_table->setHeaderLabels({tr("Import"), tr("When"), tr("New"), tr("Changed"), tr("Refused"), tr("State")});
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_turn, &QPushButton::clicked, this, &ImportsDialog::turn);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &ImportsDialog::follow);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_turn);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * grid, 5 * grid, 6 * grid, 5 * grid);
    layout->setSpacing(3 * grid);
    layout->addWidget(title);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    resize(dialogSize);
    follow();
    ask();
}

void ImportsDialog::ask()
{
    m_errand.ask([workbench = m_application.session.workbench()](const std::stop_token &) { return workbench->batches(); },
                 [this](const std::vector<workbench::BatchView> &batches) { list(batches); });
}

void ImportsDialog::list(const std::vector<workbench::BatchView> &batches)
{
    const Format &format = m_application.session.format();
    const int current = m_table->indexOfTopLevelItem(m_table->currentItem());
    m_batches = batches;
    std::ranges::sort(m_batches, std::greater<>{}, &workbench::BatchView::id);
    m_table->clear();
    for (const workbench::BatchView &batch : m_batches) {
        auto *item = new QTreeWidgetItem(
            m_table, {qstring(batch.label), format.dateTime(batch.at), format.count(static_cast<qint64>(batch.created)),
                      format.count(static_cast<qint64>(batch.updated)), format.count(static_cast<qint64>(batch.refused)),
                      batch.withdrawn ? tr("taken back") : tr("counts")});
        for (const int column : {2, 3, 4})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->resizeColumnToContents(column);
    m_table->setCurrentItem(m_table->topLevelItem(qMax(0, current)));
    follow();
}

void ImportsDialog::follow()
{
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    const bool chosen = row >= 0 && row < static_cast<int>(m_batches.size());
    m_turn->setEnabled(chosen && !m_application.session.readOnly());
    m_turn->setText(chosen && m_batches[static_cast<std::size_t>(row)].withdrawn ? tr("Bring it back") : tr("Take it back"));
}

void ImportsDialog::turn()
{
    const workbench::BatchView batch = m_batches[static_cast<std::size_t>(m_table->indexOfTopLevelItem(m_table->currentItem()))];
    m_turn->setEnabled(false);
    m_application.session.write(
        [batch](workbench::Workbench &workbench, const workbench::OnProgress &, const std::stop_token &) {
            return batch.withdrawn ? workbench.restoreBatch(batch.id) : workbench.withdrawBatch(batch.id);
        },
        [self = QPointer<ImportsDialog>(this)](const support::Result<void> &done) {
            if (!self)
                return;
            if (!done)
                Q_EMIT self->failed(done.error());
            self->ask();
        });
}

} // namespace ui
