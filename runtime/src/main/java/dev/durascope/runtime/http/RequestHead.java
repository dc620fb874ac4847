package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Header;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a worker is told of a request's first lines.
 *
 * <p>Of the headers that Cloudflare's network adds, local development has just {@code
 * CF-Connecting-IP}; one that the client sends itself stays, so that tests can pretend.
 */
final class RequestHead {
  private static final String CONNECTING_IP = "CF-Connecting-IP";

  private RequestHead() {}

  /** The absolute URL: from the request line if it has one, else from the Host header. */
  static String url(HttpRequest request, InetSocketAddress local) {
    var target = HeaderText.decoded(request.uri());
    if (target.startsWith("/")) {
      return "http://" + host(request.headers(), local) + target;
    }
    var lower = target.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return target;
    }
    return "http://" + host(request.headers(), local) + "/" + (target.equals("*") ? "" : target);
  }

  private static String host(HttpHeaders headers, InetSocketAddress local) {
    var host = headers.get(HttpHeaderNames.HOST);
    return host == null || host.isBlank()
        ? HttpUtil.formatHostnameForHttp(local) + ":" + local.getPort()
        : host;
  }

  /** All headers in the order sent, one that comes twice twice. */
  static List<Header> headers(HttpRequest request, InetSocketAddress peer) {
    var sent = request.headers();
    var result = new ArrayList<Header>(sent.size() + 1);
    for (var entries = sent.iteratorCharSequence(); entries.hasNext(); ) {
      var entry = entries.next();
      result.add(
          new Header(entry.getKey().toString(), HeaderText.decoded(entry.getValue().toString())));
    }
    if (!sent.contains(CONNECTING_IP)) {
      result.add(new Header(CONNECTING_IP, withoutZone(peer.getAddress().getHostAddress())));
    }
    return result;
  }

  private static String withoutZone(String address) {
    var zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  /** Whether a body is announced, be it an empty one. */
  static boolean announcesBody(HttpRequest request) {
    return request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
  }
}
