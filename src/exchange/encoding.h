// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace exchange {

/// How the characters of a table are written as bytes.
enum class Encoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Gb18030, Cp1252 };

/// The name under which ICU and people know it: "UTF-8", "GB18030", …
[[nodiscard]] std::string_view name(Encoding encoding);

struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    /// False when the bytes would read as another encoding almost as well; then a person has to look.
    bool certain = true;
};

/// Finds the encoding from all the bytes of a file, fed in pieces of any size, in constant memory.
///
/// A byte order mark decides; then NUL bytes on one side of most pairs (UTF-16); then well-formed UTF-8, up to a few
/// damaged places; then GB18030 when the pairs fall where everyday Chinese lies (rows A1–A9 and B0–F7 of GB 2312: letters of
/// cp1252 stand alone between ASCII and do not); else cp1252. That meets short files, where statistics of letters
/// take two Chinese words for a Cyrillic or Korean code page.
class EncodingProbe {
public:
    void feed(std::string_view bytes);
    [[nodiscard]] EncodingGuess guess() const;

private:
    void feedUtf8(unsigned char byte);
    void feedGb(unsigned char byte);
    void feedGbQuad(unsigned char byte);
    void feedGbPair(unsigned char lead, unsigned char byte);
    [[nodiscard]] EncodingGuess guessLegacy() const;

    std::string m_head;
    std::uint64_t m_size = 0;
    std::uint64_t m_nuls[2] = {0, 0}; ///< at even and at odd offsets
    std::uint64_t m_utf8Good = 0;
    std::uint64_t m_utf8Bad = 0;
    std::string m_utf8Open;
    std::uint64_t m_gbPairs = 0;
    std::uint64_t m_gbEveryday = 0;
    std::uint64_t m_gbBad = 0;
    unsigned char m_gbLead = 0;
    int m_gbQuad = 0; ///< bytes of a four-byte character seen so far, 0 outside one
};

/// Turns bytes into UTF-8, in pieces of any size. A byte order mark is dropped. Each malformed sequence becomes one
/// `badMark`, so that the reader of rows can say which line it stood in.
class Decoder {
public:
    /// U+FDD0, a code point that no text may hold.
    static constexpr std::string_view badMark = "\xEF\xB7\x90";

    explicit Decoder(Encoding encoding);

    /// Appends the text of `bytes` to `text`; `last` says that nothing follows.
    void decode(std::string_view bytes, bool last, std::string &text);

private:
    struct Closer {
        void operator()(UConverter *converter) const;
    };

    void decodeUtf8(std::string_view bytes, bool last, std::string &text);
    void convert(std::string_view bytes, bool last, std::string &text);
    void append(std::string_view piece, std::string &text);

    Encoding m_encoding;
    std::unique_ptr<UConverter, Closer> m_converter;
    std::string m_pending; ///< the start of a UTF-8 sequence whose rest has not come yet
    bool m_atStart = true;
};

} // namespace exchange
