#include "eval/link_faults.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>
#include <string_view>

#include "align/evaluate.hpp"

namespace eval {
namespace {

using Numbers = std::vector<std::size_t>;

std::string text_of(const std::vector<align::GoldSentence>& sentences, const Numbers& numbers) {
    std::string text;
    for (const std::size_t n : numbers) text += (text.empty() ? "" : " ") + sentences.at(n).text;
    return text;
}

ShownLink shown(const LinkedDocument& document, const align::LinkLine& link) {
    return {link, text_of(document.source, link.source), text_of(document.target, link.target)};
}

bool share_one(const Numbers& a, const Numbers& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](std::size_t n) { return std::find(b.begin(), b.end(), n) != b.end(); });
}

/// Those of `judged` that are exactly none of `wanted`, each with what stands there among `instead`.
std::vector<LinkFault> faults_among(const std::vector<align::LinkLine>& judged,
                                    const std::vector<align::LinkLine>& wanted,
                                    const std::vector<align::LinkLine>& instead,
                                    const LinkedDocument& document) {
    const std::set<align::LinkLine, align::BySides> exact(wanted.begin(), wanted.end());
    std::vector<LinkFault> faults;
    for (const align::LinkLine& link : judged) {
        if (exact.contains(link)) continue;
        LinkFault& fault = faults.emplace_back(LinkFault{document.name, shown(document, link), {}});
        for (const align::LinkLine& other : instead) {
            if (share_one(link.source, other.source) || share_one(link.target, other.target))
                fault.instead.push_back(shown(document, other));
        }
    }
    return faults;
}

double probability_or_none(const LinkFault& fault) {
    return align::probability_of(fault.at.link).value_or(-1);
}

std::string in_quotes(const std::string& argument) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@%";
    if (!argument.empty() && argument.find_first_not_of(plain) == std::string::npos) return argument;
    std::string quoted = "'";
    for (const char c : argument) quoted += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
    return quoted + "'";
}

std::string explaining_command(const LinkFault& fault, const GoldSet& set) {
    const auto lines = [&](const std::string& tag) {
        return in_quotes((set.folder / "lines" / tag / (fault.document + ".txt")).string());
    };
    return fmt::format("hexapla links {} {} --langs {} --explain {}:{}", lines(set.source), lines(set.target),
                       in_quotes(set.source + "," + set.target), fault.at.link.source.front(),
                       fault.at.link.target.front());
}

std::string numbers_of(const align::LinkLine& link) {
    std::string text = fmt::format("[{}]:[{}]", fmt::join(link.source, ","), fmt::join(link.target, ","));
    if (const auto probability = align::probability_of(link)) text += fmt::format("  {:.4f}", *probability);
    return text;
}

/// A link's numbers and texts, indented; sides that are empty are not shown.
void print_link(std::ostream& out, const ShownLink& shown, const GoldSet& set, std::string_view indent) {
    out << numbers_of(shown.link) << '\n';
    const auto side = [&](const std::string& tag, const Numbers& numbers, const std::string& text) {
        if (!numbers.empty()) out << indent << tag << "  " << text << '\n';
    };
    side(set.source, shown.link.source, shown.source);
    side(set.target, shown.link.target, shown.target);
}

void print_faults(std::ostream& out, const std::vector<LinkFault>& faults, const GoldSet& set,
                  std::string_view title, std::string_view what, std::string_view instead) {
    if (faults.empty()) return;
    out << '\n' << title << '\n';
    for (const LinkFault& fault : faults) {
        out << '\n' << fault.document << "  " << what << ' ';
        print_link(out, fault.at, set, "  ");
        for (const ShownLink& other : fault.instead) {
            out << "  " << instead << ' ';
            print_link(out, other, set, "    ");
        }
        if (fault.instead.empty()) out << "  " << instead << " nothing\n";
        out << "  " << explaining_command(fault, set) << '\n';
    }
}

nlohmann::ordered_json json_of(const ShownLink& shown) {
    nlohmann::ordered_json json = {{"source", shown.link.source}, {"target", shown.link.target}};
    const auto probability = align::probability_of(shown.link);
    json["probability"] = probability ? nlohmann::ordered_json(*probability) : nlohmann::ordered_json();
    json["source_text"] = shown.source;
    json["target_text"] = shown.target;
    return json;
}

}  // namespace

void LinkFaults::add(const LinkedDocument& document) {
    const auto gold = align::filled_links(document.gold);
    const auto links = align::filled_links(document.links);
    std::ranges::move(faults_among(links, gold, gold, document), std::back_inserter(wrong));
    std::ranges::move(faults_among(gold, links, document.links, document), std::back_inserter(missed));
}

LinkFaults LinkFaults::chosen(std::size_t most) const {
    LinkFaults few{wrong, {}};
    std::stable_sort(few.wrong.begin(), few.wrong.end(), [](const LinkFault& a, const LinkFault& b) {
        return probability_or_none(a) > probability_or_none(b);
    });
    few.wrong.resize(std::min(most, wrong.size()));
    const std::size_t count = std::min(most, missed.size());
    for (std::size_t i = 0; i < count; ++i) few.missed.push_back(missed[i * missed.size() / count]);
    return few;
}

void print(std::ostream& out, const LinkFaults& faults, const GoldSet& set) {
    print_faults(out, faults.wrong, set, "wrong links, the surest first:", "wrong", "gold");
    print_faults(out, faults.missed, set, "missed links, some from everywhere:", "missed", "instead");
}

nlohmann::ordered_json to_json(const std::vector<LinkFault>& faults, const GoldSet& set) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const LinkFault& fault : faults) {
        nlohmann::ordered_json json = {{"document", fault.document}};
        json.update(json_of(fault.at));
        json["instead"] = nlohmann::ordered_json::array();
        for (const ShownLink& other : fault.instead) json["instead"].push_back(json_of(other));
        json["explain"] = explaining_command(fault, set);
        all.push_back(std::move(json));
    }
    return all;
}

}  // namespace eval
