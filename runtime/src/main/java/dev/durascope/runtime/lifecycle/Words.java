package dev.durascope.runtime.lifecycle;

/** Words for people. */
final class Words {
  private Words() {}

  static String objects(int count) {
    return count == 1 ? "1 object" : count + " objects";
  }

  /** Where a change is written. */
  static String source(String tag) {
    return tag.isEmpty() ? "\"exports\"" : "migration \"" + tag + "\"";
  }
}
