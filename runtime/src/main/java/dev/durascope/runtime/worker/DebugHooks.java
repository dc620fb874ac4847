package dev.durascope.runtime.worker;

import org.jspecify.annotations.Nullable;

/**
 * Where a debugger hooks in. Without one, each place costs the look at a field and no more. A hook
 * may come and go at any time, on any thread.
 */
public final class DebugHooks {
  private volatile @Nullable MomentHook moments;
  private volatile @Nullable StorageHook storage;

  /** Tells {@code hook} of moments from now on; null for nobody. */
  public void onMoments(@Nullable MomentHook hook) {
    moments = hook;
  }

  /** Tells {@code hook} of accesses to storage from now on; null for nobody. */
  public void onStorage(@Nullable StorageHook hook) {
    storage = hook;
  }

  @Nullable MomentHook moments() {
    return moments;
  }

  @Nullable StorageHook storage() {
    return storage;
  }
}
