package dev.durascope.runtime.project;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.api.Decoding;
import dev.durascope.runtime.message.BodyEncoding;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Cloudflare's network does between clients and a Worker: it says in {@code request.cf} where
 * a request came from, and takes encodings that the client may not, from whom it then keeps them.
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
  private static final String CONTENT_ENCODING = "Content-Encoding";
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

  /** Brings a client's request to a Worker, and what that answers back. */
  CompletableFuture<ResponseMessage> pass(
      RequestMessage sent, Function<RequestMessage, CompletableFuture<ResponseMessage>> worker) {
    var accepted = accepted(sent);
    return worker
        .apply(arrived(sent, accepted.header()))
        .thenApply(response -> readable(response, accepted));
  }

  private static AcceptedEncodings accepted(RequestMessage sent) {
    var values = sent.headers().stream().filter(Edge::isAcceptEncoding).map(Header::value);
    return new AcceptedEncodings(values.collect(Collectors.joining(", ")));
  }

  private static boolean isAcceptEncoding(Header header) {
    return header.name().equalsIgnoreCase(ACCEPT_ENCODING);
  }

  /** A request as the Worker gets it; one that says {@code cf} itself keeps that. */
  private RequestMessage arrived(RequestMessage sent, String accepted) {
    var headers = new ArrayList<Header>(sent.headers().size() + 1);
    for (var header : sent.headers()) {
      if (!isAcceptEncoding(header)) {
        headers.add(header);
      }
    }
    headers.add(new Header(ACCEPT_ENCODING, ENCODINGS));
    return sent.with(headers, sent.cf().orElseGet(() -> begin + new JsonPrimitive(accepted) + "}"));
  }

  /** An answer without the encoding that the client does not take. */
  private static ResponseMessage readable(ResponseMessage response, AcceptedEncodings accepted) {
    for (var header : response.headers()) {
      if (header.name().equalsIgnoreCase(CONTENT_ENCODING) && !accepted.accept(header.value())) {
        return plain(response, header);
      }
    }
    return response;
  }

  private static ResponseMessage plain(ResponseMessage response, Header encoding) {
    var body = response.body();
    if (response.encoding() == BodyEncoding.MANUAL) {
      body = Decoding.decoded(body, encoding.value());
      if (body.equals(response.body())) {
        return response; // nobody here knows it
      }
    }
    var headers = response.headers().stream().filter(header -> !header.equals(encoding)).toList();
    return new ResponseMessage(
        response.status(),
        response.statusText(),
        headers,
        body,
        response.url(),
        response.webSocket());
  }
}
