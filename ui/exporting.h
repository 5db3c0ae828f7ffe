// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/application.h"
#include "ui/models/inquiry.h"
#include "ui/models/tablesource.h"

#include "workbench/scopechoices.h"

namespace ui {

class Navigation;
class Picker;

/// What leaves the window: the tables of a page as CSV, as a workbook or on the clipboard, and the page itself as a picture, on a
/// PDF or on paper. Everything carries whose deals it is of, as of when, and how new its data are.
class Exporting final : public QObject {
    Q_OBJECT
public:
    Exporting(const Application &application, ActionSet &actions, Navigation &navigation, QWidget *window);

    /// Writes the table of `source` into `file`, a workbook where it ends with ".xlsx"; otherwise CSV.
    void writeTable(const TableSource &source, const QString &file);
    /// Puts it on the clipboard.
    void copyTable(const TableSource &source);
    /// The page that is shown, by the suffix of `file` (PagePicture::write).
    void writePicture(const QString &file);
    void retranslate();
    /// What the products, channels and segments of views are called.
    void setChoices(const workbench::ScopeChoices &choices) { m_choices = choices; }

Q_SIGNALS:
    void said(const QString &text);
    void failed(const support::Error &error);

private:
    /// Names and values of what the page is of.
    using About = std::vector<std::pair<QString, QString>>;

    void choose();
    void pick(const QString &pick);
    void saveTable(const TableSource &source, const QString &suffix);
    void savePicture(const QString &suffix);
    void print();
    void withAbout(const std::function<void(const About &)> &use);
    [[nodiscard]] About aboutOf(const workbench::DataStamp &stamp) const;
    [[nodiscard]] QString fileName(const QString &name, const QString &suffix) const;
    void askForFile(const QString &name, const QString &filter, const QString &suffix,
                    const std::function<void(const QString &)> &use);
    void make(const TableSource &source, const std::function<void(const workbench::TableReport &)> &use);
    void drawPage(const std::function<void(const class PagePicture &)> &use);

    Application m_application;
    Navigation &m_navigation;
    QWidget *m_window;
    Inquiry m_made;
    Inquiry m_stamp;
    Inquiry m_written;
    Picker *m_picker;
    std::vector<workbench::TeamView> m_teams;
    workbench::ScopeChoices m_choices;
    std::vector<TableSource> m_sources; ///< of the page, when it was asked what there is
};

} // namespace ui
