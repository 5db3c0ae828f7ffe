// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/errortext.h"
#include "ui/models/format.h"

#include <QTest>

using support::Currency;
using support::Money;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale chinese(QLocale::Chinese, QLocale::China);

support::TimeZone shanghai()
{
    return *support::TimeZone::named("Asia/Shanghai");
}

Money money(const char *decimal, const char *currency = "CNY")
{
    return *Money::parse(decimal, *Currency::parse(currency));
}

support::Instant at(const char *text)
{
    return *support::parseInstant(text);
}

} // namespace

class FormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAmountsShort_data()
    {
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<QString>("zh");
        QTest::addColumn<QString>("en");
        QTest::newRow("small") << "8500"
                               << "¥8,500"
                               << "¥8,500";
        QTest::newRow("ten thousand") << "12300.40"
                                      << "¥1.23万"
                                      << "¥12.3K";
        QTest::newRow("a million and more") << "1280500"
                                            << "¥128.05万"
                                            << "¥1.28M";
        QTest::newRow("a hundred million") << "250000000"
                                           << "¥2.50亿"
                                           << "¥250.00M";
        QTest::newRow("a billion") << "1250000000"
                                   << "¥12.50亿"
                                   << "¥1.25B";
        QTest::newRow("rounded up to the next unit") << "99999999"
                                                     << "¥1.00亿"
                                                     << "¥100.00M";
        QTest::newRow("rounded up to ten thousand") << "9999.60"
                                                    << "¥1.00万"
                                                    << "¥10.0K";
        QTest::newRow("rounded up to a million") << "999999"
                                                 << "¥100.00万"
                                                 << "¥1.00M";
        QTest::newRow("negative") << "-45000"
                                  << "-¥4.50万"
                                  << "-¥45.0K";
        QTest::newRow("nothing") << "0"
                                 << "¥0"
                                 << "¥0";
    }

    void writesAmountsShort()
    {
        QFETCH(QString, decimal);
        QFETCH(QString, zh);
        QFETCH(QString, en);
        const Money amount = money(qPrintable(decimal));
        QCOMPARE(ui::Format(chinese, shanghai()).amount(amount), zh);
        QCOMPARE(ui::Format(english, shanghai()).amount(amount), en);
    }

    void writesAmountsInFullWithTheCurrencysDigits()
    {
        const ui::Format format(english, shanghai());
        QCOMPARE(format.amountInFull(money("1280500")), QString::fromUtf8("¥1,280,500.00"));
        QCOMPARE(format.amountInFull(money("1280500", "JPY")), QString::fromUtf8("JP¥1,280,500"));
        QCOMPARE(format.amountInFull(money("1.234", "KWD")), QString::fromUtf8("KWD\u00A01.234"));
    }

    void leavesTheYearOutOnlyWhereItIsThatOfTheDayShown()
    {
        const support::Date shown = *support::parseDate("2026-03-12");
        const support::Date sameYear = *support::parseDate("2026-12-31");
        const support::Date lastYear = *support::parseDate("2025-12-31");
        QCOMPARE(ui::Format(english, shanghai(), shown).shortDate(sameYear), QStringLiteral("31 Dec"));
        QCOMPARE(ui::Format(english, shanghai(), shown).shortDate(lastYear), QStringLiteral("31 Dec 2025"));
        QCOMPARE(ui::Format(chinese, shanghai(), shown).shortDate(sameYear), QString::fromUtf8("12月31日"));
        QCOMPARE(ui::Format(chinese, shanghai(), shown).shortDate(lastYear), QString::fromUtf8("2025年12月31日"));
        QCOMPARE(ui::Format(english, shanghai()).shortDate(sameYear), QStringLiteral("31 Dec 2026"));
    }

    void cutsDaysInTheOrganisationsZone()
    {
        const ui::Format format(english, shanghai());
        QCOMPARE(format.date(at("2026-03-11T15:59:59Z")), QStringLiteral("11 Mar 2026"));
        QCOMPARE(format.date(at("2026-03-11T16:00:00Z")), QStringLiteral("12 Mar 2026"));
        QCOMPARE(format.dateTime(at("2026-03-11T16:05:00Z")), QStringLiteral("12 Mar 2026 00:05"));
        QCOMPARE(ui::Format(chinese, shanghai()).date(at("2026-03-11T16:00:00Z")), QString::fromUtf8("2026年3月12日"));
    }

    void writesManyHoursOfASentenceAsDays()
    {
        workbench::Flag flag;
        flag.sentence = {"Waiting for {hours_inquiry_open} hours.", "已等 {hours_inquiry_open} 小时。"};
        flag.quoted = {{domain::Measure::HoursInquiryOpen, 71.9}};
        QCOMPARE(ui::Format(english, shanghai()).sentence(flag), QStringLiteral("Waiting for 71 hours."));
        flag.quoted.front().value = 0.4;
        QCOMPARE(ui::Format(english, shanghai()).sentence(flag), QStringLiteral("Waiting for less than an hour."));
        flag.quoted.front().value = 0;
        QCOMPARE(ui::Format(english, shanghai()).sentence(flag), QStringLiteral("Waiting for 0 hours."));
        flag.quoted.front().value = 434;
        QVERIFY(ui::Format(english, shanghai()).sentence(flag).startsWith(QStringLiteral("Waiting for 18 day")));
        QVERIFY(ui::Format(english, shanghai()).richSentence(flag).startsWith(QStringLiteral("Waiting for <b>18 day")));
        QVERIFY(!ui::Format(chinese, shanghai()).sentence(flag).contains(QString::fromUtf8("小时")));
    }

    void saysHowLongAgo()
    {
        const ui::Format format(english, shanghai());
        const support::Instant now = at("2026-03-12T12:00:00Z");
        QCOMPARE(format.relative(now - support::seconds(59), now), QStringLiteral("just now"));
        QVERIFY(format.relative(now - support::minutes(60), now).startsWith(QStringLiteral("1 hour")));
        QVERIFY(format.relative(now + support::days(2), now).contains(QStringLiteral("2 day")));
        QCOMPARE(format.relative(now - support::days(28), now), QStringLiteral("12 Feb 2026"));
    }

    void saysHowLongSomethingHolds()
    {
        const ui::Format format(english, shanghai());
        const support::Instant now = at("2026-03-12T12:00:00Z");
        QVERIFY(format.since(now - support::days(3), now).startsWith(QStringLiteral("for 3 day")));
        QCOMPARE(format.since(now - support::days(28), now), QStringLiteral("since 12 Feb 2026"));
    }

    void putsMeasuredValuesIntoTheSentence()
    {
        workbench::Flag flag;
        flag.sentence = {"No progress for {days_since_progress} days at {amount}",
                         "{days_since_progress} 天没有进展，金额 {amount}"};
        flag.quoted = {{domain::Measure::DaysSinceProgress, 12.9}, {domain::Measure::Amount, 1'280'500}};
        const auto yuan = *Currency::parse("CNY");
        QCOMPARE(ui::Format(english, shanghai()).sentence(flag, yuan), QString::fromUtf8("No progress for 12 days at ¥1.28M"));
        QCOMPARE(ui::Format(chinese, shanghai()).sentence(flag, yuan), QString::fromUtf8("12 天没有进展，金额 ¥128.05万"));
    }

    void saysThatALengthIsLessThanAWholeOne()
    {
        const ui::Format format(english, shanghai());
        QCOMPARE(format.days(0.9), QStringLiteral("less than a day"));
        QCOMPARE(format.hours(0.9), QStringLiteral("less than an hour"));
        workbench::Flag flag;
        flag.sentence = {"A decision is expected in {days_to_close} days.", ""};
        flag.quoted = {{domain::Measure::DaysToClose, 1e-11}};
        QCOMPARE(format.sentence(flag, {}), QStringLiteral("A decision is expected in less than a day."));
    }

    void takesTheOtherLanguageWhenALabelHasOnlyOne()
    {
        QCOMPARE(ui::Format(chinese, shanghai()).label({"Demo", ""}), QStringLiteral("Demo"));
        QCOMPARE(ui::Format(english, shanghai()).label({"", "演示"}), QString::fromUtf8("演示"));
    }

    void convertsDaysThereAndBack()
    {
        const support::Date day = *support::parseDate("2026-03-12");
        QCOMPARE(ui::toQDate(day), QDate(2026, 3, 12));
        QVERIFY(ui::fromQDate(QDate(2026, 3, 12)) == day);
    }

    void hasASentenceForEveryError()
    {
        for (int code = 0; code <= static_cast<int>(support::ErrorCode::Cancelled); ++code) {
            const support::Error error{static_cast<support::ErrorCode>(code), "subject", "detail"};
            const QString text = ui::textOf(error);
            QVERIFY2(text.size() > 10, qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("%1")), qPrintable(text));
        }
    }
};

QTEST_APPLESS_MAIN(FormatTest)
#include "tst_format.moc"
