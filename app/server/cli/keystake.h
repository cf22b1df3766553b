// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/administration.h"
#include "app/server/cli/command.h"
#include "core/security/issuerkeys.h"

namespace markaz::server {

/// What a set that stands asks of the data folder: a key that was made for it is taken up, and what revoked ones had
/// signed, and ones that were retired as of a day that was over, is signed anew, be they ended by an earlier set: that
/// one's command may have been killed before this. What the command ends with.
int settleKeys(Administration &administration, const IssuerKeys &now);

/// After a restore: the newer set of keys and list of revoked certificates that a laptop, a saved answer of the server
/// or a data folder holds (store/afterrestore.h).
class KeysTakeCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("keys take"); }
    QString summary() const override
    {
        return QStringLiteral("Takes back, after a restore, what laptops know of keys and revocations.");
    }
    QString operands() const override { return QStringLiteral(" [FILE...]"); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
