#pragma once

#include <string>
#include <string_view>

namespace pages {

/// The date that a page of an edition (tag) shows, ISO; empty where the text holds none. Days and years in
/// digits of any script, months by number or by name in the edition's language or in English (ICU), in the
/// calendar that the edition prints: Gregorian; Solar Hijri for fa, prs, ps; Ethiopian for am. Other words
/// around them (names of days, authors glued to the day) are passed over.
///
///     fa  "۱۳۹۴ شهریور ۹, دوشنبه"   ->  2015-08-31
///     am  "ጥቅምት 19 2011"            ->  2018-10-29
///     en  "June 5, 2018", "06/05/2018"  ->  2018-06-05
std::string parse_visible_date(std::string_view text, std::string_view edition);

}  // namespace pages
