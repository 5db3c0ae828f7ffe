// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/views.h"

#include "support/civil.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace ui {

/// How numbers, amounts and times are written: in one language, in the organisation's zone, for who looks at one day. A value;
/// cheap to copy.
class Format {
public:
    Format(const QLocale &locale, const support::TimeZone &zone, std::optional<support::Date> shown = {});

    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    [[nodiscard]] const support::TimeZone &zone() const { return m_zone; }
    /// The day that is shown, where it is known.
    [[nodiscard]] std::optional<support::Date> shown() const { return m_shown; }
    [[nodiscard]] bool isChinese() const { return m_locale.language() == QLocale::Chinese; }

    /// Short: "¥128.05万", "¥1.2亿" in Chinese, "¥1.28M" elsewhere.
    [[nodiscard]] QString amount(const support::Money &money) const;
    /// To the last minor unit: "¥1,280,500.00".
    [[nodiscard]] QString amountInFull(const support::Money &money) const;

    [[nodiscard]] QString count(qint64 n) const;
    /// With its sign: "+30", "−25", "0".
    [[nodiscard]] QString signedCount(qint64 n) const;
    [[nodiscard]] QString percent(double share) const;
    [[nodiscard]] QString days(double days) const;   ///< whole days, rounded down: "12 days", "less than a day"
    [[nodiscard]] QString hours(double hours) const; ///< "5 hours"
    [[nodiscard]] QString fileSize(qint64 bytes) const;

    [[nodiscard]] QString date(support::Date date) const; ///< "12 Mar 2026", "2026年3月12日"
    /// Without the year where it is that of the day that is shown: "12 Mar", "3月12日".
    [[nodiscard]] QString shortDate(support::Date date) const;
    [[nodiscard]] QString date(support::Instant at) const { return date(m_zone.dateOf(at)); }
    [[nodiscard]] QString time(support::Instant at) const;     ///< "09:30"
    [[nodiscard]] QString dateTime(support::Instant at) const; ///< "12 Mar 2026 09:30"
    /// "3 hours ago", "in 2 days"; the date beyond four weeks.
    [[nodiscard]] QString relative(support::Instant at, support::Instant now) const;

    /// How long something has held: "for 3 days"; beyond four weeks "since 12 Mar 2026".
    [[nodiscard]] QString since(support::Instant at, support::Instant now) const;
    /// Since when a flag holds; empty where that is not told.
    [[nodiscard]] QString since(const workbench::Flag &flag, support::Instant now) const;

    /// The words of a playbook's label in this language; the other language's when one is empty.
    [[nodiscard]] QString label(const domain::Label &label) const;
    /// A measure's value without its unit's word ("12"), but with % for shares; an amount in `currency`.
    [[nodiscard]] QString measure(domain::Measure measure, double value, std::optional<support::Currency> currency = {}) const;
    /// The flag's sentence with its values in place; hours become days where they are many.
    [[nodiscard]] QString sentence(const workbench::Flag &flag, std::optional<support::Currency> currency = {}) const;
    /// The same as rich text, its values in bold.
    [[nodiscard]] QString richSentence(const workbench::Flag &flag, std::optional<support::Currency> currency = {}) const;

    /// The same, each value a link whose target is its measure's id.
    [[nodiscard]] QString linkedSentence(const workbench::Flag &flag, std::optional<support::Currency> currency = {}) const;

private:
    /// A length that a sentence's own words do not suit: one day, or so many hours that they are days; empty otherwise.
    [[nodiscard]] QString wordedLength(double value, domain::Unit unit) const;
    [[nodiscard]] QString filled(QString text, const workbench::Flag &flag, std::optional<support::Currency> currency,
                                 const QString &frame) const;

    QLocale m_locale;
    support::TimeZone m_zone;
    std::optional<support::Date> m_shown;
};

[[nodiscard]] QDate toQDate(support::Date date);
[[nodiscard]] support::Date fromQDate(QDate date);
[[nodiscard]] inline QString qstring(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace ui
