// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/errand.h"

#include <memory>
#include <stop_token>
#include <utility>

namespace ui {

/// What writes, one after the other, on one thread that lives as long as this.
class Writer final : public QObject {
    Q_OBJECT
public:
    explicit Writer(QObject *parent = nullptr);
    ~Writer() override;

    /// `work(std::stop_token)` runs on the thread; `deliver` gets its answer here, unless this is gone by then.
    template <class Work, class Deliver>
    void write(Work work, Deliver deliver)
    {
        // What was stopped may still be ending: it does not stop what begins after it.
        if (m_waiting == 0 || m_stop.stop_requested())
            m_stop = std::stop_source();
        begin([mailbox = m_mailbox, stop = m_stop.get_token(), work = std::move(work), deliver = std::move(deliver),
               this]() mutable {
            auto answer = std::make_shared<decltype(work(stop))>(work(stop));
            mailbox->post([answer = std::move(answer), deliver = std::move(deliver), this]() mutable {
                end();
                deliver(std::move(*answer));
            });
        });
    }
    /// Asks the work that is under way to end early.
    void stop() { m_stop.request_stop(); }
    [[nodiscard]] bool isWriting() const { return m_waiting > 0; }
    /// For what is done there without being work that anybody waits for.
    [[nodiscard]] QThreadPool &thread() { return m_thread; }

Q_SIGNALS:
    void writingChanged();

private:
    void begin(std::function<void()> work);
    void end();

    std::shared_ptr<Mailbox> m_mailbox;
    QThreadPool m_thread;
    std::stop_source m_stop;
    int m_waiting = 0;
};

} // namespace ui
