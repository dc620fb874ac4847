package dev.durascope.debugadapter.core;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.List;

/** Something with parts that a line of the variables view can be opened to. */
sealed interface Container {

  /** The variables of one group of a frame: interop scope objects, the innermost first. */
  record Variables(List<Object> scopes) implements Container {}

  /**
   * The properties and elements of an object.
   *
   * @param expression what has the object in the frame; may be empty
   * @param owner told when one of them was assigned
   */
  record Properties(JSDynamicObject object, String expression, Owner owner) implements Container {}

  /** The entries of a map or the elements of a set. */
  record Entries(JSDynamicObject collection, Owner owner) implements Container {}

  /** One entry of a map. */
  record Entry(JSDynamicObject collection, Object key, Object value, Owner owner)
      implements Container {}

  /** A getter and the object that it is to be called on. */
  record Getter(Object function, JSDynamicObject receiver) implements Container {}

  /** A printed line, and the values that it shows. */
  record Printed(String text, List<Object> values) implements Container {}

  /** What the call has returned that a step has just left. */
  record Returned(Object value) implements Container {}

  /** Values in their order. */
  record Values(List<Object> values) implements Container {}

  /** The entries of a collection of the platform. */
  record Pairs(List<PlatformObjects.Entry> entries) implements Container {}

  /** Bytes, one by one. */
  record Octets(Bytes bytes) implements Container {}

  /** Facts about a Durable Object. */
  record Facts(Fact.Parts parts) implements Container {}

  /** An object that is a copy of what a fact stands for. */
  record Copied(CopiedObject object) implements Container {}
}
