using System.Collections.Immutable;
using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Diagnostics;
using Drever.Kql.Text;

namespace Drever.Translation.Plan;

/// <summary>Finds what a query may name but this version cannot run: each is an error of its own, once for each name.</summary>
internal static class RunnableCheck
{
    public static ImmutableArray<Diagnostic> Check(BoundRelation root, FunctionLibrary functions)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in BoundTree.All(root))
        {
            if (relation is BoundPending pending)
                Add(pending.Name, pending.Span);
            if (relation is BoundOpenStep open)
                found.Add(CompilerDiagnostics.ColumnsUnknown(open.Name, open.Span));
            foreach (var expression in BoundTree.Expressions(relation).SelectMany(BoundTree.All))
            {
                if (expression is BoundCall call && functions.Implementation(call.Function) is null)
                    Add(call.Function.Name, call.Span);
                else if (expression is BoundCall checkedCall && MistakeOf(checkedCall, functions) is { } mistake)
                    found.Add(new Diagnostic(CompilerDiagnostics.BadConstant, DiagnosticSeverity.Error, mistake, checkedCall.Span));
            }
        }

        return found.ToImmutable();

        void Add(string name, TextSpan span)
        {
            if (named.Add(name))
                found.Add(CompilerDiagnostics.NotSupported(name, span));
        }
    }

    private static string? MistakeOf(BoundCall call, FunctionLibrary functions) =>
        functions.Implementation(call.Function) is ScalarFunction function ? function.Check(call.Arguments) : null;
}
