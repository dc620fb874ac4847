package dev.durascope.runtime.project;

import com.google.gson.JsonElement;
import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.ControlTarget.ObjectAddress;
import dev.durascope.runtime.control.StateControl;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.state.ExportReader;
import dev.durascope.runtime.state.ObjectSql;
import dev.durascope.runtime.state.StateClass;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.state.StateObject;
import dev.durascope.runtime.state.StateReset;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.FacetStorage;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StateFolder;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.sql.SqlScript;
import dev.durascope.runtime.storage.sql.SqlStatement;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What changes the stored state of a {@link Workspace} as a whole, while it runs. */
final class RunningState implements StateControl {
  private final Workspace workspace;
  private final ControlEvents events;

  RunningState(Workspace workspace, ControlEvents events) {
    this.workspace = workspace;
    this.events = events;
  }

  @Override
  public Imported importObjects(BufferedReader export, ImportQuery query)
      throws ControlRefusal, IOException {
    var options =
        new ExportReader.Options(
            query.as().map(RunningState::type), query.name(), query.replace(), query.skipUnnamed());
    try (var place = new RunningPlace(this)) {
      var outcome = ExportReader.read(place, export, options);
      var totals = outcome.totals();
      return new Imported(totals.objects(), totals.keys(), totals.rows(), outcome.skipped());
    } catch (StateException e) {
      throw new ControlRefusal(
          ControlRefusal.Kind.CONFLICT, "not-imported", String.valueOf(e.getMessage()));
    } catch (StorageException e) {
      throw OutsideChange.storage(e);
    }
  }

  private static StateClass type(ClassAddress address) {
    return new StateClass(address.worker(), address.className());
  }

  @Override
  public Backup reset(List<ClassObjects> objects) throws ControlRefusal {
    var all = new ArrayList<StateObject>();
    for (var part : objects) {
      for (var id : part.ids()) {
        var object = new StateObject(type(part.type()), id, null);
        OutsideChange.requireNotPaused(address(object), object(object));
        all.add(object);
      }
    }
    var backup = StateReset.backup(new StateFolder(workspace.front().state()), Clock.systemUTC());
    var done = 0;
    try {
      for (var object : all) {
        reset(object, backup);
        done++;
      }
    } catch (ControlRefusal e) {
      throw done == 0
          ? e
          : new ControlRefusal(
              e.kind(),
              e.code(),
              "%s. %d of %d objects were reset; what they had is in %s"
                  .formatted(e.getMessage(), done, all.size(), backup.persist()));
    } catch (StorageException e) {
      throw OutsideChange.storage(e);
    }
    return new Backup(done, backup.persist());
  }

  private void reset(StateObject object, StateFolder backup) throws ControlRefusal {
    var stored = stored(object.type().worker(), object.type().className());
    var kept = backup.ofClass(object.type().uniqueKey());
    changeAll(
        object,
        store -> {
          if (stored.storage().inspector().object(object.id()).isPresent()) {
            kept.put(object.id(), store::copyTo);
            withFacets(stored, object.id(), facets -> facets.copyTo(kept.path()));
          }
          store.deleteAll(DeleteAllScope.CONTENT_AND_ALARM);
          store.commit();
          return true;
        });
  }

  @Override
  public SqlRows sql(ObjectAddress address, String sql) throws ControlRefusal {
    var object = object(address);
    var owner = project(address.worker());
    Function<ObjectStore, ObjectSql.Rows> action =
        store -> ObjectSql.Rows.of(store.sql().executeExactly(sql));
    var writes = SqlScript.of(sql).statements().stream().anyMatch(SqlStatement::mayWrite);
    var rows =
        writes
            ? OutsideChange.makeAndEvict(owner, address, object, action)
            : OutsideChange.make(owner, address, object, action);
    if (writes) {
      events.storageChanged(object.namespace(), address.id());
    }
    return new SqlRows(
        rows.columns(), rows.json().stream().<List<JsonElement>>map(row -> row).toList());
  }

  /**
   * Changes all that an object has stored. Its facets are a part of that: they go.
   *
   * @param action which commits by itself
   */
  <T> T changeAll(StateObject object, Function<ObjectStore, T> action) throws ControlRefusal {
    var address = address(object);
    var live = object(object);
    var stored = stored(address.worker(), address.className());
    var result =
        OutsideChange.makeAndEvict(
            project(address.worker()),
            address,
            live,
            store -> {
              var value = action.apply(store);
              withFacets(stored, address.id(), facets -> facets.deleteChildren(FacetStorage.ROOT));
              return value;
            });
    events.storageChanged(live.namespace(), address.id());
    return result;
  }

  private static void withFacets(
      Namespaces.Stored stored, String id, Consumer<FacetStorage> action) {
    try {
      action.accept(stored.storage().facets(id));
    } catch (UnsupportedOperationException e) {
      // Where no facets can be, there are none.
    }
  }

  /** The object as it lives here; it need not exist in any other sense. */
  DurableObject object(StateObject object) throws ControlRefusal {
    var namespace = stored(object.type().worker(), object.type().className()).namespace();
    try {
      var checked = namespace.ids().fromString(object.id());
      return namespace.object(new DurableObjectId(checked.hex(), object.name()));
    } catch (IllegalArgumentException e) {
      throw ControlRefusal.noSuchObject(address(object));
    }
  }

  DurableObject object(ObjectAddress address) throws ControlRefusal {
    return object(
        new StateObject(new StateClass(address.worker(), address.className()), address.id(), null));
  }

  static ObjectAddress address(StateObject object) {
    return new ObjectAddress(object.type().worker(), object.type().className(), object.id());
  }

  Project project(String worker) throws ControlRefusal {
    return workspace.project(worker).orElseThrow(() -> ControlRefusal.noSuchWorker(worker));
  }

  /** The objects of a class, and their storage. */
  Namespaces.Stored stored(String worker, String className) throws ControlRefusal {
    return workspace
        .project(worker)
        .flatMap(project -> project.stored().find(className))
        .orElseThrow(() -> ControlRefusal.noSuchClass(worker, className));
  }
}
