package dev.durascope.runtime.api;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The encodings of the Encoding Standard, by their labels. */
final class Encodings {
  /** The charsets that were asked for, by name; there are no more than names. */
  private static final Map<String, Optional<Charset>> MADE = new ConcurrentHashMap<>();

  /** Each encoding and its other labels; a line that is indented goes on with the one above. */
  private static final String LABELS =
      """
      big5: big5-hkscs cn-big5 csbig5 x-x-big5
      euc-jp: cseucpkdfmtjapanese x-euc-jp
      euc-kr: cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601
        ksc_5601 windows-949
      gb18030:
      gbk: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk
      ibm866: 866 cp866 csibm866
      iso-2022-jp: csiso2022jp
      iso-8859-10: csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
      iso-8859-13: iso8859-13 iso885913
      iso-8859-14: iso8859-14 iso885914
      iso-8859-15: csisolatin9 iso8859-15 iso885915 iso_8859-15 l9
      iso-8859-16:
      iso-8859-2: csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2
        latin2
      iso-8859-3: csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3
        latin3
      iso-8859-4: csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4
        latin4
      iso-8859-5: csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5
        iso_8859-5:1988
      iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114
        iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
      iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597
        iso_8859-7 iso_8859-7:1987 sun_eu_greek
      iso-8859-8: csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8
        iso88598 iso_8859-8 iso_8859-8:1988 visual
      iso-8859-8-i: csiso88598i logical
      koi8-r: cskoi8r koi koi8 koi8_r
      koi8-u: koi8-ru
      macintosh: csmacintosh mac x-mac-roman
      shift_jis: csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
      utf-16be: unicodefffe
      utf-16le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16
      utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8
      windows-1250: cp1250 x-cp1250
      windows-1251: cp1251 x-cp1251
      windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100
        iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252
      windows-1253: cp1253 x-cp1253
      windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9
        iso_8859-9:1989 l5 latin5 x-cp1254
      windows-1255: cp1255 x-cp1255
      windows-1256: cp1256 x-cp1256
      windows-1257: cp1257 x-cp1257
      windows-1258: cp1258 x-cp1258
      windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
      x-mac-cyrillic: x-mac-ukrainian
      x-user-defined:
      """;

  /** Java's name of an encoding, where it has another one or a closer match. */
  private static final Map<String, String> CHARSETS =
      Map.of(
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "gbk", "gb18030",
          "big5", "Big5-HKSCS",
          "iso-8859-8-i", "iso-8859-8",
          "windows-874", "x-windows-874",
          "x-mac-cyrillic", "x-MacCyrillic",
          "macintosh", "x-MacRoman");

  /** iso-8859-10 and -14 from 0xA0, which Java lacks. */
  private static final Map<String, String> TABLES =
      Map.of(
          "iso-8859-10",
          "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
              + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞß"
              + "āáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ",
          "iso-8859-14",
          "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
              + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶß"
              + "àáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");

  /** Bytes of which Java's version of an encoding has something else than the standard. */
  private static final Map<String, Map<Integer, Character>> CHANGES =
      Map.of(
          "koi8-u", Map.of(0xae, 'ў', 0xbe, 'Ў'),
          "windows-1255", Map.of(0xca, '\u05ba'),
          "x-mac-cyrillic", Map.of(0xa2, 'Ґ', 0xb6, 'ґ', 0xff, '€'));

  private static final Map<String, String> NAMES = names();

  private Encodings() {}

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (var line : LABELS.replace("\n  ", " ").lines().toList()) {
      var name = line.substring(0, line.indexOf(':'));
      names.put(name, name);
      for (var label : line.substring(name.length() + 1).trim().split(" +", -1)) {
        names.put(label, name);
      }
    }
    names.remove("");
    return names;
  }

  /** The encoding that a label means, in lower case. */
  static Optional<String> name(String label) {
    var trimmed = label.replaceAll("^[\t\n\f\r ]+|[\t\n\f\r ]+$", "");
    return Optional.ofNullable(NAMES.get(trimmed.toLowerCase(Locale.ROOT)));
  }

  /** The charset of an encoding; empty if this Java lacks it. */
  static Optional<Charset> charset(String name) {
    return MADE.computeIfAbsent(name, Encodings::make);
  }

  private static Optional<Charset> make(String name) {
    if (name.equals("x-user-defined") || TABLES.containsKey(name)) {
      return Optional.of(new SingleByteCharset(name, ownTable(name)));
    }
    var java = CHARSETS.getOrDefault(name, name);
    if (!Charset.isSupported(java)) {
      return Optional.empty();
    }
    var charset = Charset.forName(java);
    return name.startsWith("windows-") || CHANGES.containsKey(name)
        ? Optional.of(new SingleByteCharset(name, changedTable(name, charset)))
        : Optional.of(charset);
  }

  private static String ownTable(String name) {
    var table = new StringBuilder();
    var isUserDefined = name.equals("x-user-defined");
    for (var code = 0x80; code < (isUserDefined ? 0x100 : 0xa0); code++) {
      table.append((char) (isUserDefined ? 0xf700 + code : code));
    }
    return table.append(TABLES.getOrDefault(name, "")).toString();
  }

  /** Java's table with the standard's changes; its free bytes below 0xA0 are the C1 controls. */
  private static String changedTable(String name, Charset charset) {
    var changes = CHANGES.getOrDefault(name, Map.of());
    var table = new StringBuilder();
    for (var code = 0x80; code < 0x100; code++) {
      var java = new String(new byte[] {(byte) code}, charset).charAt(0);
      var ours = java == '\ufffd' && code < 0xa0 ? (char) code : java;
      table.append((char) changes.getOrDefault(code, ours));
    }
    return table.toString();
  }
}
