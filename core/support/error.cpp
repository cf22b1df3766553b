// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"

namespace markaz {

QString token(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidValue:
        return QStringLiteral("invalid_value");
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::NotAllowed:
        return QStringLiteral("not_allowed");
    case ErrorCode::WrongState:
        return QStringLiteral("wrong_state");
    case ErrorCode::Exists:
        return QStringLiteral("exists");
    case ErrorCode::Incomplete:
        return QStringLiteral("incomplete");
    case ErrorCode::StorageBusy:
        return QStringLiteral("storage_busy");
    case ErrorCode::StorageFull:
        return QStringLiteral("storage_full");
    case ErrorCode::StorageCorrupt:
        return QStringLiteral("storage_corrupt");
    case ErrorCode::StorageFailed:
        return QStringLiteral("storage_failed");
    case ErrorCode::StorageTooNew:
        return QStringLiteral("storage_too_new");
    case ErrorCode::NetworkUnreachable:
        return QStringLiteral("network_unreachable");
    case ErrorCode::NetworkTimeout:
        return QStringLiteral("network_timeout");
    case ErrorCode::NotOurServer:
        return QStringLiteral("not_our_server");
    case ErrorCode::NotTrusted:
        return QStringLiteral("not_trusted");
    case ErrorCode::Unauthenticated:
        return QStringLiteral("unauthenticated");
    case ErrorCode::Refused:
        return QStringLiteral("refused");
    case ErrorCode::TooLarge:
        return QStringLiteral("too_large");
    case ErrorCode::Malformed:
        return QStringLiteral("malformed");
    case ErrorCode::Tampered:
        return QStringLiteral("tampered");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace markaz
