// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/daypicker.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int usualWidth = 220;
constexpr QSize calendarSize{280, 216};
constexpr int monthsOfQuarter = 3;

struct Usual {
    QString text;
    QDate day;
};

std::vector<Usual> usualDays(QDate today)
{
    const QDate monthStart(today.year(), today.month(), 1);
    const QDate quarterStart = monthStart.addMonths(-((today.month() - 1) % monthsOfQuarter));
    return {{DayPicker::tr("Yesterday"), today.addDays(-1)},
            {DayPicker::tr("A week ago"), today.addDays(-7)},
            {DayPicker::tr("End of last month"), monthStart.addDays(-1)},
            {DayPicker::tr("End of last quarter"), quarterStart.addDays(-1)},
            {DayPicker::tr("End of last year"), QDate(today.year() - 1, 12, 31)},
            {DayPicker::tr("A year ago"), today.addYears(-1)}};
}

} // namespace

std::optional<QDate> readDay(const QString &typed, const QLocale &locale)
{
    const bool chinese = locale.language() == QLocale::Chinese;
    const QString text = typed.simplified();
    // Which sign stands between the numbers says nothing: the year is what has four digits.
    static const QRegularExpression yearFirst(QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?$"));
    static const QRegularExpression dayFirst(QStringLiteral("^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})$"));
    QDate day;
    if (const auto found = yearFirst.match(text); found.hasMatch())
        day = QDate(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
    else if (const auto other = dayFirst.match(text); other.hasMatch() && !chinese)
        day = QDate(other.captured(3).toInt(), other.captured(2).toInt(), other.captured(1).toInt());
    // Months by their names; what British English calls "Sept" many write "Sep".
    for (const QLocale &names : {locale, QLocale::c()}) {
        for (const QLatin1String form : {QLatin1String("d MMM yyyy"), QLatin1String("d MMMM yyyy")})
            day = day.isValid() ? day : names.toDate(text, form);
    }
    return day.isValid() ? std::optional(day) : std::nullopt;
}

DayPicker::DayPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_usual(new QVBoxLayout)
    , m_month(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_calendar(new QCalendarWidget(this))
    , m_typed(new QLineEdit(this))
    , m_wrong(new TextLabel(Type::Small, Tone::Bad, QFont::Normal, this))
{
    setObjectName(QStringLiteral("popup"));
    build();
    listen();
    retranslate();
}

void DayPicker::listen()
{
    connect(m_back, &QToolButton::clicked, m_calendar, &QCalendarWidget::showPreviousMonth);
    connect(m_forward, &QToolButton::clicked, m_calendar, &QCalendarWidget::showNextMonth);
    connect(m_calendar, &QCalendarWidget::currentPageChanged, this, &DayPicker::showMonth);
    connect(m_calendar, &QCalendarWidget::activated, this, &DayPicker::choose);
    connect(m_calendar, &QCalendarWidget::clicked, this, &DayPicker::choose);
    connect(m_typed, &QLineEdit::returnPressed, this, &DayPicker::takeTyped);
    connect(m_typed, &QLineEdit::textEdited, m_wrong, &QLabel::clear);
    if (auto *days = m_calendar->findChild<QAbstractItemView *>()) // what has the keyboard in it
        days->installEventFilter(this);
}

void DayPicker::build()
{
    m_month->setProperty("role", QStringLiteral("heading"));
    m_back->setIcon(icon(QStringLiteral("chevronleft")));
    m_forward->setIcon(icon(QStringLiteral("chevronright")));
    m_calendar->setNavigationBarVisible(false);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setDateEditEnabled(false); // its own line reads no day as people write one
    m_calendar->setFixedSize(calendarSize);
    auto *head = new QHBoxLayout;
    head->addWidget(m_month, 1);
    head->addWidget(m_back);
    head->addWidget(m_forward);
    auto *right = new QVBoxLayout;
    right->setSpacing(2 * grid);
    right->addLayout(head);
    right->addWidget(m_calendar);
    right->addWidget(m_typed);
    right->addWidget(m_wrong);
    m_wrong->setWordWrap(true);
    m_wrong->setFixedWidth(calendarSize.width());
    m_usual->setSpacing(0);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
    layout->setSpacing(4 * grid);
    layout->addLayout(m_usual);
    layout->addLayout(right);
}

void DayPicker::retranslate()
{
    m_back->setToolTip(tr("Previous month"));
    m_forward->setToolTip(tr("Next month"));
    for (QToolButton *button : {m_back, m_forward})
        button->setAccessibleName(button->toolTip());
    m_calendar->setAccessibleName(tr("Calendar"));
    m_typed->setAccessibleName(tr("Day, typed"));
    if (auto *days = m_calendar->findChild<QAbstractItemView *>()) // what has the keyboard in it
        days->setAccessibleName(tr("Calendar"));
}

void DayPicker::openAt(QPoint corner, const Days &days, const Format &format)
{
    const Colours &theme = colours(palette());
    QTextCharFormat weekday;
    weekday.setForeground(theme.muted);
    QTextCharFormat ordinary;
    ordinary.setForeground(theme.text);
    m_calendar->setHeaderTextFormat(weekday);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_calendar->setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), ordinary);
    // A weekday's ink is drawn for the days to come as well, which cannot be chosen.
    QTextCharFormat toCome;
    toCome.setForeground(theme.faint);
    constexpr int shownAtOnce = 42;
    m_calendar->setDateTextFormat({}, {});
    for (int ahead = 1; ahead <= shownAtOnce; ++ahead)
        m_calendar->setDateTextFormat(days.today.addDays(ahead), toCome);
    m_format = format;
    m_typed->clear();
    m_typed->setPlaceholderText(tr("Or type it: %1").arg(days.shown.toString(Qt::ISODate)));
    m_wrong->clear();
    m_calendar->setLocale(format.locale());
    m_calendar->setMinimumDate(days.first);
    m_calendar->setMaximumDate(days.today);
    m_calendar->setSelectedDate(days.shown);
    listUsual(days, format);
    showMonth();
    adjustSize();
    move(corner);
    show();
    m_calendar->setFocus();
}

bool DayPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const QString text = static_cast<QKeyEvent *>(event)->text();
        if (!text.isEmpty() && text.front().isDigit()) {
            m_typed->setFocus();
            QCoreApplication::sendEvent(m_typed, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void DayPicker::takeTyped()
{
    const auto typed = readDay(m_typed->text(), m_format->locale());
    const auto written = [this](QDate day) { return m_format->date(fromQDate(day)); };
    const QDate day = typed.value_or(QDate());
    if (!typed)
        m_wrong->setText(tr("This is no day: write %1 or %2.")
                             .arg(m_calendar->selectedDate().toString(Qt::ISODate), written(m_calendar->selectedDate())));
    else if (day < m_calendar->minimumDate())
        m_wrong->setText(tr("The records begin on %1.").arg(written(m_calendar->minimumDate())));
    else if (day > m_calendar->maximumDate())
        m_wrong->setText(tr("This day is still to come: today is %1.").arg(written(m_calendar->maximumDate())));
    else
        choose(day);
    layout()->activate(); // what is said may take more lines than before
    adjustSize();
}

void DayPicker::listUsual(const Days &days, const Format &format)
{
    while (QLayoutItem *item = m_usual->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Usual &usual : usualDays(days.today)) {
        if (usual.day < days.first)
            continue;
        auto *button = new QPushButton(tr("%1 · %2").arg(usual.text, format.date(fromQDate(usual.day))), this);
        button->setProperty("row", true);
        button->setMinimumWidth(usualWidth);
        button->setAutoDefault(true); // Enter chooses it
        connect(button, &QPushButton::clicked, this, [this, day = usual.day] { choose(day); });
        m_usual->addWidget(button);
    }
    m_usual->addStretch(1);
}

void DayPicker::showMonth()
{
    const QDate month(m_calendar->yearShown(), m_calendar->monthShown(), 1);
    //: A month above its calendar, in the letters of QLocale::toString
    m_month->setText(m_calendar->locale().toString(month, tr("MMMM yyyy")));
    m_back->setEnabled(month > m_calendar->minimumDate());
    m_forward->setEnabled(month.addMonths(1) <= m_calendar->maximumDate());
}

void DayPicker::choose(QDate day)
{
    hide();
    Q_EMIT chosen(day);
}

} // namespace ui
