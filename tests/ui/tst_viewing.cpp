// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"
#include "ui/viewing.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/timeslider.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace {

constexpr Qt::KeyboardModifiers control = Qt::ControlModifier;
constexpr Qt::KeyboardModifiers controlShift = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

/// What a page looks at, chosen in the bar above it as people do: by mouse, keyboard, a saved view, an address, a file.
class ViewingTest : public QObject, public SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(60, 3)); }
    void init()
    {
        show();
        open();
    }
    void cleanup()
    {
        QFile::remove(folder.filePath(QStringLiteral("settings.ini")));
        window.reset();
    }

    void oneGestureOnTheLineGoesToAnyDay()
    {
        auto *slider = window->findChild<ui::TimeSlider *>();
        QVERIFY(slider->isVisible() && slider->isEnabled());
        const int middle = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() - 9, middle));
        for (int x = slider->width() - 9; x >= 0; x -= 7)
            QTest::mouseMove(slider, QPoint(x, middle));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(0, middle));
        QTRY_VERIFY(session->isPast());
        const support::Date first = session->format().zone().dateOf(session->status().oldest);
        QCOMPARE(session->day()->days, std::max(first, support::addMonths(session->today(), -24)).days);
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 1, middle));
        QVERIFY(!session->isPast());
    }

    void theLineIsSteppedByKeys()
    {
        auto *slider = window->findChild<ui::TimeSlider *>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QVERIFY(session->day() == session->today() + -1);
        QTest::keyClick(slider, Qt::Key_PageDown);
        QVERIFY(session->day() == session->today() + -31);
        QCOMPARE(slider->accessibleDescription(), session->format().date(*session->day()));
        QTest::keyClick(slider, Qt::Key_End);
        QVERIFY(!session->isPast());
    }

    void aSecondMarkIsTheDayThatIsComparedWith()
    {
        auto *slider = window->findChild<ui::TimeSlider *>();
        session->setCompared(session->today() + -100);
        auto *chips = window->findChild<ui::FilterBar *>();
        QTRY_VERIFY(chips->isVisible());
        const auto placeOf = [&](support::Date day) {
            const qreal share = (day.days - slider->minimum()) / static_cast<qreal>(slider->maximum() - slider->minimum());
            return QPoint(qRound(8 + share * (slider->width() - 16)), slider->height() / 2);
        };
        QTest::mousePress(slider, Qt::LeftButton, {}, placeOf(*session->view().compared));
        QTest::mouseMove(slider, placeOf(session->today() + -300));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, placeOf(session->today() + -300));
        QVERIFY2(!session->isPast(), "the other mark was held");
        QVERIFY(std::abs(*session->view().compared - (session->today() + -300)) <= 4);
        session->setCompared(session->today());
        QVERIFY2(!session->view().compared, "a day does not differ from itself");
        QVERIFY(!chips->isVisible());
    }

    void aFilterIsTypedPickedAndTakenAwayAgain()
    {
        const std::size_t all = window->navigation().today().model().today().openDeals;
        QTest::keyClick(target(), Qt::Key_F, controlShift);
        ui::Picker *picker = nullptr;
        QTRY_VERIFY((picker = shownPicker()) != nullptr);
        const auto choices = workbench::scopeChoices(*session->workbench(), session->asOf()).value();
        QVERIFY(choices.segments.size() > 1);
        type(picker, ui::qstring(choices.segments.front().name));
        QTRY_COMPARE(session->scope().segment, choices.segments.front().id);
        QTRY_COMPARE(window->navigation().today().model().today().openDeals, choices.segments.front().open);
        QVERIFY(choices.segments.front().open < all);
        auto *chip = window->findChild<ui::FilterBar *>()->findChild<QToolButton *>();
        QVERIFY(chip->isVisible() && chip->text().contains(ui::qstring(choices.segments.front().name)));
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(window->navigation().today().model().today().openDeals, all);
        QVERIFY(!window->findChild<ui::FilterBar *>()->isVisible());
    }

    void aSavedViewIsChosenAgainAndForgotten()
    {
        QTest::keyClick(target(), Qt::Key_P, controlShift);
        QVERIFY(session->view().proven);
        window->navigation().show(ui::Action::ShowFunnel);
        const ui::ViewAddress saved = window->viewing().here();
        QTest::keyClick(target(), Qt::Key_S, control);
        auto *popover = window->findChild<ui::Popover *>();
        QVERIFY(popover != nullptr && popover->isVisible());
        auto *name = popover->findChild<QLineEdit *>();
        QVERIFY(name->text().contains(QStringLiteral("Proven")));
        name->setText(QString::fromUtf8("周会"));
        QTest::keyClick(name, Qt::Key_Return);
        session->setView({});
        window->navigation().show(ui::Action::ShowToday);

        QTest::keyClick(target(), Qt::Key_J, control);
        type(shownPicker(), QString::fromUtf8("周会"));
        QTRY_VERIFY(window->viewing().here() == saved);

        QTest::keyClick(target(), Qt::Key_J, control);
        type(shownPicker(), QStringLiteral("Forget"));
        QVERIFY(settings->savedViews(file()).empty());
    }

    void anAddressIsCopiedAndOpenedAgain()
    {
        session->setView({.day = session->today() + -30, .period = {.kind = ui::PeriodKind::Quarter}});
        window->navigation().show(ui::Action::ShowMap);
        const ui::ViewAddress here = window->viewing().here();
        QTest::keyClick(target(), Qt::Key_K, controlShift);
        QCOMPARE(QGuiApplication::clipboard()->text(), ui::toText(here));
        session->setView({});
        window->navigation().show(ui::Action::ShowToday);
        QTest::keyClick(target(), Qt::Key_G, control);
        auto *popover = window->findChild<ui::Popover *>();
        QVERIFY2(popover != nullptr && popover->findChild<QLineEdit *>()->text() == ui::toText(here), "it is what was copied");
        QTest::keyClick(popover->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(window->viewing().here() == here);
    }

    void whatCannotBeOpenedIsToldAndChangesNothing()
    {
        const ui::ViewAddress before = window->viewing().here();
        for (const char *address :
             {"plumbline:moon", "plumbline:map?team=nowhere", "plumbline:map?person=nobody", "http://example"}) {
            window->findChild<ui::NoticeBar *>()->hide();
            window->viewing().openAddress(QString::fromLatin1(address));
            QTRY_VERIFY2(window->findChild<ui::NoticeBar *>()->isVisible(), address);
            QVERIFY2(window->viewing().here() == before, address);
        }
        window->findChild<ui::NoticeBar *>()->hide();
        window->viewing().openFile(file());
        QVERIFY(window->findChild<ui::NoticeBar *>()->isVisible());
        QVERIFY(settings->savedViews(file()).empty());
    }

    void aViewThatSomebodyGaveAwayIsShownAndKept()
    {
        const ui::SavedView given{QString::fromUtf8("张经理的漏斗"), {QStringLiteral("funnel"), {.proven = true}}};
        QFile out(folder.filePath(QStringLiteral("given.plumbview")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(ui::viewFile(given));
        out.close();
        window->viewing().openFile(out.fileName());
        QTRY_VERIFY(window->viewing().here() == given.address);
        QCOMPARE(settings->savedViews(file()), std::vector<ui::SavedView>{given});
    }

    void goingBackFromADealLeadsToTheWorkspaceItWasOpenedFrom()
    {
        window->navigation().show(ui::Action::ShowMap);
        window->navigation().showDeal(*window->navigation().today().model().today().listed.front().deal.id);
        QVERIFY(window->navigation().workspace() == ui::Action::ShowMap);
        QTest::keyClick(target(), Qt::Key_Escape);
        QTRY_COMPARE(window->navigation().shown()->title(), QStringLiteral("Battle map"));
    }

private:
    [[nodiscard]] ui::Picker *shownPicker() const
    {
        for (ui::Picker *picker : window->findChildren<ui::Picker *>()) {
            if (picker->isVisible())
                return picker;
        }
        return nullptr;
    }

    static void type(const ui::Picker *picker, const QString &words)
    {
        QVERIFY(picker != nullptr);
        auto *input = picker->findChild<QLineEdit *>();
        input->setText(words);
        QTest::keyClick(input, Qt::Key_Return);
    }
};

QTEST_MAIN(ViewingTest)
#include "tst_viewing.moc"
