package dev.durascope.runtime.state;

import dev.durascope.runtime.storage.ClassFolder;
import dev.durascope.runtime.storage.ObjectFileDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that nobody uses, as what an import writes to. */
final class FolderPlace implements ImportPlace, AutoCloseable {
  private final ProjectState state;
  private final StateUse use;
  private final Set<StateClass> unused = new HashSet<>();

  FolderPlace(ProjectState state) {
    this.state = state;
    this.use = new StateUse(state);
  }

  @Override
  public Optional<String> idOf(StateClass type, String id, @Nullable String name)
      throws StateException {
    return Carried.id(state, type, id, name);
  }

  @Override
  public String idOfName(StateClass type, String name) throws StateException {
    return state.idOfName(type, name);
  }

  @Override
  public boolean has(StateObject object) {
    return folder(object.type()).has(object.id());
  }

  @Override
  public ObjectFileDraft begin(StateObject object) throws StateException {
    if (unused.add(object.type())) {
      use.take(object.type());
      folder(object.type()).requireUnused();
    }
    return folder(object.type()).draft(object.id(), object.name());
  }

  @Override
  public void install(List<Made> objects) {
    var byFolder = new LinkedHashMap<ClassFolder, List<ObjectFileDraft>>();
    for (var made : objects) {
      byFolder
          .computeIfAbsent(folder(made.object().type()), any -> new ArrayList<>())
          .add(made.draft());
    }
    byFolder.forEach(ClassFolder::install);
  }

  @Override
  public void discard(Made made) {
    folder(made.object().type()).discard(made.draft());
  }

  private ClassFolder folder(StateClass type) {
    return state.folder().ofClass(type.uniqueKey());
  }

  @Override
  public void close() {
    use.close();
  }
}
