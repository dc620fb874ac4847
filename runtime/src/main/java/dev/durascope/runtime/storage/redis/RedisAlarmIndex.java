package dev.durascope.runtime.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.storage.AlarmIndex;
import dev.durascope.runtime.storage.ScheduledAlarm;
import dev.durascope.runtime.text.Utf8;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.params.ZRangeParams;

/**
 * The alarms of a class in a Redis server. An object's commit changes them in the same transaction
 * as the object, so the index never lags behind.
 */
final class RedisAlarmIndex implements AlarmIndex {
  private static final Comparator<ScheduledAlarm> ORDER =
      Comparator.comparingLong(ScheduledAlarm::epochMillis).thenComparing(ScheduledAlarm::objectId);

  private final RedisServer server;
  private final RedisKeys keys;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  RedisAlarmIndex(RedisServer server, RedisKeys keys) {
    this.server = server;
    this.keys = keys;
  }

  @Override
  public List<ScheduledAlarm> all() {
    return upTo(Double.POSITIVE_INFINITY, Integer.MAX_VALUE);
  }

  @Override
  public List<ScheduledAlarm> due(long epochMillis) {
    return upTo((double) epochMillis, Integer.MAX_VALUE);
  }

  @Override
  public Optional<ScheduledAlarm> next() {
    return upTo(Double.POSITIVE_INFINITY, 1).stream().findFirst();
  }

  private List<ScheduledAlarm> upTo(double millis, int limit) {
    var selected =
        ZRangeParams.zrangeByScoreParams(Double.NEGATIVE_INFINITY, millis).limit(0, limit);
    var found =
        server.read("read the alarms", client -> client.zrangeWithScores(keys.alarms(), selected));
    var alarms = new ArrayList<ScheduledAlarm>();
    for (var tuple : found) {
      var id = new String(tuple.getBinaryElement(), UTF_8);
      var name =
          server.read(
              "read a name",
              client -> Optional.ofNullable(client.hget(keys.about(id), RedisKeys.NAME)));
      alarms.add(
          new ScheduledAlarm(id, name.map(Utf8::decode).orElse(null), (long) tuple.getScore()));
    }
    alarms.sort(ORDER);
    return alarms;
  }

  @Override
  public void set(ScheduledAlarm alarm) {
    var object = new RedisObject(keys, alarm.objectId(), alarm.objectName());
    server.write(
        "write an alarm",
        transaction -> {
          object.enter(transaction);
          object.setAlarm(transaction, OptionalLong.of(alarm.epochMillis()));
        });
    changed();
  }

  @Override
  public void remove(String objectId) {
    var object = new RedisObject(keys, objectId, null);
    server.write(
        "remove an alarm", transaction -> object.setAlarm(transaction, OptionalLong.empty()));
    changed();
  }

  /** Tells the listeners. */
  void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
