#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "xlsx/cell_text.hpp"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace xlsx {

/// How much a sheet takes; Excel's own limits, unless smaller ones are set.
struct Limits {
    std::uint32_t rows = 1'048'576;           ///< of a sheet, the header included; 2 or more
    std::size_t cell_units = max_cell_units;  ///< of a text, in UTF-16 code units
};

/// A value of a cell.
struct Cell {
    enum class Form {
        text,
        right_to_left,  ///< a text that is read so: aligned to the right, its order set
        probability,    ///< a number with four decimals
        count,
    };
    Form form = Form::text;
    std::string text;
    double number = 0;
};
Cell text(std::string text);
Cell right_to_left(std::string text);
/// Rounded to the four decimals that are shown, so that a filter finds what the eye sees.
Cell probability(double value);
Cell count(std::size_t value);

struct Column {
    std::string title;
    double width = 10;    ///< in characters
    bool graded = false;  ///< numbers coloured from red (0) over yellow (0.5) to green (1)
};

/// A text that had no room in its cell.
struct Cut {
    std::string place;      ///< "Pairs!B17"
    std::size_t units = 0;  ///< that it has, UTF-16 code units
};

/// A workbook (XLSX, ISO/IEC 29500) of tables, written by libxlsxwriter. The same content gives the same
/// bytes. It is put together in a folder of its own below the system's temporary one (TMPDIR), which is gone
/// with the book.
class Book {
  public:
    /// `created`: seconds since 1970, the date in the file. Throws hexapla::OutputError when there is no
    /// place for temporary files, as do all others that write.
    explicit Book(std::time_t created, const Limits& limits = {});
    Book(const Book&) = delete;
    Book(Book&&) = delete;
    Book& operator=(const Book&) = delete;
    Book& operator=(Book&&) = delete;
    ~Book();

    /// Begins a table on a sheet of that name: header row, frozen, with filters. Of the name's characters the
    /// first that a sheet takes are used, and a number where a sheet has that name already.
    void begin_table(const std::string& name, std::vector<Column> columns);
    /// Adds a row to the table begun last, a cell a column. Beyond the limit of rows it goes on, header and
    /// all, on a further sheet: "Pairs 2".
    void add_row(const std::vector<Cell>& cells);

    /// Writes the workbook's file, after a look whether it is whole. A stream that fails is left in that
    /// state. Nothing can be added then.
    void finish(std::ostream& out);

    /// The texts that were cut, in the order of their cells.
    [[nodiscard]] const std::vector<Cut>& cuts() const { return cuts_; }
    /// How many characters that XML forbids were left out.
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

  private:
    /// A new folder, removed with all in it at the end.
    class Scratch {
      public:
        Scratch();
        Scratch(const Scratch&) = delete;
        Scratch(Scratch&&) = delete;
        Scratch& operator=(const Scratch&) = delete;
        Scratch& operator=(Scratch&&) = delete;
        ~Scratch();
        const std::filesystem::path path;
    };
    struct Free {
        void operator()(lxw_workbook* book) const;
    };
    struct Forms {
        lxw_format* header = nullptr;
        lxw_format* text = nullptr;
        lxw_format* right_to_left = nullptr;
        lxw_format* probability = nullptr;
        lxw_format* count = nullptr;
    };

    void make_forms();
    void begin_sheet();
    void end_sheet();
    [[nodiscard]] std::string free_name();
    void write(std::uint16_t column, const Cell& cell, lxw_format* form);
    [[nodiscard]] lxw_format* form_of(const Cell& cell) const;
    void require(int result) const;
    [[noreturn]] void fail(const std::string& why) const;

    Limits limits_;
    Scratch scratch_;
    std::unique_ptr<lxw_workbook, Free> book_;  // goes before the folder with its files does
    Forms forms_;
    std::set<std::string> names_;  // of sheets, in lower case
    std::string table_;            // the name of the table begun last
    std::vector<Column> columns_;
    lxw_worksheet* sheet_ = nullptr;
    std::string sheet_name_;
    std::uint32_t row_ = 0;     // of the sheet: the next one
    std::size_t all_rows_ = 0;  // of all sheets
    std::vector<Cut> cuts_;
    std::size_t dropped_ = 0;
};

}  // namespace xlsx
