package dev.durascope.runtime.state;

/**
 * A Durable Object class, by what its folder is named: {@code worker-Class}.
 *
 * @param worker the worker's name, with wrangler's suffix of the environment
 */
public record StateClass(String worker, String className) {

  /** Reads the name of a folder: a worker's name may have dashes, a class's cannot. */
  public static StateClass ofUniqueKey(String uniqueKey) {
    var dash = uniqueKey.lastIndexOf('-');
    return dash < 0
        ? new StateClass("", uniqueKey)
        : new StateClass(uniqueKey.substring(0, dash), uniqueKey.substring(dash + 1));
  }

  /** The name of its folder. */
  public String uniqueKey() {
    return worker.isEmpty() ? className : worker + "-" + className;
  }
}
