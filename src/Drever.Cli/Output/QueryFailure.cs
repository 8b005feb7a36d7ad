using Drever.Cli.Hosting;
using Drever.Hunting;

namespace Drever.Cli.Output;

/// <summary>Says why a query did not run: the places where the query itself is wrong, else the message.</summary>
internal sealed class QueryFailure(Terminal terminal)
{
    public void Write(string query, HuntingError error, CancellationToken cancel)
    {
        if (error.Kind is HuntingErrorKind.Syntax or HuntingErrorKind.Semantic or HuntingErrorKind.Unsupported)
        {
            var diagnostics = new QueryChecker().Check(query, cancel).Diagnostics;
            if (!diagnostics.IsEmpty)
            {
                DiagnosticText.Write(terminal, query, diagnostics);
                return;
            }
        }

        terminal.Error(error.Message);
    }
}
