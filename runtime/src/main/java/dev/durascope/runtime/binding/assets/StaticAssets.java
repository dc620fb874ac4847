package dev.durascope.runtime.binding.assets;

import dev.durascope.model.config.EffectiveConfig.Assets;
import dev.durascope.runtime.binding.store.BlobFolder;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files as {@code wrangler dev} serves it: redirects, HTML handling, what is not found,
 * and headers, in this order. Blocks; usable on any thread.
 *
 * @see <a href="https://developers.cloudflare.com/workers/static-assets/">the rules</a>
 */
public final class StaticAssets {
  private static final String REVALIDATE = "public, max-age=0, must-revalidate";
  private static final int TEMPORARY_REDIRECT = 307;

  private final Assets settings;
  private final AssetFolder folder;
  private final HtmlHandling html;

  /** The files that a configuration names. */
  public StaticAssets(Assets settings) {
    this.settings = settings;
    this.folder = new AssetFolder(settings.directory());
    this.html = HtmlHandling.of(settings.htmlHandling().orElse(""));
  }

  /** What is to be sent; the body is made late, since HEAD and 304 have none. */
  private sealed interface Answer {}

  private record File(Path path, int status) implements Answer {}

  private record Redirect(String location, int status) implements Answer {}

  private record Refused(int status) implements Answer {}

  /**
   * Whether the files answer this request rather than the Worker.
   *
   * @param navigationPrefersAssets whether a browser that goes to a page gets what is not found,
   *     too (the flag {@code assets_navigation_prefers_asset_serving})
   */
  public boolean goesFirst(RequestMessage request, boolean navigationPrefersAssets) {
    var path = path(request);
    if (matches(path, true)) {
      return true;
    }
    if (matches(path, false)) {
      return false;
    }
    var navigates = header(request, "sec-fetch-mode").filter("navigate"::equals).isPresent();
    var withNotFound =
        !settings.runWorkerFirst().isEmpty() || (navigationPrefersAssets && navigates);
    return answer(request, withNotFound).isPresent();
  }

  /** Whether a pattern of {@code run_worker_first} matches; those with {@code !} are for assets. */
  private boolean matches(String path, boolean negative) {
    return settings.runWorkerFirst().stream()
        .filter(pattern -> pattern.startsWith("!") == negative)
        .map(pattern -> negative ? pattern.substring(1) : pattern)
        .anyMatch(pattern -> path.matches(glob(pattern)));
  }

