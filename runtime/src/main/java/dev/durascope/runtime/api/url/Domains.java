package dev.durascope.runtime.api.url;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Domains to ASCII, as UTS #46 does it without the transitional rules: {@code faß.de} keeps its ß.
 *
 * <p>The mapping is lower case and compatibility normalization; the validity criteria for bidi and
 * joiners, and the few mappings that differ from that, are left out. An ASCII domain, the common
 * case, only becomes lower case.
 */
final class Domains {
  private static final int MAX_CODE_POINT_DELTA = Integer.MAX_VALUE;

  private Domains() {}

  static @Nullable String toAscii(String domain) {
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return domain.toLowerCase(Locale.ROOT);
    }
    var mapped =
        Normalizer.normalize(
                domain.replaceAll("[\\u00ad\\u200b\\u2060\\ufeff\\ufe00-\\ufe0f]", ""),
                Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\u3002\\uff0e\\uff61]", ".");
    var labels = Normalizer.normalize(mapped, Normalizer.Form.NFC).split("\\.", -1);
    for (var i = 0; i < labels.length; i++) {
      if (labels[i].indexOf(0xfffd) >= 0) {
        return null;
      }
      if (labels[i].chars().anyMatch(c -> c >= 0x80)) {
        labels[i] = "xn--" + punycode(labels[i]);
      }
    }
    return String.join(".", labels);
  }

  /** RFC 3492, with its names for the parameters. */
  private static String punycode(String label) {
    var codePoints = label.codePoints().toArray();
    var output = new StringBuilder();
    for (var c : codePoints) {
      if (c < 0x80) {
        output.append((char) c);
      }
    }
    var basic = output.length();
    if (basic > 0) {
      output.append('-');
    }
    var n = 0x80;
    var delta = 0;
    var bias = 72;
    for (var handled = basic; handled < codePoints.length; ) {
      var next = MAX_CODE_POINT_DELTA;
      for (var c : codePoints) {
        if (c >= n && c < next) {
          next = c;
        }
      }
      delta += (next - n) * (handled + 1);
      n = next;
      for (var c : codePoints) {
        if (c < n) {
          delta++;
        } else if (c == n) {
          appendDelta(output, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      n++;
    }
    return output.toString();
  }

  private static void appendDelta(StringBuilder output, int delta, int bias) {
    var q = delta;
    for (var k = 36; ; k += 36) {
      var t = Math.clamp(k - bias, 1, 26);
      if (q < t) {
        break;
      }
      output.append(digit(t + (q - t) % (36 - t)));
      q = (q - t) / (36 - t);
    }
    output.append(digit(q));
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapt(int delta, int points, boolean isFirst) {
    var d = isFirst ? delta / 700 : delta / 2;
    d += d / points;
    var k = 0;
    while (d > 455) {
      d /= 35;
      k += 36;
    }
    return k + 36 * d / (d + 38);
  }
}
