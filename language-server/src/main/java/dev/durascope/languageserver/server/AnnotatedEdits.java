package dev.durascope.languageserver.server;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the annotation of an edit on the wire. LSP4J writes a document's edits by their declared
 * type, which has none, so an {@link AnnotatedTextEdit} among them would lose what makes it one.
 */
final class AnnotatedEdits implements TypeAdapterFactory {

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != TextEdit.class) {
      return null;
    }
    var plain = gson.getDelegateAdapter(this, type);
    var annotated = gson.getAdapter(AnnotatedTextEdit.class);
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        if (value instanceof AnnotatedTextEdit edit) {
          annotated.write(out, edit);
        } else {
          plain.write(out, value);
        }
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return plain.read(in);
      }
    };
  }
}
