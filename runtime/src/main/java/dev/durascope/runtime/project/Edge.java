package dev.durascope.runtime.project;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Cloudflare's network does to a request on its way to a Worker: it says in {@code request.cf}
 * where the request came from, and takes encodings that the client may not.
 *
 * <p>{@code request.cf} is what {@code wrangler dev} has fetched once and keeps in {@code cf.json};
 * where that has not been, the placeholder that wrangler falls back to. Nothing is fetched. The
 * places and variables are those of Miniflare ({@code packages/miniflare/src/cf.ts}).
 *
 * @see <a href="https://developers.cloudflare.com/workers/runtime-apis/request/">Request</a>
 */
final class Edge {
  private static final String ENABLED = "CLOUDFLARE_CF_FETCH_ENABLED";
  private static final String FILE = "CLOUDFLARE_CF_FETCH_PATH";
  private static final String CACHE = "MINIFLARE_CACHE_DIR";

  private static final String ACCEPT_ENCODING = "Accept-Encoding";
  private static final String ENCODINGS = "br, gzip";

  /** The JSON of {@code request.cf} up to its last member, which is each client's own. */
  private final String begin;

  private Edge(String cf) {
    var open = cf.strip();
    var members = open.substring(1, open.length() - 1).strip();
    this.begin = "{" + members + (members.isEmpty() ? "" : ",") + "\"clientAcceptEncoding\":";
  }

  /**
   * The edge before a project.
   *
   * @param home the project's folder, in which relative paths are
   * @param environment of the process
   * @param log is told of a file that cannot be read
   */
  static Edge before(Path home, Map<String, String> environment, ProjectLog log) {
    return new Edge(
        kept(home, environment).flatMap(file -> read(file, log)).orElseGet(Edge::placeholder));
  }

  private static Optional<Path> kept(Path home, Map<String, String> environment) {
    if (environment.getOrDefault(ENABLED, "").equalsIgnoreCase("false")) {
      return Optional.empty();
    }
    return Stream.of(
            environment.getOrDefault(FILE, ""),
            environment.containsKey(CACHE) ? environment.get(CACHE) + "/cf.json" : "",
            "node_modules/.mf/cf.json",
            ".wrangler/cache/cf.json")
        .filter(place -> !place.isEmpty())
        .map(home::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Optional<String> read(Path file, ProjectLog log) {
    try {
      var text = Files.readString(file);
      if (JsonParser.parseString(text).isJsonObject()) {
        return Optional.of(text);
      }
      warn(file, "it is no JSON object", log);
    } catch (IOException | JsonParseException e) {
      warn(file, String.valueOf(e.getMessage()), log);
    }
    return Optional.empty();
  }

  private static void warn(Path file, String why, ProjectLog log) {
    log.message(
        ProjectLog.Level.WARN,
        "request.cf is a placeholder, since %s cannot be read: %s".formatted(file, why));
  }

  private static String placeholder() {
    try (var stream = Edge.class.getResourceAsStream("cf.json")) {
      if (stream == null) {
        throw new IllegalStateException("The runtime has no cf.json");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's cf.json cannot be read", e);
    }
  }

  /** A request of a client's as the Worker gets it; what says {@code cf} itself keeps that. */
  RequestMessage arrived(RequestMessage request) {
    var headers = new ArrayList<Header>(request.headers().size() + 1);
    var accepted = new StringBuilder();
    for (var header : request.headers()) {
      if (header.name().equalsIgnoreCase(ACCEPT_ENCODING)) {
        accepted.append(accepted.isEmpty() ? "" : ", ").append(header.value());
      } else {
        headers.add(header);
      }
    }
    headers.add(new Header(ACCEPT_ENCODING, ENCODINGS));
    var cf = request.cf().orElseGet(() -> begin + new JsonPrimitive(accepted.toString()) + "}");
    return request.with(List.copyOf(headers), cf);
  }
}
