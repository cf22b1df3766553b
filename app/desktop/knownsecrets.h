// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz::desktop {

/// What was typed since the laptop was unlocked as the account's password and as the laptop's passphrase, so that
/// neither becomes the other: whoever learns the one must not have the other. Of both only an Argon2id hash is held, in
/// memory, until forget(). What was not typed here is not known, and then nothing is refused.
/// 2026-11-29: a password that the server has not answered about counts beside the one that it took, and takes its
/// place only with the answer: a mistyped one must not make the right one be forgotten.
class KnownSecrets
{
public:
    void notePassword(const QString &password);      ///< the server took it
    void noteTriedPassword(const QString &password); ///< it is asked about
    void noteTaken();                                ///< the one that it was asked about last
    void noteRefused();
    void notePassphrase(const QString &passphrase);
    bool isPassword(const QString &text) const;
    bool isPassphrase(const QString &text) const;
    void forget(); ///< the laptop is locked, or left, or another account's

private:
    QString m_password;
    QString m_tried;
    QString m_passphrase;
};

} // namespace markaz::desktop
