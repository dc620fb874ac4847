package dev.durascope.runtime.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.text.Utf8;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractTransaction;

/**
 * One object in the server: how its changes are said to it.
 *
 * @param name the object's name where it is known
 */
record RedisObject(RedisKeys names, String id, @Nullable String name) {
  private static final double NO_SCORE = 0;

  byte[] keys() {
    return names.keys(id);
  }

  byte[] values() {
    return names.values(id);
  }

  byte[] about() {
    return names.about(id);
  }

  byte[] idBytes() {
    return id.getBytes(UTF_8);
  }

  /** Stores an entry, or removes it where the value is empty. */
  void set(AbstractTransaction transaction, byte[] key, Optional<byte[]> value) {
    if (value.isPresent()) {
      transaction.hset(values(), key, value.get());
      transaction.zadd(keys(), NO_SCORE, key);
    } else {
      transaction.hdel(values(), key);
      transaction.zrem(keys(), key);
    }
  }

  /** Enters it among those that have stored something, with its name. */
  void enter(AbstractTransaction transaction) {
    transaction.zadd(names.objects(), NO_SCORE, idBytes());
    if (name != null) {
      transaction.hset(about(), RedisKeys.NAME, Utf8.encode(name));
    }
  }

  /** Removes all entries. */
  void clear(AbstractTransaction transaction) {
    transaction.del(values());
    transaction.del(keys());
  }

  /** Removes what is left of an object without entries and alarm. */
  void leave(AbstractTransaction transaction) {
    transaction.del(about());
    transaction.zrem(names.objects(), idBytes());
  }

  void setAlarm(AbstractTransaction transaction, OptionalLong alarm) {
    if (alarm.isPresent()) {
      var millis = alarm.getAsLong();
      transaction.hset(about(), RedisKeys.ALARM, Long.toString(millis).getBytes(UTF_8));
      transaction.zadd(names.alarms(), (double) millis, idBytes());
    } else {
      transaction.hdel(about(), RedisKeys.ALARM);
      transaction.zrem(names.alarms(), idBytes());
    }
  }
}
