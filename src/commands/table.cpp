#include <array>

#include "command.hpp"
#include "commands/list_editions.hpp"
#include "commands/extract.hpp"

namespace hexapla {
namespace {

constexpr std::array<CommandEntry, 2> table = {{
    {"extract", "the articles in pages, as JSON Lines or plain text", "extract SOURCES… [OPTIONS]",
     "Reads pages of dw.com saved as text, plain texts, and what this command wrote before. Writes each "
     "article as\n"
     "one JSON object a line to standard output. SOURCES are files, folders (their files in order of name; a "
     "folder\n"
     "named by an edition says the edition), or - for standard input. A bad input is named, and the rest "
     "goes on.",
     make_extract_command},
    {"editions", "the 31 versions: tags, names, path codes", "editions [--json]",
     "Lists the language versions of Deutsche Welle. Wherever a version is to be named, its tag, its path "
     "code on\n"
     "dw.com or its name will do: prs, fa-af and Dari are one.",
     make_editions_command},
}};

}  // namespace

std::span<const CommandEntry> command_table() { return table; }

}  // namespace hexapla
