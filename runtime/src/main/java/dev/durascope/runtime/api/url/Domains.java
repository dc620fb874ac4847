package dev.durascope.runtime.api.url;

import java.util.EnumSet;
import java.util.Set;
import org.graalvm.shadowed.com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

/**
 * Domains to ASCII, as UTS #46 does it without the transitional rules: {@code faß.de} keeps its ß.
 *
 * <p>The tables are those of the ICU that GraalJS brings along for itself, of the same version as
 * the engine: a copy of our own would be as large again. An ASCII domain, the common case, only
 * becomes lower case, as in workerd, even if a label is no good Punycode; ICU is not loaded for it.
 */
final class Domains {
  /** What a URL's host may be, though a name in the DNS may not. */
  private static final Set<IDNA.Error> ALLOWED =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  private Domains() {}

  /** Made when it is first needed. */
  private static final class Icu {
    static final IDNA UTS46 =
        IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
  }

  static @Nullable String toAscii(String domain) {
    var lower = lowerIfAscii(domain);
    if (lower != null) {
      return lower;
    }
    var info = new IDNA.Info();
    var ascii = Icu.UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
    return ALLOWED.containsAll(info.getErrors()) ? ascii : null;
  }

  /** Null if the domain is not all ASCII. */
  private static @Nullable String lowerIfAscii(String domain) {
    var lower = new StringBuilder(domain.length());
    for (var i = 0; i < domain.length(); i++) {
      var c = domain.charAt(i);
      if (c >= 0x80) {
        return null;
      }
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c);
    }
    return lower.toString();
  }
}
