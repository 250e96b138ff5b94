# Makes one C++ source of the lists: cmake -DRULES=a.txt;b.txt -DOUT=rules_lists.cpp -P embed.cmake
set(entries "")
foreach(list IN LISTS RULES)
  cmake_path(GET list STEM tag)
  file(READ ${list} text)
  string(APPEND entries "    {\"${tag}\", R\"list(${text})list\"},\n")
endforeach()
file(WRITE ${OUT} "#include <array>

#include \"align/sentence_rules.hpp\"

namespace align {

std::span<const RulesList> rules_lists() {
    static constexpr RulesList lists[] = {
${entries}    };
    return lists;
}

}  // namespace align
")
