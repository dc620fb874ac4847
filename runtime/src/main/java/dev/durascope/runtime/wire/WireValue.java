package dev.durascope.runtime.wire;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A JavaScript value as structured clone carries it, without JavaScript: an immutable tree.
 *
 * <p>Shared references and cycles are {@link Reference}s, as in the bytes: objects are numbered
 * from 0 in the order in which they begin ({@link WireTag}), and a reference has the number of one
 * that began before. The tree says all that the bytes say, so writing what was read gives the same
 * bytes, but for forms that only older versions wrote.
 */
public sealed interface WireValue {

  /** {@code undefined}. */
  record Undefined() implements WireValue {}

  /** {@code null}. */
  record Null() implements WireValue {}

  /** No element at all at this place of a {@link DenseArray}. */
  record Hole() implements WireValue {}

  /** A boolean. */
  record Bool(boolean value) implements WireValue {}

  /** A number that is written as an integer. */
  record Int(int value) implements WireValue {}

  /** A number that is written as a double, which may be an integer. */
  record Real(double value) implements WireValue {}

  /** A bigint. */
  record BigInt(BigInteger value) implements WireValue {}

  /** A string, possibly with lone surrogates. */
  record Text(String value) implements WireValue {}

  /** The object of this number, once more. */
  record Reference(int number) implements WireValue {}

  /** What has a number, and can be referred to. */
  sealed interface Numbered extends WireValue {}

  /**
   * A property.
   *
   * @param name an {@link Int} or {@link Real} for an array index, else a {@link Text}
   * @param value the value
   */
  record Property(WireValue name, WireValue value) {}

  /**
   * An object with its own enumerable properties in order; all that is left of a class instance.
   */
  record JsObject(List<Property> properties) implements Numbered {
    public JsObject {
      properties = List.copyOf(properties);
    }
  }

  /**
   * An array written element by element.
   *
   * @param elements the elements, {@link Hole} for those that are missing
   * @param properties its properties that are no elements
   */
  record DenseArray(List<WireValue> elements, List<Property> properties) implements Numbered {
    public DenseArray {
      elements = List.copyOf(elements);
      properties = List.copyOf(properties);
    }
  }

  /**
   * An array written like an object, because it has holes.
   *
   * @param length its length, up to 2³² − 1
   * @param properties its elements and other properties
   */
  record SparseArray(long length, List<Property> properties) implements Numbered {
    public SparseArray {
      properties = List.copyOf(properties);
    }
  }

  /** An entry of a Map. */
  record Entry(WireValue key, WireValue value) {}

  /** A Map with its entries in order. */
  record JsMap(List<Entry> entries) implements Numbered {
    public JsMap {
      entries = List.copyOf(entries);
    }
  }

  /** A Set with its values in order. */
  record JsSet(List<WireValue> values) implements Numbered {
    public JsSet {
      values = List.copyOf(values);
    }
  }

  /** A Date, in milliseconds since 1970; NaN if it is invalid. */
  record JsDate(double epochMillis) implements Numbered {}

  /** A RegExp. */
  record JsRegExp(String source, RegExpFlags flags) implements Numbered {}

  /** A primitive in an object of its own, such as {@code new String("s")}. */
  record Boxed(WireValue primitive) implements Numbered {
    public Boxed {
      switch (primitive) {
        case Bool b -> {}
        case Real r -> {}
        case BigInt b -> {}
        case Text t -> {}
        default -> throw new IllegalArgumentException("no boxed primitive: " + primitive);
      }
    }
  }

  /**
   * An ArrayBuffer.
   *
   * @param content its bytes, not to be changed
   * @param maxLength how far it may grow, if it may
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are large and handed over, not shared
  record Buffer(byte[] content, OptionalInt maxLength) implements Numbered {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Buffer(var otherContent, var otherMax)
          && Arrays.equals(content, otherContent)
          && maxLength.equals(otherMax);
    }

    @Override
    public int hashCode() {
      return Objects.hash(Arrays.hashCode(content), maxLength);
    }

    @Override
    public String toString() {
      return "Buffer[" + content.length + " bytes, maxLength=" + maxLength + "]";
    }
  }

  /**
   * A typed array or DataView.
   *
   * @param buffer a {@link Buffer}, or a {@link Reference} to one
   * @param kind the class
   * @param offset where it begins in the buffer, in bytes
   * @param length its length in bytes; 0 if it tracks that of the buffer
   * @param flags how it follows its buffer
   */
  record View(WireValue buffer, ViewKind kind, int offset, int length, ViewFlags flags)
      implements Numbered {
    public View {
      if (!(buffer instanceof Buffer || buffer instanceof Reference)) {
        throw new IllegalArgumentException("no buffer of a view: " + buffer);
      }
    }
  }

  /**
   * An Error, with what V8 keeps of one.
   *
   * @param kind its class
   * @param message its own message, if it has one
   * @param stack its stack trace, if that is a string
   * @param cause its cause, if it has one
   */
  record JsError(
      ErrorKind kind, @Nullable String message, @Nullable String stack, @Nullable WireValue cause)
      implements Numbered {}

  /**
   * An Error with its properties, as workerd writes it ({@code enhanced_error_serialization}).
   *
   * @param kind its class
   * @param name its name, if the class does not say it
   * @param message its message
   * @param properties a {@link JsObject} of its other own properties, the stack among them
   */
  record HostError(
      HostErrorKind kind, @Nullable WireValue name, WireValue message, WireValue properties)
      implements Numbered {
    public HostError {
      if ((kind == HostErrorKind.OTHER) != (name != null)) {
        throw new IllegalArgumentException("exactly the other errors have a name: " + kind);
      }
    }
  }

  /**
   * Something that is not in the bytes but travels beside them, such as a stub or a stream.
   *
   * @param index its place in the list of what travels beside
   */
  record External(int index) implements Numbered {}

  /** Returns a number in the form that V8 chooses for it. */
  static WireValue number(double value) {
    int integer = (int) value;
    boolean small =
        integer == value
            && integer >= WireTag.MIN_INT
            && integer <= WireTag.MAX_INT
            && (integer != 0 || Double.doubleToRawLongBits(value) == 0);
    return small ? new Int(integer) : new Real(value);
  }

  /** Returns the name of a property in the form that V8 chooses for it. */
  static WireValue name(String name) {
    long index = WireOutput.indexOf(name);
    return index >= 0 ? number((double) index) : new Text(name);
  }

  /** Reads a serialized value. */
  static WireValue read(byte[] bytes) {
    return WireReader.read(bytes);
  }

  /**
   * Reads a message: in contrast to what is stored, it may refer to what travels beside the bytes.
   *
   * @throws WireException if the bytes are damaged
   */
  static WireValue readMessage(byte[] bytes) {
    return WireReader.readMessage(bytes);
  }

  /** Writes this value. */
  default byte[] toBytes() {
    return WireWriter.write(this);
  }
}
