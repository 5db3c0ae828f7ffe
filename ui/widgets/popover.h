// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QFrame>
#include <QPointer>

class QVBoxLayout;

namespace ui {

/// A small sheet over a page, beside what it is about. While it is open it has the keyboard to itself: Enter confirms, Esc
/// and a click outside close it, and the focus goes back to where it was.
class Popover : public QFrame {
    Q_OBJECT
public:
    explicit Popover(QWidget *page);

    void setTitle(const QString &title);
    /// Puts a button at the foot that confirms, as Enter does.
    void setConfirm(const QString &wording);
    /// Opens above or below `anchor`, inside the page.
    void openAt(QWidget *anchor);
    /// Opens at the right place of `area` (in the page's coordinates).
    void openAt(const QRect &area);
    void dismiss();

Q_SIGNALS:
    void confirmed();
    void closed();

protected:
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// Where the keyboard begins.
    virtual void begin() {}
    /// True when what was entered will do.
    [[nodiscard]] virtual bool complete() const { return true; }
    void confirm();
    /// Takes the height that the content needs now, at the same place.
    void refit();
    void setTitleVisible(bool visible);
    /// A line at the foot that names the keys.
    void setHint(const QString &hint);

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_content;
    class TextLabel *m_title;
    class TextLabel *m_hint;
    class QAction *m_confirm;
    class KeyButton *m_button;
    QRect m_area; ///< what it opened beside
    QPointer<QWidget> m_before;
};

} // namespace ui
