// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
// makespelling OUT: writes how Chinese letters are said (spelling.h) as a C++ file, from ICU's transliterations and from the
// readings that those, which know one of a letter, leave out. Run by the build.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr char32_t firstLetter = 0x4E00;
constexpr char32_t lastLetter = 0x9FFF;

struct Also {
    char32_t letter;
    std::string_view reading;
};

/// Second readings that occur in names of companies, places and people.
constexpr std::array also{
    Also{U'长', "chang"}, Also{U'重', "chong"}, Also{U'厦', "xia"},   Also{U'行', "hang"},  Also{U'乐', "yue"},
    Also{U'都', "du"},    Also{U'都', "dou"},   Also{U'朝', "chao"},  Also{U'朝', "zhao"},  Also{U'单', "shan"},
    Also{U'单', "dan"},   Also{U'曾', "zeng"},  Also{U'仇', "qiu"},   Also{U'解', "xie"},   Also{U'查', "zha"},
    Also{U'区', "ou"},    Also{U'盖', "ge"},    Also{U'翟', "zhai"},  Also{U'尉', "yu"},    Also{U'藏', "zang"},
    Also{U'传', "zhuan"}, Also{U'弹', "dan"},   Also{U'调', "tiao"},  Also{U'会', "kuai"},  Also{U'角', "jue"},
    Also{U'校', "jiao"},  Also{U'率', "shuai"}, Also{U'模', "mu"},    Also{U'莞', "guan"},  Also{U'盛', "cheng"},
    Also{U'省', "xing"},  Also{U'石', "dan"},   Also{U'系', "ji"},    Also{U'蚌', "beng"},  Also{U'六', "lu"},
    Also{U'堡', "pu"},    Also{U'番', "pan"},   Also{U'蔚', "yu"},    Also{U'台', "tai"},   Also{U'柏', "bo"},
    Also{U'薄', "bo"},    Also{U'车', "che"},   Also{U'贾', "gu"},    Also{U'降', "xiang"}, Also{U'卷', "quan"},
    Also{U'强', "jiang"}, Also{U'折', "she"},   Also{U'种', "chong"}, Also{U'数', "shuo"},  Also{U'参', "shen"},
    Also{U'称', "chen"},  Also{U'便', "pian"},  Also{U'扁', "pian"},  Also{U'屏', "bing"},  Also{U'阿', "e"},
    Also{U'大', "dai"},   Also{U'缪', "miao"},  Also{U'乜', "nie"},   Also{U'朴', "piao"},  Also{U'朴', "pu"},
    Also{U'繁', "po"},    Also{U'员', "yun"},   Also{U'郇', "huan"},  Also{U'晟', "cheng"}, Also{U'濮', "pu"},
    Also{U'涡', "guo"},   Also{U'歙', "she"},   Also{U'黟', "yi"},    Also{U'泌', "bi"},    Also{U'荥', "xing"},
    Also{U'浚', "xun"},   Also{U'牟', "mu"},    Also{U'铅', "yan"},   Also{U'巷', "hang"},  Also{U'的', "de"},
    Also{U'了', "le"},    Also{U'还', "hai"},   Also{U'得', "de"},    Also{U'地', "de"},    Also{U'地', "di"},
    Also{U'着', "zhe"},   Also{U'给', "ji"},    Also{U'血', "xie"},   Also{U'壳', "qiao"},  Also{U'抹', "ma"},
    Also{U'奇', "ji"},    Also{U'埔', "bu"},    Also{U'覃', "qin"},   Also{U'隗', "wei"},
};

std::unique_ptr<icu::Transliterator> transliterator(const char *id)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

std::string said(const icu::Transliterator &by, char32_t letter)
{
    icu::UnicodeString text(static_cast<UChar32>(letter));
    by.transliterate(text);
    std::string latin;
    return text.toUTF8String(latin);
}

bool isSyllable(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

class Table {
public:
    Table()
    {
        for (const char *row : {"0123456789", "abcdefghijklmnopqrstuvwxyz"}) {
            for (const char letter : std::string_view(row))
                numberOf({std::string(1, letter)});
        }
    }

    std::size_t numberOf(const std::vector<std::string> &readings)
    {
        std::string all;
        for (const std::string &one : readings)
            all += (all.empty() ? "" : " ") + one;
        const auto [place, added] = m_numbers.emplace(all, m_sounds.size());
        if (added)
            m_sounds.push_back(all);
        return place->second;
    }

    [[nodiscard]] const std::vector<std::string> &sounds() const { return m_sounds; }

private:
    std::vector<std::string> m_sounds{""};
    std::map<std::string, std::size_t> m_numbers{{"", 0}};
};

/// The transliterators by which letters are said.
struct Sayers {
    std::unique_ptr<icu::Transliterator> marked = transliterator("Han-Latin");
    std::unique_ptr<icu::Transliterator> plain = transliterator("Han-Latin; Latin-ASCII; Lower");
    std::unique_ptr<icu::Transliterator> names = transliterator("Han-Latin/Names; Latin-ASCII; Lower");
};

std::vector<std::string> readingsOf(char32_t letter, const Sayers &sayers)
{
    std::vector<std::string> readings;
    const auto take = [&readings](std::string reading) {
        if (isSyllable(reading) && std::ranges::find(readings, reading) == readings.end())
            readings.push_back(std::move(reading));
    };
    take(said(*sayers.plain, letter));
    const std::string marked = said(*sayers.marked, letter);
    for (const std::string_view umlaut : {"ü", "ǖ", "ǘ", "ǚ", "ǜ"}) {
        if (marked.find(umlaut) != std::string::npos && !readings.empty())
            take(readings.front().substr(0, 1) + "v" + readings.front().substr(2)); // as it is typed
    }
    take(said(*sayers.names, letter));
    for (const Also &one : also) {
        if (one.letter == letter)
            take(std::string(one.reading));
    }
    return readings;
}

void write(std::ostream &out, const std::vector<std::string> &sounds, const std::vector<std::size_t> &letters)
{
    out << "#include \"workbench/spelling.h\"\n\n#include <array>\n\nnamespace workbench {\n\nnamespace {\n\n"
        << "constexpr std::array<std::string_view, " << sounds.size() << "> all{{\n";
    for (const std::string &one : sounds)
        out << "    \"" << one << "\",\n";
    out << "}};\n\nconstexpr std::array<Sound, " << letters.size() << "> ofLetters{{";
    for (std::size_t i = 0; i < letters.size(); ++i)
        out << (i % 20 == 0 ? "\n    " : " ") << letters[i] << ',';
    out << "\n}};\n\n} // namespace\n\n"
        << "std::span<const std::string_view> sounds()\n{\n    return all;\n}\n\n"
        << "std::span<const Sound> chineseLetters()\n{\n    return ofLetters;\n}\n\n} // namespace workbench\n";
}

} // namespace

int main(int argc, char **argv)
{
    const Sayers sayers;
    if (argc != 2 || !sayers.marked || !sayers.plain || !sayers.names) {
        std::fputs("makespelling: ICU cannot say Chinese letters, or no file was named\n", stderr);
        return 1;
    }
    Table table;
    std::vector<std::size_t> letters;
    for (char32_t letter = firstLetter; letter <= lastLetter; ++letter)
        letters.push_back(table.numberOf(readingsOf(letter, sayers)));
    std::ofstream out(argv[1]);
    write(out, table.sounds(), letters);
    return out.flush() ? 0 : 1;
}
