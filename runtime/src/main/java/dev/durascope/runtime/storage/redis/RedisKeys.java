package dev.durascope.runtime.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the server holds of one class, named so that each key begins with the class and, where it is
 * an object's, with the object:
 *
 * <pre>
 *   worker-Class:objects        sorted set: the ids of objects that have stored something
 *   worker-Class:alarms         sorted set: ids by the alarm's milliseconds since 1970
 *   worker-Class:ID:keys        sorted set, all of score 0: the object's keys as UTF-8
 *   worker-Class:ID:values      hash: key → value, as V8 serializes it
 *   worker-Class:ID:about       hash: name, alarm
 * </pre>
 *
 * <p>Members of one score are ordered by their bytes, which is the order that {@code list()} wants.
 */
record RedisKeys(String uniqueKey) {
  static final byte[] NAME = "name".getBytes(UTF_8);
  static final byte[] ALARM = "alarm".getBytes(UTF_8);

  byte[] objects() {
    return key("objects");
  }

  byte[] alarms() {
    return key("alarms");
  }

  byte[] keys(String id) {
    return key(id + ":keys");
  }

  byte[] values(String id) {
    return key(id + ":values");
  }

  byte[] about(String id) {
    return key(id + ":about");
  }

  private byte[] key(String rest) {
    return (uniqueKey + ":" + rest).getBytes(UTF_8);
  }
}
