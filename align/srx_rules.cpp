#include "align/srx_rules.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/pattern_spelling.hpp"
#include "align/patterns.hpp"

namespace align {

/// A rule that breaks. An exception counts for it when it stands before it.
struct SrxCutter::Break {
    const SrxRule* rule;
    Pattern before;
    std::optional<Pattern> after;
    std::size_t exceptions;  ///< how many stand before it
};

struct SrxCutter::Exception {
    const SrxRule* rule;
    Pattern pattern;     ///< of both sides: the left one in a look-behind
    std::string ending;  ///< what the left one surely ends with, to pass over most places at once
};

namespace {

/// What `look` gives. Throws SrxRuleFailure when the rule takes too long for that.
template <class Look>
auto look_by(const SrxRule& rule, Look look) {
    try {
        return look();
    } catch (const PatternLimit& limit) {
        const SrxError failure(rule.place, std::string("this rule ") + limit.what() +
                                               "; simplify it: of (a+)+ the outer + says nothing");
        throw SrxRuleFailure(failure.what());
    }
}

/// Which pattern of a rule cannot be used, and why. One that can be read by itself may be none for a
/// look-behind: that is what `error` says.
std::string fault_of(const SrxRule& rule, const PatternError& error) {
    for (const bool before : {true, false}) {
        try {
            static_cast<void>(Pattern(icu_spelling(before ? rule.before : rule.after)));
        } catch (const PatternError& own) {
            return std::string(before ? "<beforebreak>" : "<afterbreak>") + " holds " + own.what();
        }
    }
    const std::string problem = error.what();
    return "<beforebreak> holds " + problem.substr(0, problem.rfind(','));
}

/// Finds the places of one rule that breaks.
class Places {
  public:
    Places(const SrxRule& rule, const Pattern& before, const std::optional<Pattern>& after)
        : rule_(rule), before_(before) {
        if (after) after_.emplace(*after);
    }

    void begin(const PatternText& text) {
        before_.begin(text, false);
        if (after_) after_->begin(text, false);
        find([&] { return before_.find_from(0); });
    }
    /// True while there is a place.
    [[nodiscard]] bool any() const { return found_.has_value(); }
    [[nodiscard]] std::size_t position() const { return found_->end; }
    /// Looks for the next place, not overlapping this one.
    void move_on() {
        find([&] { return before_.find_next(); });
    }
    /// A segment ends there: what this place's match takes from before it is gone.
    void cut_at(std::size_t position) {
        if (found_->begin < position) find([&] { return before_.find_from(position); });
    }

  private:
    template <class First>
    void find(First first) {
        found_ = look_by(rule_, [&] {
            std::optional<Matcher::Found> found = first();
            while (found && after_ && !after_->stands_at(found->end)) found = before_.find_next();
            return found;
        });
    }

