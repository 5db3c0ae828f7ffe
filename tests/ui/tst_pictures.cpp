// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmade.h"

#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/movepopover.h"
#include "ui/dialogs/rankpopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/models/dealwords.h"
#include "ui/models/language.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/today/todaypage.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QListView>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTest>

namespace {

constexpr QSize page{1072, 680}; ///< what a window of 1280 × 800 leaves a page beside the sidebar

const support::FixedClock clock_(handmade::now());

/// A page in a window, as the program has it, filled by hand.
template <class PageType>
struct Shown {
    ui::Session session{clock_};
    QMainWindow window;
    ui::ActionSet actions{&window};
    QUndoStack undo;
    PageType *shown;

    explicit Shown(const QLocale &locale) : shown(nullptr)
    {
        session.setLocale(locale);
        shown = new PageType({session, actions, undo});
        window.setCentralWidget(shown);
        window.resize(page);
        window.show();
    }

    void paint(const QString &name, qreal scale)
    {
        QPixmap picture(page * scale);
        picture.setDevicePixelRatio(scale);
        QApplication::processEvents();
        window.render(&picture);
        QVERIFY(QDir().mkpath(QStringLiteral("pictures")));
        QVERIFY(picture.save(QStringLiteral("pictures/%1.png").arg(name)));
    }
};

} // namespace

/// Paints every state of the pages into `pictures/` of the working directory, in both languages and themes, plain and sharp,
/// and holds that they fit a window of 1280 × 800. Somebody looks at them.
class PicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paints_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        QTest::newRow("en-light-1x") << false << false << 1;
        QTest::newRow("en-dark-2x") << false << true << 2;
        QTest::newRow("zh-light-2x") << true << false << 2;
        QTest::newRow("zh-dark-1x") << true << true << 1;
    }

    void paints()
    {
        QFETCH(bool, chinese);
        QFETCH(bool, dark);
        QFETCH(int, scale);
        m_suffix = QString::fromLatin1(QTest::currentDataTag());
        m_scale = scale;
        m_theme.apply(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        m_language.apply(chinese ? ui::LanguageChoice::Chinese : ui::LanguageChoice::English);
        paintToday();
        paintPopovers();
        paintQuietDay();
        paintDeal();
    }

private:
    void paintToday()
    {
        Shown<ui::TodayPage> today(m_language.locale());
        today.shown->setToday(handmade::todayWithPeople());
        QVERIFY2(today.shown->minimumSizeHint().width() <= page.width(),
                 qPrintable(QString::number(today.shown->minimumSizeHint().width())));
        today.paint(QStringLiteral("today-") + m_suffix, m_scale);
    }

    /// `make` puts up a popover over Today; without a workspace its keys would only say that nothing can be decided.
    template <class Make>
    void paintPopover(const QString &name, Make make)
    {
        Shown<ui::TodayPage> today(m_language.locale());
        today.shown->setToday(handmade::today(3, 0));
        QApplication::processEvents();
        ui::Popover *popover = make(today.session.format(), today.shown);
        popover->openAt(QRect(512, 634, 120, 30));
        today.paint(QStringLiteral("today-%1-%2").arg(name, m_suffix), m_scale);
    }

    void paintPopovers()
    {
        paintPopover(QStringLiteral("act"), [](const ui::Format &format, QWidget *over) {
            const workbench::Flag flag = handmade::item(1).flags.front();
            auto *popover =
                new ui::TaskPopover({{.id = "p-1", .name = "李雷", .team = {}}}, {ui::taskTitle(format, flag), "p-1", 3}, over);
            popover->setTitle(ui::word(domain::TaskKind::AskRep));
            return popover;
        });
        paintPopover(QStringLiteral("snooze"), [](const ui::Format &format, QWidget *over) {
            return new ui::SnoozePopover(QDate(2026, 3, 12), format.locale(), over);
        });
        paintPopover(QStringLiteral("dismiss"), [](const ui::Format &, QWidget *over) {
            return new ui::ReasonPopover(ui::word(domain::FlagAct::Dismissed), {QStringLiteral("A"), QStringLiteral("B")}, over);
        });
        paintPopover(QStringLiteral("rank"), [](const ui::Format &format, QWidget *over) {
            return new ui::RankPopover(format, handmade::item(1).flags.front(), handmade::yuan(1).currency, over);
        });
        paintPopover(QStringLiteral("move"), [](const ui::Format &format, QWidget *over) {
            const workbench::DealPage deal = handmade::deal();
            auto *popover = new ui::MovePopover(format, deal.stages, over);
            popover->setAnswer(popover->stage(), deal.stages[3].unmet);
            return popover;
        });
    }

    void paintQuietDay()
    {
        Shown<ui::TodayPage> today(m_language.locale());
        workbench::Today quiet = handmade::today(0, 0);
        quiet.nextWake = handmade::now() + support::days(3);
        today.shown->setToday(quiet);
        today.paint(QStringLiteral("today-quiet-") + m_suffix, m_scale);
    }

    void paintDeal()
    {
        Shown<ui::DealPage> deal(m_language.locale());
        deal.shown->setPage(handmade::deal());
        QVERIFY2(deal.shown->minimumSizeHint().width() <= page.width(),
                 qPrintable(QString::number(deal.shown->minimumSizeHint().width())));
        deal.paint(QStringLiteral("deal-") + m_suffix, m_scale);
    }

    ui::Theme m_theme;
    ui::Language m_language;
    QString m_suffix;
    qreal m_scale = 1;
};

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
