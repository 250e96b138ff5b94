#include "tmx/text.hpp"

namespace tmx {}
