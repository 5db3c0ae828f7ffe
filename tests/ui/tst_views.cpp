// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/filterpicks.h"
#include "ui/models/savedviews.h"
#include "ui/models/viewaddress.h"

#include <QTest>

#include <random>

namespace {

support::Date day(const char *text)
{
    return support::parseDate(text).value();
}

/// "2026-01-01..2026-03-31", open where there is none.
QString text(const ui::Days &days)
{
    const auto one = [](const std::optional<support::Date> &date) {
        return date ? QString::fromStdString(support::toText(*date)) : QString();
    };
    return one(days.first) + QStringLiteral("..") + one(days.last);
}

ui::Format format()
{
    return {QLocale(QLocale::English), support::TimeZone::utc(), day("2026-05-20")};
}

workbench::ScopeChoices choices()
{
    return {.products = {{"p1", "Analyser", 12}, {"p2", "Reagent", 3}},
            .channels = {{"fair", "fair", 9}},
            .segments = {{"医疗", "医疗", 7}}};
}

/// Any view that an address can hold.
ui::View anyView(std::mt19937 &random)
{
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto anyDay = [&]() -> std::optional<support::Date> {
        return pick(2) == 0 ? std::nullopt : std::optional(support::Date{20000 + pick(2000)});
    };
    const std::array<std::string, 5> words{"", "fair", "医疗 & 器械", "a=b&c?d#e%20", "转介绍"};
    ui::View view;
    if (pick(2) == 1)
        view.scope.team = domain::TeamId::parse("东区-" + std::to_string(pick(9))).value();
    if (pick(2) == 1)
        view.scope.person = domain::PersonId::parse("p" + std::to_string(pick(9))).value();
    if (pick(2) == 1)
        view.scope.product = domain::ProductId::parse("x/" + std::to_string(pick(9))).value();
    view.scope.channel = words.at(static_cast<std::size_t>(pick(5)));
    view.scope.segment = words.at(static_cast<std::size_t>(pick(5)));
    view.day = anyDay();
    view.compared = anyDay();
    view.period.kind = ui::allPeriodKinds.at(static_cast<std::size_t>(pick(8)));
    if (view.period.kind == ui::PeriodKind::Between)
        view.period.between = {support::Date{20000 + pick(99)}, anyDay()};
    view.proven = pick(2) == 1;
    return view;
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPeriodMovesWithTheDayShown_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("days");
        const auto row = [](ui::PeriodKind kind, const char *today, const char *days) {
            QTest::newRow(days) << static_cast<int>(kind) << QString::fromLatin1(today) << QString::fromLatin1(days);
        };
        row(ui::PeriodKind::All, "2026-05-20", "..");
        row(ui::PeriodKind::Month, "2026-02-28", "2026-02-01..2026-02-28");
        row(ui::PeriodKind::LastMonth, "2026-03-31", "2026-02-01..2026-02-28");
        row(ui::PeriodKind::Quarter, "2026-05-20", "2026-04-01..2026-06-30");
        row(ui::PeriodKind::LastQuarter, "2026-02-01", "2025-10-01..2025-12-31");
        row(ui::PeriodKind::Year, "2026-12-31", "2026-01-01..2026-12-31");
        row(ui::PeriodKind::LastYear, "2026-01-01", "2025-01-01..2025-12-31");
    }

