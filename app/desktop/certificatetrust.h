// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/syncstaterepository.h"
#include "core/workflow/verifycode.h"

namespace markaz::desktop {

/// What the syncs of one account brought to verify certificates with; nothing of it is sealed. The errors of TrustData.
Result<CertificateTrust> certificateTrust(SyncStateRepository &state);

/// The same of an account of a profile that nobody has unlocked; \p account empty: the profile's last one. NotFound
/// (`where` what is missing) where it holds nothing; looking makes nothing.
Result<CertificateTrust> trustOfProfile(const QString &folder, const QString &account);

/// From files, as GET /public/keys and GET /public/revocations gave them; \p listFile empty: no list. Each has to be
/// signed as the server's are; `where` is the file that is not, or cannot be read.
Result<CertificateTrust> trustOfFiles(const QString &keysFile, const QString &listFile);

} // namespace markaz::desktop
