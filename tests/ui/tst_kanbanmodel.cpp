// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/kanbanmodel.h"

#include "workbench/sampling.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using Board = std::shared_ptr<const workbench::StageBoard>;

/// The columns of a board of a sample, as models.
class KanbanModelTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] Board ask(workbench::StageBoardRequest request = {}) const
    {
        request.asOf = m_workbench->live();
        return workbench::stageBoard(*m_workbench, request).value();
    }

    [[nodiscard]] domain::DealId dealAt(const Board &board, std::uint32_t column, std::size_t place) const
    {
        return *board->card(column, place)->deal.id;
    }

    [[nodiscard]] workbench::Applied apply(const workbench::Command &command) const
    {
        return m_workbench->apply(command).value();
    }

    QTemporaryDir m_folder;
    support::FixedClock m_clock{*support::parseInstant("2026-03-12T01:30:00Z")};
    std::unique_ptr<workbench::Workbench> m_workbench;
    ui::Format m_format{QLocale(QLocale::English), support::TimeZone::utc()};

private Q_SLOTS:
    void initTestCase()
    {
        m_workbench = workbench::createSample(m_folder.filePath(QStringLiteral("sample.plumb")).toStdString(),
                                              {.deals = 300, .seed = 5, .asOf = m_clock.now()}, m_clock)
                          .value();
    }

    void saysOfACardWhatTheBoardKnows()
    {
        const Board board = ask();
        ui::KanbanModel model(m_format);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBoard(board, 0);
        QVERIFY(model.rowCount() > 3);
        QCOMPARE(model.rowCount(), static_cast<int>(board->view().columns[0].cards.size()));
        const auto card = board->card(0, 2).value();
        const auto face = model.index(2).data(ui::CardFaceRole).value<ui::CardFace>();
        QCOMPARE(face.customer, ui::qstring(card.deal.customer));
        QCOMPARE(face.amount, m_format.amount(*card.deal.amount));
        QCOMPARE(face.red, card.deal.red);
        QCOMPARE(face.flags, card.flags);
        const QString spoken = model.index(2).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(face.customer) && spoken.contains(m_format.amountInFull(*card.deal.amount))
                     && spoken.contains(face.owner) && spoken.contains(m_format.days(card.deal.daysInStage)),
                 qPrintable(spoken));
    }

    void keepsWhatIsChosenWhileFactsStreamIn()
    {
        std::vector<std::unique_ptr<ui::KanbanModel>> models;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        Board board = ask();
        for (std::size_t i = 0; i < board->view().columns.size(); ++i) {
            models.push_back(std::make_unique<ui::KanbanModel>(m_format));
            testers.push_back(std::make_unique<QAbstractItemModelTester>(models.back().get(),
                                                                         QAbstractItemModelTester::FailureReportingMode::QtTest));
            models.back()->setBoard(board, static_cast<std::uint32_t>(i));
        }
        QSignalSpy resets(models[0].get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex chosen = models[0]->index(models[0]->rowCount() - 1);
        const QString customer = chosen.data().toString();
        const auto next = domain::StageId::parse(board->view().columns[1].stage).value();
        const std::uint32_t last = models[0]->number(chosen);
        for (int round = 0; round < 4; ++round) {
            const std::size_t place = board->view().columns[0].cards[1] == last ? 0 : 1;
            const std::size_t before = board->view().columns[0].cards.size();
            const workbench::Applied moved = apply(workbench::MoveDeal{dealAt(board, 0, place), next, "ok"});
            board = ask({.order = round % 2 == 0 ? workbench::CardOrder::Amount : workbench::CardOrder::Health});
            for (std::uint32_t i = 0; i < models.size(); ++i)
                models[i]->setBoard(board, i);
            QCOMPARE(static_cast<std::size_t>(models[0]->rowCount()), before - 1);
            if (round % 2 == 1)
                continue;
            static_cast<void>(apply(moved.undo));
            board = ask();
            for (std::uint32_t i = 0; i < models.size(); ++i)
                models[i]->setBoard(board, i);
            QCOMPARE(static_cast<std::size_t>(models[0]->rowCount()), before);
        }
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.data().toString(), customer);
        QVERIFY(resets.isEmpty());
    }

    void saysOfOneMovedCardThatOneRowWentAndOneCame()
    {
        Board board = ask();
        ui::KanbanModel from(m_format);
        ui::KanbanModel to(m_format);
        from.setBoard(board, 0);
        to.setBoard(board, 1);
        QSignalSpy removed(&from, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&to, &QAbstractItemModel::rowsInserted);
        QSignalSpy laidOut(&from, &QAbstractItemModel::layoutChanged);
        const auto stage = domain::StageId::parse(board->view().columns[1].stage).value();
        static_cast<void>(apply(workbench::MoveDeal{dealAt(board, 0, 2), stage, "ok"}));
        board = ask();
        from.setBoard(board, 0);
        to.setBoard(board, 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][1].toInt(), 2);
        QCOMPARE(removed[0][2].toInt(), 2);
        QCOMPARE(inserted.count(), 1);
        QVERIFY(laidOut.isEmpty());
    }

    void showsNothingWithoutABoard()
    {
        ui::KanbanModel model(m_format);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBoard(ask(), 0);
        model.setBoard({}, 0);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(KanbanModelTest)
#include "tst_kanbanmodel.moc"
