package dev.durascope.cli.command;

/**
 * A word that begins with a dash.
 *
 * @param name with its dashes: {@code --config}
 * @param shortName another name of one letter, {@code -c}; empty if there is none
 * @param form what may follow it
 * @param placeholder what stands for its value in the help; empty for a switch
 * @param help one sentence; a flag without help is understood and not shown
 */
public record Flag(String name, String shortName, Form form, String placeholder, String help) {

  /** What may follow a flag. */
  public enum Form {
    /** Nothing: it is there or not. */
    SWITCH,
    /** One value; of several the last counts. */
    VALUE,
    /** One value each time that it is there. */
    VALUES,
    /**
     * Nothing, or a value behind an equals sign, since a word of its own could be meant for
     * something else.
     */
    OPTIONAL_VALUE
  }

  public static Flag ofSwitch(String name, String help) {
    return new Flag(name, "", Form.SWITCH, "", help);
  }

  public static Flag ofValue(String name, String placeholder, String help) {
    return new Flag(name, "", Form.VALUE, placeholder, help);
  }

  public static Flag ofValues(String name, String placeholder, String help) {
    return new Flag(name, "", Form.VALUES, placeholder, help);
  }

  public static Flag ofOptionalValue(String name, String placeholder, String help) {
    return new Flag(name, "", Form.OPTIONAL_VALUE, placeholder, help);
  }

  public Flag withShortName(String shortName) {
    return new Flag(name, shortName, form, placeholder, help);
  }

  public boolean isHidden() {
    return help.isEmpty();
  }

  /** As the help shows it: {@code -c, --config CONFIG}. */
  public String usage() {
    var names = shortName.isEmpty() ? name : shortName + ", " + name;
    return switch (form) {
      case SWITCH -> names;
      case VALUE -> names + " " + placeholder;
      case VALUES -> names + " " + placeholder + " …";
      case OPTIONAL_VALUE -> names + "[=" + placeholder + "]";
    };
  }
}
