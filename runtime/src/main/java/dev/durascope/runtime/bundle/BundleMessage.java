package dev.durascope.runtime.bundle;

import dev.durascope.runtime.bundle.esbuild.BuildOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error or a warning of a build, with the place that it speaks of.
 *
 * @param place absent where the message is about no file, such as an entry that does not exist
 * @param notes what else is worth knowing, such as the remedy
 */
public record BundleMessage(String text, @Nullable Place place, List<BundleMessage> notes) {

  public BundleMessage {
    notes = List.copyOf(notes);
  }

  /**
   * A stretch of one line.
   *
   * @param file absolute
   * @param line from 1
   * @param column from 1, in UTF-16 units
   * @param length in UTF-16 units, 0 for a mere point
   * @param lineText the whole line
   */
  public record Place(Path file, int line, int column, int length, String lineText) {}

  /** A message about nothing in particular. */
  public static BundleMessage of(String text) {
    return new BundleMessage(text, null, List.of());
  }

  static BundleMessage of(BuildOutput.Message message, Path workingDir) {
    return new BundleMessage(
        message.text(),
        message.location() == null ? null : place(message.location(), workingDir),
        message.notes().stream().map(note -> of(note, workingDir)).toList());
  }

  private static Place place(BuildOutput.Location location, Path workingDir) {
    var bytes = location.lineText().getBytes(StandardCharsets.UTF_8);
    var start = utf16(bytes, 0, location.column());
    var length = utf16(bytes, location.column(), location.column() + location.length());
    return new Place(
        workingDir.resolve(location.file()).normalize(),
        location.line(),
        start + 1,
        length,
        location.lineText());
  }

  private static int utf16(byte[] bytes, int from, int to) {
    var start = Math.min(from, bytes.length);
    return new String(bytes, start, Math.min(to, bytes.length) - start, StandardCharsets.UTF_8)
        .length();
  }

  /**
   * The message with its source line and a mark beneath what is meant:
   *
   * <pre>
   * src/index.ts:3:14: Expected ";" but found "}"
   *   3 │ const a = {};}
   *     ╵              ^
   *   remedy, if there is a note
   * </pre>
   *
   * @param baseDir paths beneath it are shown relative to it
   */
  public String render(Path baseDir) {
    var out = new StringBuilder();
    render(out, "", baseDir);
    return out.toString().stripTrailing();
  }

  private void render(StringBuilder out, String indent, Path baseDir) {
    out.append(indent);
    if (place == null) {
      out.append(text.strip().replace("\n", "\n" + indent)).append('\n');
    } else {
      var file = place.file().startsWith(baseDir) ? baseDir.relativize(place.file()) : place.file();
      out.append(file)
          .append(':')
          .append(place.line())
          .append(':')
          .append(place.column())
          .append(": ");
      out.append(text).append('\n');
      var number = Integer.toString(place.line());
      var gutter = " ".repeat(number.length());
      var before =
          place.lineText().substring(0, Math.min(place.column() - 1, place.lineText().length()));
      out.append(indent)
          .append("  ")
          .append(number)
          .append(" │ ")
          .append(place.lineText())
          .append('\n');
      out.append(indent)
          .append("  ")
          .append(gutter)
          .append(" ╵ ")
          .append(before.replaceAll("[^\t]", " "));
      out.append(place.length() < 2 ? "^" : "~".repeat(place.length())).append('\n');
    }
    notes.forEach(note -> note.render(out, indent + "  ", baseDir));
  }
}
