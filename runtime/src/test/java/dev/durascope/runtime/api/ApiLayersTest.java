package dev.durascope.runtime.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the web platform must not know. */
class ApiLayersTest {
  private static final String RUNTIME = "dev.durascope.runtime.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(RUNTIME + "api..");

  @Test
  void theWebPlatformKnowsOnlyScriptsMessagesAndTime() {
    classes()
        .that()
        .resideInAPackage(RUNTIME + "api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            RUNTIME + "api..",
            RUNTIME + "script",
            RUNTIME + "message",
            RUNTIME + "time",
            RUNTIME + "cache",
            RUNTIME + "html",
            "dev.durascope.model.compatibility",
            "org.graalvm.polyglot..",
            "org.graalvm.shadowed.com.ibm.icu.text",
            "org.brotli.dec",
            "com.aayushatharva.brotli4j..",
            "javax.net.ssl",
            "org.jspecify.annotations",
            "java..",
            "javax.crypto..")
        .check(CLASSES);
  }

  @Test
  void urlsKnowNoJavaScript() {
    noClasses()
        .that()
        .resideInAPackage(RUNTIME + "api.url")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            RUNTIME + "api.url",
            "org.graalvm.shadowed.com.ibm.icu.text",
            "java..",
            "org.jspecify.annotations")
        .check(CLASSES);
  }
}
