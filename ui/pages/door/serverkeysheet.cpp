// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/door/serverkeysheet.h"

#include "ui/text/format.h"
#include "ui/text/trustwords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {

ServerKeySheet::ServerKeySheet(const State &state, std::function<bool(const QString &)> isPin, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_state(state)
    , m_isPin(std::move(isPin))
{
    setObjectName(QStringLiteral("serverKeySheet"));
    setTitle(tr("Keys of the server"));
    auto *about = plainLabel(this);
    about->setWordWrap(true);
    about->setText(state.server.isEmpty()
                       ? tr("A pin tells this laptop which key its server has to show, beyond a certificate that is in "
                            "order. Your administrator has it, and a spare for the day when the key is changed.")
                       : tr("A pin tells this laptop which key %1 has to show, beyond a certificate that is in order. "
                            "Your administrator has it, and a spare for the day when the key is changed.")
                             .arg(format::isolate(state.server)));
    body()->addWidget(about);
    say(state);
    m_pin = addPin(tr("Pin of the key in use"), "serverPin", m_pinTrouble);
    m_spare = addPin(tr("Pin of the spare"), "sparePin", m_spareTrouble);
    m_means = plainLabel(this);
    m_means->setObjectName(QStringLiteral("pinsMean"));
    m_means->setWordWrap(true);
    m_means->setProperty("type", QStringLiteral("secondary"));
    body()->addWidget(m_means);
    m_pin->setText(state.pins.value(0));
    m_spare->setText(state.pins.value(1));
    const bool look = state.may == May::Look;
    auto *cancel = new QPushButton(look ? tr("Close") : tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("leavePins"));
    cancel->setAutoDefault(false);
    m_take = new AskTwice(QStringLiteral("takePins"), QStringLiteral("keepPins"), this);
    m_take->setVisible(!look);
    if (look) {
        foot()->addStretch();
        foot()->addWidget(cancel);
    } else {
        m_take->setBeside(cancel);
    }
    foot()->addWidget(m_take, 1);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_take, &AskTwice::confirmed, this, &ServerKeySheet::chose);
    for (QLineEdit *edit : {m_pin, m_spare}) {
        edit->setReadOnly(look);
        connect(edit, &QLineEdit::textChanged, this, &ServerKeySheet::refresh);
        connect(edit, &QLineEdit::returnPressed, this, &ServerKeySheet::take);
    }
    refresh();
    present(m_pin);
}

/// What was met, to be compared by word of mouth: of a certificate, and not as a pin that could be put below.
void ServerKeySheet::say(const State &state)
{
    if (state.notTrusted.isEmpty())
        return;
    const Error error{ErrorCode::NotTrusted, state.met, state.notTrusted};
    if (const auto why = trustSentence(error))
        messages()->post(QStringLiteral("met"), {Status::Bad, *why, {}, {}, false});
}

QLineEdit *ServerKeySheet::addPin(const QString &label, const char *name, QLabel *&trouble)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(QStringLiteral("sha256//"));
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setMaxLength(200);
    body()->addWidget(labelled(label, edit));
    trouble = plainLabel(this);
    trouble->setObjectName(QLatin1String(name) + QStringLiteral("Trouble"));
    trouble->setWordWrap(true);
    body()->addWidget(trouble);
    return edit;
}

QStringList ServerKeySheet::pins() const
{
    QStringList all;
    for (const QLineEdit *edit : {m_pin, m_spare}) {
        if (const QString pin = edit->text().trimmed(); !pin.isEmpty())
            all.append(pin);
    }
    return all;
}

QString ServerKeySheet::troubleOf(const QLineEdit *pin) const
{
    const QString text = pin->text().trimmed();
    if (!text.isEmpty() && !m_isPin(text))
        return tr("This is no pin: it is “sha256//” and 44 characters, the last of them “=”. Copy it as your "
                  "administrator wrote it.");
    if (pin == m_spare && !text.isEmpty() && text == m_pin->text().trimmed())
        return tr("The spare is the pin of another key. Leave it empty where there is none.");
    if (pin == m_spare && !text.isEmpty() && m_pin->text().trimmed().isEmpty())
        return tr("A spare stands beside a pin: write the pin of the key in use above.");
    return {};
}

void ServerKeySheet::refresh()
{
    bool good = true;
    for (const auto &[edit, label] : {std::pair{m_pin, m_pinTrouble}, std::pair{m_spare, m_spareTrouble}}) {
        const QString trouble = troubleOf(edit);
        label->setText(trouble);
        label->setVisible(!trouble.isEmpty());
        edit->setAccessibleDescription(trouble);
        setStyled(edit, "invalid", !trouble.isEmpty());
        good = good && trouble.isEmpty();
    }
    const bool changes = m_state.may == May::Ask && !m_state.pins.isEmpty() && pins() != m_state.pins;
    const bool none = pins().isEmpty();
    const QString why = none ? whyNotEmpty() : QString();
    m_good = good && why.isEmpty() && m_state.may != May::Look;
    m_means->setText(meaning());
    m_take->setWords(none ? tr("Go without a pin") : tr("Use these keys"),
                     none ? tr("Trust any such server") : tr("Trust these keys alone"),
                     !changes ? QString()
                     : none   ? tr("What is on this laptop then goes to every server whose certificate this computer "
                                     "can check, also where somebody on the way has got one. Do that only when your "
                                     "administrator has told you so.")
                              : tr("What is on this laptop then goes to whoever has one of these keys. Take them from "
                                     "your administrator alone, never from what a server shows."));
    m_take->setRole(changes && none ? QStringLiteral("danger") : QStringLiteral("primary"));
    m_take->setReady(m_good, why);
}

/// Why a pin has to stand here; empty: none has to.
QString ServerKeySheet::whyNotEmpty() const
{
    if (m_state.notTrusted == QLatin1String("tls.pin"))
        return tr("The server has just shown another key, and without a pin this laptop would trust it. So one has to "
                  "stand here: ask your administrator for the new pin.");
    if (m_state.may == May::ChangePin)
        return tr(
            "What was set here cannot be read as a pin. So one has to stand here: ask your administrator for it.");
    return {};
}

QString ServerKeySheet::meaning() const
{
    if (m_state.may == May::Look)
        return tr("Somebody works on this laptop already. So that nobody who stands before it can turn it to another "
                  "server, its keys are set and changed only when it is unlocked: “Keys of the server” in the "
                  "account’s menu.");
    if (!pins().isEmpty())
        return tr("A server that shows another key is not spoken to, whatever its certificate says.");
    const QString why = whyNotEmpty();
    return !why.isEmpty() ? why
                          : tr("Without a pin, every server is trusted whose certificate this computer can check.");
}

/// By Enter in a field: what has to be asked is asked.
void ServerKeySheet::take()
{
    if (m_good)
        m_take->press();
}

void ServerKeySheet::chose()
{
    const QStringList all = pins();
    close();
    Q_EMIT chosen(all);
}

} // namespace markaz::ui
