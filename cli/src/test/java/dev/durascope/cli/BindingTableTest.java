package dev.durascope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.worker.Bindings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BindingTableTest {

  @Test
  void nothingIsSaidWhereThereIsNothing() {
    assertThat(BindingTable.of(new Bindings(List.of(), Map.of()))).isEmpty();
  }

  @Test
  void aContainerIsListedWithItsClassAndImageAsWhatIsNotThere() {
    assertThat(BindingTable.of(new Bindings(List.of(), Map.of("Runner", "./Dockerfile"))))
        .containsExactly(
            "Your Worker has access to the following bindings:",
            "Binding                    Resource       Mode",
            "Runner (./Dockerfile)      Container      not available",
            "");
  }
}
