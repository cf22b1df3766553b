// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/password.h"
#include "core/security/secretkey.h"

namespace markaz {

/// What lies where a laptop's data key is kept.
enum class KeyFileForm {
    Missing,
    Plain,   ///< "MKZKEY1": the key as it is, from before there were passphrases; see wrapPlainKey()
    Wrapped, ///< "MKZKEY2"
};
/// By its first line and its length. Malformed when it is neither, StorageFailed when it cannot be read; `where` is the
/// path.
Result<KeyFileForm> keyFileForm(const QString &path);

/// The data key, and the key that wraps it in its file: what a keyring may remember in the passphrase's place.
struct OpenedKey
{
    SecretKey data;
    SecretKey wrapping;
};

/// A passphrase is as long as a password (checkPassword); `where` = "passphrase".
Result<void> checkPassphrase(const QString &passphrase);

/// Makes a data key and its file (0600), wrapped by \p passphrase. InvalidValue for a passphrase that is too short,
/// Exists when there is a key already: none is ever overwritten.
Result<OpenedKey> createWrappedKey(const QString &path, const QString &passphrase, const PasswordCost &cost = {});

/// The same for a data key that is in use already; gives the wrapping key.
Result<SecretKey> keepWrapped(const QString &path, const SecretKey &data, const QString &passphrase,
                              const PasswordCost &cost = {});

/// Unauthenticated: another passphrase. Malformed: no such key file, or a cost outside what this program pays.
/// Tampered: damaged. NotFound, StorageFailed. Takes as long as the file's cost says.
Result<OpenedKey> openWrappedKey(const QString &path, const QString &passphrase);
/// With the wrapping key itself; at once. Unauthenticated when the passphrase was changed since.
Result<SecretKey> openWrappedKeyWith(const QString &path, const SecretKey &wrapping);

/// Wraps the same data key anew. A kill at any moment leaves a file that opens with the old passphrase or with the new.
Result<OpenedKey> changePassphrase(const QString &path, const QString &current, const QString &next,
                                   const PasswordCost &cost = {});
/// Takes a Plain file over: the same data key, wrapped; the plain bytes are overwritten. WrongState unless it is Plain.
Result<OpenedKey> wrapPlainKey(const QString &path, const QString &passphrase, const PasswordCost &cost = {});

} // namespace markaz
