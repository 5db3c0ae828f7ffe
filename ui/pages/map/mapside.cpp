// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/mapside.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/mapwords.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/textlabel.h"

#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int side = 16;

Line lineOf(const Format &format, const workbench::DealSummary &deal)
{
    Line line{.id = deal.id ? deal.id->text() : std::string(), .text = dealLine(deal)};
    QStringList parts;
    if (deal.shownHealth)
        parts.append(MapSide::tr("Health %1").arg(format.count(*deal.shownHealth)));
    parts.append(deal.daysToClose ? format.days(*deal.daysToClose) : MapSide::tr("No expected day"));
    parts.append(qstring(deal.owner));
    parts.removeAll(QString());
    line.body = parts.join(QStringLiteral(" · "));
    line.trailing = deal.amount ? format.amount(*deal.amount) : QString();
    line.trailingTone = Tone::Plain;
    if (deal.red && deal.shownHealth) {
        line.icon = QStringLiteral("warning");
        line.tone = Tone::Bad;
    }
    line.toolTip = line.text + QChar(u'\n') + line.body + QChar(u'\n') + format.label(deal.stage);
    return line;
}

QListView *makeList()
{
    auto *list = new QListView;
    list->setItemDelegate(new RowDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setMouseTracking(true);
    list->viewport()->setAttribute(Qt::WA_Hover);
    return list;
}

} // namespace

MapSide::MapSide(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_format(QLocale(), support::TimeZone::utc())
    , m_title(new TextLabel(Type::Heading, Tone::Plain, QFont::DemiBold))
    , m_money(new TextLabel(Type::Body, Tone::Muted))
    , m_closed(new TextLabel(Type::Small, Tone::Muted))
    , m_beside(new QPushButton)
    , m_assign(new KeyButton(actions.action(Action::Assign)))
    , m_handOver(new KeyButton(actions.action(Action::HandOver)))
    , m_copy(new KeyButton(actions.action(Action::CopyReason)))
    , m_list(makeList())
    , m_more(new TextLabel(Type::Small, Tone::Muted))
{
    m_list->setModel(&m_model);
    m_money->setWordWrap(true);
    m_closed->setWordWrap(true);
    m_beside->setProperty("row", true);
    layOut();
    listen();
}

void MapSide::layOut()
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(side, 12, side, 8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_money);
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(8);
    for (QPushButton *button : {m_assign, m_handOver, m_copy})
        row->addWidget(button);
    head->addSpacing(4);
    head->addWidget(buttons);
    head->addWidget(m_closed);
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(line);
    column->addWidget(m_list, 1);
    m_more->setContentsMargins(side, 4, side, 4);
    column->addWidget(m_more);
    column->addWidget(m_beside);
}

void MapSide::listen()
{
    connect(m_beside, &QPushButton::clicked, this, &MapSide::withoutDaysWanted);
    connect(m_list, &QListView::doubleClicked, this, &MapSide::opened);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MapSide::currentChanged);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_listed < m_total && value >= m_list->verticalScrollBar()->maximum() - m_list->height())
            Q_EMIT moreWanted();
    });
}

void MapSide::retranslate(const Format &format)
{
    m_format = format;
    say();
}

void MapSide::setSum(bool chosen, const workbench::MapSum &sum, std::size_t beside)
{
    m_chosen = chosen;
    m_sum = sum;
    m_without = beside;
    say();
}

void MapSide::say()
{
    const int deals = static_cast<int>(m_sum.deals);
    m_title->setText(m_chosen ? tr("%n deal(s) chosen", nullptr, deals) : tr("%n open deal(s)", nullptr, deals));
    m_money->setText(moneyText(m_format, m_sum));
    m_list->setAccessibleName(m_chosen ? tr("The deals that are chosen on the map") : tr("The deals of the map"));
    m_beside->setVisible(m_without > 0);
    m_beside->setText(tr("%n deal(s) without an expected day", nullptr, static_cast<int>(m_without)));
    m_more->setVisible(m_listed < m_total);
    m_more->setText(tr("The first %1 of %2, the biggest ones first")
                        .arg(m_format.count(static_cast<qint64>(m_listed)), m_format.count(static_cast<qint64>(m_total))));
}

void MapSide::setDeals(const std::vector<workbench::DealSummary> &deals, std::size_t total)
{
    std::vector<Line> lines;
    for (const workbench::DealSummary &deal : deals)
        lines.push_back(lineOf(m_format, deal));
    m_listed = lines.size();
    m_total = total;
    m_model.setLines(std::move(lines));
    say();
}

void MapSide::setCurrent(std::optional<int> row)
{
    m_list->setCurrentIndex(row ? m_model.index(*row) : QModelIndex());
}

void MapSide::setClosed(const QString &why)
{
    m_closed->setText(why);
    m_closed->setVisible(!why.isEmpty());
}

std::optional<int> MapSide::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(index.row()) : std::nullopt;
}

} // namespace ui
