#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <vector>

#include "containers/sources.hpp"
#include "pages/read_page.hpp"

namespace hexapla {

/// The options of every command that reads SOURCES: which files, which fields, which limits.
class SourceArguments {
  public:
    void describe(boost::program_options::options_description& options);
    /// What the options say, put into what containers and pages are read with. Throws UsageError.
    void apply(containers::SourceOptions& sources, pages::ReadOptions& pages) const;

  private:
    std::vector<std::string> include_;
    std::string fields_;
    std::size_t page_mb_ = pages::max_page_bytes >> 20U;
    std::size_t depth_ = pages::HtmlLimits().depth;
    std::size_t attributes_ = pages::HtmlLimits().attributes;
    std::uint64_t ratio_ = containers::Limits().ratio;
};

}  // namespace hexapla
