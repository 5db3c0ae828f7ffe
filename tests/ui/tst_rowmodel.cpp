// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/linemodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

namespace {

std::vector<ui::Line> lines(const QString &letters)
{
    std::vector<ui::Line> made;
    for (const QChar letter : letters)
        made.push_back({.id = QString(letter).toStdString(), .text = letter});
    return made;
}

QString shown(const ui::LineModel &model)
{
    QString text;
    for (int row = 0; row < model.rowCount(); ++row)
        text += model.index(row).data().toString();
    return text;
}

} // namespace

class RowModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesFromAnyListToAnyOther_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("first") << ""
                               << "abc";
        QTest::newRow("all gone") << "abc"
                                  << "";
        QTest::newRow("one gone") << "abc"
                                  << "ac";
        QTest::newRow("one in the middle") << "ac"
                                           << "abc";
        QTest::newRow("turned round") << "abcd"
                                      << "dcba";
        QTest::newRow("all at once") << "abcdef"
                                     << "xfbya";
    }

    void goesFromAnyListToAnyOther()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        ui::LineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines(lines(from));
        model.setLines(lines(to));
        QCOMPARE(shown(model), to);
    }

    void keepsWhatPointsAtARowOnThatRow()
    {
        ui::LineModel model;
        model.setLines(lines(QStringLiteral("abcdef")));
        const QPersistentModelIndex onD = model.index(3);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setLines(lines(QStringLiteral("xdfab")));
        QVERIFY(onD.isValid());
        QCOMPARE(onD.row(), 1);
        QCOMPARE(onD.data().toString(), QStringLiteral("d"));
        QVERIFY(resets.isEmpty());
    }

    void saysOnlyWhatChangedWhenOneRowGoes()
    {
        ui::LineModel model;
        model.setLines(lines(QStringLiteral("abcdef")));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.setLines(lines(QStringLiteral("abdef")));
        QCOMPARE(removed.size(), 1);
        QVERIFY(inserted.isEmpty());
        QVERIFY(moved.isEmpty());
    }

    void survivesAnySequenceOfLists()
    {
        ui::LineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            QString letters;
            for (char16_t letter = 0x4E00; letter < 0x4E00 + 300; ++letter) {
                if (random() % 3 != 0)
                    letters.append(QChar(letter));
            }
            std::shuffle(letters.begin(), letters.end(), random);
            model.setLines(lines(letters));
            QCOMPARE(shown(model), letters);
        }
    }

    void mergesAHundredThousandRowsBeforeAnybodyNotices()
    {
        const auto numbered = [](int from, int to) {
            std::vector<ui::Line> made;
            for (int i = from; i < to; ++i)
                made.push_back({.id = std::to_string(i)});
            return made;
        };
        ui::LineModel model;
        model.setLines(numbered(0, 100'000));
        std::vector<ui::Line> next = numbered(50, 100'050);
        std::reverse(next.begin(), next.end());
        QSignalSpy orders(&model, &QAbstractItemModel::layoutChanged);
        model.setLines(std::move(next));
        QCOMPARE(model.rowCount(), 100'000);
        QVERIFY(orders.size() <= 3); // whole orders, not a move for each row
    }
};

QTEST_GUILESS_MAIN(RowModelTest)
#include "tst_rowmodel.moc"
