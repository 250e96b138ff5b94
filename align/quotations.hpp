#pragma once

#include "align/context.hpp"
#include "align/opinion.hpp"

/// What quotation marks, and the words of who tells a quotation, say of the end of a sentence.
namespace align {

/// A quotation that its attribution follows: "“…？”他问。", "“…？”一位居民问道。"; in scripts without
/// capitals, by the lists.
Opinion attribution(const Context& at);

/// "«… "Halt!" and we stood»": the quotation that closes stands within another one. Without capitals nothing
/// else tells that the sentence goes on.
Opinion quoted_within(const Context& at);

/// "«Зачем? – спросила мама. – Завтра": between two dashes within a quotation stand the words of who tells it
/// (Мильчин, Справочник издателя и автора, on direct speech). True where these end.
bool ends_inserted_words(const Context& at);

}  // namespace align
