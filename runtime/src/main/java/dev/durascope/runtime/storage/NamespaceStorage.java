package dev.durascope.runtime.storage;

import org.jspecify.annotations.Nullable;

/**
 * The storage of all objects of one class.
 *
 * <p>Usable on any thread, unlike the stores that it opens.
 */
public interface NamespaceStorage extends AutoCloseable {

  /**
   * Opens the storage of an object, for the object's thread. Nothing is written before the object
   * writes: an object that stores nothing leaves nothing behind.
   *
   * @param objectId the 64 hex digits
   * @param name the object's name where it is known; kept with the first write
   */
  ObjectStore open(String objectId, @Nullable String name);

  /** Returns the storage of an object's facets; each call for the same object gives the same. */
  FacetStorage facets(String objectId);

  /** Returns the alarms of all objects of the class. */
  AlarmIndex alarms();

  /** Returns the view from outside: for the control API, never for the object itself. */
  StorageInspector inspector();

  /** Closes what belongs to the class; open object stores are closed by their own threads. */
  @Override
  void close();
}
