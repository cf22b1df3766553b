// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The ids of the desk's pages, as the frame knows them.
namespace markaz::ui::page {

inline const QString kWork = QStringLiteral("work");
inline const QString kBuildings = QStringLiteral("buildings");
inline const QString kForm = QStringLiteral("building-form");
inline const QString kImport = QStringLiteral("building-import");
inline const QString kInspections = QStringLiteral("inspections");
inline const QString kAssignments = QStringLiteral("assignments");
inline const QString kFindings = QStringLiteral("findings");
inline const QString kAppeals = QStringLiteral("appeals");
inline const QString kCentres = QStringLiteral("centres");
inline const QString kMonthImport = QStringLiteral("month-import");
inline const QString kCentre = QStringLiteral("centre");
inline const QString kLoans = QStringLiteral("loans");
inline const QString kLoan = QStringLiteral("loan");
inline const QString kScenario = QStringLiteral("scenario");
inline const QString kDemand = QStringLiteral("demand");
inline const QString kDemandImport = QStringLiteral("demand-import");
inline const QString kPolicy = QStringLiteral("policy");
inline const QString kInspection = QStringLiteral("inspection");
inline const QString kSubmit = QStringLiteral("submit");
inline const QString kVisit = QStringLiteral("visit");
inline const QString kReview = QStringLiteral("review");
inline const QString kCertificate = QStringLiteral("certificate");
inline const QString kDashboard = QStringLiteral("dashboard");
inline const QString kFigureRows = QStringLiteral("figure-rows");
inline const QString kAccounts = QStringLiteral("accounts");
inline const QString kStandards = QStringLiteral("standards");
inline const QString kAudit = QStringLiteral("audit");
inline const QString kSync = QStringLiteral("sync");
inline const QString kVerify = QStringLiteral("verify");
inline const QString kPassphrase = QStringLiteral("passphrase");
inline const QString kPassword = QStringLiteral("password");

} // namespace markaz::ui::page
