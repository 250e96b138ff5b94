#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

/// What the call's exception of type E says; "nothing thrown" when there was none.
template <class E = std::exception, class Call>
std::string message_of(Call call) {
    try {
        call();
    } catch (const E& error) {
        return error.what();
    }
    return "nothing thrown";
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}
