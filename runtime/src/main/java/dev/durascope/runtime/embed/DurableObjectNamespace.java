package dev.durascope.runtime.embed;

import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.project.Project;
import java.util.List;

/** The objects of one class, as {@code env.ROOMS} gives them to the code. */
public final class DurableObjectNamespace {
  private final Project project;
  private final Namespace namespace;
  private final Answers answers;

  DurableObjectNamespace(Project project, Namespace namespace, Answers answers) {
    this.project = project;
    this.namespace = namespace;
    this.answers = answers;
  }

  /** The id that always belongs to {@code name}. */
  public DurableObjectId idFromName(String name) {
    return namespace.ids().fromName(name);
  }

  /**
   * An id from its text.
   *
   * @param hex 64 hex digits
   * @throws IllegalArgumentException if it is no id, or one of another class; in the words that
   *     JavaScript gets
   */
  public DurableObjectId idFromString(String hex) {
    return namespace.ids().fromString(hex);
  }

  /** An id that no other object has. */
  public DurableObjectId newUniqueId() {
    return namespace.ids().unique();
  }

  /**
   * The object with an id; it starts when something is sent to it.
   *
   * @throws IllegalArgumentException if the id is one of another class
   */
  public DurableObjectStub get(DurableObjectId id) {
    namespace.ids().fromString(id.hex());
    return new DurableObjectStub(project, namespace, id, answers);
  }

  /** The object with a name. */
  public DurableObjectStub getByName(String name) {
    return get(idFromName(name));
  }

  /** The ids of all objects that are in memory, or have hibernated with sockets. */
  public List<DurableObjectId> ids() {
    return namespace.objects().stream().map(object -> object.id()).toList();
  }
}
