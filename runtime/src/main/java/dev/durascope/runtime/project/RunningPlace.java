package dev.durascope.runtime.project;

import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.ControlTarget.ObjectAddress;
import dev.durascope.runtime.state.ImportPlace;
import dev.durascope.runtime.state.StateClass;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.state.StateObject;
import dev.durascope.runtime.storage.ObjectFileDraft;
import dev.durascope.runtime.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running project, as what an import writes to. Objects are read into files of their own in a
 * folder for that; then each takes over what its file has, see {@link OutsideChange}.
 */
final class RunningPlace implements ImportPlace, AutoCloseable {
  private final RunningState state;
  private final Path folder;
  private final Map<StateObject, Path> files = new HashMap<>();

  RunningPlace(RunningState state) throws IOException {
    this.state = state;
    this.folder = Files.createTempDirectory("durascope-import");
  }

  @Override
  public Optional<String> idOf(StateClass type, String id, @Nullable String name)
      throws StateException {
    var ids = stored(type).namespace().ids();
    try {
      return Optional.of(ids.fromString(id).hex());
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(name).map(known -> ids.fromName(known).hex());
    }
  }

  @Override
  public String idOfName(StateClass type, String name) throws StateException {
    return stored(type).namespace().ids().fromName(name).hex();
  }

  @Override
  public boolean has(StateObject object) throws StateException {
    return stored(object.type()).storage().inspector().object(object.id()).isPresent();
  }

  private Namespaces.Stored stored(StateClass type) throws StateException {
    try {
      return state.stored(type.worker(), type.className());
    } catch (ControlRefusal e) {
      throw new StateException(e.getMessage() + ". What runs takes objects of its classes only.");
    }
  }

  @Override
  public ObjectFileDraft begin(StateObject object) {
    var file = folder.resolve(files.size() + ".sqlite");
    files.put(object, file);
    return ObjectFileDraft.at(file, object.name());
  }

  @Override
  public void install(List<Made> objects) throws StateException {
    try {
      for (var made : objects) {
        OutsideChange.requireNotPaused(address(made.object()), state.object(made.object()));
      }
    } catch (ControlRefusal e) {
      throw new StateException(e.getMessage() + ". Nothing was changed.");
    }
    var done = 0;
    try {
      for (var made : objects) {
        made.draft().close();
        install(made);
        done++;
      }
    } catch (ControlRefusal e) {
      throw new StateException(
          e.getMessage() + ". " + done + " of " + objects.size() + " objects were replaced.");
    }
  }

  private void install(Made made) throws ControlRefusal {
    var object = made.object();
    var file = files.get(object);
    if (file == null) {
      throw new IllegalStateException("what is installed was begun");
    }
    state.changeAll(
        object,
        store -> {
          store.replaceBy(file);
          return true;
        });
  }

  private static ObjectAddress address(StateObject object) {
    return RunningState.address(object);
  }

  @Override
  public void discard(Made made) {
    made.draft().close();
  }

  @Override
  public void close() throws IOException {
    try (var left = Files.list(folder)) {
      for (var file : left.toList()) {
        Files.delete(file);
      }
    } catch (StorageException e) {
      throw new IOException(e);
    }
    Files.delete(folder);
  }
}
