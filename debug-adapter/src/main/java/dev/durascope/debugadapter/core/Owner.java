package dev.durascope.debugadapter.core;

/**
 * Who is to know that a part of an object was assigned. An object that is a copy of something kept
 * elsewhere has an owner that puts the changed copy there; the program's own objects have none.
 */
@FunctionalInterface
interface Owner {

  Owner NONE = () -> {};

  /** A part of the object, or of one inside it, has another value now. */
  void changed() throws DebuggerException;
}
