package dev.durascope.model.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnabledFlagsTest {
  private static EnabledFlags at(String date, String... flags) {
    return EnabledFlags.of(Optional.of(date), List.of(flags));
  }

  @Test
  void aDateTurnsOnWhatWasIntroducedUntilThen() {
    assertThat(at("2022-03-20").isOn("global_navigator")).isFalse();
    assertThat(at("2022-03-21").isOn("global_navigator")).isTrue();
    assertThat(at("2021-01-01").isOn("r2_public_beta_bindings")).isTrue();
  }

  @Test
  void aNameTurnsOnOrOffWhateverTheDate() {
    assertThat(at("2021-01-01", "global_navigator").isOn("global_navigator")).isTrue();
    assertThat(at("2026-01-01", "no_global_navigator").isOn("global_navigator")).isFalse();
  }

  @Test
  void aFlagBringsOthersAlongFromTheirDatesOn() {
    assertThat(at("2024-09-22", "nodejs_compat").isOn("nodejs_compat_v2")).isFalse();
    assertThat(at("2024-09-23", "nodejs_compat").isOn("nodejs_compat_v2")).isTrue();
    assertThat(at("2024-09-23", "nodejs_compat", "no_nodejs_compat_v2").isOn("nodejs_compat_v2"))
        .isFalse();
    assertThat(at("2025-09-01", "nodejs_compat").isOn("enable_nodejs_http_server_modules"))
        .isTrue();
  }

  @Test
  void withoutADateAllThatIsKnownIsOn() {
    var newest = EnabledFlags.newest();
    assertThat(newest.problems()).isEmpty();
    assertThat(FlagCatalogue.all().stream().filter(flag -> flag.since().isPresent()))
        .allMatch(flag -> newest.isOn(flag.name()));
  }

  @Test
  void whatIsWrongIsSaidInWorkerdsWords() {
    assertThat(at("2026-13-01", "no_such", "rpc", "no_rpc", "rpc").problems())
        .containsExactly(
            "Invalid compatibility date: 2026-13-01",
            "Compatibility flag specified multiple times: rpc",
            "Compatibility flags are mutually contradictory: rpc vs no_rpc",
            "No such compatibility flag: no_such");
  }

  @Test
  void everyNameOfTheCatalogueMeansOneThing() {
    var names =
        FlagCatalogue.all().stream()
            .flatMap(flag -> Optional.of(flag.name()).stream())
            .collect(Collectors.toList());
    FlagCatalogue.all().forEach(flag -> flag.opposite().ifPresent(names::add));
    assertThat(names).doesNotHaveDuplicates();
    assertThat(FlagCatalogue.all())
        .allMatch(
            flag ->
                flag.impliedBy().stream()
                    .allMatch(by -> FlagCatalogue.find(by.name()).isPresent()));
  }
}
