package dev.durascope.model.compatibility;

import java.util.List;
import java.util.Optional;

/**
 * One behaviour that changed, and how a Worker keeps the old one or takes the new one early.
 *
 * @param name turns it on
 * @param opposite turns it off
 * @param since from this date it is on by itself
 * @param always whether it is on at every date
 * @param experimental whether production refuses it
 * @param impliedBy flags that bring it along
 * @param conduct what it does here
 * @param remark what is different when it is off, or what else is worth knowing; may be empty
 */
public record CompatibilityFlag(
    String name,
    Optional<String> opposite,
    Optional<CompatibilityDate> since,
    boolean always,
    boolean experimental,
    List<Implication> impliedBy,
    Conduct conduct,
    String remark) {

  /** Another flag that brings this one along, from a date on. */
  public record Implication(String name, CompatibilityDate since) {}

  public CompatibilityFlag {
    impliedBy = List.copyOf(impliedBy);
  }

  /** Whether it is on at {@code date} if no flag says otherwise. */
  public boolean isDefault(CompatibilityDate date) {
    return always || (since.isPresent() && date.reaches(since.get()));
  }
}
