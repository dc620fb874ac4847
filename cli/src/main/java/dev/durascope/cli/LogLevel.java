package dev.durascope.cli;

import dev.durascope.runtime.project.ProjectLog;

/** How much a command says, in wrangler's words: from a level on, or nothing. */
enum LogLevel {
  DEBUG,
  INFO,
  LOG,
  WARN,
  ERROR,
  NONE;

  /** Whether lines of a level are said. */
  boolean says(ProjectLog.Level level) {
    return switch (this) {
      case DEBUG -> true;
      case INFO, LOG -> level.compareTo(ProjectLog.Level.INFO) >= 0;
      case WARN -> level.compareTo(ProjectLog.Level.WARN) >= 0;
      case ERROR -> level == ProjectLog.Level.ERROR;
      case NONE -> false;
    };
  }
}
