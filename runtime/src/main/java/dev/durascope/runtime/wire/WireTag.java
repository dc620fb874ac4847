package dev.durascope.runtime.wire;

/**
 * The format, byte by byte. It is what V8's {@code ValueSerializer} writes, and so what workerd
 * keeps in storage and sends between objects.
 *
 * <pre>
 * value    = FF version item             version 15 is written, 13 to 15 are read;
 *                                        without FF the version is 13 (data of 2021 and before)
 * item     = 00* tag …                   00 is padding, see below
 *
 *   5F '_'  undefined                    30 '0'  null
 *   54 'T'  true                         46 'F'  false
 *   2D '-'  a hole in a dense array
 *   49 'I'  int: zigzag varint           55 'U'  unsigned int: varint (read only)
 *   4E 'N'  double: 8 bytes              5A 'Z'  bigint: see bits
 *   22 '"'  varint bytes, Latin-1        63 'c'  varint bytes, UTF-16LE, begins at an even offset
 *   53 'S'  varint bytes, UTF-8 (read only)
 *
 *   5E '^'  varint: the object with this number
 *   6F 'o'  (key item)*  7B '{' varint:entries
 *   41 'A'  varint:length item*length (key item)*  24 '$' varint:entries varint:length
 *   61 'a'  varint:length (key item)*  40 '@' varint:entries varint:length          sparse
 *   3B ';'  (item item)*  3A ':' varint:2×entries                                    Map
 *   27 '''  item*  2C ',' varint:entries                                             Set
 *   44 'D'  8 bytes                                                                  Date
 *   52 'R'  item varint:flags                                                        RegExp
 *   79 'y'  78 'x'  6E 'n' 8 bytes  7A 'z' bits  73 's' item                         boxed
 *   42 'B'  varint:length bytes                                                      ArrayBuffer
 *   7E '~'  varint:length varint:max bytes                                           … resizable
 *   56 'V'  kind varint:offset varint:length varint:flags      a view, right after its buffer;
 *                                        the flags from version 14 on
 *   72 'r'  [prototype] ['m' item] ['s' item] ['c' item] '.'                         Error
 *   5C '\'  varint:10 varint:prototype [item:name] item:message item:properties      Error, as
 *                                        workerd writes it from 2026-04-21 on
 *
 * bits     = varint:(bytes × 2 + sign) bytes, little-endian
 * varint   = 7 bits a byte, the low ones first; bit 7 says that there are more
 * </pre>
 *
 * <p>All numbers are little-endian. Objects (everything from {@code ^} downwards) are numbered from
 * 0 in the order in which they begin, a buffer before its view; {@code ^} refers to one, which
 * makes shared references and cycles.
 *
 * <p>V8 keeps integers of 31 bits apart from others and writes only those as {@code I}, in the
 * configuration that workerd is built in; Node writes 32 bits so.
 */
public final class WireTag {

  /** The version that is written. */
  public static final int VERSION = 15;

  /** The oldest version that is read: workerd's first. */
  public static final int OLDEST_VERSION = 13;

  /** The version since which a view has flags. */
  static final int VERSION_OF_VIEW_FLAGS = 14;

  /** The smallest integer written as {@link #INT}; beyond are doubles. */
  public static final int MIN_INT = -(1 << 30);

  /** The largest integer written as {@link #INT}; beyond are doubles. */
  public static final int MAX_INT = (1 << 30) - 1;

  /** The largest index of an array; property names that are indices are written as numbers. */
  public static final long MAX_INDEX = 0xFFFF_FFFEL;

  static final int HEADER = 0xFF;
  static final int PADDING = 0x00;
  static final int OBJECT_COUNT = '?';
  static final int HOLE = '-';
  static final int UNDEFINED = '_';
  static final int NULL = '0';
  static final int TRUE = 'T';
  static final int FALSE = 'F';
  static final int INT = 'I';
  static final int UINT = 'U';
  static final int DOUBLE = 'N';
  static final int BIG_INT = 'Z';
  static final int UTF8_STRING = 'S';
  static final int LATIN1_STRING = '"';
  static final int UTF16_STRING = 'c';
  static final int REFERENCE = '^';
  static final int OBJECT = 'o';
  static final int OBJECT_END = '{';
  static final int DENSE_ARRAY = 'A';
  static final int DENSE_ARRAY_END = '$';
  static final int SPARSE_ARRAY = 'a';
  static final int SPARSE_ARRAY_END = '@';
  static final int DATE = 'D';
  static final int TRUE_OBJECT = 'y';
  static final int FALSE_OBJECT = 'x';
  static final int NUMBER_OBJECT = 'n';
  static final int BIG_INT_OBJECT = 'z';
  static final int STRING_OBJECT = 's';
  static final int REG_EXP = 'R';
  static final int MAP = ';';
  static final int MAP_END = ':';
  static final int SET = '\'';
  static final int SET_END = ',';
  static final int BUFFER = 'B';
  static final int RESIZABLE_BUFFER = '~';
  static final int VIEW = 'V';
  static final int ERROR = 'r';
  static final int ERROR_MESSAGE = 'm';
  static final int ERROR_STACK = 's';
  static final int ERROR_CAUSE = 'c';
  static final int ERROR_END = '.';
  static final int HOST_OBJECT = '\\';

  /** The kind of host object that travels beside the bytes: workerd's "RPC stub". */
  static final int EXTERNAL = 1;

  /** The kind of host object that is an error. */
  static final int HOST_ERROR = 10;

  private WireTag() {}
}
