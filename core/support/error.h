// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz {

/// What went wrong, as a stable token. The sentence for a person is made in ui/text; these never reach the screen.
enum class ErrorCode {
    InvalidValue,       ///< a value breaks its own rule; `where` names the field or path
    NotFound,           ///< no such record
    NotAllowed,         ///< the role, the scope or the separation of duties forbids it
    WrongState,         ///< the record's state forbids it
    Exists,             ///< another record holds this unique value
    Incomplete,         ///< something required is missing
    StorageBusy,        ///< the database is locked by another process
    StorageFull,        ///< no space left
    StorageCorrupt,     ///< the file is not a database or fails its check
    StorageFailed,      ///< any other database error
    StorageTooNew,      ///< the file was written by a newer program
    NetworkUnreachable, ///< no connection, or it broke
    NetworkTimeout,
    NotOurServer,    ///< an answer that no Markaz server gives (captive portal, HTML, wrong address)
    NotTrusted,      ///< TLS: it did not prove that it is the server; `where` says why (core/sync/httptransport.h)
    Unauthenticated, ///< wrong name or password, or the session has ended
    Refused,         ///< the server understood and refused; detail holds its code
    TooLarge,
    Malformed, ///< bytes that do not decode
    Tampered,  ///< a signature or a seal does not verify
    Internal,
};

/// Stable lower-case token of \p code, for logs and the wire.
QString token(ErrorCode code);

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail; ///< for logs and experts: English, one line
    QString where;  ///< field name, JSON path or file path; empty when there is none
};

} // namespace markaz
