package dev.durascope.debugadapter.core;

/** What an expression is evaluated for. */
public enum Purpose {
  /** The user has typed it: it may do anything. */
  CONSOLE,
  /** It is watched, and evaluated at each stop. */
  WATCH,
  /** The pointer rests on it: it must not run anything. */
  HOVER,
  /** Its value is to be copied: as a text, and whole. */
  CLIPBOARD
}
