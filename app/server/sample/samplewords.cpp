// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplewords.h"

namespace markaz::server::sample {

const Words &words()
{
    const auto list = [](const char *text) { return QString::fromUtf8(text).split(QLatin1Char('|')); };
    static const Words all{list("Adeel|Ahmed|Aisha|Ali|Amna|Anum|Asad|Asif|Ayesha|Babar|Bilal|Bushra|Danish|Erum|"
                                "Faisal|Farah|Fatima|Hamza|Haris|Hina|Imran|Iqra|Javed|Kamran|"
                                "Khadija|Komal|Maham|Mahnoor|Maryam|Mehwish|Nadia|Naveed|Noman|Omar|Rabia|Rehan|Saad|"
                                "Sadia|Saima|Salman|Sana|Shazia|Sidra|Tahir|Usman|Waqas|"
                                "Yasir|Zainab|Zeeshan"),
                           list("Abbasi|Ahmad|Akhtar|Ansari|Aslam|Awan|Baig|Baloch|Bangash|Bhatti|Butt|Chaudhry|Dar|"
                                "Gill|Gilani|Hashmi|Hussain|Iqbal|Jamali|Janjua|Kakar|Kazmi|"
                                "Khan|Khattak|Lodhi|Magsi|Mahmood|Malik|Memon|Mengal|Mirza|Mughal|Niazi|Qureshi|Rajput|"
                                "Raza|Rind|Shah|Sheikh|Siddiqui|Soomro|Tareen|Yousafzai|Zaidi"),
                           list("Indus|Chenab|Ravi|Kirthar|Margalla|Sulaiman|Karakoram|Crescent|Jasmine|Markhor|Deodar|"
                                "Falcon|Sunrise|National|United|Universal|Continental|Pioneer"),
                           list("Canal|Railway|Station|Mall|Cantonment|Garden|Bridge|Market|Ghanta "
                                "Ghar|College|Hospital|Stadium|Circular|Ring|Airport|Bypass|Fort|Lake|Model Town|"
                                "Satellite Town|Civil Lines|Old City|Grain Market|Clock Tower|Kutchery|Sabzi "
                                "Mandi|Lari Adda|GT|Industrial|Eidgah"),
                           list("Office Floor|Plaza|Godown|Textile Mill|Flour Mill|Cinema|Wedding Hall|Shopping "
                                "Arcade|Warehouse|School Block|Hostel|Bank Branch|Exchange|Press Works|"
                                "Cotton Ginnery|Cold Store|Showroom|Guest House|Library|Workshop|Tannery|Ice "
                                "Factory|Call Centre|Union Council Office"),
                           list("Road|Street|Chowk|Bazaar|Colony|Link Road|Avenue"),
                           list("Seen again after the owner was told; not mended yet.|The owner says that it will be "
                                "done next month.|Measured twice, the same each time.|"
                                "Photo shows the place.|Parts have been ordered.|Only the ground floor was ready.|The "
                                "guard had no key for this room.|Temporary; the drawing shows another."),
                           list("The photo of the main switch board is missing.|The seats do not add up to the "
                                "drawing.|Measure the stairs again, please.|Two expiry dates cannot be read.|"
                                "Say which exit was locked."),
                           list("The answers and the photos agree.|Complete, and measured twice where it was close.|"
                                "What was asked for the last time is shown.|Nothing contradicts the drawing."),
                           list("The visit was not possible, and the report says why.|To be visited again.")};
    return all;
}

} // namespace markaz::server::sample
