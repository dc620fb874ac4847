package dev.durascope.runtime.lifecycle;

/**
 * A folder that goes elsewhere. Both names are relative to the folder of state, with slashes.
 *
 * @param from where it is
 * @param to where it will be
 */
record Move(String from, String to) {
  Move reversed() {
    return new Move(to, from);
  }
}