    const SrxRule& rule_;
    Matcher before_;
    std::optional<Matcher> after_;
    std::optional<Matcher::Found> found_;
};

/// An exception's matcher, which is given a text when it is first asked about it.
struct Asked {
    explicit Asked(const Pattern& pattern) : matcher(pattern) {}
    Matcher matcher;
    std::size_t text = 0;  ///< the number of the text it has
};

}  // namespace

/// What looks through one text at a time.
struct SrxCutter::Session {
    explicit Session(const SrxCutter& cutter) {
        for (const Break& each : cutter.breaks_) places.emplace_back(*each.rule, each.before, each.after);
        for (const Exception& each : cutter.exceptions_) exceptions.emplace_back(each.pattern);
    }
    std::vector<Places> places;
    std::vector<Asked> exceptions;
    const PatternText* text = nullptr;
    std::size_t texts = 0;
};

/// A session that goes back to the idle ones.
struct SrxCutter::Borrowed {
    explicit Borrowed(const SrxCutter& from) : cutter(from) {
        {
            const std::lock_guard lock(cutter.mutex_);
            if (!cutter.idle_.empty()) {
                session = std::move(cutter.idle_.back());
                cutter.idle_.pop_back();
            }
        }
        if (!session) session = std::make_unique<Session>(cutter);
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    ~Borrowed() {
        const std::lock_guard lock(cutter.mutex_);
        cutter.idle_.push_back(std::move(session));
    }
    const SrxCutter& cutter;
    std::unique_ptr<Session> session;
};

SrxCutter::SrxCutter(const std::vector<const SrxLanguageRule*>& rules) {
    for (const SrxLanguageRule* named : rules) {
        std::size_t number = 0;
        for (const SrxRule& rule : named->rules) {
            ++number;
            const std::string which = "rule " + std::to_string(number) + " of '" + named->name + "'";
            try {
                add(rule, which);
            } catch (const PatternError& error) {
                warnings_.push_back({rule.place, which + " is left out; " + fault_of(rule, error)});
            }
        }
    }
}

SrxCutter::~SrxCutter() = default;

void SrxCutter::add(const SrxRule& rule, const std::string& named) {
    if (rule.breaks && rule.before.empty() && rule.after.empty()) {
        warnings_.push_back({rule.place, named + " is left out; it would break behind every character"});
    } else if (rule.breaks) {
        std::optional<Pattern> after;
        if (!rule.after.empty()) after.emplace(icu_spelling(rule.after));
        breaks_.push_back({&rule, Pattern(icu_spelling(rule.before)), std::move(after), exceptions_.size()});
    } else {
        const std::string before = for_look_behind(rule.before);
        std::string pattern;
        if (!before.empty()) pattern += "(?<=" + before + ")";
        if (!rule.after.empty()) pattern += "(?=" + icu_spelling(rule.after) + ")";
        exceptions_.push_back({&rule, Pattern(pattern), literal_ending(before)});
    }
}

std::vector<std::size_t> SrxCutter::boundaries(std::string_view text) const {
    std::vector<std::size_t> ends;
    decide(text, [&](const SrxDecision& decision) {
        if (decision.cut) ends.push_back(decision.offset);
    });
    return ends;
}

/// The first of the exceptions before a rule that breaks which keeps the text together.
const SrxRule* SrxCutter::exception_at(Session& session, std::size_t position, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
        if (!session.text->ends_with(exceptions_[i].ending, position)) continue;
        Asked& asked = session.exceptions[i];
        if (asked.text != session.texts) {
            asked.matcher.begin(*session.text, true);
            asked.text = session.texts;
        }
        const SrxRule& rule = *exceptions_[i].rule;
        if (look_by(rule, [&] { return asked.matcher.stands_at(position); })) return &rule;
    }
    return nullptr;
}

void SrxCutter::decide(std::string_view text, const std::function<void(const SrxDecision&)>& take) const {
    if (text.empty()) return;
    const PatternText units(text);
    const Borrowed borrowed(*this);
    Session& session = *borrowed.session;
    session.text = &units;
    ++session.texts;
    for (Places& places : session.places) places.begin(units);
    std::size_t begin = 0;
    for (;;) {
        std::size_t next = session.places.size();
        for (std::size_t i = 0; i < session.places.size(); ++i) {
            const Places& places = session.places[i];
            if (places.any() &&
                (next == session.places.size() || places.position() < session.places[next].position()))
                next = i;
        }
        if (next == session.places.size()) break;
        const std::size_t position = session.places[next].position();
        const std::size_t offset = units.byte_of(position);
        if (position > begin && position < units.size()) {
            const SrxRule* const exception = exception_at(session, position, breaks_[next].exceptions);
            take({offset, exception == nullptr, exception == nullptr ? breaks_[next].rule : exception});
            if (exception == nullptr) {
                begin = position;
                for (Places& places : session.places) {
                    if (places.any()) places.cut_at(position);
                }
            }
        }
        for (Places& places : session.places) {
            while (places.any() && places.position() <= position) places.move_on();
        }
    }
    take({text.size(), true, nullptr});
}

struct SrxRules::Map {
    Pattern pattern;
    const SrxLanguageRule* rules;
};

SrxRules::SrxRules(SrxFile file) : file_(std::move(file)), warnings_(file_.warnings) {
    for (const SrxLanguageMap& map : file_.maps) {
        const auto rules = std::find_if(file_.rules.begin(), file_.rules.end(),
                                        [&](const SrxLanguageRule& each) { return each.name == map.rules; });
        if (rules == file_.rules.end())
            throw SrxError(map.place, "there are no rules named '" + map.rules + "'");
        try {
            maps_.push_back({Pattern(icu_spelling(map.pattern), Pattern::Case::ignored), &*rules});
        } catch (const PatternError& error) {
            warnings_.push_back({map.place, "the map of '" + map.pattern +
                                                "' is left out; its pattern holds " + error.what()});
        }
    }
}

SrxRules::~SrxRules() = default;

std::vector<const SrxLanguageRule*> SrxRules::rules_of(std::string_view language) const {
    std::vector<const SrxLanguageRule*> found;
    for (const Map& map : maps_) {
        if (!map.pattern.matches(language)) continue;
        found.push_back(map.rules);
        if (!file_.cascade) break;
    }
    return found;
}

std::vector<std::string> SrxRules::names(std::string_view language) const {
    std::vector<std::string> found;
    for (const SrxLanguageRule* rules : rules_of(language)) found.push_back(rules->name);
    return found;
}

const SrxCutter* SrxRules::cutter(std::string_view language) const {
    const std::lock_guard lock(mutex_);
    auto found = cutters_.find(language);
    if (found == cutters_.end()) {
        const auto rules = rules_of(language);
        auto made = rules.empty() ? nullptr : std::make_unique<const SrxCutter>(rules);
        found = cutters_.emplace(language, std::move(made)).first;
    }
    return found->second.get();
}

}  // namespace align
