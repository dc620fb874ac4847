package dev.durascope.runtime.binding.store;

import dev.durascope.runtime.durable.DurableObjectIds;
import dev.durascope.runtime.storage.LocalDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The data of one named thing, such as a KV namespace, in the layout of {@code wrangler dev}:
 *
 * <pre>
 *   STATE/v3/kind/
 *     ObjectClass/0123…ef.sqlite    the 64 hex digits of a Durable Object's id by the thing's name
 *     name/blobs/                   the values
 * </pre>
 *
 * <p>There, each such thing is a Durable Object of miniflare's own.
 */
public record Store(LocalDatabase database, BlobFolder blobs) implements AutoCloseable {
  private static final int MAX_FOLDER_NAME = 255;
  private static final Pattern DOTS = Pattern.compile("(^|/|\\\\)(\\.+)(/|\\\\|$)");
  private static final Pattern ILLEGAL = Pattern.compile("[?<>*\"'^/\\\\:|\\x00-\\x1f\\x80-\\x9f]");
  private static final Pattern RESERVED =
      Pattern.compile("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING = Pattern.compile("^[ /\\\\]+");
  private static final Pattern TRAILING = Pattern.compile("[ /\\\\]+$");

  /**
   * The store of a thing; no file is made before it is used.
   *
   * @param state such as {@code .wrangler/state}
   * @param kind the folder of the kind, such as {@code kv}
   * @param objectClass miniflare's, such as {@code miniflare-KVNamespaceObject}
   */
  public static Store open(
      Path state, String kind, String objectClass, String name, List<String> schema) {
    var folder = state.resolve("v3").resolve(kind);
    return new Store(
        new LocalDatabase(databaseFile(folder, objectClass, name), schema),
        new BlobFolder(folder.resolve(folderName(name)).resolve("blobs")));
  }

  /** The file in which a Durable Object of a name is kept. */
  public static Path databaseFile(Path folder, String objectClass, String name) {
    var id = new DurableObjectIds(objectClass, new SecureRandom()).fromName(name).hex();
    return folder.resolve(objectClass).resolve(id + ".sqlite");
  }

  /** A name that every file system takes, as wrangler makes it. */
  static String folderName(String name) {
    var safe = underscores(DOTS, underscores(DOTS, name, 2), 2);
    safe = ILLEGAL.matcher(safe).replaceAll("_");
    safe = RESERVED.matcher(safe).replaceAll("_");
    safe = underscores(TRAILING, underscores(LEADING, safe, 0), 0);
    return safe.substring(0, Math.min(safe.length(), MAX_FOLDER_NAME));
  }

  /** Replaces each character of a group of the match by an underscore. */
  private static String underscores(Pattern pattern, String text, int group) {
    var matcher = pattern.matcher(text);
    var result = new StringBuilder();
    var end = 0;
    while (matcher.find()) {
      result.append(text, end, matcher.start(group));
      result.repeat('_', matcher.end(group) - matcher.start(group));
      end = matcher.end(group);
    }
    return result.append(text, end, text.length()).toString();
  }

  @Override
  public void close() {
    database.close();
  }
}
