#pragma once

#include <boost/program_options.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus.hpp"

namespace hexapla {

/// The options that every command that aligns has: languages, what is known before, learning, threads.
struct RunOptions {
    std::vector<std::string>
        languages;  ///< edition tags as find_edition knows them, one a version; may be empty
    std::vector<std::string> written_tags;  ///< as the user wrote them
    Learn learn = Learn::automatic;
    bool known_before = true;                          ///< --lexicon none says no
    std::vector<std::filesystem::path> lexicon_files;  ///< the user's own
    int jobs = 0;
    std::string numbers;      ///< assignments for set_numbers
    std::size_t max_bad = 0;  ///< bad inputs that are no failure
    bool timings = false;     ///< say at the end how long each stage took
    bool force = false;       ///< replace files that hexapla did not write

    /// Options for the help, and hidden ones of those who tune the method: --set NAME=NUMBER,… (tuning.hpp)
    /// and --timings.
    static void describe(boost::program_options::options_description& options,
                         boost::program_options::options_description& hidden);
    /// The versions themselves, with the options on bad ones and on places that are taken.
    static void describe_versions(boost::program_options::options_description& options,
                                  boost::program_options::options_description& hidden,
                                  boost::program_options::positional_options_description& positional);
    /// The versions as given.
    static std::vector<std::string> versions_of(const boost::program_options::variables_map& given);
    /// Throws UsageError. `versions`: how many were given on the command line.
    void accept(const boost::program_options::variables_map& given, std::size_t versions);
    /// The tag that memories have for a version: what --langs says, where that is a tag in canonical case
    /// ("de", "zh-TW"); empty where it is a name or path code.
    [[nodiscard]] std::string memory_tag(std::size_t version) const;
    /// Throws UsageError when --langs gives two versions one language.
    void refuse_repeated_languages() const;
    /// The corpus options for two languages.
    [[nodiscard]] CorpusOptions corpus_options(const std::string& source, const std::string& target) const;

  private:
    void accept_lexicons(const boost::program_options::variables_map& given);
};

/// A tag given as one, in canonical case ("de", "zh-Hans", "pt-BR"), is used as given, in memories and for
/// SRX rules; names and path codes are not tags.
bool is_canonical_tag(const std::string& name);

}  // namespace hexapla
