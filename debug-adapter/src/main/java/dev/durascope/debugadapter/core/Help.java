package dev.durascope.debugadapter.core;

/** What {@code help} prints on the debug console. */
final class Help {

  static final String TEXT =
      """
      Expressions see the variables of the frame and of its module. Beside those:

        $storage.get(key)            a stored value; also .keys(), .list({prefix, start, end, limit, reverse})
        $storage.put(key, value)     stores a value, within the turn that is running
        $storage.delete(key)         removes a key
        $storage.sql(query, ...args) the rows of a statement, as objects
        $ctx                         the ctx of the object's class
        $object("lobby")             a stub of another object of the class, by name or id
        $object("Room", "lobby")     the same for another class that the worker exports
        $alarm()                     runs the object's alarm now, as if its time had come
        $hibernate()                 takes the object out of memory, or says what keeps it there
        $blockers()                  what keeps it from hibernating

      While a thread runs, expressions are evaluated between two of its events, with the object as
      this, and may await. A hover runs nothing: it reads variables and properties only.
      """;

  private Help() {}

  static boolean isAskedFor(String expression) {
    var text = expression.strip();
    return text.equals("help") || text.equals("help()");
  }
}
