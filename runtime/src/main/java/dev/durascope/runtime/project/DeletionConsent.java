package dev.durascope.runtime.project;

import dev.durascope.runtime.lifecycle.Deletion;
import java.util.List;

/**
 * Whether the user agrees that the data of classes goes which the configuration deletes; asked
 * before anything runs, and never while it does.
 */
@FunctionalInterface
public interface DeletionConsent {
  /** Agrees to all. */
  DeletionConsent TO_ALL = deletions -> true;

  /** Agrees to nothing: nobody is there to be asked. */
  DeletionConsent TO_NOTHING = deletions -> false;

  /** Whether all of them may go. */
  boolean to(List<Deletion> deletions);
}
