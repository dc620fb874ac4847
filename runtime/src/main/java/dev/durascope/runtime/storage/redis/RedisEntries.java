package dev.durascope.runtime.storage.redis;

import dev.durascope.runtime.storage.KeyRange;
import dev.durascope.runtime.storage.ListOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.params.ZRangeParams;

/** An object's entries as the server has them. Any thread. */
record RedisEntries(RedisServer server, RedisObject object) {
  /** How many values are asked for at once. */
  private static final int VALUES_AT_ONCE = 256;

  Optional<byte[]> get(byte[] key) {
    return server.read(
        "read a key", client -> Optional.ofNullable(client.hget(object.values(), key)));
  }

  boolean has(byte[] key) {
    return server.read("look for a key", client -> client.hexists(object.values(), key));
  }

  long count() {
    return server.read("count the keys", client -> client.hlen(object.values()));
  }

  /** The keys of a range, in order, at most {@code limit}. */
  List<byte[]> keys(KeyRange range, ListOptions.Order order, int limit) {
    var from = marked('[', range.begin());
    var end = range.end();
    var to = end == null ? new byte[] {'+'} : marked('(', end);
    var selected =
        switch (order) {
          case FORWARD -> ZRangeParams.zrangeByLexParams(from, to);
          case REVERSE -> ZRangeParams.zrangeByLexParams(to, from).rev();
        };
    return server.read(
        "list the keys", client -> client.zrange(object.keys(), selected.limit(0, limit)));
  }

  private static byte[] marked(char mark, byte[] key) {
    var bytes = new byte[key.length + 1];
    bytes[0] = (byte) mark;
    System.arraycopy(key, 0, bytes, 1, key.length);
    return bytes;
  }

  /** The values of those keys that exist. */
  Map<byte[], byte[]> values(List<byte[]> keys) {
    var found = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
    for (var i = 0; i < keys.size(); i += VALUES_AT_ONCE) {
      var some = new ArrayList<>(keys.subList(i, Math.min(keys.size(), i + VALUES_AT_ONCE)));
      var values =
          server.read(
              "read keys", client -> client.hmget(object.values(), some.toArray(byte[][]::new)));
      for (var j = 0; j < some.size(); j++) {
        var value = values.get(j);
        if (value != null) {
          found.put(some.get(j), value);
        }
      }
    }
    return found;
  }
}
