package dev.durascope.intellij.signatures;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a signature says that the real type does not bear out.
 *
 * <p>A call is linked by the owner's kind (class or interface), the name, the erased descriptor and
 * whether it is static; a call may also be answered by an ancestor. An abstract method that the
 * signature lets a subclass implement must be there to be called. More than that the JVM does not
 * look at, and neither do we.
 */
final class SignatureComparison {
  private final ClassFiles real;

  SignatureComparison(ClassFiles real) {
    this.real = real;
  }

  List<String> differences(ClassModel signature, ClassModel truth) {
    var differences = new ArrayList<String>();
    var name = signature.thisClass().asInternalName();
    for (var flag :
        List.of(AccessFlag.INTERFACE, AccessFlag.ABSTRACT, AccessFlag.FINAL, AccessFlag.ENUM)) {
      if (signature.flags().has(flag) != truth.flags().has(flag)) {
        differences.add(
            name + ": " + flag + " is " + truth.flags().has(flag) + " in the real type");
      }
    }
    for (var method : signature.methods()) {
      if (method.flags().has(AccessFlag.PRIVATE)) {
        continue;
      }
      var label =
          name + "." + method.methodName().stringValue() + method.methodType().stringValue();
      var found = find(method, truth);
      if (found.isEmpty()) {
        differences.add(label + ": the real type has none");
      } else {
        differences.addAll(differences(label, method, found.get()));
      }
    }
    return differences;
  }

  private static List<String> differences(String label, MethodModel signature, MethodModel truth) {
    var differences = new ArrayList<String>();
    for (var flag :
        List.of(AccessFlag.PUBLIC, AccessFlag.PROTECTED, AccessFlag.STATIC, AccessFlag.ABSTRACT)) {
      if (signature.flags().has(flag) != truth.flags().has(flag)) {
        differences.add(
            label + ": " + flag + " is " + truth.flags().has(flag) + " in the real type");
      }
    }
    return differences;
  }

  /** The method in the type itself or, constructors apart, in an ancestor that the jar has. */
  private Optional<MethodModel> find(MethodModel wanted, ClassModel start) {
    var isConstructor = wanted.methodName().equalsString("<init>");
    var waiting = new ArrayDeque<ClassModel>(List.of(start));
    Set<String> seen = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      var type = waiting.remove();
      if (!seen.add(type.thisClass().asInternalName())) {
        continue;
      }
      for (var method : type.methods()) {
        if (method.methodName().equalsString(wanted.methodName().stringValue())
            && method.methodType().equalsString(wanted.methodType().stringValue())) {
          return Optional.of(method);
        }
      }
      if (!isConstructor) {
        var parents = new ArrayList<ClassEntry>(type.interfaces());
        type.superclass().ifPresent(parents::add);
        parents.forEach(parent -> real.find(parent.asInternalName()).ifPresent(waiting::add));
      }
    }
    return Optional.empty();
  }
}
