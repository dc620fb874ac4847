package dev.durascope.runtime.message;

/**
 * Where a {@link Connection} leads.
 *
 * @param host a name, or an address of IP; one of version 6 in brackets
 */
public record Endpoint(String host, int port, Transport transport) {
  /** What the bytes travel in. */
  public enum Transport {
    /** Nothing: they are sent as they are. */
    PLAIN,
    /** TLS, with a server whose certificate is for the host. */
    TLS
  }
}
