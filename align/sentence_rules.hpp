#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace align {

/// What a listed form does to the full stop or mark that it ends with, or that stands before it.
enum class FormKind {
    title,          ///< never ends a sentence: a name follows
    inner,          ///< practically never ends a sentence
    final,          ///< may also end a sentence
    company,        ///< ends a company's name; what begins with a capital is a sentence of its own
    street,         ///< ends a compound before the number of a house
    number,         ///< stands before a number
    unit,           ///< stands behind a number, may end a sentence
    month,          ///< follows the ordinal number of a day; with a stop, stands before a year or a day
    after_ordinal,  ///< a capitalised word that follows an ordinal number
    exclaimed,      ///< a name that ends with a mark
    attribution,    ///< says whose words a quotation was, in scripts without capitals
    said,           ///< ends the clause that says whose words a quotation was, in such scripts
    starter,        ///< begins a sentence rather than a name when it is capitalised
    word,           ///< a word of one letter, which is no initial
    letter,         ///< the name of a letter, an initial in a text that ends its sentences with another sign
};

/// The word for a kind in the lists.
std::string_view name_of(FormKind kind);

/// How forms are compared: without white space, and with Urdu's full stop as a full stop.
std::string form_key(std::string_view text);

struct Form {
    FormKind kind;
    std::string text;      ///< its form_key
    std::size_t line = 0;  ///< of the list, from 1
};

/// A name that holds a mark, parted behind it: "E!" and " News"; the rest is empty where the name ends with
/// it.
struct MarkedName {
    std::string said;
    std::string rest;
    Form form;
};

/// The sentence rules of one language, as its list gives them. The format is told in segmentation/README.md.
class SentenceRules {
  public:
    /// Reads a list. Throws std::invalid_argument, with file and line, at the first line that is not in form.
    SentenceRules(std::string file, std::string_view list);

    const std::string& file() const { return file_; }
    /// Numbers with a full stop are ordinals: "3. Mai".
    bool has_ordinals() const { return ordinals_; }
    /// Nouns have a capital, which says less of a sentence that begins there.
    bool capitalises_nouns() const { return nouns_capital_; }
    /// The number of a paragraph ("2. The parties …") belongs to its first sentence.
    bool joins_list_numbers() const { return !list_numbers_apart_; }
    /// The sign … ends a sentence, for want of capitals that would tell.
    bool ends_with_ellipsis() const { return ends_with_ellipsis_; }
    /// “ always opens and ” always closes; elsewhere each does both.
    bool fixes_quotes() const { return quotes_fixed_; }
    /// A sign that ends sentences in this language, while in others it does not.
    bool is_mark(char32_t sign) const { return marks_.find(sign) != marks_.npos; }
    /// The form of a kind that is spelled so, with white space left out; none: nullptr. A form in small
    /// letters is also found with its first letter capital.
    const Form* find(FormKind kind, std::string_view text) const;
    /// Every form that is spelled so, or so with a small initial: "Vgl." for "vgl.".
    std::span<const Form> find(std::string_view text) const;
    /// False when no form has this word among those that end with a full stop: there is no need to look for
    /// more.
    bool may_abbreviate(std::string_view word) const;
    /// The forms that go on behind this beginning, which is one up to a full stop within them: for "z."
    /// "z.B.".
    std::vector<const Form*> find_longer(std::string_view beginning) const;
    const std::vector<Form>& attributions() const { return attributions_; }
    const std::vector<Form>& said() const { return said_; }
    /// The form of kind `street` that a word ends with; none: nullptr.
    const Form* find_street(std::string_view word) const;
    const std::vector<MarkedName>& marked_names() const { return marked_names_; }
    /// The most words that a form with full stops has; at least 1.
    std::size_t longest() const { return longest_; }

  private:
    /// What a list may say of its language as a whole, with the one value that it has then.
    struct Setting {
        std::string_view name;
        std::string_view value;
        bool SentenceRules::*holds;
    };
    static const Setting* setting_named(std::string_view name);

    void add(FormKind kind, std::string_view form, std::size_t line);
    void add_marked_name(std::string_view form, const Form& listed);

    std::string file_;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Value>
    using Index = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    Index<std::vector<Form>> forms_;
    Index<std::vector<std::string>> longer_;
    std::unordered_set<std::string, Hash, std::equal_to<>> words_;
    std::vector<Form> attributions_;
    std::vector<Form> said_;
    std::vector<Form> streets_;
    std::vector<MarkedName> marked_names_;
    std::size_t longest_ = 1;
    std::u32string marks_;
    bool ordinals_ = false;
    bool list_numbers_apart_ = false;
    bool ends_with_ellipsis_ = false;
    bool nouns_capital_ = false;
    bool quotes_fixed_ = false;
};

/// The rules of a language by its tag; those of no language where there is no list, which are empty.
const SentenceRules& sentence_rules(std::string_view language);

/// The lists as they were built in, by tag.
struct RulesList {
    std::string_view tag;
    std::string_view text;
};
std::span<const RulesList> rules_lists();

}  // namespace align
