# Makes one C++ source of text files, {stem, text} each, behind a function that gives them all:
# cmake -DFILES=a.txt;b.txt -DHEADER=align/x.hpp -DTYPE=X -DFUNCTION=all_x -DOUT=all_x.cpp -P embed.cmake
set(entries "")
foreach(file IN LISTS FILES)
  cmake_path(GET file STEM stem)
  file(READ ${file} text)
  string(APPEND entries "    {\"${stem}\", R\"text(${text})text\"sv},\n")
endforeach()
file(WRITE ${OUT} "#include \"${HEADER}\"

namespace align {

using namespace std::string_view_literals;

std::span<const ${TYPE}> ${FUNCTION}() {
    static constexpr ${TYPE} texts[] = {
${entries}    };
    return texts;
}

}  // namespace align
")
