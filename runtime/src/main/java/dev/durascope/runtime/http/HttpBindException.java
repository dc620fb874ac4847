package dev.durascope.runtime.http;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** A front door cannot listen where it was told to. The message says why and what to do. */
public final class HttpBindException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String host;
  private final int port;

  HttpBindException(String host, int port, Throwable cause) {
    super(message(host, port, cause), cause);
    this.host = host;
    this.port = port;
  }

  /** The address that was asked for. */
  public String host() {
    return host;
  }

  /** The port that was asked for. */
  public int port() {
    return port;
  }

  private static String message(String host, int port, Throwable cause) {
    var text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
      return "Cannot listen on %s: no address is known by that name. Use 127.0.0.1 or a name of this machine"
          .formatted(host);
    }
    if (cause instanceof BindException && text.contains("in use")) {
      return "Port %d of %s is in use by another process. Stop that process or choose another port"
          .formatted(port, host);
    }
    if (cause instanceof BindException && text.contains("assign")) {
      return "Cannot listen on %s: it is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all"
          .formatted(host);
    }
    if (text.contains("permission")) {
      return "Not allowed to listen on port %d of %s. Choose a port above 1023"
          .formatted(port, host);
    }
    return "Cannot listen on port %d of %s: %s".formatted(port, host, cause.getMessage());
  }
}
