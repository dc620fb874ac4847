package dev.durascope.runtime.storage.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real {@code redis-server} that a test starts for itself, on a port of its own. */
public final class RedisPeer implements AutoCloseable {
  private static final long STOP_SECONDS = 10;

  private final int port;
  private final Path folder;
  private final List<String> settings;
  private Process process;

  private RedisPeer(int port, Path folder, List<String> settings) {
    this.port = port;
    this.folder = folder;
    this.settings = settings;
    this.process = launch();
  }

  /**
   * Starts one.
   *
   * @param folder where it keeps its files
   * @param settings more words of its command line
   */
  public static RedisPeer start(Path folder, String... settings) throws IOException {
    return new RedisPeer(freePort(), Files.createDirectories(folder), List.of(settings));
  }

  /** Starts one that speaks TLS only. */
  static RedisPeer startWithTls(Path folder, Path certificate, Path key, Path authority)
      throws IOException {
    var port = freePort();
    return new RedisPeer(
        port,
        Files.createDirectories(folder),
        List.of(
            "--port",
            "0",
            "--tls-port",
            "" + port,
            "--tls-cert-file",
            "" + certificate,
            "--tls-key-file",
            "" + key,
            "--tls-ca-cert-file",
            "" + authority,
            "--tls-auth-clients",
            "no"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process launch() {
    var words =
        new ArrayList<>(
            List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
    words.addAll(List.of("--appendonly", "yes", "--appendfsync", "always", "--dir", "" + folder));
    words.addAll(settings);
    try {
      var started = new ProcessBuilder(words).redirectErrorStream(true).start();
      awaitReady(started.inputReader());
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "redis-server is needed (Debian: apt-get install redis-server)", e);
    }
  }

  private static void awaitReady(BufferedReader output) throws IOException {
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Ready to accept connections")) {
        // Nobody reads on: the little that it says from now on fits into the pipe.
        return;
      }
    }
    throw new IOException("redis-server has ended:\n" + said);
  }

  /** {@code redis://127.0.0.1:port} with this behind it, such as {@code /1}. */
  public RedisAddress address(String rest) {
    return RedisAddress.parse("redis://127.0.0.1:" + port + rest);
  }

  /** With the first database. */
  public RedisAddress address() {
    return address("");
  }

  int port() {
    return port;
  }

  /** Ends it; what was committed is in its folder. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Starts it again on the same port and folder. */
  public void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
