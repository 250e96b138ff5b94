#include "memories/forms.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include "tmx/text.hpp"

namespace memories {
namespace {

constexpr std::array<std::pair<std::string_view, Form>, 14> names = {{{"tmx", Form::tmx},
                                                                      {"tmx.gz", Form::tmx},
                                                                      {"tsv", Form::tsv},
                                                                      {"txt", Form::moses},
                                                                      {"jsonl", Form::jsonl},
                                                                      {"moses", Form::moses},
                                                                      {"xlf", Form::xliff1},
                                                                      {"xliff", Form::xliff1},
                                                                      {"xliff1", Form::xliff1},
                                                                      {"xliff2", Form::xliff2},
                                                                      {"xlf2", Form::xliff2},
                                                                      {"xlsx", Form::xlsx},
                                                                      {"po", Form::po},
                                                                      {"pot", Form::po}}};

}  // namespace

Form form_of_name(const std::string& name) {
    for (const auto& [each, form] : names) {
        if (each == name) return form;
    }
    throw std::invalid_argument("'" + name +
                                "' is no form; give tmx, tsv, jsonl, moses, xliff, xliff2, xlsx or po");
}

Form form_of_file(const std::string& file) {
    std::string name = file.substr(file.rfind('/') + 1);
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos)
        throw std::invalid_argument(file + ": the name has no ending; say the form with --from or --to");
    try {
        return form_of_name(name.substr(dot + 1));
    } catch (const std::invalid_argument&) {
        throw std::invalid_argument(file +
                                    ": its ending is of no form that is known; say it with --from or --to");
    }
}

bool is_bilingual(Form form) { return form != Form::tmx && form != Form::jsonl; }

tmx::Unit unit_of(const LanguagePair& languages, const std::string& source, const std::string& target) {
    tmx::Unit unit;
    unit.variants.resize(2);
    unit.variants[0].language = languages.source;
    unit.variants[0].segment = tmx::escape(source);
    unit.variants[1].language = languages.target;
    unit.variants[1].segment = tmx::escape(target);
    return unit;
}

}  // namespace memories
