#pragma once

#include <string>
#include <vector>

#include "tmx/text.hpp"
#include "tmx/unit.hpp"

/// A header with all that is demanded and nothing else.
inline tmx::Header sample_header() {
    tmx::Header header;
    header.creation_tool = "hexapla";
    header.creation_tool_version = "0.1.0";
    header.source_language = "de";
    header.creation_date = "20230428T060000Z";
    return header;
}

/// A unit of two variants; the texts are plain text.
inline tmx::Unit sample_unit(const std::string& id, const std::string& german, const std::string& russian) {
    tmx::Unit unit;
    unit.id = id;
    unit.variants = {{"de", tmx::escape(german)}, {"ru", tmx::escape(russian)}};
    return unit;
}

/// Texts that trip up writers, readers and importers; none is blank.
inline std::vector<std::string> awkward_texts() {
    return {"\"Zitat\" und 'Zitat' & <b>mehr</b>",
            "das Ende ]]> eines CDATA",
            "&amp; &lt; &#10; als Text",
            " ein Leerzeichen vorn und hinten ",
            "\teingerückt\nzweite Zeile\n",
            "Wagenrücklauf\rund\r\nbeides",
            "قال: «نعم»، ثم غادر.",
            "他说：“好的。”然后离开了。",
            "👩‍💻 und 😀 und 𝔘",
            "Zeilentrenner\u2028und Absatz\u2029hier",
            "10\u00a0000 km",
            "\uFEFFmit BOM vorn",
            "<!-- kein Kommentar --> <?kein PI?>",
            "\u0085NEL\u0085"};
}
