package com.intellij.openapi.application;

import org.jspecify.annotations.Nullable;

public final class PathManager {
  private PathManager() {}

  public static @Nullable String getJarPathForClass(Class<?> aClass) {
    throw new UnsupportedOperationException();
  }
}
