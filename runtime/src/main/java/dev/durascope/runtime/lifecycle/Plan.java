package dev.durascope.runtime.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done to bring one worker's data to what its configuration says.
 *
 * @param moves folders that go elsewhere, all at once: two may change places
 * @param deletions classes with objects whose deletion has to be agreed to; while it is not, the
 *     plan leaves them as they are
 * @param notes what is done, a line each
 * @param warnings what a deployment would refuse, or what the user may not expect
 * @param refusal why the worker cannot run before something is agreed to
 * @param records what will have been applied, by worker
 */
record Plan(
    List<Move> moves,
    List<Deletion> deletions,
    List<String> notes,
    List<String> warnings,
    Optional<String> refusal,
    Map<String, WorkerRecord> records) {

  Plan {
    moves = List.copyOf(moves);
    deletions = List.copyOf(deletions);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
    records = Map.copyOf(new LinkedHashMap<>(records));
  }

  /** The workers whose data is touched. */
  Set<String> workers() {
    return records.keySet();
  }
}
