// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/encoding.h"

#include "support/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <utility>

namespace exchange {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// How many bytes a UTF-8 sequence with this lead byte has; 0 for a byte that cannot lead.
std::size_t utf8Length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The length of `bytes` without a sequence at its end that may still be completed.
std::size_t completeLength(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0U) != 0x80U)
            return utf8Length(byte) > back ? bytes.size() - back : bytes.size();
    }
    return bytes.size();
}

/// ICU's hook for malformed input: one mark for each sequence.
void markBadBytes(const void *, UConverterToUnicodeArgs *args, const char *, std::int32_t, UConverterCallbackReason reason,
                  UErrorCode *status)
{
    constexpr UChar mark = 0xFDD0;
    if (reason > UCNV_IRREGULAR)
        return;
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &mark, 1, 0, status);
}

} // namespace

std::string_view name(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8: return "UTF-8";
    case Encoding::Utf16Le: return "UTF-16LE";
    case Encoding::Utf16Be: return "UTF-16BE";
    case Encoding::Gb18030: return "GB18030";
    case Encoding::Cp1252: return "windows-1252";
    }
    return "";
}

void EncodingProbe::feed(std::string_view bytes)
{
    if (m_head.size() < 3)
        m_head += bytes.substr(0, 3 - m_head.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0)
            ++m_nuls[m_size % 2];
        ++m_size;
        if (byte < 0x80 && m_utf8Open.empty() && m_gbLead == 0 && m_gbQuad == 0)
            continue;
        feedUtf8(byte);
        feedGb(byte);
    }
}

void EncodingProbe::feedUtf8(unsigned char byte)
{
    if (m_utf8Open.empty() && byte < 0x80)
        return;
    const bool continues = (byte & 0xC0U) == 0x80U;
    if (!m_utf8Open.empty() && !continues) {
        ++m_utf8Bad;
        m_utf8Open.clear();
        if (byte < 0x80)
            return;
    }
    if (m_utf8Open.empty() && utf8Length(byte) < 2) {
        ++m_utf8Bad;
        return;
    }
    m_utf8Open += static_cast<char>(byte);
    if (m_utf8Open.size() < utf8Length(static_cast<unsigned char>(m_utf8Open[0])))
        return;
    ++(support::isUtf8(m_utf8Open) ? m_utf8Good : m_utf8Bad);
    m_utf8Open.clear();
}

void EncodingProbe::feedGb(unsigned char byte)
{
    if (m_gbQuad != 0)
        return feedGbQuad(byte);
    if (m_gbLead != 0)
        return feedGbPair(std::exchange(m_gbLead, static_cast<unsigned char>(0)), byte);
    if (byte > 0x80 && byte < 0xFF)
        m_gbLead = byte;
    else if (byte >= 0x80)
        ++m_gbBad;
}

void EncodingProbe::feedGbQuad(unsigned char byte)
{
    const bool good = m_gbQuad == 2 ? byte >= 0x81 && byte <= 0xFE : byte >= '0' && byte <= '9';
    if (!good)
        ++m_gbBad;
    else if (m_gbQuad == 3)
        ++m_gbPairs;
    m_gbQuad = good && m_gbQuad == 2 ? 3 : 0;
}

void EncodingProbe::feedGbPair(unsigned char lead, unsigned char byte)
{
    if (byte >= '0' && byte <= '9') {
        m_gbQuad = 2;
    } else if (byte >= 0x40 && byte != 0x7F && byte != 0xFF) {
        ++m_gbPairs;
        const bool everydayRow = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
        m_gbEveryday += everydayRow && byte >= 0xA1 ? 1 : 0;
    } else {
        ++m_gbBad;
    }
}

