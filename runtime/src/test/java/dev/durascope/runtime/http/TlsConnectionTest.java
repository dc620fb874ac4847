package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Connection;
import dev.durascope.runtime.message.Endpoint;
import dev.durascope.runtime.message.Endpoint.Transport;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections in TLS, to a server of the JDK that has a certificate for {@code localhost}. It reads
 * one byte in plain: a "s" has it answer "t" and go on in TLS; then it sends back what comes.
 */
class TlsConnectionTest {
  private static final String PASSWORD = "changeit";

  @TempDir private static Path directory;
  private static @Nullable KeyStore keys;

  private ServerSocket server;
  private SSLContext serverTls;
  private HttpNetwork network;

  @BeforeEach
  void start() throws Exception {
    var store = keys();
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(store, PASSWORD.toCharArray());
    serverTls = SSLContext.getInstance("TLS");
    serverTls.init(keyManagers.getKeyManagers(), null, null);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    network = new HttpNetwork(SslContextBuilder.forClient().trustManager(trust).build());
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  @AfterEach
  void close() throws IOException {
    network.close();
    server.close();
  }

  /** The JDK's own tool makes the certificate. */
  private static KeyStore keys() throws Exception {
    if (keys == null) {
      var file = directory.resolve("keys.p12");
      var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      var command =
          new ProcessBuilder(
              tool,
              "-genkeypair",
              "-alias",
              "server",
              "-keyalg",
              "EC",
              "-dname",
              "CN=localhost",
              "-ext",
              "SAN=dns:localhost",
              "-keystore",
              file.toString(),
              "-storepass",
              PASSWORD);
      assertThat(command.inheritIO().start().waitFor()).isZero();
      var loaded = KeyStore.getInstance("PKCS12");
      try (var input = Files.newInputStream(file)) {
        loaded.load(input, PASSWORD.toCharArray());
      }
      keys = loaded;
    }
    return keys;
  }

  private void accept() {
    while (true) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      var first = plain.getInputStream().read();
      if (first == 's') {
        plain.getOutputStream().write('t');
        echo(secured(plain, null));
      } else {
        echo(secured(plain, (byte) first));
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  private SSLSocket secured(Socket plain, @Nullable Byte consumed) throws IOException {
    var already =
        consumed == null
            ? InputStream.nullInputStream()
            : new ByteArrayInputStream(new byte[] {consumed});
    return (SSLSocket) serverTls.getSocketFactory().createSocket(plain, already, true);
  }

  private static void echo(SSLSocket socket) throws IOException {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    }
  }

  private Connection connect(String host, Transport transport) throws Exception {
    return get(network.connect(new Endpoint(host, server.getLocalPort(), transport)));
  }

  private static <T extends @Nullable Object> T get(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }

  private static String sentBack(Connection connection, String text) throws Exception {
    get(connection.write(text.getBytes(UTF_8)));
    var result = new StringBuilder();
    while (result.length() < text.length()) {
      var bytes = get(connection.read());
      if (bytes == null) {
        break;
      }
      result.append(new String(bytes, UTF_8));
    }
    return result.toString();
  }

  @Test
  void speaksTlsFromTheStart() throws Exception {
    var connection = connect("localhost", Transport.TLS);
    assertThat(sentBack(connection, "a".repeat(100_000))).hasSize(100_000);
    get(connection.shutdownOutput());
    assertThat(get(connection.read())).isNull();
    get(connection.closed());
  }

  @Test
  void goesOnInTls() throws Exception {
    var connection = connect("localhost", Transport.PLAIN);
    assertThat(sentBack(connection, "s")).isEqualTo("t");
    get(connection.startTls("localhost"));
    assertThat(sentBack(connection, "secret")).isEqualTo("secret");
    connection.close();
    get(connection.closed());
  }

  @Test
  void wantsACertificateForTheHost() {
    assertThatThrownBy(() -> connect("127.0.0.1", Transport.TLS))
        .hasMessageContaining("TLS handshake failed");
  }
}
