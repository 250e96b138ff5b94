#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Text packed as one member of gzip.
std::string gzip(const std::string& text);

/// An archive of files with those names and texts: "zip", or "tar" packed by gzip, zstd or nothing.
enum class Kind { zip, tar, tar_gz, tar_zst };
std::string archive_of(Kind kind, const std::vector<std::pair<std::string, std::string>>& files);

/// Text packed by zstd.
std::string zstd(const std::string& text);

/// A response record of a WARC file; `head` are the lines of the answer's head, each with its CR LF.
std::string warc_response(const std::string& url, const std::string& body,
                          const std::string& head = "Content-Type: text/html\r\n",
                          const std::string& status = "200 OK", const std::string& version = "1.0");

/// The parts, one after the other.
std::string joined(std::initializer_list<std::string_view> parts);
