// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
//
// Where there is no libFuzzer: gives a fuzzer's function every file of a folder, and inputs that are made of them by a few
// changes. The same ones on every run, so that a failure can be repeated.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

constexpr int inputsOfAFile = 4000;
constexpr int mostChanges = 6;

/// What parsers treat as something of its own.
constexpr std::string_view telling = "\"',;\t\r\n{}[]:.-+0129eE\\/%<>&=\xEF\xBB\xBF\xFE\xFF";

class Changes {
public:
    explicit Changes(std::uint32_t seed) : m_random(seed) {}

    /// Some bytes of `input` are other ones, gone, or there once more.
    void apply(Bytes &input)
    {
        for (auto left = below(mostChanges) + 1; left > 0; --left) {
            const auto at = input.begin() + static_cast<std::ptrdiff_t>(below(input.size() + 1));
            const auto count = std::min<std::ptrdiff_t>(input.end() - at, static_cast<std::ptrdiff_t>(below(16)) + 1);
            change(input, at, count);
        }
    }

private:
    void change(Bytes &input, Bytes::iterator at, std::ptrdiff_t count)
    {
        switch (below(5)) {
        case 0: input.erase(at, at + count); return;
        case 1: input.insert(at, static_cast<std::uint8_t>(telling[below(telling.size())])); return;
        case 2: input.erase(at, input.end()); return;
        case 3: {
            const Bytes again(at, at + count);
            input.insert(input.begin() + static_cast<std::ptrdiff_t>(below(input.size() + 1)), again.begin(), again.end());
            return;
        }
        default:
            if (at != input.end())
                *at = static_cast<std::uint8_t>(m_random());
        }
    }

    [[nodiscard]] std::size_t below(std::size_t limit) { return m_random() % limit; }

    std::mt19937 m_random;
};

/// Which input is being tried, for whoever has to try it again.
std::string trying;

extern "C" void tellWhich(int signal)
{
    std::fprintf(stderr, "broken by %s\n", trying.c_str());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

Bytes bytesOf(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 2) {
        std::fputs("usage: <fuzzer> <folder of inputs>\n", stderr);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE})
        std::signal(signal, tellWhich);
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(arguments[1]))
        files.push_back(entry.path());
    std::ranges::sort(files);
    std::size_t inputs = 0;
    for (const fs::path &file : files) {
        const Bytes whole = bytesOf(file);
        Changes changes(static_cast<std::uint32_t>(whole.size()));
        for (int i = 0; i <= inputsOfAFile; ++i, ++inputs) {
            Bytes input = whole;
            if (i > 0)
                changes.apply(input);
            trying = file.string() + ", change " + std::to_string(i);
            LLVMFuzzerTestOneInput(input.data(), input.size());
        }
    }
    std::printf("%zu inputs\n", inputs);
    return inputs > 0 ? 0 : 1;
}
