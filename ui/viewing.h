// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/application.h"
#include "ui/models/inquiry.h"
#include "ui/models/savedviews.h"

#include "workbench/scopechoices.h"

namespace ui {

class Navigation;
class Picker;
class Popover;

/// Views with names: kept, chosen again, given away as a file, copied and opened as an address.
class Viewing final : public QObject {
    Q_OBJECT
public:
    Viewing(const Application &application, ActionSet &actions, Navigation &navigation, QWidget *window);

    /// Shows what `text` is the address of; otherwise tells why not, and everything stays as it was.
    void openAddress(const QString &text);
    /// The same for a file that somebody gave away; its view is kept.
    void openFile(const QString &file);
    /// The page that is shown and what it looks at.
    [[nodiscard]] ViewAddress here() const;
    void retranslate();
    /// What the products, channels and segments of views are called.
    void setChoices(const workbench::ScopeChoices &choices) { m_choices = choices; }

Q_SIGNALS:
    /// Why an address or a file was not opened.
    void refused(const QString &why);
    /// What was done.
    void said(const QString &text);

private:
    void handleActions(ActionSet &actions);
    void choose();
    void pick(const QString &pick);
    void save();
    void share();
    void askForFile();
    void askForAddress();
    void forget(const QString &name);
    void show(const ViewAddress &address);
    [[nodiscard]] std::vector<SavedView> views() const;
    [[nodiscard]] QString suggestion() const;
    void open(Popover *popover);

    Application m_application;
    Navigation &m_navigation;
    QWidget *m_window;
    Inquiry m_known; ///< asks whether the people of an address are known here
    Picker *m_picker;
    workbench::ScopeChoices m_choices;
};

} // namespace ui
