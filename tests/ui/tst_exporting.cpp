// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"
#include "ui/exporting.h"
#include "ui/pagepicture.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/picker.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QSvgRenderer>

namespace {

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// The lines that are neither remarks nor headings.
qsizetype rowsOf(const QByteArray &csv)
{
    qsizetype rows = -1; // the headings
    for (const QByteArray &line : csv.trimmed().split('\n'))
        rows += line.startsWith('#') || line.startsWith("\xEF\xBB\xBF#") ? 0 : 1;
    return rows;
}

} // namespace

/// What leaves the window, asked for as people do.
class ExportingTest : public QObject, public SampleWindow {
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

    void aModelLeavesWithItsHeadingsAndRawNumbers()
    {
        QStandardItemModel model(0, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("Stage"), QStringLiteral("Entered")});
        auto *first = new QStandardItem(QStringLiteral("Demo"));
        auto *number = new QStandardItem(QStringLiteral("1,234"));
        number->setData(QVariant::fromValue(workbench::ReportCell(std::int64_t{1234})), ui::ValueRole);
        model.appendRow({first, number});
        first->appendRow({new QStandardItem(QStringLiteral("East")), new QStandardItem()});
        const workbench::TableReport table = ui::tableOf(model);
        QVERIFY(table.columns == (std::vector<std::string>{"Stage", "Entered"}));
        QCOMPARE(table.rows.size(), std::size_t{2});
        QVERIFY(table.rows[0] == (std::vector<workbench::ReportCell>{std::string("Demo"), std::int64_t{1234}}));
        QVERIFY(table.rows[1] == (std::vector<workbench::ReportCell>{std::string("East"), std::monostate()}));
    }

    void theDaysListLeavesAsCsvWithWhatItIsOf()
    {
        const workbench::Today &today = window->navigation().today().model().today();
        const QString out = chosen(QStringLiteral("CSV"), QStringLiteral("deals.csv"));
        QTRY_VERIFY(QFile::exists(out));
        const QByteArray csv = bytesOf(out);
        QCOMPARE(rowsOf(csv), static_cast<qsizetype>(today.listed.size() + today.below.size()));
        for (const char *said :
             {"# Flagged deals", "# Whose deals: Everyone", "# As of: ", "# Data time: ", "# Playbook: version"})
            QVERIFY2(csv.contains(said), said);
        QVERIFY(csv.contains(today.listed.front().deal.customer.c_str()));
        QVERIFY(window->findChild<ui::NoticeBar *>()->isVisible());
    }

    void whatItIsOfIsWhatIsShown()
    {
        session->setView({.day = session->today() + -10, .proven = true});
        QTRY_VERIFY(!session->isBusy());
        const QString out = chosen(QStringLiteral("CSV"), QStringLiteral("past.csv"));
        QTRY_VERIFY(QFile::exists(out));
        const QByteArray csv = bytesOf(out);
        QVERIFY(csv.contains("# As of: " + session->format().date(*session->day()).toUtf8()));
        QVERIFY(csv.contains("# Filter: Proven stages"));
    }

    void theDaysListLeavesAsAWorkbook()
    {
        const QString out = chosen(QStringLiteral("workbook"), QStringLiteral("deals.xlsx"));
        QTRY_VERIFY(QFile::exists(out));
        QVERIFY2(bytesOf(out).startsWith("PK"), "a workbook is a zip archive");
    }

    void theTableGoesOnTheClipboardByOneKey()
    {
        const workbench::Today &today = window->navigation().today().model().today();
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(target(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(QChar(u'\n'));
        QCOMPARE(static_cast<std::size_t>(lines.size()), today.listed.size() + today.below.size() + 1);
        for (const QString &line : lines)
            QCOMPARE(line.count(QChar(u'\t')), lines.first().count(QChar(u'\t')));
    }

    void thePageLeavesAsAPictureADrawingAndAPdf()
    {
        const QSize page = window->navigation().shown()->size();
        const QString png = chosen(QStringLiteral("picture"), QStringLiteral("page.png"));
        QTRY_VERIFY(QFile::exists(png));
        const QImage image(png);
        QCOMPARE(image.width(), 2 * page.width());
        QVERIFY2(image.height() > 2 * page.height(), "what it is of stands above it");
        const QString svg = chosen(QStringLiteral("drawing"), QStringLiteral("page.svg"));
        QTRY_VERIFY(QFile::exists(svg));
        QVERIFY(QSvgRenderer(svg).isValid());
        const QString pdf = chosen(QStringLiteral("As a PDF"), QStringLiteral("page.pdf"));
        QTRY_VERIFY(QFile::exists(pdf));
        QVERIFY(bytesOf(pdf).startsWith("%PDF-"));
    }

    void neverOverTheWorkspaceNorIntoNowhere()
    {
        const QByteArray before = bytesOf(file());
        const ui::TableSource source = window->navigation().today().tables().front();
        QSignalSpy failed(session.get(), &ui::Session::failed);
        for (const QString &out : {file(), folder.filePath(QStringLiteral("nowhere/deals.csv"))}) {
            window->exporting().writeTable(source, out);
            QTRY_COMPARE(failed.size(), 1);
            failed.clear();
        }
        window->exporting().writePicture(folder.filePath(QStringLiteral("nowhere/page.svg")));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(bytesOf(file()), before);
    }

private:
    /// Exports by the picker and the file dialog: what is called `form`, into the file `name`.
    QString chosen(const QString &form, const QString &name)
    {
        QTest::keyClick(target(), Qt::Key_E, Qt::ControlModifier);
        for (ui::Picker *picker : window->findChildren<ui::Picker *>()) {
            if (!picker->isVisible())
                continue;
            auto *input = picker->findChild<QLineEdit *>();
            input->setText(form);
            QTest::keyClick(input, Qt::Key_Return);
        }
        auto *dialog = window->findChild<QFileDialog *>();
        if (dialog == nullptr)
            return {};
        const QString out = folder.filePath(name);
        Q_EMIT dialog->fileSelected(out);
        delete dialog;
        window->activateWindow(); // a dialog that has just closed leaves none active without a window manager
        if (!QTest::qWaitForWindowActive(window.get()))
            return {};
        return out;
    }
};

QTEST_MAIN(ExportingTest)
#include "tst_exporting.moc"
