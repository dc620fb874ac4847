package dev.durascope.runtime.state;

import dev.durascope.runtime.storage.ClassFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Copies objects, file by file, to another class or another folder of state. A running project may
 * be copied from, and not to.
 */
public final class StateCopy {

  /**
   * How to copy.
   *
   * @param as the new name, for one object
   * @param replace whether objects that there are may be replaced
   * @param skipUnnamed whether objects that cannot be carried to another class are left out
   */
  public record Options(Optional<String> as, boolean replace, boolean skipUnnamed) {}

  private StateCopy() {}

  /**
   * Copies objects of one class.
   *
   * @param only the one object to copy; without, all
   * @return how many
   */
  public static int copy(
      ProjectState source,
      StateClass type,
      Optional<StateObject> only,
      ProjectState target,
      StateClass targetType,
      Options options)
      throws StateException {
    if (target.objects() instanceof RunningAccess process) {
      return copy(source, type, only, process, targetType, options);
    }
    var from = source.folder().ofClass(type.uniqueKey());
    var to = target.folder().ofClass(targetType.uniqueKey());
    var names = from.namesOfAlarms();
    var steps = new ArrayList<ClassFolder.Copy>();
    var taken = new HashSet<String>();
    for (var id : only.map(object -> List.of(object.id())).orElseGet(from::objectIds)) {
      var name = options.as().orElse(null);
      if (name == null) {
        try (var file = from.read(id, names)) {
          name = file.name();
        }
      }
      var newId =
          options.as().isPresent()
              ? Optional.of(target.idOfName(targetType, options.as().get()))
              : Carried.id(target, targetType, id, name);
      if (newId.isEmpty() && !options.skipUnnamed()) {
        throw Carried.unnamed(targetType, id);
      }
      if (newId.isPresent()) {
        if (to.path().equals(from.path()) && newId.get().equals(id)) {
          throw ontoItself(id);
        }
        if (to.has(newId.get()) && !options.replace()) {
          throw new StateException(
              "there is an object "
                  + new StateObject(targetType, newId.get(), name)
                  + " already in "
                  + target.folder().persist()
                  + ". Give --replace to overwrite such objects. Nothing was changed.");
        }
        if (!taken.add(newId.get())) {
          throw Carried.twice(new StateObject(targetType, newId.get(), name));
        }
        steps.add(new ClassFolder.Copy(id, newId.get(), options.as().orElse(null)));
      }
    }
    try (var _ = StateUse.of(target, targetType)) {
      from.copyTo(to, steps);
    }
    return steps.size();
  }

  /** To a running project, which reads an export. */
  private static int copy(
      ProjectState source,
      StateClass type,
      Optional<StateObject> only,
      RunningAccess target,
      StateClass targetType,
      Options options)
      throws StateException {
    if (source.folder().equals(target.folder())
        && type.equals(targetType)
        && options.as().isEmpty()) {
      throw ontoItself(only.map(StateObject::toString).orElse(type.className()));
    }
    var outcome =
        target.importObjects(
            out -> new StateExport(out).write(source, List.of(type), only),
            new ExportReader.Options(
                Optional.of(targetType), options.as(), options.replace(), options.skipUnnamed()));
    return (int) outcome.totals().objects();
  }

  private static StateException ontoItself(String what) {
    return new StateException(
        "the object "
            + what
            + " would be copied onto itself. Say where to: --to CLASS, --to-persist DIR, or --as"
            + " NAME.");
  }
}
