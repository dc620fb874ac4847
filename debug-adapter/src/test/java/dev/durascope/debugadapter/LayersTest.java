package dev.durascope.debugadapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class LayersTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.debugadapter");

  private static ArchRule mustNotKnow(String layer, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("dev.durascope.debugadapter." + layer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  @Test
  void the_core_knows_no_protocol() {
    mustNotKnow("core", "org.eclipse.lsp4j..", "dev.durascope.debugadapter.protocol..")
        .check(CLASSES);
  }

  @Test
  void the_core_does_not_know_how_the_runtime_is_built() {
    mustNotKnow("core", "dev.durascope.runtime..", "dev.durascope.debugadapter.runtime..")
        .check(CLASSES);
  }

  @Test
  void the_protocol_knows_no_engine() {
    mustNotKnow("protocol", "com.oracle..", "org.graalvm..").check(CLASSES);
  }

  @Test
  void such_a_rule_can_fail() {
    assertThatThrownBy(() -> mustNotKnow("core", "com.oracle.truffle.api.debug..").check(CLASSES))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void every_package_says_what_it_is_and_is_checked_for_nulls() throws ClassNotFoundException {
    var packages = new TreeSet<String>();
    CLASSES.forEach(type -> packages.add(type.getPackageName()));
    assertThat(packages).isNotEmpty();
    for (var name : packages) {
      var info = Class.forName(name + ".package-info");
      assertThat(info.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
    }
  }
}
