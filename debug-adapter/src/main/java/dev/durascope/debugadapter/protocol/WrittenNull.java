package dev.durascope.debugadapter.protocol;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes the null of {@code dataId}, by which the protocol says that nothing can be watched. All
 * other members that are null are left out, as everywhere else.
 */
final class WrittenNull implements TypeAdapterFactory {

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != DataBreakpointInfoResponse.class) {
      return null;
    }
    var plain = gson.getDelegateAdapter(this, type);
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        if (value instanceof DataBreakpointInfoResponse response && response.getDataId() == null) {
          boolean before = out.getSerializeNulls();
          out.setSerializeNulls(true);
          out.beginObject().name("dataId").nullValue();
          out.name("description").value(response.getDescription()).endObject();
          out.setSerializeNulls(before);
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
