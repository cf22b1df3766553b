// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace markaz::test {

/// A wire between laptop and server that can be cut where a test wants it. It has an address of its own that stays,
/// while the server behind it may come and go. Runs in the test's event loop.
class Relay
{
public:
    enum class Cut {
        InsideRequest, ///< when half of a push has gone to the server
        AfterRequest,  ///< when a whole push has gone to the server and nothing came back yet
        BeforeReply,   ///< when the server has answered a push and the laptop has not seen it
    };

    explicit Relay(const QUrl &server);
    QUrl url() const;
    void leadTo(const QUrl &server) { m_server = server; }
    /// At the next push: \p fault is called at \p where, and both sides lose the connection. Once.
    void cutNextPush(Cut where, std::function<void()> fault);
    bool hasCut() const { return !m_fault; }

private:
    void accept();

    QTcpServer m_listener;
    QUrl m_server;
    Cut m_where = Cut::InsideRequest;
    std::function<void()> m_fault;
};

} // namespace markaz::test
