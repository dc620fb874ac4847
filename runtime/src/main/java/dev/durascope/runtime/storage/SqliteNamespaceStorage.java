package dev.durascope.runtime.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The storage of a class on disk, in the layout of {@code wrangler dev}, so that a project goes
 * back and forth with its data:
 *
 * <pre>
 *   PERSIST/v3/do/worker-Class/
 *     0123…ef.sqlite        one object, named by its 64 hex digits
 *       _cf_KV(key, value)                  values as V8 serializes them
 *       _cf_METADATA(key, value)            1 = the alarm in nanoseconds since 1970
 *       __miniflare_do_name(id, name)       the object's name, where it is known
 *       …                                   tables the object made through SQL
 *     0123…ef.facets        the numbers of its facets, and 0123…ef.1.sqlite one facet
 *     0123…ef.history       what it was before; ours, and nobody else's
 *     metadata.sqlite       the class
 *       _cf_ALARM(actor_id, scheduled_time, actor_name)
 * </pre>
 *
 * <p>{@code PERSIST} is {@code .wrangler/state} unless the user says otherwise. Unlike workerd,
 * which makes a file for each object that starts, a file here means that something was stored.
 */
public final class SqliteNamespaceStorage implements NamespaceStorage {

  private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final SqliteFile.Limits limits;
  private final Map<String, FacetStorage> facets = new ConcurrentHashMap<>();
  private final LongSupplier clock;
  private final SqliteAlarmIndex alarms;
  private final StorageInspector inspector;

  private SqliteNamespaceStorage(Path folder, SqliteFile.Limits limits, LongSupplier clock) {
    this.folder = folder;
    this.limits = limits;
    this.clock = clock;
    this.alarms = new SqliteAlarmIndex(folder, limits);
    this.inspector = new SqliteStorageInspector(folder, limits);
  }

  /**
   * Returns the storage of a class; touches no file yet.
   *
   * @param persist the folder for all state, such as {@code .wrangler/state}
   * @param uniqueKey {@code worker-Class}
   */
  public static SqliteNamespaceStorage at(Path persist, String uniqueKey) {
    return at(persist, uniqueKey, SqliteFile.Limits.STANDARD);
  }

  static SqliteNamespaceStorage at(Path persist, String uniqueKey, SqliteFile.Limits limits) {
    return at(persist, uniqueKey, limits, System::currentTimeMillis);
  }

  /**
   * @param clock when commits are made, for the history; in milliseconds since 1970
   */
  static SqliteNamespaceStorage at(
      Path persist, String uniqueKey, SqliteFile.Limits limits, LongSupplier clock) {
    return new SqliteNamespaceStorage(objectsOf(persist).resolve(uniqueKey), limits, clock);
  }

  /**
   * Returns the storage of a class; touches no file yet.
   *
   * @param folder the folder of the classes' folders
   */
  public static SqliteNamespaceStorage in(Path folder, String uniqueKey) {
    return new SqliteNamespaceStorage(
        folder.resolve(uniqueKey), SqliteFile.Limits.STANDARD, System::currentTimeMillis);
  }

  /** Returns the folder of the classes' folders within the folder for all state. */
  public static Path objectsOf(Path persist) {
    return persist.resolve("v3/do");
  }

  @Override
  public ObjectStore open(String objectId, @Nullable String name) {
    return new SqliteObjectStore(
        objectFile(folder, objectId), objectId, name, alarms, limits, clock);
  }

  @Override
  public FacetStorage facets(String objectId) {
    return facets.computeIfAbsent(objectId, id -> new SqliteFacets(folder, id, limits));
  }

  @Override
  public AlarmIndex alarms() {
    return alarms;
  }

  @Override
  public StorageInspector inspector() {
    return inspector;
  }

  @Override
  public void close() {
    alarms.close();
  }

  /** Returns the file of an object; the check keeps an id from pointing elsewhere. */
  static Path objectFile(Path folder, String objectId) {
    if (!OBJECT_ID.matcher(objectId).matches()) {
      throw new IllegalArgumentException("an object id is 64 lower-case hex digits: " + objectId);
    }
    return folder.resolve(objectId + ".sqlite");
  }
}
