package dev.durascope.runtime.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the parts of a request that the API is made of. */
final class Requests {
  /** The largest body: a value of 2 MiB, the most that storage takes, in its JSON form. */
  private static final int MAX_BODY_BYTES = 16 << 20;

  private Requests() {}

  static Optional<String> header(RequestMessage request, String name) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value())
        .findFirst();
  }

  /** The path of an absolute URL, still percent-encoded. */
  static String path(RequestMessage request) {
    var url = request.url();
    var begin = url.indexOf('/', url.indexOf("://") + 3);
    if (begin < 0) {
      return "/";
    }
    var end = url.indexOf('?', begin);
    return end < 0 ? url.substring(begin) : url.substring(begin, end);
  }

  /** The segments of a path between its slashes, decoded. */
  static List<String> segments(String path) throws ControlRefusal {
    try {
      return Stream.of(path.substring(1).split("/", -1)).map(Requests::decoded).toList();
    } catch (IllegalArgumentException e) {
      throw badRequest("The path is not correctly percent-encoded: " + e.getMessage());
    }
  }

  static Optional<String> query(RequestMessage request, String name) {
    var begin = request.url().indexOf('?');
    if (begin < 0) {
      return Optional.empty();
    }
    return Stream.of(request.url().substring(begin + 1).split("&"))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), UTF_8))
        .findFirst();
  }

  /** Decodes a path segment, in which, other than in a query, a plus sign is one. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  /** Reads the body; waits for what is still on its way. */
  static String text(RequestMessage request) throws ControlRefusal {
    return switch (request.body()) {
      case Body.None _ -> "";
      case Body.Bytes whole -> new String(whole.bytes(), UTF_8);
      case Body.Stream stream -> text(stream);
    };
  }

  /** The body line by line, however long it is; reading waits for what is still on its way. */
  static BufferedReader lines(RequestMessage request) {
    var bytes =
        switch (request.body()) {
          case Body.None _ -> InputStream.nullInputStream();
          case Body.Bytes whole -> new ByteArrayInputStream(whole.bytes());
          case Body.Stream stream -> new BodyInput(stream.channel());
        };
    return new BufferedReader(new InputStreamReader(bytes, UTF_8));
  }

  private static String text(Body.Stream stream) throws ControlRefusal {
    var gathered = new ByteArrayOutputStream();
    var channel = stream.channel();
    for (var chunk = channel.read().join(); chunk != null; chunk = channel.read().join()) {
      gathered.writeBytes(chunk);
      if (gathered.size() > MAX_BODY_BYTES) {
        channel.cancel();
        throw badRequest("The body is longer than %d bytes".formatted(MAX_BODY_BYTES));
      }
    }
    return gathered.toString(UTF_8);
  }

  static ControlRefusal badRequest(String message) {
    return new ControlRefusal(ControlRefusal.Kind.BAD_REQUEST, "bad-request", message);
  }
}
