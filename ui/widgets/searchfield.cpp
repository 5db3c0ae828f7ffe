// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/searchfield.h"

#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QFocusEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr int pauseMs = 15;
constexpr int popupWidth = 480;
constexpr int popupHeight = 440;
const QString dealPrefix = QStringLiteral("deal:");
const QString customerPrefix = QStringLiteral("customer:");
const QString personPrefix = QStringLiteral("person:");

struct Look {
    const QString &prefix;
    const char *icon;
};

Look lookOf(workbench::HitKind kind)
{
    switch (kind) {
    case workbench::HitKind::Deal: return {dealPrefix, "deal"};
    case workbench::HitKind::Customer: return {customerPrefix, "customer"};
    case workbench::HitKind::Person: return {personPrefix, "person"};
    }
    return {dealPrefix, "deal"};
}

/// What tells a deal from others of its name: its stage or how it ended, who looks after it, and at the end its amount.
void describe(Pick &pick, const workbench::SearchHit::Deal &deal, const Format &format)
{
    const bool open = deal.status == workbench::DealStatus::Open;
    QStringList parts{pick.detail, open ? format.label(deal.stage) : word(deal.status), personName(deal.owner)};
    parts.removeAll(QString());
    pick.detail = parts.join(QStringLiteral("  ·  "));
    if (deal.amount)
        pick.trailing = format.amount(*deal.amount);
}

Pick pickOf(const workbench::SearchHit &hit, const Format &format)
{
    const Look look = lookOf(hit.kind);
    const QString name = hit.kind == workbench::HitKind::Person ? personName(hit.name) : qstring(hit.name);
    const QString detail = qstring(hit.detail);
    Pick pick{.id = look.prefix.toStdString() + hit.id,
              .text = name,
              .detail = name.contains(detail) ? QString() : detail, // a deal is often called after its customer
              .icon = QLatin1String(look.icon)};
    if (hit.deal)
        describe(pick, *hit.deal, format);
    return pick;
}

} // namespace

SearchField::SearchField(QWidget *window, QWidget *parent)
    : QLineEdit(parent)
    , m_popup(new QFrame(window))
    , m_list(new PickList(m_popup))
{
    m_mark = addAction(icon(QStringLiteral("search")), LeadingPosition);
    setClearButtonEnabled(true);
    m_popup->setObjectName(QStringLiteral("popup"));
    m_popup->hide();
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->addWidget(m_list);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (text().trimmed().isEmpty())
            hideResults();
        else
            Q_EMIT asked(text().trimmed());
    });
    connect(m_list, &PickList::picked, this, &SearchField::choose);
    retranslate();
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search deals, customers, people"));
    setAccessibleName(tr("Search"));
    m_mark->setText(tr("Search"));
    m_list->setAccessibleName(tr("Search results"));
}

void SearchField::setHits(const QString &text, const std::vector<workbench::SearchHit> &hits, const Format &format)
{
    if (text != this->text().trimmed() || !hasFocus())
        return;
    std::vector<Pick> picks;
    picks.reserve(hits.size());
    std::ranges::transform(hits, std::back_inserter(picks), [&](const auto &hit) { return pickOf(hit, format); });
    if (picks.empty())
        picks.push_back({.id = "none", .text = tr("Nothing is called like that."), .heading = true});
    m_list->picks().setPicks(std::move(picks));
    showResults();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        hideResults();
        focusNextChild();
        return;
    }
    if (m_popup->isVisible() && m_list->steer(*event))
        return;
    QLineEdit::keyPressEvent(event);
}

bool SearchField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Enter and Escape mean the search while it has the keyboard.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason)
        hideResults();
}

void SearchField::choose(const QString &pick)
{
    const int row = m_list->picks().rowOf(pick.toStdString());
    const QString name = row < 0 ? QString() : m_list->picks().row(row).text;
    clear();
    hideResults();
    if (pick.startsWith(dealPrefix))
        Q_EMIT dealChosen(pick.mid(dealPrefix.size()));
    else if (pick.startsWith(personPrefix))
        Q_EMIT personChosen(pick.mid(personPrefix.size()));
    else if (pick.startsWith(customerPrefix))
        Q_EMIT customerChosen(pick.mid(customerPrefix.size()), name);
}

void SearchField::showResults()
{
    QWidget *window = m_popup->parentWidget();
    m_list->setFixedHeight(qMax(48, m_list->wantedHeight(popupHeight)));
    m_popup->setFixedWidth(popupWidth);
    m_popup->layout()->activate(); // or it stays as high as the answers before were
    m_popup->adjustSize();
    const QPoint corner = mapTo(window, QPoint(width() - popupWidth, height() + grid));
    m_popup->move(qMax(2 * grid, corner.x()), corner.y());
    m_popup->show();
    m_popup->raise();
    m_list->setCurrent({});
}

void SearchField::hideResults()
{
    m_pause.stop();
    m_popup->hide();
}

} // namespace ui
