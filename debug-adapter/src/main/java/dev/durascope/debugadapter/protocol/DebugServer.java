package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggeeLauncher;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The adapter on a port of this machine, for one client after the other or several at a time.
 *
 * <p>Who speaks first must speak the protocol: a page in a browser can send HTTP to any port of the
 * machine, with a body that would pass for a message. Its first line is no header of ours, and the
 * connection is closed upon it.
 */
public final class DebugServer implements AutoCloseable {

  private static final String HEADER = "Content-Length:";

  /** How many clients may wait to be accepted. */
  private static final int BACKLOG = 8;

  private static final System.Logger LOG = System.getLogger(DebugServer.class.getName());

  private final ServerSocket listener;
  private final DebuggeeLauncher launcher;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Set<Thread> sessions = ConcurrentHashMap.newKeySet();

  private DebugServer(ServerSocket listener, DebuggeeLauncher launcher) {
    this.listener = listener;
    this.launcher = launcher;
  }

  /**
   * Listens from now on.
   *
   * @param port 0 for any that is free
   */
  public static DebugServer open(int port, DebuggeeLauncher launcher) throws IOException {
    var listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    var server = new DebugServer(listener, launcher);
    Thread.ofVirtual().name("debug-server").start(server::accept);
    return server;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        var connection = listener.accept();
        connections.add(connection);
        sessions.add(
            Thread.ofPlatform().daemon().name("debug-session").start(() -> serve(connection)));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      var in = new PushbackInputStream(connection.getInputStream(), HEADER.length());
      if (speaksTheProtocol(in)) {
        DebugAdapterMain.run(in, connection.getOutputStream(), launcher);
      }
    } catch (IOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "A debug client has gone", e);
    } finally {
      connections.remove(connection);
      sessions.remove(Thread.currentThread());
    }
  }

  private static boolean speaksTheProtocol(PushbackInputStream in) throws IOException {
    var start = in.readNBytes(HEADER.length());
    in.unread(start);
    return new String(start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(HEADER);
  }

  /** Hangs up on all clients, and returns when their sessions are over. */
  @Override
  public void close() {
    try {
      listener.close();
      for (var connection : connections) {
        connection.shutdownInput();
      }
      for (var session : sessions) {
        session.join();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
