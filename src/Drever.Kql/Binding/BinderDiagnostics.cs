using System.Collections.Immutable;
using Drever.Kql.Diagnostics;
using Drever.Kql.Symbols;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>
/// The diagnostics of one query, each place and code once. Codes are those of Microsoft's language service; the texts of an
/// unknown table, column or number of arguments are those that the hunting APIs answer with.
/// </summary>
internal sealed class BinderDiagnostics(int limit)
{
    private readonly List<Diagnostic> _list = [];

    public bool HasErrors { get; private set; }

    public int Count => _list.Count;

    public ImmutableArray<Diagnostic> ToImmutable() => [.. _list.OrderBy(d => d.Span.Start)];

    public void Error(string code, TextSpan span, string message, string? hint = null) => Add(new(code, DiagnosticSeverity.Error, message, span) { Hint = hint });

    public void Warning(string code, TextSpan span, string message) => Add(new(code, DiagnosticSeverity.Warning, message, span));

    public void UnknownTable(string code, TextSpan span, string operatorName, string name, string? hint) =>
        Error(code, span, $"{By(operatorName)}Failed to resolve table or column expression named '{name}'", hint);

    public void UnknownScalar(TextSpan span, string operatorName, string name, string? hint) =>
        Error("KS142", span, $"{By(operatorName)}Failed to resolve scalar expression named '{name}'", hint);

    public void UnknownFunction(string code, TextSpan span, string operatorName, string name, string? hint) =>
        Error(code, span, $"{By(operatorName)}Unknown function: '{name}'", hint);

    /// <param name="repeats">One of the parameters may be given any number of times.</param>
    public void ArgumentCount(TextSpan span, string function, int min, int max, bool repeats = false)
    {
        var count = min == max ? FormattableString.Invariant($"{min}")
            : max >= Parameter.Unbounded ? FormattableString.Invariant($"at least {min}")
            : FormattableString.Invariant($"{min} to {max}");
        Error(repeats ? "KS120" : "KS119", span, $"{function}(): function expects {count} argument(s).");
    }

    public void TypeExpected(TextSpan span, ReadOnlySpan<KqlType> types) => Error("KS107", span, $"A {Names(types)} value belongs here.");

    public void TypeRequired(TextSpan span, params ReadOnlySpan<KqlType> types) => Error("KS141", span, $"This must be {Names(types)}.");

    public void DuplicateColumn(TextSpan span, string name) => Error("KS171", span, $"There are two columns named '{name}'.");

    public void NotScalar(TextSpan span) => Error("KS108", span, "A single value belongs here, not a table.");

    public void NotTable(TextSpan span) => Error("KS111", span, "A table belongs here.");

    private static string By(string operatorName) => operatorName.Length == 0 ? "" : $"'{operatorName}' operator: ";

    private static string Names(ReadOnlySpan<KqlType> types)
    {
        var text = types[0].Name();
        for (var i = 1; i < types.Length; i++)
            text += (i == types.Length - 1 ? " or " : ", ") + types[i].Name();
        return text;
    }

    private void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_list.Count >= limit)
            return;
        foreach (var known in _list)
        {
            if (known.Span == diagnostic.Span && known.Code == diagnostic.Code)
                return;
        }

        _list.Add(diagnostic);
    }
}
