// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the computer's keyring and the passphrase page have to do with each other.
#include "app/desktop/desktopapp.h"

#include "core/support/log.h"
#include "ui/pages/door/unlockpage.h"

namespace markaz::desktop {

/// Only at the start: a lock that the person asked for, or that came by itself, is not undone by the computer.
void DesktopApp::askKeyring()
{
    if (m_unlock == nullptr || !m_lock->keyringRemembers())
        return;
    m_keyring->read(m_lock->keyringName(), [this, page = m_unlock](Result<QByteArray> answer) {
        if (page != m_unlock) // typed meanwhile, or another account
            return;
        if (!answer) {
            qCInfo(lcUi) << "the keyring does not help:" << answer.error().detail;
            return;
        }
        const auto wrapping = SecretKey::fromBytes(*answer);
        auto key = wrapping ? openWrappedKeyWith(m_lock->keyPath(), *wrapping) : wrapping.error();
        if (key)
            return proceed(std::move(key).value());
        qCInfo(lcUi) << "the keyring's key opens nothing:" << key.error().detail;
        if (key.error().code == ErrorCode::Unauthenticated || key.error().code == ErrorCode::InvalidValue)
            forgetInKeyring(); // of an older passphrase
    });
}

void DesktopApp::remember(const SecretKey &wrapping)
{
    const QByteArray secret(reinterpret_cast<const char *>(wrapping.data()), SecretKey::kSize);
    m_keyring->write(m_lock->keyringName(), secret, [this, lock = *m_lock](const Result<void> &written) mutable {
        const auto noted = written ? lock.setKeyringRemembers(true) : written;
        if (m_desk && noted)
            m_desk->setKeyring(true);
        if (noted)
            return;
        qCInfo(lcUi) << "the keyring did not take the key:" << noted.error().detail;
        tell(QStringLiteral("keyring"), {ui::Status::Warn,
                                         {tr("This computer’s keyring did not take the passphrase."),
                                          tr("Markaz works as before and asks for the passphrase at each start."),
                                          tr("See that a keyring (KWallet or GNOME Keyring) runs, then try again.")},
                                         {},
                                         {},
                                         true});
    });
}

void DesktopApp::forgetInKeyring()
{
    // First the note: then the keyring is not asked, whatever it still holds.
    if (auto noted = m_lock->setKeyringRemembers(false); !noted)
        return say(noted.error());
    if (m_desk)
        m_desk->setKeyring(false);
    m_keyring->remove(m_lock->keyringName(), [](const Result<void> &removed) {
        if (!removed)
            qCWarning(lcUi) << "the keyring did not remove the key:" << removed.error().detail;
    });
}

void DesktopApp::changePassphrase(const QString &current, const QString &next)
{
    if (m_known.isPassword(next)) {
        if (m_desk)
            m_desk->passphraseChanged(makeError(ErrorCode::InvalidValue, QStringLiteral("it is the password"),
                                                QStringLiteral("passphrase.password")),
                                      m_lock->wait());
        return;
    }
    auto changed = m_lock->change(current, next);
    if (changed)
        m_known.notePassphrase(next);
    if (changed && m_lock->keyringRemembers())
        remember(changed->wrapping);
    if (m_desk)
        m_desk->passphraseChanged(changed ? Result<void>() : changed.error(), m_lock->wait());
}

} // namespace markaz::desktop
