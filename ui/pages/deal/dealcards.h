// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/deallines.h"
#include "ui/models/linemodel.h"

#include <QScrollArea>

#include <array>
#include <memory>

class QVBoxLayout;

namespace ui {

class ContentList;
class TextLabel;

/// The left column of the Deal page: flags, health with its terms, the decision chain, what the chosen stage asks, tasks and
/// similar cases, each a short list under its title. It tells what was clicked and writes nothing.
class DealCards final : public QScrollArea {
    Q_OBJECT
public:
    explicit DealCards(QWidget *parent = nullptr);

    struct Moment {
        support::Instant now;
        support::Date today;
    };
    void setPage(std::shared_ptr<const workbench::DealPage> page, const Format &format, const Moment &moment);
    /// Shows what this stage asks.
    void setStage(const std::string &stage);
    [[nodiscard]] const std::string &stage() const { return m_stage; }
    void retranslate();

Q_SIGNALS:
    void numberRequested(domain::Measure measure, QWidget *anchor);
    void recordRequested(std::uint32_t number);
    void itemTicked(const std::string &stage, const std::string &item, bool done);
    void fieldRequested(const std::string &field);
    void taskChanged(const std::string &task, domain::TaskState state);
    void dealRequested(const std::string &deal);

private:
    enum Card : std::uint8_t { Flags, Health, Roles, Gate, Tasks, Similar };
    static constexpr std::size_t cards = 6;
    struct Part {
        TextLabel *title = nullptr;
        LineModel *model = nullptr;
        ContentList *list = nullptr;
    };

    void addCard(QVBoxLayout *column, Card card);
    void listen();
    void refresh();
    void fill(Card card, std::vector<Line> lines);
    void activated(Card card, const QModelIndex &index);
    [[nodiscard]] const workbench::StageView *chosenStage() const;
    [[nodiscard]] QString titleOf(Card card) const;

    std::array<Part, cards> m_parts;
    std::shared_ptr<const workbench::DealPage> m_page;
    std::optional<Format> m_format;
    Moment m_moment;
    OpenLines m_open;
    std::string m_stage;
};

} // namespace ui
