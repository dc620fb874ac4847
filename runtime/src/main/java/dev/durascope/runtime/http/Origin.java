package dev.durascope.runtime.http;

import java.util.Locale;

/**
 * Where a request goes: the part of its URL that names a server.
 *
 * @param host without the brackets of an IPv6 address
 */
record Origin(boolean secure, String host, int port) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** A URL of {@code http:} or {@code https:}, taken apart. */
  record Target(Origin origin, String authority, String path) {}

  /**
   * Takes a URL apart that a URL parser has made. It may hold characters that {@code java.net.URI}
   * refuses, so it is cut, not parsed: user and fragment do not travel.
   */
  static Target target(String url) {
    var start = url.indexOf("://");
    var scheme = start < 0 ? "" : url.substring(0, start).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("Fetch API cannot load: " + url);
    }
    var end = start + 3;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    var authority = url.substring(start + 3, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    var fragment = url.indexOf('#', end);
    var rest = url.substring(end, fragment < 0 ? url.length() : fragment);
    return new Target(
        of(scheme.equals("https"), authority), authority, rest.startsWith("/") ? rest : "/" + rest);
  }

  private static Origin of(boolean secure, String authority) {
    var colon = authority.lastIndexOf(':');
    var hasPort = colon > authority.lastIndexOf(']');
    var host = hasPort ? authority.substring(0, colon) : authority;
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    var port = secure ? HTTPS_PORT : HTTP_PORT;
    return new Origin(
        secure, host, hasPort ? Integer.parseInt(authority.substring(colon + 1)) : port);
  }
}
