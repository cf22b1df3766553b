// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/accountactions.h"
#include "app/server/cli/accountcommands.h"
#include "app/server/cli/auditcommand.h"
#include "app/server/cli/auditlistcommands.h"
#include "app/server/cli/backupcommands.h"
#include "app/server/cli/devicecommands.h"
#include "app/server/cli/importcommand.h"
#include "app/server/cli/keyscommands.h"
#include "app/server/cli/keystake.h"
#include "app/server/cli/quarantinecommand.h"
#include "app/server/cli/routescommand.h"
#include "app/server/cli/samplecommand.h"
#include "app/server/cli/servecommand.h"
#include "app/server/cli/standardcommands.h"

namespace markaz::server {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<AccountAddCommand>());
    commands.push_back(std::make_unique<AccountListCommand>());
    commands.push_back(std::make_unique<AccountCodeCommand>());
    commands.push_back(std::make_unique<AccountScopeCommand>());
    commands.push_back(std::make_unique<AccountPasswordCommand>());
    commands.push_back(std::make_unique<AccountStateCommand>(false));
    commands.push_back(std::make_unique<AccountStateCommand>(true));
    commands.push_back(std::make_unique<DeviceListCommand>());
    commands.push_back(std::make_unique<DeviceRevokeCommand>());
    commands.push_back(std::make_unique<KeysListCommand>());
    for (const auto change :
         {KeysChangeCommand::Change::Rotate, KeysChangeCommand::Change::Certify, KeysChangeCommand::Change::Retire,
          KeysChangeCommand::Change::Revoke, KeysChangeCommand::Change::NewRoot})
        commands.push_back(std::make_unique<KeysChangeCommand>(change));
    commands.push_back(std::make_unique<KeysSignCommand>());
    commands.push_back(std::make_unique<KeysAcceptCommand>());
    commands.push_back(std::make_unique<KeysTakeCommand>());
    commands.push_back(std::make_unique<ImportBuildingsCommand>());
    commands.push_back(std::make_unique<StandardCheckCommand>());
    commands.push_back(std::make_unique<StandardImportCommand>());
    commands.push_back(std::make_unique<SampleCommand>());
    commands.push_back(std::make_unique<BackupCommand>());
    commands.push_back(std::make_unique<RestoreCommand>());
    commands.push_back(std::make_unique<VerifyAuditCommand>());
    commands.push_back(std::make_unique<AuditListCommand>());
    commands.push_back(std::make_unique<AuditExportCommand>());
    commands.push_back(std::make_unique<QuarantineCommand>());
    commands.push_back(std::make_unique<RoutesCommand>());
    return commands;
}

} // namespace markaz::server
