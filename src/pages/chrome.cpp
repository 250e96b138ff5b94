#include "pages/chrome.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "align/unicode.hpp"
#include "pages/characters.hpp"

namespace pages {
namespace {

using enum ChromeRole;

// English lines stand in pages of other editions too, so they have no edition here, the skip links aside.
constexpr auto lines = std::to_array<ChromeLine>({
    {"", quick_jump, "1. Inhalt"},
    {"", quick_jump, "2. Navigation"},
    {"", quick_jump, "3. Weitere Inhalte"},
    {"", quick_jump, "4. Metanavigation"},
    {"", quick_jump, "5. Suche"},
    {"", quick_jump, "6. Choose from 30 Languages"},

    {"ar", skip_link, "1. تخطي إلى المحتوى"},
    {"bg", skip_link, "1. Преминаване към съдържанието"},
    {"de", skip_link, "1. Zum Inhalt springen"},
    {"en", skip_link, "1. Skip to content"},
    {"es", skip_link, "1. Ir al contenido"},
    {"fa", skip_link, "1. پرش به گزارش"},
    {"fr", skip_link, "1. Aller au contenu"},
    {"ha", skip_link, "1. Tsallake zuwa shafin jadawali"},
    {"hi", skip_link, "1. कंटेंट पर जाएं"},
    {"id", skip_link, "1. Buka konten"},
    {"mk", skip_link, "1. Прескокни до содржината"},
    {"pl", skip_link, "1. Przejdź do treści"},
    {"prs", skip_link, "1. رفتن به محتوا"},
    {"ps", skip_link, "1. محتوا ته تګ"},
    {"pt", skip_link, "1. Ir para o conteúdo"},
    {"ru", skip_link, "1. Перейти к содержанию"},
    {"sr", skip_link, "1. Idi na sadržaj"},
    {"sw", skip_link, "1. Nenda kwenye maudhui"},
    {"uk", skip_link, "1. Перейти до змісту"},
    {"ur", skip_link, "1. مواد پر جائیں"},
    {"zh-Hans", skip_link, "1. 跳转至内容"},
    {"zh-Hant", skip_link, "1. 跳轉至内容"},
    {"am", skip_link, "1. ወደ ይዘቱ ዝለል"},

    {"", notice, "default"},  // what a picture without a description leaves
    {"", notice, "DW.COM in 30 languages"},
    {"", notice, "Visit the new DW website"},
    {"", notice, "You need to enable JavaScript to run this app."},
    {"", notice, "Wrong language? Change it here*"},
    {"", notice, "This browser does not support the video element."},
    {"", notice, "This browser does not support the audio element."},
    {"", notice, "We use cookies to improve our service for you.*"},
    {"", notice, "More info OK"},
    {"", notice, "Advertisement"},
    {"", notice, "Watch video ??:??"},
    {"", notice, "Read more: *"},
    {"", notice, "Share *Facebook Twitter*"},
    {"", notice, "Every day, DW's editors send out a selection of the day's hard news*"},
    {"de", notice, "Wir verwenden Cookies, um unser Angebot für Sie zu verbessern.*"},
    {"de", notice, "Mehr Infos Okay"},
    {"de", notice, "Anzeige"},
    {"de", notice, "Link kopieren"},
    {"de", notice, "Veröffentlicht * Zuletzt aktualisiert *"},
    {"fr", notice, "Nous utilisons des cookies pour améliorer l'offre que nous vous proposons.*"},
    {"fr", notice, "Plus d'informations Ok"},
    {"fr", notice, "Publicité"},
    {"es", notice, "Publicidad"},
    {"id", notice, "Iklan"},
    {"pt-BR", notice, "Anúncio"},
    {"pt-BR", notice, "Assistir ao vídeo ??:??"},
    {"pt-BR", notice, "Publicado * Última atualização *"},
    {"sw", notice, "Matangazo"},
    {"sw", notice, "Sikiliza Matangazo Yetu"},
    {"am", notice, "ማስታወቂያ"},
    {"am", notice, "አውዲዮውን ያዳምጡ። ??:??"},

    {"", byline, "Sent by: *"},
    {"", byline, "Edited by: *"},
    {"de", byline, "Der Artikel wurde aus dem englischen Original \"*\" adaptiert."},
    {"fr", byline, "Auteur : *"},
    {"fr", byline, "Edition : *"},
    {"es", byline, "Autor: *"},
    {"es", byline, "Autora: *"},
    {"es", byline, "Editor: *"},
    {"es", byline, "Editora: *"},
    {"", byline, "Autorë: *"},
    {"", byline, "Автор: *"},
    {"", byline, "Авторка: *"},
    {"", byline, "Аутор: *"},
    {"", byline, "Ауторка: *"},
    {"", byline, "Yazar: *"},
    {"", byline, "Penulis: *"},
    {"", byline, "Mwandishi: *"},
    {"", byline, "Marubuci: *"},
    {"", byline, "Mawallafi: *"},
    {"", byline, "Mawallafiya: *"},
    {"", byline, "مصنف: *"},
    {"", byline, "مصنفہ: *"},
    {"", byline, "撰稿：*"},
    {"", byline, "撰文：*"},
    {"", byline, "Marubuciya: *"},
    {"", byline, "Συντάκτης: *"},
    {"", byline, "Συντάκτρια: *"},
    {"", byline, "作者：*"},
    {"", byline, "作者: *"},
    {"", byline, "रिपोर्ट: *"},
    {"", byline, "रिपोर्टः *"},
    {"", byline, "प्रतिवेदन: *"},
    {"", byline, "প্রতিবেদন: *"},
    {"", byline, "ዘጋቢ፦ *"},
    {"", byline, "ደራሲ፦ *"},
    {"", byline, "إعداد: *"},
    {"", byline, "تحرير: *"},
    {"", byline, "الكاتب: *"},
    {"", byline, "الكاتبة: *"},
    {"", byline, "نویسنده: *"},
    {"", byline, "نويسنده: *"},
    {"", byline, "گزارشگر: *"},
    {"", byline, "لیکوال: *"},
    {"", byline, "تحریر: *"},
    {"", byline, "Autorka: *"},
    {"", byline, "Autorica: *"},
    {"", byline, "Autoare: *"},
    {"", byline, "Autori: *"},
    {"", byline, "Author: *"},
    {"", byline, "Auteure : *"},
    {"sw", byline, "Mhariri: *"},
    {"sw", byline, "Tanbihi: *"},
    {"zh-Hant", byline, "*德國之聲中文網"},

    {"", box, "DW recommends"},
    {"", box, "Audios and videos on the topic"},
    {"", box, "Related content"},
    {"", box, "Skip next section *"},
    {"", box, "Explore more"},
    {"", box, "Show more stories"},
    {"", box, "Related topics"},
    {"de", box, "Die Redaktion empfiehlt"},
    {"de", box, "Audio und Video zum Thema"},
    {"de", box, "Mehr zum Thema"},
    {"de", box, "Den nächsten Abschnitt * überspringen"},
    {"de", box, "Weitere Beiträge anzeigen"},
    {"de", box, "Ähnliche Themen"},
    {"de", box, "Zur Startseite"},
    {"es", box, "Ir a la siguiente sección *"},
    {"es", box, "Tema del día DW"},
    {"fr", box, "Audios et vidéos sur le sujet"},
    {"fr", box, "Passer la section *"},
    {"fr", box, "Plus d'article de DW"},
    {"ru", box, "Пропустить раздел *"},
    {"ru", box, "Другие публикации DW"},
    {"bg", box, "Прескочи следващия раздел *"},
    {"bg", box, "Повече по темата"},
    {"fa", box, "پرش از قسمت *"},
    {"fa", box, "تازه‌ترین گزارش‌های دویچه وله"},

    {"", footer, "©*Deutsche Welle*"},
});

// What stands before the photographer's name.
constexpr std::array<std::string_view, 19> credit_marks = {
    "Image:",   "Bild:",     "Imagen:",   "Foto:",  "Фото:",    "Снимка:", "Фотографија:",
    "Zdjęcie:", "صورة من:",  "عکس:",      "انځور:", "تصویر:",   "तस्वीर:",  "Picha:",
    "Hoto:",    "图像来源:", "圖片來源:", "ምስል:",   "Fotoğraf:"};
constexpr std::size_t longest_credit = 120;

bool matches(std::string_view pattern, std::string_view line) {
    while (!pattern.empty() && pattern.front() != '*') {
        const char p = pattern.front();
        const bool digit = !line.empty() && line.front() >= '0' && line.front() <= '9';
        if (line.empty() || (p != line.front() && (p != '?' || !digit))) return false;
        pattern.remove_prefix(1);
        line.remove_prefix(1);
    }
    if (pattern.empty()) return line.empty();
    pattern.remove_prefix(1);
    if (pattern.empty()) return true;
    for (; !line.empty(); line.remove_prefix(1)) {
        if (matches(pattern, line)) return true;
    }
    return false;
}

/// Whether a credit is glued to a caption that ends with that character, as no word is in running text.
/// Scripts without capitals do not show where a word begins: there the credit has to name an agency behind a
/// slash.
bool is_glued(char32_t last, std::string_view names) {
    if (is_lower(last) || is_digit(last) || is_closer(last) || last == '.') return true;
    return (is_letter(last) || is_cjk(last)) && names.find('/') != names.npos;
}

/// The rows by the first byte of their pattern, in their order; those that begin with '*' are in all of them.
using Index = std::array<std::vector<const ChromeLine*>, 256>;

Index make_index() {
    Index index;
    for (const ChromeLine& row : lines) {
        if (row.pattern.starts_with('*')) {
            for (auto& rows : index) rows.push_back(&row);
        } else {
            index[static_cast<unsigned char>(row.pattern.front())].push_back(&row);
        }
    }
    return index;
}

/// Whether a row may describe the line, by what stands behind the first '*' of its pattern or before it.
bool may_match(std::string_view pattern, std::string_view line) {
    if (!pattern.starts_with('*')) return true;
    const std::string_view end = pattern.substr(1);
    return end.find('*') != end.npos || line.ends_with(end);
}

}  // namespace

const ChromeLine* find_chrome(std::string_view line) {
    static const Index index = make_index();
    if (line.empty()) return nullptr;
    const auto& rows = index[static_cast<unsigned char>(line.front())];
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ChromeLine* row) {
        return may_match(row->pattern, line) && matches(row->pattern, line);
    });
    return found == rows.end() ? nullptr : *found;
}

Caption split_credit(std::string_view line) {
    // Every mark ends in a colon, so that most lines need no look at each of them.
    constexpr std::size_t longest_mark = 32;
    const std::size_t first = line.size() - std::min(line.size(), longest_credit + longest_mark);
    for (std::size_t colon = line.rfind(':'); colon != line.npos && colon >= first;
         colon = colon == 0 ? line.npos : line.rfind(':', colon - 1)) {
        const std::string_view head = line.substr(0, colon + 1);
        const auto* const mark = std::find_if(credit_marks.begin(), credit_marks.end(),
                                              [&](std::string_view one) { return head.ends_with(one); });
        if (mark == credit_marks.end() || line.size() - head.size() > longest_credit) continue;
        const std::string_view before = head.substr(0, head.size() - mark->size());
        const std::string_view behind = align::trim(line.substr(head.size()));
        if (behind.empty() || is_stop(last_code_point(behind))) continue;
        if (before.empty() || is_glued(last_code_point(before), behind))
            return {align::trim(before), line.substr(before.size())};
    }
    return {line, {}};
}

}  // namespace pages
