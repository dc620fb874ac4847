package dev.durascope.runtime.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A start tag, which can be changed. Unchanged it is written as it was read; changed, the
 * attributes that were not touched still are. Values are as written: character references are not
 * resolved.
 */
public final class StartTag implements Token {
  private final byte[] buffer;
  private final int from;
  private final int to;
  private final Charset charset;
  private final int[] spans;
  private @Nullable List<Attribute> attributes; // read from the spans when first asked for
  private final boolean selfClosing;
  private String writtenName;
  private String name;
  private boolean changed;

  /**
   * An attribute.
   *
   * @param written the name as it was read or given
   * @param raw all of it, if it is still as it was read
   */
  private record Attribute(String name, String written, String value, byte @Nullable [] raw) {}

  /**
   * The tag in {@code buffer}.
   *
   * @param spans for each attribute where its name starts and ends, and its value, and all of it
   */
  StartTag(
      byte[] buffer,
      int from,
      int to,
      int nameTo,
      int[] spans,
      int count,
      boolean selfClosing,
      Charset charset) {
    this.buffer = buffer;
    this.from = from;
    this.to = to;
    this.charset = charset;
    this.selfClosing = selfClosing;
    this.writtenName = new String(buffer, from + 1, nameTo - from - 1, charset);
    this.name = writtenName.toLowerCase(Locale.ROOT);
    this.spans = Arrays.copyOf(spans, count * Tokenizer.SPAN);
  }

  private List<Attribute> list() {
    if (attributes == null) {
      attributes = new ArrayList<>();
      for (var i = 0; i < spans.length; i += Tokenizer.SPAN) {
        attributes.add(
            new Attribute(
                text(spans[i], spans[i + 1]).toLowerCase(Locale.ROOT),
                text(spans[i], spans[i + 1]),
                text(spans[i + 2], spans[i + 3]),
                Arrays.copyOfRange(buffer, spans[i], spans[i + 4])));
      }
    }
    return attributes;
  }

  private String text(int start, int end) {
    return new String(buffer, start, end - start, charset);
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  /** In lower case. */
  public String name() {
    return name;
  }

  boolean isSelfClosing() {
    return selfClosing;
  }

  /** Renames the element's start tag. */
  public void rename(String newName) {
    checkTagName(newName);
    writtenName = newName;
    name = newName.toLowerCase(Locale.ROOT);
    changed = true;
  }

  static void checkTagName(String name) {
    if (name.isEmpty()) {
      throw new HtmlException("Tag name can't be empty.");
    }
    if (!isAsciiLetter(name.charAt(0))) {
      throw new HtmlException(
          "The first character of the tag name should be an ASCII alphabetical character.");
    }
    refuse(name, " \n\r\t\f/>", "tag");
  }

  private static boolean isAsciiLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static void refuse(String name, String forbidden, String what) {
    for (var i = 0; i < name.length(); i++) {
      if (forbidden.indexOf(name.charAt(i)) >= 0) {
        throw new HtmlException(
            "`" + name.charAt(i) + "` character is forbidden in the " + what + " name");
      }
    }
  }

  /** The value of an attribute; null if there is none. */
  public @Nullable String attribute(String wanted) {
    var lower = wanted.toLowerCase(Locale.ROOT);
    for (var attribute : list()) {
      if (attribute.name.equals(lower)) {
        return attribute.value;
      }
    }
    return null;
  }

  /** Names and values in turn. */
  public List<String> attributes() {
    return list().stream().flatMap(a -> List.of(a.name, a.value).stream()).toList();
  }

  /** Changes an attribute, or adds it at the end. */
  public void setAttribute(String wanted, String value) {
    if (wanted.isEmpty()) {
      throw new HtmlException("Attribute name can't be empty.");
    }
    refuse(wanted, " \n\r\t\f/>=", "attribute");
    var lower = wanted.toLowerCase(Locale.ROOT);
    changed = true;
    var all = list();
    for (var i = 0; i < all.size(); i++) {
      if (all.get(i).name.equals(lower)) {
        all.set(i, new Attribute(lower, all.get(i).written, value, null));
        return;
      }
    }
    all.add(new Attribute(lower, lower, value, null));
  }

  /** Removes all attributes of a name. */
  public void removeAttribute(String wanted) {
    var lower = wanted.toLowerCase(Locale.ROOT);
    if (list().removeIf(attribute -> attribute.name.equals(lower))) {
      changed = true;
    }
  }

  void write(ByteArrayOutputStream output) {
    if (!changed) {
      output.write(buffer, from, to - from);
      return;
    }
    output.write('<');
    output.writeBytes(Encoded.bytes(writtenName, charset));
    for (var attribute : list()) {
      output.write(' ');
      output.writeBytes(
          attribute.raw != null
              ? attribute.raw
              : Encoded.bytes(
                  attribute.written + "=\"" + attribute.value.replace("\"", "&quot;") + "\"",
                  charset));
    }
    var end = list().isEmpty() ? "/>" : " />";
    output.writeBytes((selfClosing ? end : ">").getBytes(charset));
  }
}
