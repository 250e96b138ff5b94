#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "memories/forms.hpp"

namespace memories {

enum class XliffVersion { v1_2, v2_1 };

/// Writes XLIFF (OASIS, 1.2 of 2008 and 2.1 of 2018) with two languages, one unit at a time. A unit's
/// confidence is its match quality, in 2.1 by the Translation Candidates module (section 5.1); its state is
/// final from 0.9 on, else to be reviewed. Inline codes become <bpt>, <ept>, <ph> in 1.2; in 2.1 they are
/// left out.
class Xliff {
  public:
    Xliff(std::ostream& out, XliffVersion version, const LanguagePair& languages, const std::string& name);
    void write(const tmx::Unit& unit, const tmx::Variant& source, const tmx::Variant& target);
    void finish();

  private:
    void write_1(const tmx::Unit& unit, const tmx::Variant& source, const tmx::Variant& target);
    void write_2(const tmx::Unit& unit, const tmx::Variant& source, const tmx::Variant& target);

    std::ostream& out_;
    XliffVersion version_;
    std::size_t number_ = 0;
};

}  // namespace memories
