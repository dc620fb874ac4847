package dev.durascope.runtime.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the control API.
 *
 * <ul>
 *   <li>The <b>Host</b> must be loopback, or a page whose name was rebound to 127.0.0.1 could talk
 *       to us as its own server.
 *   <li>An <b>Origin</b>, which browsers send for pages, must be the panel's own or that of a VS
 *       Code webview.
 *   <li>The <b>token</b> must be there, as {@code Authorization: Bearer} or, where a client cannot
 *       set headers, as {@code ?token=}.
 * </ul>
 */
final class AccessRules {
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String WEBVIEW = "vscode-webview://";
  private static final String BEARER = "Bearer ";

  private final byte[] token;

  AccessRules(String token) {
    this.token = token.getBytes(UTF_8);
  }

  /** The answer to a request that does not come from this machine's own tools. */
  Optional<ResponseMessage> refusesSource(RequestMessage request) {
    var host = Requests.header(request, "Host").orElse("");
    if (!LOOPBACK_NAMES.contains(withoutPort(host))) {
      return Optional.of(
          Answers.error(
              403, "forbidden-host", "The control API is for 127.0.0.1, not for host " + host));
    }
    return Requests.header(request, "Origin")
        .filter(origin -> !origin.equals("http://" + host) && !isWebview(origin))
        .map(
            origin ->
                Answers.error(
                    403,
                    "forbidden-origin",
                    "Pages of " + origin + " may not use the control API"));
  }

  private static String withoutPort(String host) {
    var colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  /** Whether an origin is a webview's, which needs permission to read answers (CORS). */
  static boolean isWebview(String origin) {
    return origin.startsWith(WEBVIEW);
  }

  /** The answer to a request without the token. */
  Optional<ResponseMessage> refusesToken(RequestMessage request) {
    var given =
        Requests.header(request, "Authorization")
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()))
            .or(() -> Requests.query(request, "token"));
    return given.isPresent() && MessageDigest.isEqual(given.get().getBytes(UTF_8), token)
        ? Optional.empty()
        : Optional.of(
            Answers.error(
                401,
                "unauthorized",
                "The token is missing or wrong. It is in .wrangler/durascope/control.json of the"
                    + " running project"));
  }
}
