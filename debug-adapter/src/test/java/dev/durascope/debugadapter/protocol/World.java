package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggeeLauncher;

/**
 * What a conversation is about: a program that the adapter debugs, and what happens to it.
 *
 * <p>What differs from run to run, such as directories and ports, has a fixed name in the
 * conversation's text; a world translates.
 */
sealed interface World extends AutoCloseable permits ProgramWorld, ProjectWorld {

  /** Makes the program when the client asks for it. */
  DebuggeeLauncher launcher();

  /**
   * Something happens.
   *
   * @param words a line of the conversation, without the star
   * @return the same line as it has come true
   */
  String happens(String words);

  /** A text of this run, as conversations write it. */
  String stable(String text);

  /** A text of a conversation, for this run. */
  String real(String text);

  @Override
  void close();
}
