package dev.durascope.languageserver.settings;

import java.util.List;

/**
 * One thing that a user may set.
 *
 * @param id with the section in front: {@code durascope.diagnostics.workspace}
 * @param description in Markdown, for a user who reads the settings page of an editor
 */
public record Setting(String id, Kind kind, Scope scope, Reader reader, String description) {

  /** What values it has, and the one that it has when nobody sets it. */
  public sealed interface Kind {

    /** Any text; empty at first. */
    record Text() implements Kind {}

    /** One of these words; the first at first. */
    record Choice(List<String> words) implements Kind {}

    /** On or off. */
    record Switch(boolean atFirst) implements Kind {}

    /** A level for codes of diagnostics; at first each has its own. */
    record Levels() implements Kind {}
  }

  /** Where it may have different values, in the words of VS Code. */
  public enum Scope {
    MACHINE_OVERRIDABLE("machine-overridable"),
    WINDOW("window");

    private final String word;

    Scope(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Who obeys it. */
  public enum Reader {
    /** The language server: it means the same in every editor. */
    SERVER,
    /** The extension for VS Code, before there is a server. */
    EXTENSION
  }
}
