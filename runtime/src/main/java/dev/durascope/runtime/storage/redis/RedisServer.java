package dev.durascope.runtime.storage.redis;

import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.StorageException.Kind;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Connections to a Redis server, as many as are used at one time, and what their failures mean. Any
 * thread.
 *
 * <p>A connection may have been lost since it was last used, as when the server was started anew. A
 * read then tries another one. A transaction does not, because nobody knows whether it has come
 * through.
 */
final class RedisServer implements AutoCloseable {
  /** How many connections there may be; who needs one more waits. */
  static final int MAX_CONNECTIONS = 32;

  /** How long a connection may take to be made, in milliseconds. */
  static final int CONNECT_MILLIS = 5_000;

  /** How long the server may take to answer, in milliseconds. */
  static final int ANSWER_MILLIS = 10_000;

  private final RedisAddress address;
  private final RedisClient client;

  private RedisServer(RedisAddress address, RedisClient client) {
    this.address = address;
    this.client = client;
  }

  /**
   * Connects to a server.
   *
   * @throws StorageException if there is none, or it wants another password
   */
  static RedisServer connect(RedisAddress address) {
    return connect(address, SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
  }

  /** The same with other ideas of whom to trust, if the address is one with TLS. */
  static RedisServer connect(RedisAddress address, SslOptions tls) {
    var config =
        DefaultJedisClientConfig.builder()
            .sslOptions(address.tls() ? tls : null)
            .user(address.user().orElse(null))
            .password(address.password().orElse(null))
            .database(address.database())
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis(ANSWER_MILLIS)
            .build();
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MAX_CONNECTIONS);
    pool.setMaxIdle(MAX_CONNECTIONS);
    var client =
        RedisClient.builder()
            .hostAndPort(new HostAndPort(address.host(), address.port()))
            .clientConfig(config)
            .poolConfig(pool)
            .build();
    var server = new RedisServer(address, client);
    try {
      server.read("connect", RedisClient::ping);
    } catch (StorageException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Asks something that changes nothing. */
  <T> T read(String what, Function<RedisClient, T> question) {
    try {
      try {
        return question.apply(client);
      } catch (JedisConnectionException e) {
        client.getPool().clear();
        return question.apply(client);
      }
    } catch (JedisException e) {
      throw failure(what, e);
    }
  }

  /** Makes changes, all of them or none. */
  void write(String what, Consumer<AbstractTransaction> changes) {
    try (var transaction = client.multi()) {
      changes.accept(transaction);
      for (var answer : transaction.exec()) {
        if (answer instanceof JedisDataException refusal) {
          throw refusal;
        }
      }
    } catch (JedisException e) {
      if (e instanceof JedisConnectionException) {
        client.getPool().clear();
      }
      throw failure(what, e);
    }
  }

  private StorageException failure(String what, JedisException e) {
    var kind = e instanceof JedisDataException ? Kind.REFUSED : Kind.DISCONNECTED;
    return new StorageException(kind, address.toString(), "could not " + what + ": " + said(e), e);
  }

  /** The innermost reason; of a transaction that was refused, the command's that was. */
  private static String said(Throwable failure) {
    var reason = failure;
    while (true) {
      if (reason instanceof JedisDataException && reason.getSuppressed().length > 0) {
        reason = reason.getSuppressed()[0];
      } else if (reason.getCause() != null) {
        reason = reason.getCause();
      } else {
        break;
      }
    }
    var message = reason.getMessage();
    return message == null ? reason.getClass().getSimpleName() : message.replaceFirst("\\.$", "");
  }

  @Override
  public void close() {
    client.close();
  }
}
