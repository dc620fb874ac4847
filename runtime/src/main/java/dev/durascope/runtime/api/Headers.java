package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Header fields as one string, {@code name\nvalue\nname\nvalue…}: neither part can hold a line
 * feed. So a whole header section crosses into JavaScript at the price of one string, and is taken
 * apart only if user code asks for it.
 */
final class Headers {
  private Headers() {}

  /** The fields as one string; empty if there are none. */
  static String join(List<Header> headers) {
    if (headers.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    for (var header : headers) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(header.name()).append('\n').append(header.value());
    }
    return text.toString();
  }

  /** The fields of a string that {@link #join} or the prelude has made. */
  static List<Header> split(String text) {
    var headers = new ArrayList<Header>();
    var start = 0;
    while (start < text.length()) {
      var middle = text.indexOf('\n', start);
      var end = text.indexOf('\n', middle + 1);
      if (end < 0) {
        end = text.length();
      }
      headers.add(new Header(text.substring(start, middle), text.substring(middle + 1, end)));
      start = end + 1;
    }
    return headers;
  }
}
