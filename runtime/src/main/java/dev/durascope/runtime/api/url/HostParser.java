package dev.durascope.runtime.api.url;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses and serializes hosts: domains, IPv4 and IPv6 addresses, opaque hosts. */
final class HostParser {
  private static final BitSet FORBIDDEN_HOST = chars("\0\t\n\r #/:<>?@[\\]^|");
  private static final BitSet FORBIDDEN_DOMAIN = forbiddenDomain();
  private static final int IPV6_PIECES = 8;

  private HostParser() {}

  private static BitSet chars(String text) {
    var result = new BitSet();
    text.chars().forEach(result::set);
    return result;
  }

  private static BitSet forbiddenDomain() {
    var result = (BitSet) FORBIDDEN_HOST.clone();
    result.set(0, 0x20);
    result.set('%');
    result.set(0x7f);
    return result;
  }

  /** The serialized host, or null if {@code input} is none. */
  static @Nullable String parse(String input, boolean isOpaque) {
    if (input.startsWith("[")) {
      return input.endsWith("]") ? ipv6(input.substring(1, input.length() - 1)) : null;
    }
    if (isOpaque) {
      return containsAny(input, FORBIDDEN_HOST)
          ? null
          : PercentEncoding.encode(input, PercentEncoding.C0_CONTROL);
    }
    var domain = Domains.toAscii(PercentEncoding.decode(input));
    if (domain == null || domain.isEmpty() || containsAny(domain, FORBIDDEN_DOMAIN)) {
      return null;
    }
    return endsInNumber(domain) ? ipv4(domain) : domain;
  }

  private static boolean containsAny(String text, BitSet set) {
    return text.chars().anyMatch(set::get);
  }

  private static boolean endsInNumber(String domain) {
    var parts = parts(domain);
    var last = parts.getLast();
    if (last.isEmpty()) {
      return false;
    }
    return last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) >= 0;
  }

  /** The labels; an empty last one, after a trailing dot, does not count. */
  private static List<String> parts(String domain) {
    var parts = new ArrayList<>(List.of(domain.split("\\.", -1)));
    if (parts.size() > 1 && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts;
  }

  private static @Nullable String ipv4(String domain) {
    var parts = parts(domain);
    if (parts.size() > 4) {
      return null;
    }
    var address = 0L;
    for (var i = 0; i < parts.size(); i++) {
      var number = number(parts.get(i));
      var isLast = i == parts.size() - 1;
      var limit = isLast ? 1L << (8 * (5 - parts.size())) : 256L;
      if (number < 0 || number >= limit) {
        return null;
      }
      address += isLast ? number : number << (8 * (3 - i));
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /** A decimal, octal or hexadecimal number as IPv4 allows it; -1 if it is none. */
  private static long number(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    var radix = 10;
    var digits = text;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      radix = 16;
      digits = text.substring(2);
    } else if (text.length() > 1 && text.startsWith("0")) {
      radix = 8;
      digits = text.substring(1);
    }
    if (digits.isEmpty()) {
      return 0;
    }
    var value = 0L;
    for (var i = 0; i < digits.length(); i++) {
      var digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0 || digits.charAt(i) >= 0x80) {
        return -1;
      }
      value = Math.min(value * radix + digit, 1L << 40);
    }
    return value;
  }

  private static @Nullable String ipv6(String input) {
    var halves = input.split("::", -1);
    if (halves.length > 2) {
      return null;
    }
    var isCompressed = halves.length == 2;
    var head = pieces(halves[0], !isCompressed);
    var tail = isCompressed ? pieces(halves[1], true) : List.<Integer>of();
    if (head == null || tail == null) {
      return null;
    }
    var count = head.size() + tail.size();
    if (isCompressed ? count >= IPV6_PIECES : count != IPV6_PIECES) {
      return null;
    }
    var pieces = new ArrayList<>(head);
    for (var i = count; i < IPV6_PIECES; i++) {
      pieces.add(0);
    }
    pieces.addAll(tail);
    return serialize(pieces);
  }

  private static @Nullable List<Integer> pieces(String text, boolean mayEndInIpv4) {
    var pieces = new ArrayList<Integer>();
    if (text.isEmpty()) {
      return pieces;
    }
    var parts = text.split(":", -1);
    for (var i = 0; i < parts.length; i++) {
      var part = parts[i];
      if (part.indexOf('.') >= 0) {
        if (!mayEndInIpv4 || i != parts.length - 1 || !addIpv4(pieces, part)) {
          return null;
        }
      } else if (part.matches("[0-9a-fA-F]{1,4}")) {
        pieces.add(Integer.parseInt(part, 16));
      } else {
        return null;
      }
    }
    return pieces;
  }

  private static boolean addIpv4(List<Integer> pieces, String text) {
    if (!text.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")) {
      return false;
    }
    var bytes = text.split("\\.", -1);
    for (var i = 0; i < 4; i += 2) {
      var high = Integer.parseInt(bytes[i]);
      var low = Integer.parseInt(bytes[i + 1]);
      if (high > 255 || low > 255) {
        return false;
      }
      pieces.add(high * 256 + low);
    }
    return true;
  }

  private static String serialize(List<Integer> pieces) {
    var bestStart = -1;
    var bestLength = 1;
    for (var i = 0; i < IPV6_PIECES; i++) {
      var end = i;
      while (end < IPV6_PIECES && pieces.get(end) == 0) {
        end++;
      }
      if (end - i > bestLength) {
        bestStart = i;
        bestLength = end - i;
      }
    }
    var text = new StringBuilder("[");
    for (var i = 0; i < IPV6_PIECES; i++) {
      if (i == bestStart) {
        text.append(i == 0 ? "::" : ":");
        i += bestLength - 1;
        continue;
      }
      text.append(Integer.toHexString(pieces.get(i)).toLowerCase(Locale.ROOT));
      if (i < IPV6_PIECES - 1) {
        text.append(':');
      }
    }
    return text.append(']').toString();
  }
}
