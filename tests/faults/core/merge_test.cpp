// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/core/game.h"
#include "tests/faults/faultsize.h"

using namespace markaz;
using namespace markaz::test;

namespace {

void playOne(quint64 seed, std::vector<Fault> faults)
{
    Game game(seed, std::move(faults));
    game.play(30);
    game.calm();
    game.check();
}

} // namespace

TEST(MergeProperties, clientsOfflineOnTheSameRecords_convergeAndOverwriteNothing)
{
    FaultRow("merge-properties", "seeds", 200, 10'000).run([](quint32 seed) {
        playOne(seed,
                {Fault::Timeout, Fault::Unreachable, Fault::LostReply, Fault::Doubled, Fault::Html200, Fault::Redirect,
                 Fault::BadGateway, Fault::CutGzip, Fault::CutJson, Fault::WrongNonce, Fault::WrongInstance,
                 Fault::Busy, Fault::Unauthorized, Fault::TooLarge, Fault::ServerError, Fault::Gone});
    });
}

TEST(BrokenReplies, doubledReorderedDelayedCutAndFlipped_loseNothing)
{
    FaultRow("broken-replies", "seeds", 200, 10'000).run([](quint32 seed) {
        playOne(seed, {Fault::Doubled, Fault::LostReply, Fault::Late, Fault::Late, Fault::Slow, Fault::Slow,
                       Fault::CutGzip, Fault::CutJson, Fault::Flipped, Fault::Flipped, Fault::Flipped, Fault::Flipped});
    });
}

TEST(Clocks, yearsApartAndJumping_decideNothing)
{
    FaultRow("clocks", "seeds", 5, 2'000).run([](quint32 seed) {
        Game game(seed, {Fault::Unreachable, Fault::LostReply}, Game::ServerDisk::Quick, Game::Clocks::Apart);
        game.play(60);
        game.calm();
        game.check();
    });
}