  private static String glob(String pattern) {
    return Arrays.stream(pattern.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }

  /** The response to a request; 404 without a body where there is nothing. */
  public ResponseMessage fetch(RequestMessage request) {
    var answer = answer(request, true);
    try {
      var response = answer.isEmpty() ? plain(404) : response(request, answer.get());
      return withHeaders(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException("An asset cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<Answer> answer(RequestMessage request, boolean withNotFound) {
    var path = path(request);
    var redirect = RedirectRules.read(folder.lines("_redirects")).find(host(request), path);
    if (redirect.isPresent() && redirect.get().status() != RedirectRules.PROXY) {
      return Optional.of(
          new Redirect(location(request, redirect.get().to()), redirect.get().status()));
    }
    var effective = redirect.map(target -> pathOf(target.to())).orElse(path);
    var decoded = decode(effective);
    var found = html.find(decoded, folder);
    if (found.isEmpty()) {
      var instead = withNotFound ? notFound(decoded) : Optional.<Answer>empty();
      return instead.isEmpty() && redirect.isPresent()
          ? Optional.of(new Refused(404))
          : checked(request, instead);
    }
    Answer answer =
        switch (found.get()) {
          case HtmlHandling.Elsewhere(var destination) ->
              new Redirect(encode(destination) + search(request), TEMPORARY_REDIRECT);
          case HtmlHandling.Asset(var file) ->
              encode(decoded).equals(effective)
                  ? new File(file, 200)
                  : new Redirect(encode(decoded) + search(request), TEMPORARY_REDIRECT);
        };
    return checked(request, Optional.of(answer));
  }

  private static Optional<Answer> checked(RequestMessage request, Optional<Answer> answer) {
    var isRead = request.method().equals("GET") || request.method().equals("HEAD");
    return answer.map(found -> isRead ? found : new Refused(405));
  }

  private Optional<Answer> notFound(String path) {
    return switch (settings.notFoundHandling().orElse("none")) {
      case "single-page-application" -> folder.find("/index.html").map(file -> new File(file, 200));
      case "404-page" -> nearestPage(path).map(file -> new File(file, 404));
      default -> Optional.empty();
    };
  }

  /** The page for what is not found that is nearest above a path. */
  private Optional<Path> nearestPage(String path) {
    for (var end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      var page = folder.find(path.substring(0, end) + "/404.html");
      if (page.isPresent()) {
        return page;
      }
    }
    return Optional.empty();
  }

  private static ResponseMessage response(RequestMessage request, Answer answer)
      throws IOException {
    return switch (answer) {
      case Refused(var status) -> plain(status);
      case Redirect(var location, var status) ->
          message(status, List.of(new Header("location", location)), Body.NONE);
      case File(var file, var status) -> file(request, file, status);
    };
  }

  private static ResponseMessage file(RequestMessage request, Path file, int status)
      throws IOException {
    var etag = "\"" + AssetFolder.etag(file) + "\"";
    var headers = new ArrayList<Header>();
    headers.add(new Header("etag", etag));
    ContentTypes.of(String.valueOf(file.getFileName()))
        .ifPresent(type -> headers.add(new Header("content-type", type)));
    if (header(request, "authorization").isEmpty() && header(request, "range").isEmpty()) {
      headers.add(new Header("cache-control", REVALIDATE));
    }
    headers.add(new Header("cf-cache-status", "HIT"));
    var known = header(request, "if-none-match").orElse("");
    if (known.equals(etag) || known.equals("W/" + etag)) {
      return message(304, headers, Body.NONE);
    }
    if (request.method().equals("HEAD")) {
      headers.add(new Header("content-length", String.valueOf(Files.size(file))));
      return message(status, headers, Body.NONE);
    }
    return message(status, headers, BlobFolder.readFile(file));
  }

  private static ResponseMessage plain(int status) {
    return message(status, List.of(), Body.NONE);
  }

  private static ResponseMessage message(int status, List<Header> headers, Body body) {
    return new ResponseMessage(status, "", headers, body, "", Optional.empty());
  }

  private ResponseMessage withHeaders(RequestMessage request, ResponseMessage response) {
    var rules = HeaderRules.read(folder.lines("_headers"));
    return message(
        response.status(),
        rules.apply(host(request), path(request), response.headers()),
        response.body());
  }

  // ---- URLs, whose texts come from clients and so may be anything

  private static @Nullable URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String afterHost(String url) {
    var slash = url.indexOf('/', url.indexOf("://") + "://".length());
    return slash < 0 ? "/" : url.substring(slash);
  }

  private static String path(RequestMessage request) {
    return pathOf(afterHost(request.url()));
  }

  private static String pathOf(String target) {
    return target.split("[?#]", 2)[0];
  }

  private static String search(RequestMessage request) {
    var query = request.url().indexOf('?');
    return query < 0 ? "" : request.url().substring(query);
  }

  private static String host(RequestMessage request) {
    var uri = uri(request.url());
    return uri == null || uri.getAuthority() == null ? "" : uri.getAuthority();
  }

  /** Where a redirect leads, with the request's query unless it has one of its own. */
  private static String location(RequestMessage request, String to) {
    var search = search(request);
    if (search.isEmpty() || to.contains("?")) {
      return to;
    }
    var hash = to.indexOf('#');
    return hash < 0 ? to + search : to.substring(0, hash) + search + to.substring(hash);
  }

  private static String decode(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(StaticAssets::decodeSegment)
        .collect(Collectors.joining("/"))
        .replaceAll("/+", "/");
  }

  private static String decodeSegment(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  /** As {@code encodeURIComponent} does, segment by segment. */
  private static String encode(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(
            segment ->
                URLEncoder.encode(segment, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%21", "!")
                    .replace("%27", "'")
                    .replace("%28", "(")
                    .replace("%29", ")")
                    .replace("%7E", "~"))
        .collect(Collectors.joining("/"));
  }

  private static Optional<String> header(RequestMessage request, String name) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
