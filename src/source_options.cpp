#include "source_options.hpp"

#include <stdexcept>

#include "command.hpp"

namespace po = boost::program_options;

namespace hexapla {
namespace {

constexpr std::size_t most_mb = 1024;  // readers of HTML count bytes in 31 bits

}  // namespace

void SourceArguments::describe(po::options_description& options) {
    const auto value = [](auto* target, const char* name) {
        return po::value(target)->value_name(name)->default_value(*target);
    };
    options.add_options()                                                                        //
        ("include", po::value(&include_)->composing()->value_name("GLOB"),                       //
         "read only such files of folders and archives: '*.html'; may be given more than once")  //
        ("fields", po::value(&fields_)->value_name("FIELD=NAME,…"),
         "names that JSON Lines of other tools have for url, html, text, title, date, lang, id")   //
        ("max-page-mb", value(&page_mb_, "N"), "a page may have so many MB")                       //
        ("max-depth", value(&depth_, "N"), "HTML may have so many elements open at one place")     //
        ("max-attributes", value(&attributes_, "N"), "a tag of HTML may have so many attributes")  //
        ("max-ratio", value(&ratio_, "N"), "packed files may unpack to so many times their size");
}

void SourceArguments::apply(containers::SourceOptions& sources, pages::ReadOptions& pages) const {
    if (page_mb_ == 0 || page_mb_ > most_mb)
        throw UsageError("--max-page-mb: give a number from 1 to " + std::to_string(most_mb));
    if (depth_ == 0 || attributes_ == 0 || ratio_ == 0)
        throw UsageError("--max-depth, --max-attributes and --max-ratio: give a number from 1 on");
    try {
        pages.fields = pages::parse_field_names(fields_);
    } catch (const std::invalid_argument& error) {
        throw UsageError(std::string("--fields: ") + error.what());
    }
    sources.include = include_;
    sources.limits.page_bytes = std::uint64_t{page_mb_} << 20U;
    sources.limits.ratio = ratio_;
    sources.json_lines = pages.as != pages::ReadOptions::As::text;
    pages.limits.bytes = page_mb_ << 20U;
    pages.limits.html.depth = depth_;
    pages.limits.html.attributes = attributes_;
}

}  // namespace hexapla
