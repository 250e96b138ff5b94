#include "xlsx/book.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "errors.hpp"
#include "xlsx/package.hpp"

namespace xlsx {
namespace {

namespace fs = std::filesystem;

constexpr std::uint8_t order_right_to_left = 2;
constexpr std::size_t max_sheet_name = LXW_SHEETNAME_MAX;
// Excel's own red, yellow and green of a scale of three colours.
constexpr lxw_color_t red = 0xF8696B;
constexpr lxw_color_t yellow = 0xFFEB84;
constexpr lxw_color_t green = 0x63BE7B;
constexpr lxw_color_t grey = 0xE7E6E6;

[[noreturn]] void refuse(const std::string& place, const std::string& why) {
    throw hexapla::OutputError(place + ": the workbook cannot be put together there: " + why +
                               "; make room, or set TMPDIR to another folder");
}

fs::path new_folder() {
    std::error_code error;
    const fs::path parent = fs::temp_directory_path(error);
    if (error) refuse("TMPDIR", error.message());
    std::string name = (parent / "hexapla_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) refuse(parent.string(), std::strerror(errno));
    return name;
}

std::string in_lower_case(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string cell_name(std::uint32_t row, std::uint16_t column) {
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> name{};
    lxw_rowcol_to_cell(name.data(), row, column);
    return name.data();
}

/// As a formula names a sheet's cell: Pairs!B17, 'Left out'!F3.
std::string place_of(const std::string& sheet, std::uint32_t row, std::uint16_t column) {
    const bool plain =
        std::all_of(sheet.begin(), sheet.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    return (plain ? sheet : "'" + sheet + "'") + "!" + cell_name(row, column);
}

lxw_conditional_format grades() {
    lxw_conditional_format scale{};
    scale.type = LXW_CONDITIONAL_3_COLOR_SCALE;
    scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_value = 0.5;
    scale.max_value = 1;
    scale.min_color = red;
    scale.mid_color = yellow;
    scale.max_color = green;
    return scale;
}

/// Not by `out << in.rdbuf()`, which takes a write that fails halfway for an end.
void copy(const fs::path& file, std::ostream& out) {
    std::ifstream in(file, std::ios::binary);
    std::array<char, 16384> block{};
    while (in && out) {
        in.read(block.data(), block.size());
        out.write(block.data(), in.gcount());
    }
    if (out && !in.eof())
        refuse(file.parent_path().parent_path().string(), "what was written cannot be read");
}

lxw_workbook* new_workbook(const fs::path& folder) {
    std::string temporary = folder.string();
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    return workbook_new_opt((folder / "book.xlsx").c_str(), &options);
}

}  // namespace

Cell text(std::string text) { return {Cell::Form::text, std::move(text), 0}; }
Cell right_to_left(std::string text) { return {Cell::Form::right_to_left, std::move(text), 0}; }
Cell probability(double value) { return {Cell::Form::probability, {}, std::round(value * 1e4) / 1e4}; }
Cell count(std::size_t value) { return {Cell::Form::count, {}, static_cast<double>(value)}; }

Book::Scratch::Scratch() : path(new_folder()) {}

Book::Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

void Book::Free::operator()(lxw_workbook* book) const { lxw_workbook_free(book); }

Book::Book(std::time_t created, const Limits& limits) : limits_(limits) {
    book_.reset(new_workbook(scratch_.path));
    if (!book_) fail("no memory is left");
    std::string author = "hexapla";
    std::string comments = "Written by hexapla " HEXAPLA_VERSION;
    lxw_doc_properties properties{};
    properties.author = author.data();
    properties.comments = comments.data();
    properties.created = std::max<std::time_t>(created, 1);  // 0 is the clock's time to the library
    require(workbook_set_properties(book_.get(), &properties));
    make_forms();
}

Book::~Book() = default;

void Book::make_forms() {
    const auto form = [&] {
        lxw_format* made = workbook_add_format(book_.get());
        if (made == nullptr) fail("no memory is left");
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        return made;
    };
    forms_ = {form(), form(), form(), form(), form()};
    format_set_bold(forms_.header);
    format_set_bg_color(forms_.header, grey);
    format_set_text_wrap(forms_.header);
    format_set_text_wrap(forms_.text);
    format_set_text_wrap(forms_.right_to_left);
    format_set_align(forms_.right_to_left, LXW_ALIGN_RIGHT);
    format_set_reading_order(forms_.right_to_left, order_right_to_left);
    format_set_num_format(forms_.probability, "0.0000");
    format_set_num_format(forms_.count, "0");
}

void Book::begin_table(const std::string& name, std::vector<Column> columns) {
    end_sheet();
    table_ = name;
    columns_ = std::move(columns);
    begin_sheet();
}

void Book::add_row(const std::vector<Cell>& cells) {
    if (row_ == limits_.rows) {
        end_sheet();
        begin_sheet();
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        write(static_cast<std::uint16_t>(i), cells[i], form_of(cells[i]));
    ++row_;
    ++all_rows_;
}

void Book::begin_sheet() {
    sheet_name_ = free_name();
    sheet_ = workbook_add_worksheet(book_.get(), sheet_name_.c_str());
    if (sheet_ == nullptr) fail("sheet '" + sheet_name_ + "' cannot be made");
    row_ = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto column = static_cast<std::uint16_t>(i);
        require(worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr));
        write(column, text(columns_[i].title), forms_.header);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    // An article's id is a text of digits; no warning about that.
    require(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    ++row_;
    ++all_rows_;
}

void Book::end_sheet() {
    if (sheet_ == nullptr) return;
    const std::uint32_t last = row_ - 1;
    require(worksheet_autofilter(sheet_, 0, 0, last, static_cast<std::uint16_t>(columns_.size() - 1)));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].graded || last == 0) continue;
        const auto column = static_cast<std::uint16_t>(i);
        lxw_conditional_format scale = grades();
        require(worksheet_conditional_format_range(sheet_, 1, column, last, column, &scale));
    }
    sheet_ = nullptr;
}

std::string Book::free_name() {
    std::string base = table_;
    std::replace_if(
        base.begin(), base.end(),
        [](char c) { return std::string_view("[]:*?/\\").find(c) != std::string_view::npos; }, '_');
    for (int times = 1;; ++times) {
        const std::string number = times == 1 ? "" : fmt::format(" {}", times);
        std::string name = base.substr(0, max_sheet_name - number.size()) + number;
        if (names_.insert(in_lower_case(name)).second) return name;
    }
}

void Book::write(std::uint16_t column, const Cell& cell, lxw_format* form) {
    if (cell.form == Cell::Form::probability || cell.form == Cell::Form::count) {
        require(worksheet_write_number(sheet_, row_, column, cell.number, form));
        return;
    }
    const CellText made = cell_text(cell.text, limits_.cell_units);
    dropped_ += made.dropped;
    if (made.cut_from > 0) cuts_.push_back({place_of(sheet_name_, row_, column), made.cut_from});
    require(worksheet_write_string(sheet_, row_, column, made.text.c_str(), form));
}

lxw_format* Book::form_of(const Cell& cell) const {
    switch (cell.form) {
        case Cell::Form::text:
            return forms_.text;
        case Cell::Form::right_to_left:
            return forms_.right_to_left;
        case Cell::Form::probability:
            return forms_.probability;
        case Cell::Form::count:
            return forms_.count;
    }
    return nullptr;
}

void Book::finish(std::ostream& out) {
    end_sheet();
    require(workbook_close(book_.release()));
    const fs::path file = scratch_.path / "book.xlsx";
    if (const std::string damage = explain_damage(file, all_rows_); !damage.empty()) fail(damage);
    copy(file, out);
}

void Book::require(int result) const {
    if (result != LXW_NO_ERROR) fail(lxw_strerror(static_cast<lxw_error>(result)));
}

void Book::fail(const std::string& why) const { refuse(scratch_.path.parent_path().string(), why); }

}  // namespace xlsx
