// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/linemodel.h"

#include "workbench/views.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace ui {

class TextLabel;

/// The files of a deal by stage, each with its verdict, and the judgement of the chosen one.
class EvidencePane final : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePane(QWidget *parent = nullptr);

    void setPage(const workbench::DealPage &page, const Format &format);
    void retranslate();
    [[nodiscard]] QWidget *anchor() const;

Q_SIGNALS:
    void judged(const std::string &evidence, domain::Verdict verdict);

private:
    void judge(domain::Verdict verdict);
    void follow();

    LineModel m_model;
    QListView *m_list;
    QPushButton *m_accept;
    QPushButton *m_reject;
    TextLabel *m_hint;
};

} // namespace ui
