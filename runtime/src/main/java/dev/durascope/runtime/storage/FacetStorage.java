package dev.durascope.runtime.storage;

import java.nio.file.Path;

/**
 * The storage of the facets of one object, which are a tree: each has a name that no other child of
 * its parent has, a number for ever from its first use on, and a store of its own. The object
 * itself is number {@value #ROOT}.
 *
 * <p>Usable on any thread, unlike the stores that it opens.
 */
public interface FacetStorage {
  /** The number of the object itself, whose store this is not. */
  int ROOT = 0;

  /** The number of a child, which gets one if it has none. */
  int number(int parent, String name);

  /** Opens the store of a facet, for the facet's thread. */
  ObjectStore open(int number);

  /** Deletes what a facet has stored, and those below it. */
  void delete(int number);

  /** Deletes what is below a facet, or below the object itself. */
  void deleteChildren(int number);

  /**
   * Copies what all facets have stored to a folder, in the layout of files; nothing where they are
   * in memory, or cannot be.
   */
  default void copyTo(Path folder) {}

  /** Makes {@code target} what {@code source} is now, with those below it. */
  void copy(int source, int target);
}
