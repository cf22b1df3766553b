// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/knownsecrets.h"

#include "core/security/password.h"

#include <utility>

namespace markaz::desktop {
namespace {

/// A hundredth of a second and more: it lies in memory, beside the key that the passphrase opens.
constexpr PasswordCost kCost{1, 8ULL * 1024 * 1024};

/// Empty where there is none, or no memory for it: then nothing is refused.
QString hashOf(const QString &text)
{
    const auto hash = hashPassword(text, kCost);
    return hash ? *hash : QString();
}

bool fits(const QString &text, const QString &hash)
{
    return !hash.isEmpty() && !text.isEmpty() && verifyPassword(text, hash);
}

} // namespace

void KnownSecrets::notePassword(const QString &password)
{
    m_password = hashOf(password);
    m_tried.clear();
}

void KnownSecrets::noteTriedPassword(const QString &password)
{
    m_tried = hashOf(password);
}

void KnownSecrets::noteTaken()
{
    if (!m_tried.isEmpty())
        m_password = std::exchange(m_tried, {});
}

void KnownSecrets::noteRefused()
{
    m_tried.clear();
}

void KnownSecrets::notePassphrase(const QString &passphrase)
{
    m_passphrase = hashOf(passphrase);
}

bool KnownSecrets::isPassword(const QString &text) const
{
    return fits(text, m_password) || fits(text, m_tried);
}

bool KnownSecrets::isPassphrase(const QString &text) const
{
    return fits(text, m_passphrase);
}

void KnownSecrets::forget()
{
    m_password.clear();
    m_tried.clear();
    m_passphrase.clear();
}

} // namespace markaz::desktop
