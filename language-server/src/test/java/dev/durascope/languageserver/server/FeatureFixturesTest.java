package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file below {@code src/test/features}: what the server answers over the wire, and that it
 * answers the same where the configurations are in the other syntax (TOML for JSON, JSON for TOML).
 * Whatever the server says that it can is asked in both.
 *
 * <p>With {@code -Ddurascope.update} the answers are written anew. Read the difference before you
 * believe it.
 */
class FeatureFixturesTest {

  private static final boolean UPDATE = System.getProperty("durascope.update") != null;

  /** What is advertised and is no question at a place: diagnostics have fixtures of their own. */
  private static final String DIAGNOSTICS = "diagnosticProvider";

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> fixtures() throws IOException {
    return FeatureFixture.all().stream()
        .map(fixture -> dynamicTest(fixture.title(), () -> check(fixture)));
  }

  @TestFactory
  Stream<DynamicTest> everyFeatureIsAskedInBothSyntaxes() throws IOException {
    var all = FeatureFixture.all();
    return Stream.of(Feature.values())
        .map(
            feature ->
                dynamicTest(
                    feature.folder(),
                    () -> {
                      var own = all.stream().filter(it -> Feature.of(it) == feature).toList();
                      var answered = own.stream().filter(it -> !it.answer().isEmpty()).toList();
                      assertThat(answered).as("in TOML").anyMatch(FeatureFixture::isToml);
                      assertThat(answered).as("in JSON").anyMatch(it -> !it.isToml());
                    }));
  }

  @Test
  void everythingThatTheServerCanIsAFeature() throws IOException {
    var said = new ArrayList<String>();
    try (var project = new AskedProject(FeatureFixture.all().getFirst(), directory, true)) {
      var capabilities = project.capabilities();
      capabilities.keySet().stream().filter(key -> key.endsWith("Provider")).forEach(said::add);
      said.addAll(
          capabilities
              .getAsJsonObject("workspace")
              .getAsJsonObject("fileOperations")
              .keySet()
              .stream()
              .filter(key -> key.startsWith("will"))
              .toList());
    }
    var known = new ArrayList<>(List.of(DIAGNOSTICS));
    Stream.of(Feature.values()).map(Feature::capability).forEach(known::add);
    assertThat(said).containsExactlyInAnyOrderElementsOf(known);
  }

  private void check(FeatureFixture fixture) throws IOException {
    var answer = answer(fixture, true);
    if (UPDATE) {
      fixture.update(answer);
    } else {
      assertThat(answer).isEqualTo(fixture.answer());
    }
    if (!fixture.hasOneSyntax() && !Feature.of(fixture).isAboutText()) {
      var twin = FeatureTwin.of(fixture);
      assertThat(twin).as("the configuration in the other syntax").isPresent();
      assertThat(answer(twin.orElseThrow(), false).lines().sorted())
          .as("in the other syntax: %s", twin.orElseThrow().files())
          .containsExactlyElementsOf(answer(fixture, false).lines().sorted().toList());
    }
  }

  private String answer(FeatureFixture fixture, boolean exact) throws IOException {
    var folder = Files.createTempDirectory(directory, "project");
    try (var project = new AskedProject(fixture, folder, exact)) {
      return Feature.of(fixture).ask(project);
    }
  }
}
