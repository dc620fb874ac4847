package dev.durascope.runtime.lifecycle;

/**
 * A class that the configuration deletes and that has objects.
 *
 * @param source what says so: {@code migration v3}
 * @param folder where they are, relative to the folder of state
 */
public record Deletion(String worker, String className, int objects, String source, String folder) {

  /** {@code Room (12 objects)}. */
  public String title() {
    return className + " (" + Words.objects(objects) + ")";
  }
}
