#pragma once

/// Needs <string> and does not include it.
std::string name();
