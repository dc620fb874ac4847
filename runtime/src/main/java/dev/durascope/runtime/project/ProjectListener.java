package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.worker.IsolateListener;
import dev.durascope.runtime.worker.WorkerVersion;

/** What a debugger wants to know of a project. */
public interface ProjectListener extends IsolateListener {
  /** A version can be run from now on; called before any isolate evaluates it. */
  void versionReleased(WorkerVersion version, Bundle bundle);

  /** No isolate will run this version any more. */
  void versionRetired(WorkerVersion version);
}
