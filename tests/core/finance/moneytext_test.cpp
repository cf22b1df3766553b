// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/moneytext.h"

#include <gtest/gtest.h>

using namespace markaz;

namespace {

constexpr qint64 kMost = 100'000'000; // Rs 1 million

} // namespace

TEST(MoneyText, amountsAreReadAsPeopleWriteThem)
{
    for (const auto &[text, paisa] : {std::pair<const char *, qint64>{"3500", 350'000},
                                      {"3,500", 350'000},
                                      {" 3500.5 ", 350'050},
                                      {"3500.05", 350'005},
                                      {"Rs 3,500", 350'000},
                                      {"Rs. 3,500.50", 350'050},
                                      {"pkr 3500", 350'000},
                                      {"US$ 1,250.50", 125'050},
                                      {"1,00,000", 10'000'000}, // one lakh
                                      {"۳٬۵۰۰", 350'000},
                                      {"۳۵۰۰٫۵", 350'050},
                                      {"0", 0},
                                      {"1000000", kMost}}) {
        const auto read = parseMoney(QString::fromUtf8(text), kMost);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, paisa) << text;
    }
}

TEST(MoneyText, whatIsNoAmount_isNone)
{
    for (const char *text : {"", " ", "Rs", "-5", "3.500.00", "3500.555", "35,00", "3,5", ",500", "3500,", "3 500",
                             "1e3", "0x10", "3500 Rs", "three", "1000000.01", "99999999999999999999", "3500\n4"})
        EXPECT_FALSE(parseMoney(QString::fromUtf8(text), kMost)) << text;
}
