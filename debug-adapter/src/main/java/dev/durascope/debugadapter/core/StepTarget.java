package dev.durascope.debugadapter.core;

/**
 * A call that a step can go into.
 *
 * @param id the number to ask for it by, during the same pause
 * @param label what is called
 * @param position where the call begins
 */
public record StepTarget(int id, String label, FilePosition position) {}
