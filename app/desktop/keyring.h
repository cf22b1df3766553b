// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace markaz::desktop {

/// The computer's own keeper of secrets, where there is one. Every answer comes later, in the caller's thread, once;
/// where no keyring answers it is an error, or never comes, so nobody waits for it. No answer comes after the keyring
/// is destroyed.
class Keyring
{
public:
    using Read = std::function<void(Result<QByteArray>)>;
    using Done = std::function<void(Result<void>)>;
    virtual ~Keyring() = default;
    /// NotFound: it has nothing of this name.
    virtual void read(const QString &name, Read answer) = 0;
    virtual void write(const QString &name, const QByteArray &secret, Done answer) = 0;
    /// What is not there is removed already.
    virtual void remove(const QString &name, Done answer) = 0;
};

/// KWallet or the Secret Service, whichever the desktop has (QtKeychain). Nothing is asked before the first call.
std::unique_ptr<Keyring> desktopKeyring();

} // namespace markaz::desktop
