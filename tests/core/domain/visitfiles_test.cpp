// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/visitfiles.h"

#include <gtest/gtest.h>

using namespace markaz;

namespace {

const QString kPhoto = QStringLiteral("photo");
const QString kDocument = QStringLiteral("document");
const QString kSignature = QStringLiteral("signature");
const QString kDoor = QStringLiteral("C-02");
const QString kRoof = QStringLiteral("C-03");

} // namespace

TEST(VisitFiles, ownFiles_allCount)
{
    EXPECT_EQ(restsOn({{1, kDoor, kPhoto, false}, {1, kDoor, kPhoto, true}, {1, {}, kSignature, false}}, 1),
              (QList<bool>{true, true, true}));
    EXPECT_EQ(restsOn({}, 3), QList<bool>());
}

TEST(VisitFiles, earlierOneThatNeverCame_countsWhereNothingNewerStands)
{
    const QList<VisitFile> files{{1, kDoor, kPhoto, false},    // taken again
                                 {1, kDoor, kDocument, false}, // another kind
                                 {1, kRoof, kPhoto, false},    // another item
                                 {1, {}, kDocument, false},    // of the visit as a whole
                                 {2, kDoor, kPhoto, false}};
    EXPECT_EQ(restsOn(files, 2), (QList<bool>{false, true, true, true, true}));
}

TEST(VisitFiles, earlierOneThatCame_countsBesideNewerOnes)
{
    EXPECT_EQ(restsOn({{1, kDoor, kPhoto, true}, {2, kDoor, kPhoto, true}}, 2), (QList<bool>{true, true}));
}

TEST(VisitFiles, anyLaterRevision_standsInThePlaceOfOneBefore)
{
    // The third has nothing at the door: it rests on what the second showed there, and not on the first.
    EXPECT_EQ(restsOn({{1, kDoor, kPhoto, false}, {2, kDoor, kPhoto, false}, {3, kRoof, kPhoto, false}}, 3),
              (QList<bool>{false, true, true}));
}

TEST(VisitFiles, earlierSignatures_areGivenAnew)
{
    EXPECT_EQ(restsOn({{1, {}, kSignature, true}, {2, {}, kSignature, false}}, 2), (QList<bool>{false, true}));
    EXPECT_EQ(restsOn({{1, {}, kSignature, false}}, 2), QList<bool>{false});
}
