package dev.durascope.runtime.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** {@code rediss://}: a server is believed that has a certificate for its name, and no other. */
class RedisTlsTest {
  private static final String PASSWORD = "password";

  @TempDir private Path folder;

  @Test
  void theCertificateHasToBeTrustedAndOfTheHost() throws Exception {
    var keys = keys();
    pem("key.pem", "PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
    var certificate = pem("cert.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
    try (var peer =
        RedisPeer.startWithTls(
            folder.resolve("redis"), certificate, folder.resolve("key.pem"), certificate)) {
      var named = RedisAddress.parse("rediss://localhost:" + peer.port());
      try (var server = RedisServer.connect(named, trusting(keys))) {
        assertThat(server.<String>read("ask", RedisClient::ping)).isEqualTo("PONG");
      }
      var numbered = RedisAddress.parse("rediss://127.0.0.1:" + peer.port());
      assertThatThrownBy(() -> RedisServer.connect(numbered, trusting(keys)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("No subject alternative names");
      assertThatThrownBy(() -> RedisStorage.connect(named))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("unable to find valid certification path");
    }
  }

  /** Trusts what the file holds. */
  private SslOptions trusting(KeyStore keys) throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    var file = folder.resolve("trusted.p12");
    try (var output = Files.newOutputStream(file)) {
      trusted.store(output, PASSWORD.toCharArray());
    }
    return SslOptions.builder()
        .truststore(file.toFile(), PASSWORD.toCharArray())
        .trustStoreType("PKCS12")
        .sslVerifyMode(SslVerifyMode.FULL)
        .build();
  }

  private Path pem(String file, String label, byte[] bytes) throws IOException {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(file),
        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }

  /** The JDK's own tool makes the certificate. */
  private KeyStore keys() throws Exception {
    var file = folder.resolve("keys.p12");
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
    return loaded;
  }
}
