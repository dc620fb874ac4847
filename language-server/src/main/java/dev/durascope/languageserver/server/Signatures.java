package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.CallHelp;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;

/** {@code textDocument/signatureHelp}: what the call that is being typed takes. */
final class Signatures {

  private Signatures() {}

  /** Asked for where arguments begin, and where an object of options does. */
  static SignatureHelpOptions options() {
    return new SignatureHelpOptions(List.of("(", ",", "{"));
  }

  static SignatureHelp of(CallHelp help) {
    var signatures = help.forms().stream().map(Signatures::signature).toList();
    // A parameter that there is none of is none that is marked.
    int parameter = help.parameter().orElse(help.forms().get(help.active()).parameters().size());
    return new SignatureHelp(signatures, help.active(), parameter);
  }

  private static SignatureInformation signature(CallHelp.Form form) {
    var parameters = new ArrayList<ParameterInformation>();
    int from = 0;
    for (var each : form.parameters()) {
      int start = form.label().indexOf(each.text(), from);
      int end = start + each.text().length();
      var parameter = new ParameterInformation();
      parameter.setLabel(Tuple.two(start, end));
      if (!each.documentation().isEmpty()) {
        parameter.setDocumentation(markdown(each.documentation()));
      }
      parameters.add(parameter);
      from = end;
    }
    var signature = new SignatureInformation(form.label());
    signature.setDocumentation(Either.forRight(markdown(form.documentation())));
    signature.setParameters(parameters);
    return signature;
  }

  private static MarkupContent markdown(String text) {
    return new MarkupContent(MarkupKind.MARKDOWN, text);
  }
}
