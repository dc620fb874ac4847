package dev.durascope.runtime.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What bringing a worker's data to its configuration does, and what it does not. */
public final class Outlook {
  private final ClassFacts facts;
  private final String prefix;
  private final boolean deletes;
  private final Plan plan;
  private final List<String> warnings;
  private final boolean changesNothing;

  /**
   * @param prefix what the folders of the worker's classes begin with
   */
  Outlook(
      ClassFacts facts,
      String prefix,
      boolean deletes,
      Plan plan,
      List<String> warnings,
      boolean changesNothing) {
    this.facts = facts;
    this.prefix = prefix;
    this.deletes = deletes;
    this.plan = plan;
    this.warnings = List.copyOf(warnings);
    this.changesNothing = changesNothing;
  }

  ClassFacts facts() {
    return facts;
  }

  /** Whether deletions have been agreed to. */
  boolean deletes() {
    return deletes;
  }

  /** The worker's own classes whose folders move, by the names that they have on disk now. */
  public Set<String> movedClasses() {
    return plan.moves().stream()
        .map(Move::from)
        .filter(from -> from.startsWith(prefix))
        .map(from -> from.substring(prefix.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The other workers from whose data something comes. */
  public Set<String> otherWorkers() {
    return plan.workers().stream()
        .filter(name -> !name.equals(facts.worker()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether folders move, so that nobody may have them open. */
  public boolean movesFolders() {
    return !plan.moves().isEmpty();
  }

  /** Whether all is as it should be, and recorded so. */
  boolean changesNothing() {
    return changesNothing;
  }

  /** What is done, a line each. */
  public List<String> notes() {
    return plan.notes();
  }

  /** What a deployment would refuse, or what the user may not expect. */
  public List<String> warnings() {
    return warnings;
  }

  /** Classes with objects whose deletion has to be agreed to. */
  public List<Deletion> deletions() {
    return plan.deletions();
  }

  /** Why the worker cannot run on the data as it is. */
  public Optional<String> refusal() {
    return plan.refusal();
  }
}
