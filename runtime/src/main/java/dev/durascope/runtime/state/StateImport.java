package dev.durascope.runtime.state;

import dev.durascope.runtime.state.ExportReader.Outcome;
import java.io.BufferedReader;
import java.io.IOException;

/**
 * Brings an export into the state of a project: the same that it is of, or another one, or another
 * class. A running project reads it by itself.
 */
public final class StateImport {
  private StateImport() {}

  /**
   * Reads all of an export.
   *
   * @throws StateException if it is none, damaged or cut off, or does not fit
   */
  public static Outcome read(ProjectState state, BufferedReader in, ExportReader.Options options)
      throws StateException, IOException {
    if (state.objects() instanceof RunningAccess process) {
      return process.importObjects(in::transferTo, options);
    }
    try (var place = new FolderPlace(state)) {
      return ExportReader.read(place, in, options);
    }
  }
}
