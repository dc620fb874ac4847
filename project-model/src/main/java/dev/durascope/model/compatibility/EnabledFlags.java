package dev.durascope.model.compatibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flags that a Worker's compatibility date and flags turn on together, as workerd works them
 * out: the date turns on what was introduced until then, an enabling name turns on, a disabling
 * name turns off, and a flag may bring others along.
 *
 * <p>Reading never fails: what is wrong is among the {@link #problems}, in workerd's words, and
 * counts as not written.
 */
public final class EnabledFlags {
  private final Set<String> enabled;
  private final List<String> problems;

  private EnabledFlags(Set<String> enabled, List<String> problems) {
    this.enabled = Set.copyOf(enabled);
    this.problems = List.copyOf(problems);
  }

  /**
   * The flags of a Worker.
   *
   * @param date as configured; without one, the newest that is known
   */
  public static EnabledFlags of(Optional<String> date, List<String> flags) {
    var problems = new ArrayList<String>();
    var day = date.flatMap(CompatibilityDate::parse).orElse(CompatibilityDate.NEWEST_KNOWN);
    if (date.isPresent() && CompatibilityDate.parse(date.get()).isEmpty()) {
      problems.add("Invalid compatibility date: " + date.get());
    }
    var written = new LinkedHashSet<String>();
    for (var flag : flags) {
      if (!written.add(flag)) {
        problems.add("Compatibility flag specified multiple times: " + flag);
      }
    }
    var enabled = enabled(day, written, problems);
    var known = new HashSet<String>();
    for (var flag : FlagCatalogue.all()) {
      known.add(flag.name());
      flag.opposite().ifPresent(known::add);
    }
    written.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.add("No such compatibility flag: " + name));
    return new EnabledFlags(enabled, problems);
  }

  /** What a Worker gets that says nothing. */
  public static EnabledFlags newest() {
    return of(Optional.empty(), List.of());
  }

  private static Set<String> enabled(
      CompatibilityDate day, Collection<String> written, List<String> problems) {
    var enabled = new HashSet<String>();
    for (var flag : FlagCatalogue.all()) {
      var on = written.contains(flag.name());
      var off = isDisabled(flag, written);
      if (on && off) {
        problems.add(
            "Compatibility flags are mutually contradictory: "
                + flag.name()
                + " vs "
                + flag.opposite().orElseThrow());
      }
      if (on || (flag.isDefault(day) && !off)) {
        enabled.add(flag.name());
      }
    }
    // A flag that is brought along may bring others along.
    while (enabled.addAll(implied(day, written, enabled))) {
      // Until nothing is new.
    }
    return enabled;
  }

  private static List<String> implied(
      CompatibilityDate day, Collection<String> written, Set<String> enabled) {
    return FlagCatalogue.all().stream()
        .filter(flag -> !isDisabled(flag, written))
        .filter(
            flag ->
                flag.impliedBy().stream()
                    .anyMatch(by -> day.reaches(by.since()) && enabled.contains(by.name())))
        .map(CompatibilityFlag::name)
        .toList();
  }

  private static boolean isDisabled(CompatibilityFlag flag, Collection<String> written) {
    return flag.opposite().filter(written::contains).isPresent();
  }

  /** Whether the flag of this enabling name is on. */
  public boolean isOn(String name) {
    return enabled.contains(name);
  }

  /** What is wrong with the date and the flags; empty if nothing. */
  public List<String> problems() {
    return problems;
  }

  @Override
  public String toString() {
    return "EnabledFlags" + enabled;
  }
}
