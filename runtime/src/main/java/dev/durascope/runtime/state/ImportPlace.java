package dev.durascope.runtime.state;

import dev.durascope.runtime.storage.ObjectFileDraft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the objects of an export go: into files that nobody uses, or into a running project. */
public interface ImportPlace {

  /** An object that has been read, and the file that it was read into. */
  record Made(StateObject object, ObjectFileDraft draft) {}

  /**
   * The id that an object has in a class: its own where that is valid, else that of its name;
   * nothing if neither is.
   *
   * @throws StateException if there is no such class
   */
  Optional<String> idOf(StateClass type, String id, @Nullable String name) throws StateException;

  /** The id that an object of this name has. */
  String idOfName(StateClass type, String name) throws StateException;

  /** Whether there is such an object already. */
  boolean has(StateObject object) throws StateException;

  /** Begins the file of an object, beside the one that there may be. */
  ObjectFileDraft begin(StateObject object) throws StateException;

  /** Has all objects be what was made of them. */
  void install(List<Made> objects) throws StateException;

  /** Gives up what was begun, or what is left of it when it is installed. */
  void discard(Made object);
}
