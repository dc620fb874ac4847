package dev.durascope.runtime.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What the package comments of the wire format promise not to know. */
class WireLayersTest {

  private static final String WIRE = "dev.durascope.runtime.wire";
  private static final String JS = "dev.durascope.runtime.wire.js";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(WIRE);

  private static ArchRule dependsOnlyOn(String layer, String... packages) {
    return classes()
        .that()
        .resideInAPackage(layer)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  @Test
  void theFormatKnowsNoEngine() {
    dependsOnlyOn(WIRE, WIRE, "java..", "com.google.gson..", "org.jspecify..").check(classes);
  }

  @Test
  void structuredCloneKnowsTheFormatAndTheEngine() {
    dependsOnlyOn(JS, JS, WIRE, "java..", "org.graalvm.polyglot..", "org.jspecify..")
        .check(classes);
  }

  @Test
  void theRulesCanFail() {
    assertThatThrownBy(() -> dependsOnlyOn(JS, JS, WIRE, "java..", "org.jspecify..").check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.graalvm.polyglot");
  }
}
