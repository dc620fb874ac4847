package dev.durascope.runtime.http;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the runtime's rim may know: messages, and one library each. */
class RimLayersTest {
  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.runtime");

  @Test
  void messagesKnowNothing() {
    classes()
        .that()
        .resideInAPackage("dev.durascope.runtime.message..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "dev.durascope.runtime.message.."))
        .check(RUNTIME);
  }

  @Test
  void theFrontDoorKnowsMessagesAndNetty() {
    classes()
        .that()
        .resideInAPackage("dev.durascope.runtime.http..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "javax.net.ssl..",
                "org.jspecify..",
                "io.netty..",
                "dev.durascope.runtime.message..",
                "dev.durascope.runtime.http.."))
        .check(RUNTIME);
  }

  @Test
  void theControlApiKnowsTheFrontDoorButNotNetty() {
    classes()
        .that()
        .resideInAPackage("dev.durascope.runtime.control..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "com.google.gson..",
                "dev.durascope.runtime.message..",
                "dev.durascope.runtime.http..",
                "dev.durascope.runtime.control.."))
        .check(RUNTIME);
  }

  @Test
  void nettyIsKnownToTheFrontDoorAlone() {
    noClasses()
        .that(resideOutsideOfPackages("dev.durascope.runtime.http.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(RUNTIME);
  }
}
