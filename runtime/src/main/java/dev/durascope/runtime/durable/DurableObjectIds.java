package dev.durascope.runtime.durable;

import dev.durascope.runtime.text.Utf8;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the ids of one namespace, by workerd's algorithm, so that an object has the same
 * id, and therefore the same file, here and under {@code wrangler dev}.
 *
 * <pre>
 *   key    = SHA-256(uniqueKey)                      uniqueKey = "worker-Class"
 *   base   = HMAC-SHA-256(key, name)[0..16]          or 16 random bytes for a unique id
 *   check  = HMAC-SHA-256(key, base)[0..16]
 *   id     = base ‖ check                            written as 64 hex digits
 * </pre>
 *
 * <p>The check bytes tie an id to its namespace: an id of another class is refused rather than
 * silently addressing an empty object. The keyed hash serves as a hash, not as a secret.
 *
 * <p>The ids of the names that were asked for last are remembered: a Worker asks for the same few
 * with each request. Usable on any thread.
 */
public final class DurableObjectIds {

  private static final int BASE_BYTES = 16;
  private static final int ID_BYTES = 32;
  private static final int MAX_REMEMBERED = 1_024;
  private static final int MAX_REMEMBERED_CHARS = 256;
  private static final HexFormat HEX = HexFormat.of();

  private final SecretKeySpec key;
  private final RandomGenerator random;
  private final Map<String, DurableObjectId> remembered =
      Collections.synchronizedMap(new LastUsed());

  /**
   * Creates the ids of a namespace.
   *
   * @param uniqueKey what tells the namespace from all others: {@code worker-Class} locally, by the
   *     name that the class was born with
   * @param random where unique ids come from: {@link java.security.SecureRandom}, or a seeded one
   *     for tests
   */
  public DurableObjectIds(String uniqueKey, RandomGenerator random) {
    this.key = new SecretKeySpec(sha256(Utf8.encode(uniqueKey)), "HmacSHA256");
    this.random = random;
  }

  /** Returns the id that always belongs to {@code name}. */
  public DurableObjectId fromName(String name) {
    return name.length() > MAX_REMEMBERED_CHARS
        ? made(name)
        : remembered.computeIfAbsent(name, this::made);
  }

  private DurableObjectId made(String name) {
    return new DurableObjectId(HEX.formatHex(withCheck(half(Utf8.encode(name)))), name);
  }

  /** Returns a new id that no other has. */
  public DurableObjectId unique() {
    byte[] base = new byte[BASE_BYTES];
    random.nextBytes(base);
    return new DurableObjectId(HEX.formatHex(withCheck(base)), null);
  }

  /**
   * Reads an id back from its text, in either case of the digits.
   *
   * @throws IllegalArgumentException if the text is no id, or one of another namespace; the message
   *     is the one JavaScript sees, in a {@code TypeError}
   */
  public DurableObjectId fromString(String text) {
    byte[] bytes = digits(text);
    byte[] expected = withCheck(Arrays.copyOf(bytes, BASE_BYTES));
    if (!Arrays.equals(bytes, expected)) {
      throw new IllegalArgumentException("Durable Object ID is not valid for this namespace.");
    }
    return new DurableObjectId(HEX.formatHex(bytes), null);
  }

  private static byte[] digits(String text) {
    if (text.length() == 2 * ID_BYTES && text.chars().allMatch(HexFormat::isHexDigit)) {
      return HEX.parseHex(text);
    }
    throw new IllegalArgumentException("Invalid Durable Object ID: must be 64 hex digits");
  }

  private byte[] withCheck(byte[] base) {
    byte[] id = Arrays.copyOf(base, ID_BYTES);
    System.arraycopy(half(base), 0, id, BASE_BYTES, BASE_BYTES);
    return id;
  }

  private byte[] half(byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(message), BASE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** What was not used for longest goes. */
  private static final class LastUsed extends LinkedHashMap<String, DurableObjectId> {
    private static final long serialVersionUID = 1;

    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, DurableObjectId> eldest) {
      return size() > MAX_REMEMBERED;
    }
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
