package dev.durascope.debugadapter.core;

import java.lang.reflect.Field;

/** Fields of the engine that it keeps to itself; its version is pinned because of them. */
final class EngineFields {

  private EngineFields() {}

  static Field of(Class<?> type, String name) {
    try {
      var field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("The engine has changed", e);
    }
  }
}
