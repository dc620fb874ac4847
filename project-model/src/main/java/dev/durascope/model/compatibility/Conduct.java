package dev.durascope.model.compatibility;

/** What Durascope does about a compatibility flag. */
public enum Conduct {
  /** The flag decides. */
  OBEYED("decides"),
  /** Behaves as if the flag were on, whatever the date. */
  ON("as if on"),
  /** Behaves as if the flag were off, whatever the date. */
  OFF("as if off"),
  /** Concerns modules of Node.js, which are there or not by name. */
  NODE("Node.js's modules"),
  /** Concerns what a machine of one's own does not have: the network, Python, billing. */
  NONE("no effect");

  private final String words;

  Conduct(String words) {
    this.words = words;
  }

  /** For people to read. */
  public String words() {
    return words;
  }
}
