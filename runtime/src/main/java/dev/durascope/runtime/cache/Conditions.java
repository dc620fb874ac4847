package dev.durascope.runtime.cache;

import dev.durascope.runtime.message.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Conditional requests, and requests for a part, of a response that the cache has. */
final class Conditions {
  private static final Pattern RANGES =
      Pattern.compile("bytes *= *((?:\\d+-\\d*|-\\d+)(?: *, *(?:\\d+-\\d*|-\\d+))*)");

  private Conditions() {}

  /** A part of a body; {@code to} is inclusive. */
  private record Span(int from, int to) {
    String of(int length) {
      return "bytes " + from + "-" + to + "/" + length;
    }
  }

  static CachedResponse answer(CachedResponse found, List<Header> request) {
    if (isUnchanged(found, request)) {
      return found.with(304, "Not Modified", found.headers(), new byte[0]);
    }
    var range = CachedResponse.valueOf(request, "range");
    return range.map(wanted -> part(found, wanted)).orElse(found);
  }

  private static boolean isUnchanged(CachedResponse found, List<Header> request) {
    var tags = CachedResponse.valueOf(request, "if-none-match");
    if (tags.isPresent()) {
      var own = found.header("etag").map(Conditions::opaque);
      return own.isPresent()
          && (tags.get().trim().equals("*")
              || Arrays.stream(tags.get().split(",", -1))
                  .anyMatch(tag -> opaque(tag.trim()).equals(own.get())));
    }
    var since = CachedResponse.valueOf(request, "if-modified-since").flatMap(Lifetime::date);
    var modified = found.header("last-modified").flatMap(Lifetime::date);
    return since.isPresent() && modified.isPresent() && modified.get() <= since.get();
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static CachedResponse part(CachedResponse found, String wanted) {
    var body = found.body();
    var spans = spans(wanted, body.length);
    if (spans.isEmpty()) {
      return found.with(
          416,
          "Range Not Satisfiable",
          List.of(
              new Header("Content-Range", "bytes */" + body.length),
              new Header("CF-Cache-Status", "HIT")),
          new byte[0]);
    }
    if (spans.get().size() == 1) {
      var span = spans.get().getFirst();
      var part = Arrays.copyOfRange(body, span.from, span.to + 1);
      var headers = new ArrayList<>(without(found.headers(), "content-length"));
      headers.add(new Header("Content-Length", String.valueOf(part.length)));
      headers.add(new Header("Content-Range", span.of(body.length)));
      return found.with(206, "Partial Content", headers, part);
    }
    return parts(found, spans.get());
  }

  private static CachedResponse parts(CachedResponse found, List<Span> spans) {
    var body = found.body();
    var boundary = "durascope-" + UUID.randomUUID();
    var type =
        found.header("content-type").map(value -> "Content-Type: " + value + "\r\n").orElse("");
    var all = new ByteArrayOutputStream();
    for (var span : spans) {
      var head =
          "--%s\r\n%sContent-Range: %s\r\n\r\n".formatted(boundary, type, span.of(body.length));
      all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      all.write(body, span.from, span.to + 1 - span.from);
      all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes(("--" + boundary + "--").getBytes(StandardCharsets.UTF_8));
    var headers = new ArrayList<>(without(found.headers(), "content-type", "content-length"));
    headers.add(new Header("Content-Type", "multipart/byteranges; boundary=" + boundary));
    return found.with(206, "Partial Content", headers, all.toByteArray());
  }

  private static List<Header> without(List<Header> headers, String... names) {
    return headers.stream()
        .filter(header -> Arrays.stream(names).noneMatch(header.name()::equalsIgnoreCase))
        .toList();
  }

  /** The parts that are wanted; empty if there is one that cannot be had. */
  private static Optional<List<Span>> spans(String wanted, int length) {
    var matcher = RANGES.matcher(wanted.trim());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var spans = new ArrayList<Span>();
    for (var written : matcher.group(1).split(" *, *", -1)) {
      var dash = written.indexOf('-');
      var isSuffix = dash == 0;
      var last = length - 1;
      var from =
          isSuffix ? length - number(written.substring(1)) : number(written.substring(0, dash));
      var to =
          isSuffix || dash == written.length() - 1 ? last : number(written.substring(dash + 1));
      if (from > last || from > to || length == 0) {
        return Optional.empty();
      }
      spans.add(new Span((int) Math.max(0, from), (int) Math.min(last, to)));
    }
    return Optional.of(spans);
  }

  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
