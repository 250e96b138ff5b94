#include "memories/writing.hpp"

namespace memories {

Output::Output(const std::string& place, bool force, const tmx::Header& header,
               std::ostream& standard_output) {
    if (place != "-") file_ = std::make_unique<hexapla::OutputFile>(place, force);
    writer_ = std::make_unique<tmx::Writer>(file_ ? file_->stream() : standard_output, header,
                                            tmx::Strictness::well_formed);
}

void Output::commit() {
    writer_->finish();
    if (file_) file_->commit();
}

}  // namespace memories
