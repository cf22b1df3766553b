// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/filerepository.h"
#include "core/storage/loanrepository.h"
#include "core/storage/scoperepository.h"
#include "tests/core/workflow/loansfixture.h"
#include "tests/support/samplefiles.h"

namespace markaz::test {
namespace {

const QByteArray kPdf = QByteArrayLiteral("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

class LoanFiles : public LoansTest
{
protected:
    LoanDocuments documents() { return LoanDocuments(*m_workspace); }
    Result<Evidence> attach(const Actor &actor, const QString &loan, const char *name, const QByteArray &bytes,
                            const QString &caption = {})
    {
        auto file = checkFile(contentStoreOf(*m_workspace), writeFile(m_dir.filePath(QLatin1String(name)), bytes));
        if (!file)
            return file.error();
        return documents().attach(actor, loan, std::move(file).value(), caption);
    }
};

TEST_F(LoanFiles, documentIsKeptQueuedAndListed)
{
    const QString id = recorded(home());
    const auto made = attach(m_chief, id, "letter.pdf", kPdf, QStringLiteral(" The bank's letter "));
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(made->loanId(), id);
    EXPECT_EQ(made->inspectionId(), QString());
    EXPECT_EQ(text(Entity::Evidence, made->id(), "caption"), QStringLiteral("The bank's letter"));
    EXPECT_TRUE(contentStoreOf(*m_workspace).has(made->sha256()));
    const QList<EvidenceRow> rows = documents().of(id).value();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.first().id, made->id());
    EXPECT_FALSE(rows.first().received);
    EXPECT_EQ(FileRepository(*m_database).list()->size(), 1);
    EXPECT_TRUE(LoanRepository(*m_database).row(id)->owed);
    const auto placed = ScopeRepository(*m_database).everything().value();
    EXPECT_TRUE(std::any_of(placed.begin(), placed.end(), [&](const PlacedRecord &record) {
        return record.id == made->id() && record.province == cityOf("LHE").province;
    }));
    const auto twice = attach(m_chief, id, "again.pdf", kPdf);
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.error().code, ErrorCode::Exists);
    const auto kept = loans().remove(m_chief, id);
    EXPECT_EQ(kept.error().where, QStringLiteral("loan.documents")) << "the server would not take it";
    ASSERT_TRUE(documents().remove(m_chief, made->id()).ok());
    EXPECT_TRUE(documents().of(id)->isEmpty());
    EXPECT_TRUE(FileRepository(*m_database).list()->isEmpty());
}

TEST_F(LoanFiles, nobodyButAnOfficerOfTheProvince_attachesOrRemoves)
{
    const QString id = recorded(home());
    const auto made = attach(m_chief, id, "letter.pdf", kPdf);
    ASSERT_TRUE(made.ok());
    for (const Actor &who : {m_me, m_auditor, m_admin, elsewhere(m_chief)}) {
        const auto refused = attach(who, id, "photo.jpg", jpegHead("late"));
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
        const auto stays = documents().remove(who, made->id());
        ASSERT_FALSE(stays.ok());
        EXPECT_EQ(stays.error().code, ErrorCode::NotAllowed);
    }
    EXPECT_EQ(documents().of(id)->size(), 1);
}

TEST_F(LoanFiles, whatIsOver_keepsItsDocuments)
{
    const QString id = recorded(home());
    const auto made = attach(m_chief, id, "letter.pdf", kPdf);
    ASSERT_TRUE(made.ok());
    moved(id, LoanStep::Apply);
    moved(id, LoanStep::Decline, QStringLiteral("No deed."));
    const auto stays = documents().remove(m_chief, made->id());
    ASSERT_FALSE(stays.ok());
    EXPECT_EQ(stays.error().code, ErrorCode::WrongState);
    const auto late = attach(m_chief, id, "photo.jpg", jpegHead("late"));
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, ErrorCode::WrongState);
}

} // namespace
} // namespace markaz::test
