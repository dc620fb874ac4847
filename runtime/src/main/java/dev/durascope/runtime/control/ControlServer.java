package dev.durascope.runtime.control;

import dev.durascope.runtime.http.FrontDoorOptions;
import dev.durascope.runtime.http.HttpBindException;
import dev.durascope.runtime.http.HttpFrontDoor;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Serves the control API and the panel on loopback.
 *
 * <p>Whoever may use the API can change what objects have stored, so every run has a new secret
 * token. The token reaches a tool by the {@link ControlFile}, which only the user can read, or by
 * the debug adapter; a web page that the user happens to visit has neither it nor, by the checks of
 * Host and Origin, a way to ask.
 */
public final class ControlServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int TOKEN_BYTES = 24;

  private final HttpFrontDoor door;
  private final ControlHandler handler;
  private final String token;

  private ControlServer(HttpFrontDoor door, ControlHandler handler, String token) {
    this.door = door;
    this.handler = handler;
    this.token = token;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for one that is free
   */
  public static ControlServer start(int port, ControlTarget target) throws HttpBindException {
    var token = newToken();
    var handler = new ControlHandler(target, new AccessRules(token));
    var door = HttpFrontDoor.start(FrontDoorOptions.of(LOOPBACK, port), handler);
    return new ControlServer(door, handler, token);
  }

  private static String newToken() {
    var bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The API's base address, without a path. */
  public URI url() {
    return URI.create("http://%s:%d".formatted(LOOPBACK, door.address().getPort()));
  }

  /** The secret of this run. */
  public String token() {
    return token;
  }

  /** The panel's address. It carries the token, so it is for the user alone. */
  public URI panel() {
    return URI.create(url() + "/?token=" + token);
  }

  /** Stops serving; streams of events end. */
  @Override
  public void close() {
    door.close();
    handler.close();
  }
}
