// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/boardhead.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {
namespace {

constexpr int pauseMs = 150;
constexpr int fieldWidth = 240;

} // namespace

BoardHead::BoardHead(QWidget *parent)
    : QWidget(parent)
    , m_pipeline(new QComboBox)
    , m_text(new QLineEdit)
    , m_orderName(new TextLabel(Type::Body, Tone::Muted))
    , m_order(new QComboBox)
    , m_note(new TextLabel(Type::Small, Tone::Warning))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_pipeline);
    layout->addWidget(m_text);
    layout->addWidget(m_orderName);
    layout->addWidget(m_order);
    layout->addWidget(m_note, 1);
    layout->addStretch();
    m_text->setFixedWidth(fieldWidth);
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_orderName->setBuddy(m_order);
    m_note->setElided(true);
    m_pipeline->hide();
    for (int i = 0; i < 5; ++i)
        m_order->addItem(QString());
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &BoardHead::changed);
    connect(m_order, &QComboBox::currentIndexChanged, this, &BoardHead::changed);
    connect(m_pipeline, &QComboBox::currentIndexChanged, this, [this] {
        m_chosen = true;
        Q_EMIT changed();
    });
    retranslate();
}

void BoardHead::retranslate()
{
    m_text->setPlaceholderText(tr("Deal, customer or owner"));
    m_text->setAccessibleName(tr("Only deals, customers or owners with these letters"));
    m_pipeline->setAccessibleName(tr("Pipeline"));
    m_orderName->setText(tr("First"));
    m_order->setAccessibleName(tr("Which cards come first"));
    const QSignalBlocker quiet(m_order);
    const QStringList orders{tr("most pressing flag"), tr("worst health"), tr("largest amount"), tr("longest in the stage"),
                             tr("earliest close date")};
    for (int i = 0; i < m_order->count(); ++i)
        m_order->setItemText(i, orders[i]);
}

void BoardHead::reset()
{
    m_chosen = false;
    const QSignalBlocker quiet(m_text);
    m_text->clear();
    m_pause.stop();
}

void BoardHead::setBoard(const workbench::StageBoardView &view, const Format &format)
{
    const QSignalBlocker quiet(m_pipeline);
    m_pipeline->clear();
    for (const workbench::BoardPipeline &pipeline : view.pipelines)
        m_pipeline->addItem(tr("%1 (%2)").arg(format.label(pipeline.name), format.count(static_cast<qint64>(pipeline.deals))),
                            qstring(pipeline.id.text()));
    m_pipeline->setCurrentIndex(static_cast<int>(view.pipeline));
    m_pipeline->setVisible(view.pipelines.size() > 1);
    m_note->setText(view.unplaced == 0 ? QString()
                                       : tr("%n more deal(s) are in a pipeline that the playbook does not know.", nullptr,
                                            static_cast<int>(view.unplaced)));
}

std::optional<domain::PipelineId> BoardHead::pipeline() const
{
    if (!m_chosen)
        return std::nullopt;
    const auto id = domain::PipelineId::parse(m_pipeline->currentData().toString().toStdString());
    return id ? std::optional(*id) : std::nullopt;
}

workbench::CardOrder BoardHead::order() const
{
    return static_cast<workbench::CardOrder>(m_order->currentIndex());
}

QString BoardHead::text() const
{
    return m_text->text().trimmed();
}

bool BoardHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
        m_text->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
