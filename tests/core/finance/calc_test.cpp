// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// LibreOffice Calc, run without a window, as another hand. It reckons in floating point and rounds nothing, so what may
// lie between the two is worked out month by month from what we round: no figure is merely near.
#include "core/finance/amortisation.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

namespace markaz {
namespace {

const QList<LoanTerms> &loans()
{
    static const QList<LoanTerms> all{
        {Paisa::rupees(10'000'000), 2'250, 60, 0},  // the cap, as dear as KIBOR was
        {Paisa::rupees(10'000'000), 1'200, 60, 12}, // a year of grace
        {Paisa::rupees(10'000'000), 1'450, 24, 6},
        {Paisa::rupees(3'500'000), 1'799, 84, 3},
        {Paisa::rupees(999'999), 1, 120, 0},
        {Paisa{1'234'567'89}, 10'000, 36, 1},
        {Paisa{100'000}, 1'200, 3, 0},
        {Paisa::rupees(50'000), 825, 1, 0},
    };
    return all;
}

/// One row a month: Calc's payment, interest and principal.
QByteArray sheet()
{
    QByteArray rows;
    for (const LoanTerms &loan : loans()) {
        const int months = loan.tenorMonths - loan.graceMonths;
        for (int month = 1; month <= months; ++month) {
            const QByteArray rate = QByteArray::number(loan.markupBp) + "/120000;";
            const QByteArray rest = QByteArray::number(months) + ";-" + QByteArray::number(loan.principal.value) + ")";
            const QByteArray per = QByteArray::number(month) + ";";
            rows += "<table:table-row>";
            for (const QByteArray &formula :
                 {"PMT(" + rate + rest, "IPMT(" + rate + per + rest, "PPMT(" + rate + per + rest})
                rows += "<table:table-cell table:formula=\"of:=" + formula + "\"/>";
            rows += "</table:table-row>";
        }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
           "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.2\" "
           "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>"
           "<table:table table:name=\"Loans\">" +
           rows + "</table:table></office:spreadsheet></office:body></office:document>";
}

TEST(LibreOfficeCalc, pmtIpmtAndPpmt_areWhatASchedulePays)
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty())
        GTEST_SKIP() << "LibreOffice (soffice) is not installed";
    QTemporaryDir folder;
    ASSERT_TRUE(folder.isValid());
    QFile file(folder.filePath(QStringLiteral("loans.fods")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(sheet());
    file.close();
    QProcess process;
    process.start(office, {QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("profile")),
                           QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                           // Comma, quote, UTF-8, from the first line; numbers in English, bare, as they are and not as
                           // they are shown.
                           QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false"),
                           QStringLiteral("--outdir"), folder.path(), file.fileName()});
    ASSERT_TRUE(process.waitForFinished(240'000)) << qPrintable(process.errorString());
    QFile answer(folder.filePath(QStringLiteral("loans.csv")));
    ASSERT_TRUE(answer.open(QIODevice::ReadOnly)) << process.readAllStandardError().toStdString();
    const QList<QByteArray> lines = answer.readAll().trimmed().split('\n');

    qsizetype line = 0;
    for (const LoanTerms &loan : loans()) {
        const auto schedule = amortise(loan);
        ASSERT_TRUE(schedule);
        const double rate = loan.markupBp / 120'000.0;
        const int months = loan.tenorMonths - loan.graceMonths;
        ASSERT_LE(line + months, lines.size()) << "a row for each month";
        // Ours is rounded up to the paisa that clears the loan, and half a paisa of a month's interest more or less is
        // as much in an instalment.
        constexpr double kInstalment = 1.5;
        constexpr double kFloating = 1e-3; // Calc prints fifteen digits
        double balance = 0;                // that the two may differ by, before the month
        for (int month = 1; month <= months; ++month) {
            const QList<QByteArray> cells = lines[line++].split(',');
            ASSERT_EQ(cells.size(), 3) << lines[line - 1].toStdString();
            const Instalment &ours = schedule->at(loan.graceMonths + month - 1);
            const double interest = 0.5 + rate * balance + kFloating;
            if (month < months) { // the last takes the rounding
                EXPECT_NEAR(static_cast<double>(ours.payment().value), cells[0].toDouble(), kInstalment);
            }
            EXPECT_NEAR(static_cast<double>(ours.interest.value), cells[1].toDouble(), interest) << month;
            EXPECT_NEAR(static_cast<double>(ours.principal.value), cells[2].toDouble(),
                        month < months ? interest + kInstalment : balance + kInstalment)
                << month;
            balance += interest + kInstalment;
        }
    }
    EXPECT_EQ(line, lines.size());
}

} // namespace
} // namespace markaz
