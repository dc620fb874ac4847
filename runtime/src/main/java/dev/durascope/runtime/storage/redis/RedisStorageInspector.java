package dev.durascope.runtime.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.storage.KeyRange;
import dev.durascope.runtime.storage.Paging;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.StorageInspector;
import dev.durascope.runtime.storage.StoredEntry;
import dev.durascope.runtime.text.Utf8;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.ZRangeParams;

/** Looks at what the server has, which is what was committed. */
final class RedisStorageInspector implements StorageInspector {
  private final RedisServer server;
  private final RedisKeys keys;
  private final Function<String, Settling> settlings;
  private final Duration busyTimeout;

  /**
   * @param settlings by object id
   * @param busyTimeout how long an edit waits for the end of a pending transaction
   */
  RedisStorageInspector(
      RedisServer server,
      RedisKeys keys,
      Function<String, Settling> settlings,
      Duration busyTimeout) {
    this.server = server;
    this.keys = keys;
    this.settlings = settlings;
    this.busyTimeout = busyTimeout;
  }

  private RedisEntries entries(String id) {
    return new RedisEntries(server, new RedisObject(keys, id, null));
  }

  @Override
  public Page<StoredObject> objects(@Nullable String start, int limit) {
    Paging.checkLimit(limit);
    var found = new ArrayList<StoredObject>();
    for (var from = start == null ? "" : start; ; ) {
      var ids = ids(from);
      for (var id : ids) {
        if (found.size() == limit) {
          return new Page<>(found, id);
        }
        object(id).ifPresent(found::add);
      }
      if (ids.size() < MAX_PAGE) {
        return new Page<>(found, null);
      }
      from = ids.getLast() + "\0";
    }
  }

  private List<String> ids(String from) {
    var selected =
        ZRangeParams.zrangeByLexParams(("[" + from).getBytes(UTF_8), new byte[] {'+'})
            .limit(0, MAX_PAGE);
    return server
        .read("list the objects", client -> client.zrange(keys.objects(), selected))
        .stream()
        .map(id -> new String(id, UTF_8))
        .toList();
  }

  @Override
  public Optional<StoredObject> object(String objectId) {
    var about =
        server.read(
            "read about an object",
            client -> client.hmget(keys.about(objectId), RedisKeys.NAME, RedisKeys.ALARM));
    var name = about.get(0) == null ? null : Utf8.decode(about.get(0));
    var alarm =
        about.get(1) == null
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(new String(about.get(1), UTF_8)));
    var bytes = size(keys.values(objectId)) + size(keys.keys(objectId));
    if (bytes == 0 && alarm.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new StoredObject(objectId, name, alarm, bytes + size(keys.about(objectId))));
  }

  private long size(byte[] key) {
    var bytes =
        server.read("ask for a size", client -> Optional.ofNullable(client.memoryUsage(key)));
    return bytes.orElse(0L);
  }

  @Override
  public Page<StoredEntry> entries(String objectId, KeyQuery query) {
    var options = query.options();
    var range = KeyRange.of(options);
    if (range.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    var stored = entries(objectId);
    var listed = stored.keys(range.get(), options.order(), options.limit());
    var values = stored.values(listed);
    var found = new ArrayList<StoredEntry>();
    for (var key : listed) {
      var value = values.get(key);
      if (value != null) {
        found.add(new StoredEntry(Utf8.decode(key), value));
      }
    }
    return Paging.page(found, query.limit());
  }

  @Override
  public Optional<byte[]> read(String objectId, String key) {
    return entries(objectId).get(Utf8.encode(key));
  }

  @Override
  public void write(String objectId, String key, byte[] value) {
    edit(objectId, key, Optional.of(value));
  }

  @Override
  public boolean delete(String objectId, String key) {
    var existed = read(objectId, key).isPresent();
    if (existed) {
      edit(objectId, key, Optional.empty());
    }
    return existed;
  }

  private void edit(String objectId, String key, Optional<byte[]> value) {
    var object = new RedisObject(keys, objectId, null);
    var done =
        settlings
            .apply(objectId)
            .edit(
                busyTimeout,
                () ->
                    server.write(
                        "write a key",
                        transaction -> {
                          object.set(transaction, Utf8.encode(key), value);
                          object.enter(transaction);
                        }));
    if (!done) {
      throw new StorageException(
          StorageException.Kind.BUSY,
          "object " + objectId,
          "could not write a key: its own transaction has not ended",
          null);
    }
  }
}
