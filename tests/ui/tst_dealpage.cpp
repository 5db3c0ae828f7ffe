// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dealwindow.h"
#include "ui/pages/deal/dealheader.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/toast.h"

#include <QLabel>

/// What the Deal page shows of each day, in the main window and in one of its own.
class DealPageTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(120, 3)); }

    void init()
    {
        show();
        open();
        m_deal = *window->navigation().today().model().today().listed.front().deal.id;
    }

    void cleanup() { close(); }

    void saysOfADayBeforeADealThatItWasNotKnownYet()
    {
        window->navigation().showDeal(m_deal);
        auto *page = window->findChild<ui::DealPage *>();
        const auto *header = page->findChild<ui::DealHeader *>();
        QTRY_VERIFY(header->isVisible() && !session->isBusy());
        session->setDay(lastDayWithoutIt());
        QTRY_VERIFY(!session->isBusy() && !header->isVisible());
        QVERIFY(said(page).contains(
            QStringLiteral("This deal was not known yet on %1.").arg(session->format().date(*session->day()))));
        QVERIFY(page->isAncestorOf(window->focusWidget())); // its keys go on
        session->setDay(*session->day() + 1);
        QTRY_VERIFY(!session->isBusy() && header->isVisible());
        QVERIFY(said(page).filter(QStringLiteral("not known yet")).isEmpty());
    }

    void saysTheDayAndWhatFailsInItsOwnWindow()
    {
        ui::DealWindow *own = openWindow();
        auto *mark = own->findChild<QLabel *>(QStringLiteral("pastBadge"));
        QVERIFY(!mark->isVisible());
        session->setDay(session->today() + -1);
        QVERIFY(mark->isVisible() && mark->text().contains(session->format().date(*session->day())));
        session->setDay({});
        QVERIFY(!mark->isVisible());
        session->actAs(domain::PersonId::parse("somebody-of-elsewhere").value());
        QTRY_VERIFY(!session->isBusy());
        own->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(own));
        QTest::keyClick(own->focusWidget(), Qt::Key_E);
        QTRY_VERIFY(own->findChild<ui::NoticeBar *>()->isVisible());
    }

    void saysInAWindowOpenedLaterWhatWasUndone()
    {
        settle([this] { QTest::keyClick(target(), Qt::Key_E); });
        ui::DealWindow *own = openWindow();
        own->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(own));
        settle([own] { QTest::keyClick(own->focusWidget(), Qt::Key_Z, Qt::ControlModifier); });
        QVERIFY(own->findChild<ui::Toast *>()->text().startsWith(QStringLiteral("Undone")));
    }

    void closesWithTheMainWindow()
    {
        const QPointer<ui::DealWindow> own = openWindow();
        window->close();
        QTRY_VERIFY(own == nullptr);
    }

private:
    [[nodiscard]] ui::DealWindow *openWindow() const
    {
        window->navigation().showDealWindow(m_deal);
        ui::DealWindow *found = nullptr;
        for (QWidget *shown : QApplication::topLevelWidgets()) {
            if (auto *own = qobject_cast<ui::DealWindow *>(shown))
                found = own;
        }
        if (!QTest::qWaitFor([this] { return !session->isBusy(); }, patience))
            qWarning("the deal does not come");
        return found;
    }

    [[nodiscard]] support::Date lastDayWithoutIt() const
    {
        const support::TimeZone &zone = session->format().zone();
        support::Date day = session->today();
        while (session->workbench()->deal(m_deal, zone.startOf(day + 1) - support::Duration{1}))
            day = day + -1;
        return day;
    }

    [[nodiscard]] static QStringList said(const QWidget *page)
    {
        QStringList texts;
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }

    domain::DealId m_deal = *domain::DealId::parse("none");
};

QTEST_MAIN(DealPageTest)
#include "tst_dealpage.moc"
