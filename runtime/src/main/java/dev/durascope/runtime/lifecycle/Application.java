package dev.durascope.runtime.lifecycle;

import java.util.List;
import java.util.Set;

/**
 * A change to local data that was made and can be taken back.
 *
 * @param number the last one has the highest
 * @param workers whose data it touched
 * @param notes what it did, a line each
 */
public record Application(int number, Set<String> workers, List<String> notes) {

  public Application {
    notes = List.copyOf(notes);
  }
}
