// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

#include <QStringList>

#include <functional>

class QLabel;
class QLineEdit;

namespace markaz::ui {

class AskTwice;

/// The keys that this laptop expects of its server: the pin and the spare, to be seen and set, and the fingerprint of
/// the certificate that was met where the server was not trusted. There is no way to take over what was met, and while
/// a server shows another key than the pin's, none to go without one.
class ServerKeySheet final : public Sheet
{
    Q_OBJECT
public:
    enum class May {
        Change,    ///< nobody works on this laptop yet
        ChangePin, ///< what is set is no pin at all: one may take its place, and nothing else
        Ask,       ///< from an unlocked desk: what is set is changed after a question
        Look,      ///< somebody works on this laptop, and who stands before it is not known
    };
    struct State
    {
        QString server;
        QStringList pins;     ///< the one in use and the spare, as they were written
        QString notTrusted{}; ///< Error::where of NotTrusted, "tls.pin"; empty: it was trusted, or nobody was met
        QString met{};        ///< Error::detail beside it
        May may = May::Change;
    };
    /// \p isPin says whether a text is one at all.
    ServerKeySheet(const State &state, std::function<bool(const QString &pin)> isPin, QWidget *page);

Q_SIGNALS:
    /// None, one or two, each of which is a pin.
    void chosen(const QStringList &pins);

private:
    void say(const State &state);
    QLineEdit *addPin(const QString &label, const char *name, QLabel *&trouble);
    QStringList pins() const;
    QString troubleOf(const QLineEdit *pin) const;
    QString whyNotEmpty() const;
    QString meaning() const;
    void refresh();
    void take();
    void chose();

    const State m_state;
    std::function<bool(const QString &)> m_isPin;
    QLineEdit *m_pin;
    QLineEdit *m_spare;
    QLabel *m_pinTrouble;
    QLabel *m_spareTrouble;
    QLabel *m_means;
    AskTwice *m_take;
    bool m_good = false; ///< what is typed may be taken
};

} // namespace markaz::ui
