// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <span>

namespace ui {

namespace {

/// From `least` on an amount is written in `divisor`s with `decimals` digits and `suffix`.
struct Step {
    double least;
    double divisor;
    int decimals;
    QStringView suffix;
};

// The least is where rounding would reach the unit: 99,999,950 is written 1.00亿, not 10000.00万.
constexpr std::array<Step, 2> chineseSteps{{{99'999'950, 1e8, 2, u"亿"}, {9'999.5, 1e4, 2, u"万"}}};
constexpr std::array<Step, 3> englishSteps{{{999'995'000, 1e9, 2, u"B"}, {999'950, 1e6, 2, u"M"}, {9'999.5, 1e3, 1, u"K"}}};

struct Sign {
    std::string_view code;
    QStringView sign;
};
constexpr std::array<Sign, 6> signs{
    {{"CNY", u"¥"}, {"USD", u"$"}, {"EUR", u"€"}, {"GBP", u"£"}, {"JPY", u"JP¥"}, {"HKD", u"HK$"}}};

QString signOf(const support::Currency &currency)
{
    for (const auto &[code, sign] : signs) {
        if (currency.text() == code)
            return sign.toString();
    }
    return QString::fromStdString(currency.text()) + QChar(QChar::Nbsp);
}

double majorUnits(const support::Money &money)
{
    return static_cast<double>(money.minor) / std::pow(10.0, money.currency.exponent());
}

QString shortened(double amount, const QLocale &locale, bool chinese)
{
    const std::span<const Step> steps = chinese ? std::span<const Step>(chineseSteps) : std::span<const Step>(englishSteps);
    for (const Step &step : steps) {
        if (amount >= step.least)
            return locale.toString(amount / step.divisor, 'f', step.decimals) + step.suffix.toString();
    }
    return locale.toString(amount, 'f', 0);
}

QString words(const char *text, int n)
{
    return QCoreApplication::translate("ui::Format", text, nullptr, n);
}

int whole(double value)
{
    return static_cast<int>(domain::wholeLength(value));
}

/// "3 hours" for a length of less than four weeks.
QString span(support::Duration length)
{
    if (length < support::hours(1))
        return words(QT_TRANSLATE_N_NOOP("ui::Format", "%n minute(s)"),
                     static_cast<int>(length.micros / support::minutes(1).micros));
    if (length < support::days(1))
        return words(QT_TRANSLATE_N_NOOP("ui::Format", "%n hour(s)"), static_cast<int>(length.micros / support::hours(1).micros));
    return words(QT_TRANSLATE_N_NOOP("ui::Format", "%n day(s)"), static_cast<int>(length.micros / support::days(1).micros));
}

/// The words after a length's place in a sentence.
QStringList lengthUnits(domain::Unit unit)
{
    if (unit == domain::Unit::Days)
        return {QStringLiteral(" days"), QStringLiteral(" 天")};
    return unit == domain::Unit::Hours ? QStringList{QStringLiteral(" hours"), QStringLiteral(" 小时")} : QStringList();
}

} // namespace

Format::Format(const QLocale &locale, const support::TimeZone &zone, std::optional<support::Date> shown)
    : m_locale(locale)
    , m_zone(zone)
    , m_shown(shown)
{}

QString Format::amount(const support::Money &money) const
{
    const double major = majorUnits(money);
    const QString minus = major < 0 ? m_locale.negativeSign() : QString();
    return minus + signOf(money.currency) + shortened(std::abs(major), m_locale, isChinese());
}

QString Format::amountInFull(const support::Money &money) const
{
    const double major = majorUnits(money);
    const QString minus = major < 0 ? m_locale.negativeSign() : QString();
    return minus + signOf(money.currency) + m_locale.toString(std::abs(major), 'f', money.currency.exponent());
}

QString Format::count(qint64 n) const
{
    return n < 0 ? QStringLiteral("−") + m_locale.toString(-n) : m_locale.toString(n);
}

QString Format::signedCount(qint64 n) const
{
    if (n == 0)
        return m_locale.toString(n);
    return (n > 0 ? QStringLiteral("+") : QStringLiteral("−")) + m_locale.toString(std::abs(n));
}

QString Format::percent(double share) const
{
    return m_locale.toString(share * 100, 'f', 0) + m_locale.percent();
}

QString Format::days(double days) const
{
    if (whole(days) == 0)
        return words(QT_TRANSLATE_NOOP("ui::Format", "less than a day"), 0);
    return words(QT_TRANSLATE_N_NOOP("ui::Format", "%n day(s)"), whole(days));
}

QString Format::hours(double hours) const
{
    if (whole(hours) == 0)
        return words(QT_TRANSLATE_NOOP("ui::Format", "less than an hour"), 0);
    return words(QT_TRANSLATE_N_NOOP("ui::Format", "%n hour(s)"), whole(hours));
}

QString Format::fileSize(qint64 bytes) const
{
    return m_locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString Format::date(support::Date date) const
{
    return m_locale.toString(toQDate(date), isChinese() ? QStringLiteral("yyyy年M月d日") : QStringLiteral("d MMM yyyy"));
}

QString Format::shortDate(support::Date date) const
{
    if (!m_shown || toQDate(date).year() != toQDate(*m_shown).year())
        return Format::date(date);
    return m_locale.toString(toQDate(date), isChinese() ? QStringLiteral("M月d日") : QStringLiteral("d MMM"));
}

QString Format::time(support::Instant at) const
{
    const int minute = m_zone.minuteOfDay(at);
    return QTime(minute / 60, minute % 60).toString(QStringLiteral("HH:mm"));
}

QString Format::dateTime(support::Instant at) const
{
    return date(at) + QChar(u' ') + time(at);
}

QString Format::relative(support::Instant at, support::Instant now) const
{
    const bool past = at <= now;
    const support::Duration length = past ? now - at : at - now;
    if (length < support::minutes(1))
        return QCoreApplication::translate("ui::Format", "just now");
    if (length >= support::days(28))
        return date(at);
    return past ? QCoreApplication::translate("ui::Format", "%1 ago").arg(span(length))
                : QCoreApplication::translate("ui::Format", "in %1").arg(span(length));
}

QString Format::since(support::Instant at, support::Instant now) const
{
    const support::Duration length = now - at;
    if (length < support::minutes(1))
        return QCoreApplication::translate("ui::Format", "just now");
    if (length >= support::days(28))
        return QCoreApplication::translate("ui::Format", "since %1").arg(date(at));
    return QCoreApplication::translate("ui::Format", "for %1").arg(span(length));
}

QString Format::since(const workbench::Flag &flag, support::Instant now) const
{
    if (!flag.since)
        return {};
    return flag.heldLonger ? QCoreApplication::translate("ui::Format", "since before %1").arg(date(*flag.since))
                           : since(*flag.since, now);
}

QString Format::label(const domain::Label &label) const
{
    const std::string &mine = isChinese() ? label.zh : label.en;
    return QString::fromStdString(!mine.empty() ? mine : isChinese() ? label.en : label.zh);
}

QString Format::measure(domain::Measure measure, double value, std::optional<support::Currency> currency) const
{
    switch (domain::info(measure).unit) {
    case domain::Unit::Count:
    case domain::Unit::Points: return m_locale.toString(std::round(value), 'f', 0);
    case domain::Unit::Days:
    case domain::Unit::Hours: return m_locale.toString(whole(value));
    case domain::Unit::Share: return percent(value);
    case domain::Unit::Money: return (currency ? signOf(*currency) : QString()) + shortened(value, m_locale, isChinese());
    }
    return {};
}

QString Format::wordedLength(double value, domain::Unit unit) const
{
    constexpr double manyHours = 72;
    constexpr double hoursADay = 24;
    if (unit == domain::Unit::Hours && value >= manyHours)
        return days(value / hoursADay);
    const bool isNone = value == 0; // a length that has not begun is none, and not less than one
    if (isNone || whole(value) < 0 || whole(value) > 1)
        return {};
    return unit == domain::Unit::Hours ? hours(value) : days(value);
}

QString Format::filled(QString text, const workbench::Flag &flag, std::optional<support::Currency> currency,
                       const QString &frame) const
{
    for (const workbench::QuotedMeasure &quoted : flag.quoted) {
        const domain::MeasureInfo &info = domain::info(quoted.measure);
        const QLatin1String id(info.id.data(), static_cast<qsizetype>(info.id.size()));
        const QString place = QStringLiteral("{%1}").arg(id);
        const QString framed = QString(frame).replace(QLatin1String("%id"), id);
        for (const QString &unit : lengthUnits(info.unit)) {
            if (const QString length = wordedLength(quoted.value, info.unit); !length.isEmpty())
                text.replace(place + unit, framed.arg(length));
        }
        text.replace(place, framed.arg(measure(quoted.measure, quoted.value, currency)));
    }
    return text;
}

QString Format::sentence(const workbench::Flag &flag, std::optional<support::Currency> currency) const
{
    return filled(label(flag.sentence), flag, currency, QStringLiteral("%1"));
}

QString Format::richSentence(const workbench::Flag &flag, std::optional<support::Currency> currency) const
{
    return filled(label(flag.sentence).toHtmlEscaped(), flag, currency, QStringLiteral("<b>%1</b>"));
}

QString Format::linkedSentence(const workbench::Flag &flag, std::optional<support::Currency> currency) const
{
    return filled(label(flag.sentence).toHtmlEscaped(), flag, currency,
                  QStringLiteral("<a href=\"%id\" style=\"text-decoration:none\"><b>%1</b></a>"));
}

QDate toQDate(support::Date date)
{
    constexpr qint64 epoch = 2'440'588; // the Julian day of 1970-01-01
    return QDate::fromJulianDay(epoch + date.days);
}

support::Date fromQDate(QDate date)
{
    constexpr qint64 epoch = 2'440'588;
    return {static_cast<std::int32_t>(date.toJulianDay() - epoch)};
}

} // namespace ui
