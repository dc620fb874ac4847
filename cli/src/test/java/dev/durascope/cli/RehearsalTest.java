package dev.durascope.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void everySceneEndsWell() {
    assertThatCode(Rehearsal::playAll).doesNotThrowAnyException();
  }
}
