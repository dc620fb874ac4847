package dev.durascope.runtime.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An object in a list.
 *
 * @param name its name where it is known
 * @param alarm in milliseconds since 1970
 * @param stored what its file holds, if it has one
 * @param live what only a running process knows
 * @param fault why its file cannot be read, if so
 */
public record ObjectRow(
    String id,
    @Nullable String name,
    OptionalLong alarm,
    Optional<Stored> stored,
    Optional<Live> live,
    Optional<String> fault) {

  /** What a file holds: the number of keys, the names of SQL tables, the size. */
  public record Stored(int keys, List<String> tables, long bytes) {
    public Stored {
      tables = List.copyOf(tables);
    }
  }

  /**
   * What a process knows.
   *
   * @param state a word, as {@code idle}
   * @param sockets how many are open
   */
  public record Live(String state, int sockets) {}
}
