#pragma once

#include <memory>
#include <string>

#include "containers/byte_stream.hpp"
#include "containers/item.hpp"

namespace containers {

/// Whether bytes begin as a WARC file does.
bool is_warc(std::string_view head);

/// The pages in a WARC file, versions 1.0 and 1.1 (ISO 28500:2009 and 2017): responses of servers and
/// resources that hold HTML. Other records are passed over. One record is in memory at a time, and none that
/// is no page.
///
/// What is no record, or a record with a damaged head, is refused, and reading goes on at the next line that
/// begins a record; where packed data is damaged, at the next record that can be unpacked.
Nested read_warc(std::unique_ptr<BufferedBytes> bytes, std::string place, Budget& budget);

}  // namespace containers
