package dev.durascope.runtime.bundle.esbuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one build gave: files in memory, a description of them, and complaints.
 *
 * @param metafile esbuild's JSON on inputs and outputs; empty when there are errors
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares outputs
public record BuildOutput(
    List<Message> errors, List<Message> warnings, List<File> files, byte[] metafile) {

  public BuildOutput {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    files = List.copyOf(files);
  }

  /**
   * A file that would have been written. The hash is esbuild's: equal hashes mean equal contents.
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by hash where at all
  public record File(String path, byte[] contents, String hash) {}

  /** An error, a warning or a note, in esbuild's words. */
  public record Message(String text, @Nullable Location location, List<Message> notes) {
    public Message {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Where a message points.
   *
   * @param file relative to the working directory, in the namespace {@code file}; a bare name in
   *     others
   * @param line from 1
   * @param column from 0, in UTF-8 bytes
   * @param length in UTF-8 bytes
   */
  public record Location(
      String file,
      String namespace,
      int line,
      int column,
      int length,
      String lineText,
      String suggestion) {}

  static BuildOutput of(WireValue.Dict result) {
    return new BuildOutput(
        messages(result, "errors"),
        messages(result, "warnings"),
        result.dicts("outputFiles").stream()
            .map(file -> new File(file.text("path"), file.bytes("contents"), file.text("hash")))
            .toList(),
        result.bytes("metafile"));
  }

  private static List<Message> messages(WireValue.Dict holder, String key) {
    return holder.dicts(key).stream()
        .map(
            message ->
                new Message(
                    message.text("text"),
                    message.has("location") ? location(message.dict("location")) : null,
                    messages(message, "notes")))
        .toList();
  }

  private static Location location(WireValue.Dict location) {
    return new Location(
        location.text("file"),
        location.text("namespace"),
        location.integer("line", 1),
        location.integer("column", 0),
        location.integer("length", 0),
        location.text("lineText"),
        location.text("suggestion"));
  }
}
