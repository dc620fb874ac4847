package dev.durascope.debugadapter.core;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which objects are meant: {@code ChatRoom}, {@code ChatRoom "lobby"}, {@code "lobby"}, and
 * for events also which method: {@code ChatRoom.say}, {@code ChatRoom "lobby".say}. A {@code *}
 * stands for any characters. One object can also be named by its key, {@code chat/ChatRoom/1a2b…}.
 * A Worker's stateless handlers have its name as their class.
 */
public final class ObjectFilter {

  /** All objects, and the stateless handlers. */
  public static final ObjectFilter ALL = new ObjectFilter("", null, null, null, null);

  private static final Pattern FORM =
      Pattern.compile(
          "(?<class>[\\p{L}_$*][\\p{L}\\p{N}_$*-]*)?\\s*(?:\"(?<name>[^\"]*)\")?\\s*"
              + "(?:\\.\\s*(?<method>[\\p{L}_$*][\\p{L}\\p{N}_$*]*))?");

  private final String text;
  private final @Nullable Pattern type;
  private final @Nullable Pattern name;
  private final @Nullable Pattern method;
  private final @Nullable ObjectKey key;

  private ObjectFilter(
      String text,
      @Nullable Pattern type,
      @Nullable Pattern name,
      @Nullable Pattern method,
      @Nullable ObjectKey key) {
    this.text = text;
    this.type = type;
    this.name = name;
    this.method = method;
    this.key = key;
  }

  /** Reads a filter; empty when the text has no form that is known. */
  public static Optional<ObjectFilter> parse(String text) {
    var stripped = text.strip();
    if (stripped.isEmpty()) {
      return Optional.of(ALL);
    }
    var key = ObjectKey.parse(stripped);
    if (key.isPresent()) {
      return Optional.of(of(key.get()));
    }
    var form = FORM.matcher(stripped);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ObjectFilter(
            stripped,
            wildcard(form.group("class")),
            wildcard(form.group("name")),
            wildcard(form.group("method")),
            null));
  }

  /** One object alone. */
  public static ObjectFilter of(ObjectKey key) {
    return new ObjectFilter(key.toString(), null, null, null, key);
  }

  private static @Nullable Pattern wildcard(@Nullable String pattern) {
    if (pattern == null) {
      return null;
    }
    var regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /** Whether an object is meant. */
  public boolean matches(ObjectIdentity object) {
    if (key != null) {
      return key.equals(object.key());
    }
    return matches(type, object.key().className())
        && (name == null || object.name().filter(known -> matches(name, known)).isPresent());
  }

  /** Whether an event is meant. */
  public boolean matches(ProgramEvent event) {
    boolean subject =
        event
            .object()
            .map(this::matches)
            .orElseGet(() -> key == null && name == null && matches(type, event.worker()));
    return subject && matches(method, event.handler());
  }

  private static boolean matches(@Nullable Pattern pattern, String text) {
    return pattern == null || pattern.matcher(text).matches();
  }

  /** As it was written; empty for {@link #ALL}. */
  @Override
  public String toString() {
    return text;
  }
}
