package dev.durascope.runtime.worker;

/** A Worker's own isolate has no gates; it only counts what others hold stubs of. */
final class HeldValues implements Admission {
  private int count;

  @Override
  public void settle(Runnable tell) {
    tell.run();
  }

  @Override
  public void held(int change) {
    count += change;
  }

  int count() {
    return count;
  }
}