    void aPeriodMovesWithTheDayShown()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, today);
        const support::Date shown = support::parseDate(today.toStdString()).value();
        QTEST(text(ui::daysOf({.kind = static_cast<ui::PeriodKind>(kind)}, shown)), "days");
    }

    void anAddressIsReadAsItWasWritten()
    {
        std::mt19937 random(20261123);
        for (int i = 0; i < 500; ++i) {
            const ui::ViewAddress address{QStringLiteral("funnel"), anyView(random)};
            const QString written = ui::toText(address);
            QVERIFY2(!written.contains(QChar(u' ')), qPrintable(written));
            const ui::ReadAddress read = ui::readAddress(written);
            QVERIFY2(read.address == address, qPrintable(written));
        }
    }

    void anAddressSaysOnlyWhatIsNarrowed()
    {
        QCOMPARE(ui::toText({QStringLiteral("map"), {}}), QStringLiteral("plumbline:map"));
        const ui::View view{.scope = {.channel = "fair"}, .day = day("2026-03-12"), .period = {.kind = ui::PeriodKind::Quarter}};
        QCOMPARE(ui::toText({QStringLiteral("funnel"), view}),
                 QStringLiteral("plumbline:funnel?channel=fair&day=2026-03-12&period=quarter"));
    }

    void aBadAddressIsNamedByItsPart_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("why");
        QTest::addColumn<QString>("part");
        using Why = ui::BadAddress::Why;
        const auto row = [](const char *address, Why why, const char *part) {
            QTest::newRow(address) << QString::fromLatin1(address) << static_cast<int>(why) << QString::fromLatin1(part);
        };
        row("hello", Why::NoAddress, "hello");
        row("https://funnel", Why::NoAddress, "https://funnel");
        row("plumbline:forecast", Why::UnknownPart, "forecast");
        row("plumbline:funnel?colour=red", Why::UnknownPart, "colour");
        row("plumbline:funnel?day=2026-02-30", Why::BadValue, "day=2026-02-30");
        row("plumbline:funnel?period=soon", Why::BadValue, "period=soon");
        row("plumbline:funnel?period=..", Why::BadValue, "period=..");
        row("plumbline:funnel?proven=maybe", Why::BadValue, "proven=maybe");
        row("plumbline:funnel?channel=", Why::BadValue, "channel=");
    }

    void aBadAddressIsNamedByItsPart()
    {
        QFETCH(const QString, address);
        const ui::ReadAddress read = ui::readAddress(address);
        QVERIFY(!read.address);
        QTEST(static_cast<int>(read.wrong.why), "why");
        QTEST(read.wrong.part, "part");
    }

    void aViewFileIsReadAsItWasWritten()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 50; ++i) {
            const ui::SavedView view{QString::fromUtf8("周会 \"华东\" %1").arg(i), {QStringLiteral("map"), anyView(random)}};
            const ui::ReadView read = ui::readViewFile(ui::viewFile(view));
            QVERIFY(read.view && *read.view == view);
        }
        for (const char *bad : {"", "[]", "{}", "\x89PNG", R"({"plumbline_view": 2, "name": "a", "address": "plumbline:map"})",
                                R"({"plumbline_view": 1, "name": "  ", "address": "plumbline:map"})",
                                R"({"plumbline_view": 1, "name": "a", "address": "plumbline:moon"})"})
            QVERIFY2(!ui::readViewFile(bad).view, bad);
    }

    void aViewOfTheSameNameTakesTheOldOnesPlace()
    {
        const ui::SavedView b{QStringLiteral("B"), {QStringLiteral("map"), {}}};
        const ui::SavedView a{QStringLiteral("A"), {QStringLiteral("funnel"), {}}};
        const ui::SavedView other{QStringLiteral("B"), {QStringLiteral("today"), {}}};
        const std::vector<ui::SavedView> views = ui::withView(ui::withView(ui::withView({}, b), a), other);
        QCOMPARE(views, (std::vector<ui::SavedView>{a, other}));
        QCOMPARE(ui::withoutView(views, QStringLiteral("A")), (std::vector<ui::SavedView>{other}));
    }

    void pickingAFilterAgainTakesItAway()
    {
        const ui::View start{.scope = {.team = domain::TeamId::parse("east").value()}, .day = day("2026-03-12")};
        for (const ui::Pick &pick : ui::filterPicks(choices(), start, format())) {
            if (pick.heading)
                continue;
            const QString id = QString::fromStdString(pick.id);
            const ui::View once = ui::filtered(start, id);
            QVERIFY2(once.scope.team == start.scope.team && once.day == start.day, pick.id.c_str());
            const bool isDefault = pick.id == "basis:claimed" || pick.id == "period:0";
            QVERIFY2((once == start) == isDefault, pick.id.c_str());
            QVERIFY2(ui::filtered(once, id) == start, pick.id.c_str());
            QCOMPARE(ui::filterChips(choices(), once, format()).size(), isDefault ? std::size_t{0} : std::size_t{1});
        }
    }

    void everyChipTakesAwayWhatItNames()
    {
        ui::View view{.day = day("2026-05-20"), .compared = day("2026-04-20")};
        for (const char *pick : {"basis:proven", "period:3", "product:p1", "channel:fair", "segment:医疗"})
            view = ui::filtered(view, QString::fromUtf8(pick));
        const std::vector<ui::FilterChip> chips = ui::filterChips(choices(), view, format());
        QStringList texts;
        for (const ui::FilterChip &chip : chips)
            texts += chip.text;
        QCOMPARE(texts, (QStringList{"Compared with 20 Apr 2026", "Proven stages", "Period: This quarter", "Product: Analyser",
                                     "Channel: fair", QString::fromUtf8("Segment: 医疗")}));
        ui::View less = view;
        for (std::size_t i = 0; i < chips.size(); ++i) {
            less = ui::filtered(less, chips[i].pick);
            QCOMPARE(ui::filterChips(choices(), less, format()).size(), chips.size() - i - 1);
        }
        QCOMPARE(less, ui::unfiltered(view));
        QCOMPARE(less.day, view.day);
    }
};

QTEST_APPLESS_MAIN(ViewsTest)
#include "tst_views.moc"