EncodingGuess EncodingProbe::guess() const
{
    if (m_head.starts_with(byteOrderMark))
        return {Encoding::Utf8, true};
    if (m_head.starts_with("\xFF\xFE"))
        return {Encoding::Utf16Le, true};
    if (m_head.starts_with("\xFE\xFF"))
        return {Encoding::Utf16Be, true};
    const std::uint64_t pairs = m_size / 2;
    // Delimiters, digits and line ends of a table are ASCII, even when its words are Chinese.
    const auto mostly = [&](int side) { return m_nuls[side] * 20 > pairs && m_nuls[1 - side] * 4 <= m_nuls[side]; };
    if (mostly(1))
        return {Encoding::Utf16Le, true};
    if (mostly(0))
        return {Encoding::Utf16Be, true};
    const std::uint64_t bad = m_utf8Bad + (m_utf8Open.empty() ? 0 : 1);
    // Text in another encoding hardly ever looks like UTF-8 more often than not; a cut or pasted byte in UTF-8 costs its row.
    if (bad == 0 || m_utf8Good > bad)
        return {Encoding::Utf8, m_utf8Good >= 20 * bad};
    return guessLegacy();
}

EncodingGuess EncodingProbe::guessLegacy() const
{
    const std::uint64_t bad = m_gbBad + (m_gbLead != 0 || m_gbQuad != 0 ? 1 : 0);
    const bool clean = bad == 0 || bad * 50 <= m_gbPairs;
    const bool everyday = m_gbEveryday * 10 >= m_gbPairs * 6;
    if (m_gbPairs > 0 && clean && everyday)
        return {Encoding::Gb18030, m_gbPairs >= 4 && m_gbEveryday * 10 >= m_gbPairs * 8};
    return {Encoding::Cp1252, !clean || m_gbEveryday * 10 < m_gbPairs * 3};
}

Decoder::Decoder(Encoding encoding) : m_encoding(encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(std::string(name(encoding)).c_str(), &status));
    if (m_converter)
        ucnv_setToUCallBack(m_converter.get(), &markBadBytes, nullptr, nullptr, nullptr, &status);
}

void Decoder::Closer::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

void Decoder::decode(std::string_view bytes, bool last, std::string &text)
{
    if (m_encoding == Encoding::Utf8)
        decodeUtf8(bytes, last, text);
    else
        convert(bytes, last, text);
}

void Decoder::decodeUtf8(std::string_view bytes, bool last, std::string &text)
{
    m_pending += bytes;
    const std::size_t complete = last ? m_pending.size() : completeLength(m_pending);
    const std::string_view whole = std::string_view(m_pending).substr(0, complete);
    if (support::isUtf8(whole))
        append(whole, text);
    else
        convert(whole, true, text);
    m_pending.erase(0, complete);
}

void Decoder::convert(std::string_view bytes, bool last, std::string &text)
{
    std::array<UChar, 4096> wide{};
    std::array<char, 4096 * 3> narrow{};
    const char *from = bytes.data();
    const char *const end = from + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    // A surrogate pair may be cut by the end of `wide`; ICU keeps its second half for the next round, we the first.
    std::size_t kept = 0;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar *into = wide.data() + kept;
        ucnv_toUnicode(m_converter.get(), &into, wide.data() + wide.size(), &from, end, nullptr, last ? 1 : 0, &status);
        std::size_t count = static_cast<std::size_t>(into - wide.data());
        kept = status == U_BUFFER_OVERFLOW_ERROR && count > 0 && U16_IS_LEAD(wide[count - 1]) ? 1 : 0;
        count -= kept;
        UErrorCode narrowing = U_ZERO_ERROR;
        std::int32_t length = 0;
        u_strToUTF8WithSub(narrow.data(), static_cast<std::int32_t>(narrow.size()), &length, wide.data(),
                           static_cast<std::int32_t>(count), 0xFDD0, nullptr, &narrowing);
        append(std::string_view(narrow.data(), static_cast<std::size_t>(length)), text);
        if (kept != 0)
            wide[0] = wide[count];
    }
}

void Decoder::append(std::string_view piece, std::string &text)
{
    if (piece.empty())
        return;
    if (m_atStart && piece.starts_with(byteOrderMark))
        piece.remove_prefix(byteOrderMark.size());
    m_atStart = false;
    text += piece;
}

} // namespace exchange
