package dev.durascope.debugadapter.core;

/**
 * A thrown value, as the user is told of it.
 *
 * @param type the class of the thrown value, {@code TypeError}
 * @param message its message, or the thrown value itself when it is no error
 * @param stack the stack of the error with the positions of the original files; may be empty
 * @param uncaught whether nothing of the program is going to catch it
 */
public record ExceptionDetails(String type, String message, String stack, boolean uncaught) {}
